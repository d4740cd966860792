// Who answered and when, as the functions that follow respondents through time read it.

import { refusal } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";

/** A record of somebody at some time: a survey response, a call back. Absent, `null` and blank all mean "not known". */
export interface RespondentRecord {
  /** Identifies the person. Values are compared as they are: `1` and `"1"` are two people. */
  readonly respondentId?: string | number | null | undefined;
  /** When it happened. */
  readonly at?: Instant | null | undefined;
}

/** Who and when, each `null` where the record does not say. */
export interface Trace {
  readonly respondent: string | number | null;
  readonly epoch: number | null;
}

/** Reads a record, or throws naming the list, the index and the field. */
export function traceOf(caller: string, list: string, index: number, record: RespondentRecord): Trace {
  if (typeof record !== "object" || record === null) {
    throw refusal(caller, "invalid-argument", [list, index], "an object", record);
  }
  const { respondentId, at } = record;
  return {
    respondent: respondentOf(caller, list, index, respondentId),
    epoch: at === null || at === undefined ? null : epochOf(caller, [list, index, "at"], at),
  };
}

/** The empty cell of an export is nobody, and not one person who answered very often. */
function respondentOf(caller: string, list: string, index: number, id: unknown): string | number | null {
  if (id === null || id === undefined) return null;
  if (typeof id === "string") return id.trim() === "" ? null : id;
  if (typeof id === "number" && Number.isFinite(id)) return id;
  const requirement = "a string, a finite number or missing";
  throw refusal(caller, "invalid-argument", [list, index, "respondentId"], requirement, id);
}

/** Milliseconds since 1970 of an `asOf` option, `null` where it is not given. */
export function asOfEpoch(caller: string, asOf: Instant | undefined): number | null {
  return asOf === undefined ? null : epochOf(caller, ["asOf"], asOf);
}

/** An instant as a result shows it. */
export function shownInstant(epoch: number | null): string | null {
  return epoch === null ? null : new Date(epoch).toISOString();
}
