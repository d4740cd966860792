// A support case as care takes it over: what is known of it at a moment.

import type { Instant } from "../records/instant.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { caseInstant, requireSolutions } from "../time/caseInstants.ts";
import { epochOf, HOUR } from "../time/epoch.ts";
import { type CareFact, type CaseSeverity, STATED_CARE_FACTS } from "./careFacts.ts";
import type { CareTaken } from "./careTaken.ts";
import { checkedFacts, type Facts } from "./facts.ts";

/** A support case with what care wants to know of it. `null` and absent both mean "not known". */
export interface CareCase extends SupportCase {
  /** How much it matters, by your own scheme. */
  readonly severity?: CaseSeverity | null | undefined;
  /** Whether the provider brought it about: a defect, a delay, a mistake. */
  readonly providerAtFault?: boolean | null | undefined;
  /**
   * What the customer said when asked whether it is solved and they are content with the replacement, refund or answer.
   * Counts only once the case is solved.
   */
  readonly satisfied?: boolean | null | undefined;
  /** When they said so. An answer before `lastSolvedAt` was about another solution and doesn't count. */
  readonly verifiedAt?: Instant | null | undefined;
  /** The steps of care taken so far. Those before `lastSolvedAt` were about another solution and don't count. */
  readonly careTaken?: readonly CareTaken[] | null | undefined;
}

type InstantName =
  | "firstResponseAt"
  | "firstSolvedAt"
  | "lastSolvedAt"
  | "responseDueAt"
  | "resolutionDueAt"
  | "verifiedAt";

/** A case at a moment: its facts, and when it was solved for good, in epoch milliseconds. */
export interface CaseAt {
  readonly facts: Facts<CareFact>;
  readonly solvedAt: number | null;
}

/** The case as it stood at `asOf`; what came later has not come. A case that was opened later has no facts at all. */
export function caseAt(caller: string, record: CareCase, asOf: number): CaseAt {
  const given = checkedFacts(caller, "case", record, STATED_CARE_FACTS);
  const openedAt = epochOf(caller, ["case", "openedAt"], record.openedAt);
  const at = (name: InstantName): number | null =>
    caseInstant(caller, ["case", name], record[name], openedAt);
  const [firstResponseAt, responseDueAt, resolutionDueAt, verifiedAt] = [
    at("firstResponseAt"),
    at("responseDueAt"),
    at("resolutionDueAt"),
    at("verifiedAt"),
  ];
  const [firstSolvedAt, lastSolvedAt] = [at("firstSolvedAt"), at("lastSolvedAt")];
  requireSolutions(caller, ["case", "firstSolvedAt"], firstSolvedAt, lastSolvedAt);
  if (openedAt > asOf) return { facts: {}, solvedAt: null };
  const come = (instant: number | null): boolean => instant !== null && instant <= asOf;
  const solvedAt = come(lastSolvedAt) ? lastSolvedAt : null;
  const open = solvedAt === null;
  const verified =
    solvedAt !== null && (verifiedAt === null || (verifiedAt >= solvedAt && verifiedAt <= asOf));
  const past = (due: number | null, end: number): boolean | null => (due === null ? null : due < end);
  const facts: Facts<CareFact> = {
    ...given,
    open,
    reopened: open && come(firstSolvedAt),
    satisfied: verified ? given.satisfied : null,
    hoursOpen: ((solvedAt ?? asOf) - openedAt) / HOUR,
    responseOverdue: come(firstResponseAt) || !open ? false : past(responseDueAt, asOf),
    resolutionOverdue: open ? past(resolutionDueAt, asOf) : false,
    solvedLate: solvedAt === null ? null : past(resolutionDueAt, solvedAt),
  };
  return { facts, solvedAt };
}
