// The hand-over of a case from customer service to customer care: what care does, when and why.

import { checkedOptions, refusalInWords } from "../errors.ts";
import { type Identifier, identifierOrNull } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf, epochOrNull, HOUR, shownInstant } from "../time/epoch.ts";
import { type CareCase, caseAt } from "./careCase.ts";
import { CARE_FACTS, type CareFact } from "./careFacts.ts";
import {
  CARE_MANNER_RULES,
  CARE_MANNERS,
  type CareManner,
  type CareStep,
  type CareStepName,
  checkedCareSteps,
} from "./careSteps.ts";
import { takenSince } from "./careTaken.ts";
import { ESCALATION_RULES, type EscalationLabel } from "./escalation.ts";
import type { Facts } from "./facts.ts";
import { checkedFirstMatchRules, type Decision, type FirstMatchRule, firstMatch } from "./firstMatch.ts";
import type { Wording } from "./wording.ts";

/** Options of {@link carePlan}. */
export interface CarePlanOptions {
  /** The moment at which to look: nothing later counts. */
  readonly asOf: Instant;
  /**
   * The steps of care, in the order of the plan, in place of the usual ones.
   * @defaultValue `CARE_STEPS`
   */
  readonly steps?: readonly CareStep[] | undefined;
  /**
   * The ordered rules that say whether care begins with an apology or with thanks, in place of the usual ones.
   * @defaultValue `CARE_MANNER_RULES`
   */
  readonly rules?: readonly FirstMatchRule<CareManner, CareFact>[] | undefined;
}

/**
 * Who has the case.
 *
 * - `not-opened`: nobody, it was opened after `asOf`
 * - `with-service`: service, which has not solved it for good
 * - `handed-over`: care, since it was solved
 * - `back-to-service`: service again, because the customer says that it is not solved, or is not satisfied
 */
export type CareStatus = "not-opened" | "with-service" | "handed-over" | "back-to-service";

/**
 * Where a step stands.
 *
 * - `done`: it has been taken
 * - `due`: its time has come
 * - `planned`: its time is to come
 * - `held`: it waits for something else, which `reason` names
 */
export type CareStepState = "done" | "due" | "planned" | "held";

/**
 * Why a step stands where it does.
 *
 * - `taken`: the record says that it was taken; for `verify`, that the customer has answered
 * - `solved`: the case was solved, and the time of the step runs from there
 * - `occasion`: nothing holds it, and the calendar of the customer says when
 * - `not-solved`, `not-satisfied`, `not-verified`: it waits until the case is solved, until the customer is satisfied, until
 *   the customer has said whether they are
 */
export type CareReason = "taken" | "solved" | "occasion" | "not-solved" | "not-satisfied" | "not-verified";

/** A step of care for one case. */
export interface PlannedCareStep {
  /** The step by name. */
  readonly step: CareStepName;
  /** What is done. */
  readonly action: Wording;
  /** Where it stands. */
  readonly state: CareStepState;
  /** Why it stands there. */
  readonly reason: CareReason;
  /** When it is due, as an ISO instant; `null` where the case is not handed over, or the calendar of the customer says when. */
  readonly dueAt: string | null;
}

/** What care does about a case. */
export interface CarePlan {
  /** The case, where its record names it. */
  readonly caseId: Identifier | null;
  /** The moment at which it was looked at, as an ISO instant. */
  readonly asOf: string;
  /** Who has the case. */
  readonly status: CareStatus;
  /** When it was handed over: solved for good, as an ISO instant; `null` where it was not. */
  readonly handedOverAt: string | null;
  /** Whether it is urgent: of high or critical severity, or passed on to a higher level. Then the urgent hours count. */
  readonly urgent: boolean;
  /** Whether care begins with an apology or with thanks, and why. */
  readonly manner: Decision<CareManner>;
  /** Whether to pass it on to a higher level, as {@link escalationFor} says by its own rules. */
  readonly escalation: Decision<EscalationLabel>;
  /** The steps, in the order of the table. */
  readonly steps: readonly PlannedCareStep[];
}

