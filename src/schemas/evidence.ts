// Zod schemas of what is known about a party, a contact with it or a case: the evidence of the classifications.

import * as z from "zod";
import type { CareCase } from "../relationship/careCase.ts";
import { STATED_CARE_FACTS } from "../relationship/careFacts.ts";
import { CARE_STEP_NAMES } from "../relationship/careSteps.ts";
import { type ChurnSignals, SIGNAL_RANGES } from "../relationship/churnSignals.ts";
import { ENGAGEMENT_CRITERIA, type EngagementEvidence } from "../relationship/engagementRules.ts";
import type { StatedKinds } from "../relationship/facts.ts";
import {
  ROLE_FACTS,
  type RoleEvidence,
  SECTOR_FACTS,
  type SectorEvidence,
  SIDE_FACTS,
  type SideEvidence,
} from "../relationship/partyFacts.ts";
import { SUPPORT_CRITERIA, type SupportInteraction } from "../relationship/supportRules.ts";
import { supportCase } from "./customers.ts";
import { figureOrMissing, listOrMissing, word, wordOrMissing } from "./evidenceFields.ts";
import { beginning, countFrom, flagOrMissing, instantOrMissing, notBefore } from "./fields.ts";
import { instant } from "./instant.ts";
import { wording } from "./wording.ts";

/**
 * What is known about who a party is: its role, its side and its sector. Everything may be missing, which is "not known".
 * Further properties are kept.
 *
 * What passes can be given to `classifyRole`, `classifySide` and `classifySector`. Nothing is converted.
 *
 * @example
 * ```ts
 * import { partyEvidence } from "cx-metrics/schemas";
 *
 * partyEvidence.safeParse({ buys: true, legalForm: "company", name: "Contoh" }).success; // → true
 * partyEvidence.safeParse({ buys: "yes" }).success; // → false
 * ```
 */
export const partyEvidence: z.ZodType<RoleEvidence & SideEvidence & SectorEvidence> =
  /* @__PURE__ */ partyObject();

function partyObject(): z.ZodType<RoleEvidence & SideEvidence & SectorEvidence> {
  const fields = factFields({ ...ROLE_FACTS, ...SIDE_FACTS, ...SECTOR_FACTS });
  return z.looseObject(fields, wording("an object"));
}

/**
 * What is known about how a party buys. Everything may be missing, which is "not known". Further properties are kept.
 *
 * What passes can be given to `classifyEngagement`. Nothing is converted.
 *
 * @example
 * ```ts
 * import { parseRows } from "cx-metrics";
 * import { engagementEvidence } from "cx-metrics/schemas";
 *
 * const { rows, issues } = parseRows(engagementEvidence, [{ pricing: "list" }, { pricing: "cheap" }]);
 * rows; // → [{ pricing: "list" }]
 * issues[0]?.message; // → 'must be "professional-fee" or "list" or missing, got a string'
 * ```
 */
export const engagementEvidence: z.ZodType<EngagementEvidence> = /* @__PURE__ */ engagementObject();

function engagementObject(): z.ZodType<EngagementEvidence> {
  const object = z.looseObject(
    factFields({ ...ENGAGEMENT_CRITERIA, highValue: "boolean" }),
    wording("an object"),
  );
  return object as unknown as z.ZodType<EngagementEvidence>;
}

/**
 * What is known about a contact between a party and its provider. Everything may be missing, which is "not known". Further
 * properties are kept.
 *
 * What passes can be given to `classifySupport`. Nothing is converted.
 *
 * @example
 * ```ts
 * import { supportInteraction } from "cx-metrics/schemas";
 *
 * supportInteraction.safeParse({ initiatedBy: "party", trigger: "problem" }).success; // → true
 * supportInteraction.safeParse({ initiatedBy: "customer" }).success; // → false
 * ```
 */
export const supportInteraction: z.ZodType<SupportInteraction> = /* @__PURE__ */ interactionObject();

function interactionObject(): z.ZodType<SupportInteraction> {
  const object = z.looseObject(factFields(SUPPORT_CRITERIA), wording("an object"));
  return object as unknown as z.ZodType<SupportInteraction>;
}

/** A field for each fact that a record states. */
function factFields(kinds: StatedKinds): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, factField(kind)]));
}

function factField(kind: StatedKinds[string]): z.ZodType {
  if (typeof kind !== "string") return wordOrMissing(kind);
  return kind === "boolean" ? flagOrMissing : countFrom(kind === "count" ? 0 : 1);
}

/**
 * A support case as care takes it over: a {@link supportCase} with what care wants to know of it, each field checked where it
 * is there. Further properties are kept.
 *
 * What passes can be given to `carePlan` and `escalationFor`, and to every function of cases. Nothing is converted.
 *
 * @example
 * ```ts
 * import { careCase } from "cx-metrics/schemas";
 *
 * const openedAt = "2026-03-02T09:00:00Z";
 * careCase.safeParse({ openedAt, severity: "high", careTaken: [] }).success; // → true
 * careCase.safeParse({ openedAt, verifiedAt: "2026-03-01T09:00:00Z" }).success; // → false
 * ```
 */
export const careCase: z.ZodType<CareCase> = /* @__PURE__ */ careObject();

function careObject(): z.ZodType<CareCase> {
  const taken = z.looseObject({ step: word(CARE_STEP_NAMES), at: instant }, wording("an object"));
  const care = z.looseObject({
    lastSolvedAt: beginning.nullish(),
    ...factFields(STATED_CARE_FACTS),
    verifiedAt: instantOrMissing,
    careTaken: listOrMissing(taken),
  });
  return supportCase
    .pipe(care as unknown as z.ZodType<CareCase, CareCase>)
    .refine(...notBefore<CareCase>("verifiedAt", "openedAt"));
}

/**
 * What is known of a party that may leave. Everything may be missing, which is "not known"; 0 says that there is nothing.
 * A property that is no signal is refused, because a mistyped name would pass for a signal that is not known.
 *
 * What passes can be given to `churnRisk` and `healthScore`. Nothing is converted.
 *
 * @example
 * ```ts
 * import { churnSignals } from "cx-metrics/schemas";
 *
 * churnSignals.safeParse({ nps: -20, openCases: 2 }).success; // → true
 * churnSignals.safeParse({ nps: 120 }).success; // → false
 * churnSignals.safeParse({ opencases: 2 }).success; // → false
 * ```
 */
export const churnSignals: z.ZodType<ChurnSignals> = /* @__PURE__ */ signalsObject();

function signalsObject(): z.ZodType<ChurnSignals> {
  const fields = Object.entries(SIGNAL_RANGES).map(([name, { lowest, highest, whole }]) => [
    name,
    whole ? countFrom(lowest) : figureOrMissing(lowest, highest),
  ]);
  const signals: Record<string, z.ZodType> = Object.fromEntries(fields);
  const isSignal = ([name, value]: [string, unknown]): boolean =>
    value === undefined || Object.hasOwn(signals, name);
  const object = z
    .looseObject(signals, wording("an object"))
    .refine((given) => Object.entries(given).every(isSignal), {
      error: `must be among ${Object.keys(signals).join(", ")}, got another name`,
    });
  return object as unknown as z.ZodType<ChurnSignals>;
}
