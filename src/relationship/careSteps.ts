// The steps by which care follows service up, and whether it begins with an apology or with thanks.

import { type Path, refusal, requireOneOf } from "../errors.ts";
import type { CareFact } from "./careFacts.ts";
import type { FirstMatchRule } from "./firstMatch.ts";
import { frozen, walkRules } from "./ruleLists.ts";
import type { Wording } from "./wording.ts";

/** How care begins: by apologising, or by thanking. */
export type CareManner = "apologise" | "thank";

export const CARE_MANNERS: readonly CareManner[] = ["apologise", "thank"];

/** What care does after service, by name. */
export type CareStepName = "verify" | "apologise" | "thank" | "make-up" | "follow-up" | "invite" | "remember";

export const CARE_STEP_NAMES: readonly CareStepName[] = [
  "verify",
  "apologise",
  "thank",
  "make-up",
  "follow-up",
  "invite",
  "remember",
];

/** One step of the hand-over from service to care. */
export interface CareStep {
  /** The step by name. */
  readonly step: CareStepName;
  /** What is done. */
  readonly action: Wording;
  /** After which beginning it is taken. */
  readonly manner: CareManner | "either";
  /** How many hours after the solution it is due; `null` where the calendar of the customer says when. */
  readonly afterHours: number | null;
  /** The same for urgent cases: of high or critical severity, or passed on to a higher level. */
  readonly urgentAfterHours: number | null;
  /** Whether it waits until the customer has said that they are satisfied. */
  readonly onceSatisfied: boolean;
}

/**
 * When care begins with an apology, and when with thanks. Frozen plain data.
 *
 * Source: own definition; the worked case of the article behind {@link SUPPORT_RULES}, a defective product, begins with an
 * apology.
 *
 * @example
 * ```ts
 * import { CARE_MANNER_RULES } from "cx-metrics";
 *
 * CARE_MANNER_RULES[0]; // → { rule: "provider-at-fault", label: "apologise", when: { providerAtFault: true } }
 * ```
 */
export const CARE_MANNER_RULES: readonly FirstMatchRule<CareManner, CareFact>[] = /* @__PURE__ */ frozen([
  { rule: "provider-at-fault", label: "apologise", when: { providerAtFault: true } },
  { rule: "solution-refused", label: "apologise", when: { satisfied: false } },
  { rule: "passed-on", label: "apologise", when: { escalated: true } },
  { rule: "solved-late", label: "apologise", when: { solvedLate: true } },
  { rule: "third-contact", label: "apologise", when: { contacts: { atLeast: 3 } } },
  { rule: "nothing-to-regret-known", label: "thank", when: {} },
]);

/**
 * What care does once service has solved a case, and when. Frozen plain data, in English and Indonesian.
 *
 * Source: the worked case of the article behind {@link SUPPORT_RULES}: after a refund come an apology, a voucher, care tips,
 * a loyalty invitation and a birthday offer, and care's first act is to ask whether the customer is satisfied with the
 * replacement. The hours and the wording are our own.
 *
 * @example
 * ```ts
 * import { CARE_STEPS } from "cx-metrics";
 *
 * CARE_STEPS.map(({ step }) => step);
 * // → ["verify", "apologise", "thank", "make-up", "follow-up", "invite", "remember"]
 * CARE_STEPS[0]?.afterHours; // → 48
 * ```
 */
export const CARE_STEPS: readonly CareStep[] = /* @__PURE__ */ frozen<readonly CareStep[]>([
  {
    step: "verify",
    action: {
      en: "ask whether it is solved and whether they are satisfied with the replacement, refund or answer",
      id: "tanyakan apakah masalah sudah selesai dan apakah mereka puas dengan penggantian, pengembalian dana, atau jawabannya",
    },
    manner: "either",
    afterHours: 48,
    urgentAfterHours: 24,
    onceSatisfied: false,
  },
  {
    step: "apologise",
    action: { en: "apologise in person", id: "sampaikan permintaan maaf secara pribadi" },
    manner: "apologise",
    afterHours: 48,
    urgentAfterHours: 24,
    onceSatisfied: false,
  },
  {
    step: "thank",
    action: { en: "thank them for getting in touch", id: "ucapkan terima kasih karena telah menghubungi" },
    manner: "thank",
    afterHours: 48,
    urgentAfterHours: 24,
    onceSatisfied: false,
  },
  {
    step: "make-up",
    action: {
      en: "offer a voucher or another token of goodwill",
      id: "tawarkan voucer atau tanda niat baik lain",
    },
    manner: "apologise",
    afterHours: 72,
    urgentAfterHours: 48,
    onceSatisfied: false,
  },
  {
    step: "follow-up",
    action: {
      en: "follow up with tips on care and use, and ask for feedback",
      id: "tindak lanjuti dengan tips perawatan dan pemakaian, dan mintalah umpan balik",
    },
    manner: "either",
    afterHours: 168,
    urgentAfterHours: 96,
    onceSatisfied: false,
  },
  {
    step: "invite",
    action: { en: "invite them to the loyalty programme", id: "undang mereka ke program loyalitas" },
    manner: "either",
    afterHours: 336,
    urgentAfterHours: 336,
    onceSatisfied: true,
  },
  {
    step: "remember",
    action: {
      en: "make an offer on their birthday, where they agreed to it",
      id: "beri penawaran pada hari ulang tahun mereka, bila mereka menyetujuinya",
    },
    manner: "either",
    afterHours: null,
    urgentAfterHours: null,
    onceSatisfied: true,
  },
]);

/** The longest that a step may wait, in hours: ten years, so that every due date is one. */
const LONGEST = 87_600;

/** The steps asked for where they are in order, or a throw; the usual ones where none are asked for. */
export function checkedCareSteps(
  caller: string,
  steps: readonly CareStep[] | undefined,
): readonly CareStep[] {
  if (steps === undefined) return CARE_STEPS;
  walkRules(caller, "steps", steps, (row, path) => {
    requireOneOf(caller, [...path, "step"], row["step"], CARE_STEP_NAMES);
    requireOneOf(caller, [...path, "manner"], row["manner"], [...CARE_MANNERS, "either"]);
    for (const name of ["afterHours", "urgentAfterHours"]) checkHours(caller, [...path, name], row[name]);
    const { onceSatisfied } = row;
    if (typeof onceSatisfied !== "boolean") {
      throw refusal(caller, "invalid-argument", [...path, "onceSatisfied"], "true or false", onceSatisfied);
    }
    for (const language of ["en", "id"])
      checkWords(caller, [...path, "action", language], row["action"], language);
  });
  return steps;
}

function checkHours(caller: string, path: Path, hours: unknown): void {
  if (hours !== null && !(typeof hours === "number" && hours >= 0 && hours <= LONGEST)) {
    throw refusal(caller, "invalid-argument", path, `a number from 0 to ${LONGEST}, or null`, hours);
  }
}

function checkWords(caller: string, path: Path, action: unknown, language: string): void {
  const words = (action as Readonly<Record<string, unknown>> | null | undefined)?.[language];
  if (typeof words !== "string" || words.trim() === "") {
    throw refusal(caller, "invalid-argument", path, "a string that is not blank", words);
  }
}