/**
 * What does care do about this case, when and why?
 *
 * Service solves a case and hands it to care by that very act, at `lastSolvedAt`. Care first asks whether it is solved and
 * the customer satisfied with the replacement; it apologises or thanks, follows up, and invites to more once the customer has
 * said that they are satisfied. A customer who is not sends the case back to service. The steps and their hours are
 * {@link CARE_STEPS}; hours are elapsed time, whatever the clocks do.
 *
 * Every step that belongs to the manner of the case is listed with its state, so that a plan says why a step is not due, too.
 * Whether the customer is satisfied is unknown until `satisfied` says so: silence holds the invitation, and nothing else.
 * What happened after `asOf` has not happened.
 *
 * Source: as {@link CARE_STEPS}.
 *
 * @param record - the case
 * @param options - the moment to look at; steps, rules
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` and `invalid-count` for
 * fields that are not of their kind or contradict each other, steps or rules that are not in order
 *
 * @example
 * ```ts
 * import { carePlan } from "cx-metrics";
 *
 * const solvedAt = "2026-03-02T15:00:00Z";
 * const refund = {
 *   openedAt: "2026-03-02T09:00:00Z",
 *   firstSolvedAt: solvedAt,
 *   lastSolvedAt: solvedAt,
 *   providerAtFault: true,
 * };
 * const plan = carePlan(refund, { asOf: "2026-03-05T00:00:00Z" });
 * plan.status; // → "handed-over"
 * plan.manner.label; // → "apologise"
 * plan.steps.map(({ step, state }) => `${step}: ${state}`);
 * // → ["verify: due", "apologise: due", "make-up: planned", "follow-up: planned", "invite: held", "remember: held"]
 * plan.steps[0]?.dueAt; // → "2026-03-04T15:00:00.000Z"
 * plan.steps[4]?.reason; // → "not-verified"
 * ```
 */
export function carePlan(record: CareCase, options: CarePlanOptions): CarePlan {
  const caller = "carePlan";
  const given = checkedOptions(caller, options, ["asOf", "steps", "rules"]);
  const asOf = epochOf(caller, ["asOf"], given.asOf);
  const steps = checkedCareSteps(caller, given.steps);
  const rules = checkedFirstMatchRules(caller, given.rules, CARE_MANNER_RULES, CARE_FACTS, CARE_MANNERS);
  const { facts, solvedAt } = caseAt(caller, record, asOf);
  const manner = firstMatch(facts, rules, asItIs);
  const urgent = facts.severity === "high" || facts.severity === "critical" || facts.escalated === true;
  const taken = takenSince(caller, record.careTaken, solvedAt, asOf);
  const plan = { facts, solvedAt, urgent, taken, asOf };
  return {
    caseId: identifierOrNull(caller, ["case", "caseId"], record.caseId),
    asOf: shownInstant(asOf),
    status: statusOf(facts),
    handedOverAt: solvedAt === null ? null : shownInstant(solvedAt),
    urgent,
    manner,
    escalation: firstMatch(facts, ESCALATION_RULES, asItIs),
    steps: steps
      .filter((step) => step.manner === "either" || step.manner === manner.label)
      .map((step) => planned(caller, step, plan)),
  };
}

function asItIs<L extends string>(label: L): L {
  return label;
}

function statusOf({ open, satisfied }: Facts<CareFact>): CareStatus {
  if (open === undefined) return "not-opened";
  if (open === true) return "with-service";
  return satisfied === false ? "back-to-service" : "handed-over";
}

interface PlanSoFar {
  readonly facts: Facts<CareFact>;
  readonly solvedAt: number | null;
  readonly urgent: boolean;
  readonly taken: ReadonlySet<CareStepName>;
  readonly asOf: number;
}

function planned(caller: string, row: CareStep, plan: PlanSoFar): PlannedCareStep {
  const {
    step,
    action: { en, id },
    afterHours,
    urgentAfterHours,
  } = row;
  const due = dueAt(caller, plan.solvedAt, plan.urgent ? urgentAfterHours : afterHours);
  const [state, reason] = standing(row, plan, due);
  return { step, action: { en, id }, state, reason, dueAt: due === null ? null : shownInstant(due) };
}

function dueAt(caller: string, solvedAt: number | null, hours: number | null): number | null {
  if (solvedAt === null || hours === null) return null;
  const due = epochOrNull(solvedAt + hours * HOUR);
  if (due === null) {
    const requirement = "so early that every step is due within the range of dates";
    throw refusalInWords(caller, "invalid-instant", ["case", "lastSolvedAt"], requirement, "a later one");
  }
  return due;
}

function standing(
  { step, onceSatisfied }: CareStep,
  { facts: { satisfied }, solvedAt, taken, asOf }: PlanSoFar,
  due: number | null,
): readonly [CareStepState, CareReason] {
  if (solvedAt === null) return ["held", "not-solved"];
  const known = typeof satisfied === "boolean";
  if (taken.has(step) || (step === "verify" && known)) return ["done", "taken"];
  if (satisfied === false) return ["held", "not-satisfied"];
  if (onceSatisfied && !known) return ["held", "not-verified"];
  if (due === null) return ["planned", "occasion"];
  return [due <= asOf ? "due" : "planned", "solved"];
}
