// A caller's policy over the usual one, checked.

import { checkedOptions, type Path, refusal, refusalInWords, requireOneOf } from "../errors.ts";
import { offsetAt } from "../time/zone.ts";
import { checkedFirstMatchRules } from "./firstMatch.ts";
import { walkRules } from "./ruleLists.ts";
import { LONGEST_DAYS, SURVEY_FACTS, SURVEY_KINDS } from "./surveyKinds.ts";
import type { SurveyKind } from "./surveyParty.ts";
import { DEFAULT_SURVEY_POLICY, type SurveyAudience, type SurveyPolicy } from "./surveyPolicy.ts";

/** The parts of a policy that differ from {@link DEFAULT_SURVEY_POLICY}. A list replaces the whole list. */
export type SurveyPolicyChanges = { readonly [Part in keyof SurveyPolicy]?: SurveyPolicy[Part] | undefined };

const AUDIENCES: readonly SurveyAudience[] = ["buyer", "user", "buyer-or-user", "anyone"];
const PARTS = /* @__PURE__ */ Object.keys(DEFAULT_SURVEY_POLICY) as readonly (keyof SurveyPolicy)[];

/** Below a minute, two calls for the same moment could ask twice. */
const SHORTEST_DAYS = 0.001;

const MOST_PER_QUARTER = 1000;

/** The usual policy with the caller's changes, or a throw naming the part that is wrong. */
export function checkedSurveyPolicy(caller: string, changes: SurveyPolicyChanges = {}): SurveyPolicy {
  const {
    quietDays = DEFAULT_SURVEY_POLICY.quietDays,
    quietDaysUnanswered = DEFAULT_SURVEY_POLICY.quietDaysUnanswered,
    maxPerQuarter = DEFAULT_SURVEY_POLICY.maxPerQuarter,
    quarter = DEFAULT_SURVEY_POLICY.quarter,
    timeZone = DEFAULT_SURVEY_POLICY.timeZone,
    priority = DEFAULT_SURVEY_POLICY.priority,
    rules,
    recurring = DEFAULT_SURVEY_POLICY.recurring,
  } = checkedOptions(caller, changes, PARTS, ["policy"]);
  checkDays(caller, ["policy", "quietDays"], quietDays, SHORTEST_DAYS);
  checkDays(caller, ["policy", "quietDaysUnanswered"], quietDaysUnanswered, SHORTEST_DAYS);
  if (!Number.isInteger(maxPerQuarter) || maxPerQuarter < 1 || maxPerQuarter > MOST_PER_QUARTER) {
    const requirement = `a whole number from 1 to ${MOST_PER_QUARTER}`;
    throw refusal(caller, "invalid-argument", ["policy", "maxPerQuarter"], requirement, maxPerQuarter);
  }
  requireOneOf(caller, ["policy", "quarter"], quarter, ["rolling", "calendar"]);
  // Whether there is such a zone shows where it is read.
  offsetAt(caller, timeZone, 0);
  checkPriority(caller, priority);
  const surveyRules = checkedFirstMatchRules(
    caller,
    rules,
    DEFAULT_SURVEY_POLICY.rules,
    SURVEY_FACTS,
    SURVEY_KINDS,
  );
  checkTimes(caller, surveyRules);
  checkRecurring(caller, recurring);
  return {
    quietDays,
    quietDaysUnanswered,
    maxPerQuarter,
    quarter,
    timeZone,
    priority,
    rules: surveyRules as SurveyPolicy["rules"],
    recurring,
  };
}

function checkDays(caller: string, path: Path, days: unknown, least: number): void {
  if (!(typeof days === "number" && days >= least && days <= LONGEST_DAYS)) {
    const requirement = `a number of days from ${least} to ${LONGEST_DAYS}`;
    throw refusal(caller, "invalid-argument", path, requirement, days);
  }
}

function checkPriority(caller: string, priority: unknown): void {
  const each = SURVEY_KINDS.every((kind) => Array.isArray(priority) && priority.includes(kind));
  if (each && (priority as readonly SurveyKind[]).length === SURVEY_KINDS.length) return;
  const requirement = `an array of ${SURVEY_KINDS.join(", ")}, each of them once`;
  throw refusalInWords(caller, "invalid-argument", ["policy", "priority"], requirement, "something else");
}

function checkTimes(caller: string, rules: unknown): void {
  walkRules(caller, "rules", rules, ({ asks, afterDays, expiresAfterDays }, path) => {
    requireOneOf(caller, [...path, "asks"], asks, AUDIENCES);
    checkDays(caller, [...path, "afterDays"], afterDays, 0);
    if (expiresAfterDays === null) return;
    checkDays(caller, [...path, "expiresAfterDays"], expiresAfterDays, 0);
    if ((expiresAfterDays as number) > (afterDays as number)) return;
    const requirement = "above afterDays, or null";
    throw refusal(caller, "invalid-argument", [...path, "expiresAfterDays"], requirement, expiresAfterDays);
  });
}

function checkRecurring(caller: string, recurring: unknown): void {
  if (Array.isArray(recurring) && recurring.length === 0) return;
  walkRules(caller, "recurring", recurring, ({ rule, label, asks, afterDays, everyDays }, path) => {
    if (typeof rule !== "string" || rule.trim() === "") {
      throw refusal(caller, "invalid-argument", [...path, "rule"], "a string that is not blank", rule);
    }
    requireOneOf(caller, [...path, "label"], label, SURVEY_KINDS);
    requireOneOf(caller, [...path, "asks"], asks, AUDIENCES);
    checkDays(caller, [...path, "afterDays"], afterDays, 0);
    checkDays(caller, [...path, "everyDays"], everyDays, SHORTEST_DAYS);
  });
}
