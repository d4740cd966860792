// Support cases, read one at a time, each field checked where it is used.

import { refusal, requireIterable } from "../errors.ts";
import { type Identifier, identifierOrNull } from "../records/identifier.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { caseInstant, requireSolutions } from "../time/caseInstants.ts";
import { epochOf } from "../time/epoch.ts";
import { requireUnseen } from "./seenOnce.ts";

/** A case with its index in the list, and when it was opened in epoch milliseconds. */
export interface ReadCase {
  readonly index: number;
  readonly record: SupportCase;
  readonly openedAt: number;
}

/** Which solution of a case ends it: the first one, or the one by which it was solved for good. */
export type ResolutionEnd = "first-solved" | "last-solved";

export const RESOLUTION_ENDS: readonly ResolutionEnd[] = ["first-solved", "last-solved"];

type InstantName = "firstResponseAt" | "firstSolvedAt" | "lastSolvedAt" | "responseDueAt" | "resolutionDueAt";

/** The cases in turn, or a throw naming the one that is none, was never opened or has another's `caseId`. */
export function* readCases(caller: string, cases: Iterable<SupportCase>): Generator<ReadCase, void> {
  requireIterable(caller, ["cases"], cases);
  const caseIds = new Set<Identifier>();
  let index = 0;
  for (const record of cases) {
    if (typeof record !== "object" || record === null) {
      throw refusal(caller, "invalid-argument", ["cases", index], "an object", record);
    }
    const path = ["cases", index, "caseId"];
    const caseId = identifierOrNull(caller, path, record.caseId);
    if (caseId !== null) requireUnseen(caller, path, caseIds, caseId);
    yield { index, record, openedAt: epochOf(caller, ["cases", index, "openedAt"], record.openedAt) };
    index++;
  }
}

/** One of the case's instants after `openedAt`, `null` where it is not known or has not come. */
export function instantOf(caller: string, read: ReadCase, name: InstantName): number | null {
  return caseInstant(caller, ["cases", read.index, name], read.record[name], read.openedAt);
}

/** When the case was solved, `null` where it is open, or a throw where its two solutions contradict each other. */
export function solvedAtOf(caller: string, read: ReadCase, until: ResolutionEnd): number | null {
  const first = instantOf(caller, read, "firstSolvedAt");
  const last = instantOf(caller, read, "lastSolvedAt");
  requireSolutions(caller, ["cases", read.index, "firstSolvedAt"], first, last);
  return until === "first-solved" ? first : last;
}

/** Whether an instant is known and not after `end`. */
export function hasCome(instant: number | null, end: number): instant is number {
  return instant !== null && instant <= end;
}

/** One of the case's counts, `null` where it is not known. */
export function countOf(caller: string, read: ReadCase, name: "contacts" | "customerReplies"): number | null {
  const count = read.record[name];
  if (count === null || count === undefined) return null;
  const least = name === "contacts" ? 1 : 0;
  if (!Number.isSafeInteger(count) || count < least) {
    const path = ["cases", read.index, name];
    throw refusal(caller, "invalid-count", path, `a whole number from ${least} up`, count);
  }
  return count;
}

/** One of the case's flags, `null` where it is not known. */
export function flagOf(caller: string, read: ReadCase, name: "escalated" | "selfService"): boolean | null {
  const flag = read.record[name];
  if (flag === null || flag === undefined) return null;
  if (typeof flag !== "boolean") {
    throw refusal(caller, "invalid-argument", ["cases", read.index, name], "true, false or missing", flag);
  }
  return flag;
}

/** Whose case it is, `null` where that is not known. */
export function customerOf(caller: string, read: ReadCase): Identifier | null {
  return identifierOrNull(caller, ["cases", read.index, "customerId"], read.record.customerId);
}

/** What the case was about, `null` where that is not known or blank. */
export function topicOf(caller: string, read: ReadCase): string | null {
  const { topic } = read.record;
  if (topic === null || topic === undefined) return null;
  if (typeof topic !== "string") {
    throw refusal(caller, "invalid-argument", ["cases", read.index, "topic"], "a string or missing", topic);
  }
  return topic.trim() === "" ? null : topic;
}
