// A support case, as a record.

import type { Identifier } from "./identifier.ts";
import type { Instant } from "./instant.ts";

/**
 * One support case. Each function says which fields it reads; `null` and absent both mean "not known", or for an
 * instant that it has not come.
 */
export interface SupportCase {
  /** When the customer made contact. No other instant of the case is earlier. */
  readonly openedAt: Instant;
  /** Identifies the case. Where it is given, no two cases may share it. */
  readonly caseId?: Identifier | null | undefined;
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId?: Identifier | null | undefined;
  /** When somebody first answered. An automatic receipt is no answer. */
  readonly firstResponseAt?: Instant | null | undefined;
  /** When the case was solved for the first time; absent where it never was. */
  readonly firstSolvedAt?: Instant | null | undefined;
  /**
   * When it was solved for good, at `firstSolvedAt` or later; absent where it was never solved or is open again. A system
   * that keeps a single moment gives it in both.
   */
  readonly lastSolvedAt?: Instant | null | undefined;
  /** In how many contacts the customer and the provider dealt with it so far, the first included: 1 or more. */
  readonly contacts?: number | null | undefined;
  /** How many times the customer wrote or called again after the first contact. */
  readonly customerReplies?: number | null | undefined;
  /** What it was about. Cases of one customer about different topics are no repeats of each other. */
  readonly topic?: string | null | undefined;
  /** Whether it was passed on to a higher level. */
  readonly escalated?: boolean | null | undefined;
  /** Whether the customer found the answer without anybody's help: knowledge base, portal, bot. */
  readonly selfService?: boolean | null | undefined;
  /** By when a first answer was promised. */
  readonly responseDueAt?: Instant | null | undefined;
  /** By when a solution was promised. */
  readonly resolutionDueAt?: Instant | null | undefined;
}
