// What all planning of surveys has in common: the plan's spread, its levels, and counts rounded up.

import { checkedNumber, checkedOptions, refusal, requireObject } from "../errors.ts";
import { type ComparableMetric, requireComparableMetric } from "./comparableScore.ts";

/** How much answers are expected to spread, by metric. */
export type PlannedSpread = NpsSpread | CsatSpread | CesSpread;

/** A plan for NPS. */
export interface NpsSpread {
  /** The metric by name. */
  readonly metric: "nps";
  /**
   * Expected variance of an answer that counts −1, 0 or 1: promoters + detractors − (promoters − detractors)², as
   * shares. An earlier score has (`standardError` ÷ 100)² × `n`. 0.56 goes with 40 % promoters, 40 % passives and 20 % detractors.
   * @defaultValue 1, the most there can be
   */
  readonly variance?: number | undefined;
}

/** A plan for CSAT. */
export interface CsatSpread {
  /** The metric by name. */
  readonly metric: "csat";
  /**
   * Expected share of satisfied answers, 0…1: for a difference the share before it.
   * @defaultValue 0.5, where the spread is largest
   */
  readonly share?: number | undefined;
}

/** A plan for CES. */
export interface CesSpread {
  /** The metric by name. */
  readonly metric: "ces";
  /** Expected standard deviation of the ratings: of an earlier score, `standardError` × √`n`. 1 to 2 is common on 1-7. */
  readonly standardDeviation: number;
}

/** Options about whom to invite. */
export interface InvitationOptions {
  /**
   * How many people there are in all, where that is few: a sample that takes in a good part of them needs fewer answers.
   * @defaultValue without bound
   */
  readonly population?: number | undefined;
  /**
   * Share of the invited who are expected to answer, above 0, at most 1.
   * @defaultValue unknown, and then `invitations` is `null`
   */
  readonly responseRate?: number | undefined;
}

/** The spread that the plan expects, as one number, which is checked: variance, share or standard deviation. */
export function checkedSpread(caller: string, plan: PlannedSpread): number {
  switch (plan.metric) {
    case "nps": {
      const { variance = 1 } = plan;
      return checkedNumber(caller, ["variance"], variance, "above 0 and at most 1", (v) => v > 0 && v <= 1);
    }
    case "csat": {
      const { share = 0.5 } = plan;
      return checkedNumber(caller, ["share"], share, "strictly between 0 and 1", (p) => p > 0 && p < 1);
    }
    case "ces":
      return checkedNumber(
        caller,
        ["standardDeviation"],
        plan.standardDeviation,
        "a number above 0",
        (s) => s > 0,
      );
  }
}

/** The name of the option that holds each metric's spread. */
const SPREAD_OF = { nps: "variance", csat: "share", ces: "standardDeviation" } as const;

/** The plan where its metric can be planned for and each option that is set is known, or a throw. */
export function checkedPlan<P extends PlannedSpread>(
  caller: string,
  plan: P,
  known: readonly (keyof P & string)[],
): P {
  requireObject(caller, ["options"], plan);
  requireComparableMetric(caller, plan.metric);
  return checkedOptions(caller, plan, ["metric", ...known, SPREAD_OF[plan.metric] as keyof P & string]);
}

/** The power asked for, or 0.8, which must exceed what chance alone detects. */
export function checkedPower(caller: string, power: number | undefined, level: number): number {
  const requirement = "a number strictly between 1 − level and 1";
  return checkedNumber(
    caller,
    ["power"],
    power === undefined ? 0.8 : power,
    requirement,
    (p) => p > 1 - level && p < 1,
  );
}

/** What rounding can add to a whole number of answers; it must not cost one more. */
const ROUNDING = 1e-12;

/** The whole number of answers that is enough, at least 1; `null` where it exceeds 2^53 − 1. */
export function enough(answers: number): number | null {
  const whole = Math.max(1, Math.ceil(answers * (1 - ROUNDING)));
  return whole <= Number.MAX_SAFE_INTEGER ? whole : null;
}

/** Options of {@link InvitationOptions}, checked. */
export interface Invitations {
  readonly population: number | null;
  readonly responseRate: number | null;
}

/** Whom to invite, checked: of no fewer people than the `least` that a plan can be made for. */
export function checkedInvitations(caller: string, options: InvitationOptions, least = 1): Invitations {
  const { population = null, responseRate = null } = options;
  if (population !== null) checkedSize(caller, "population", population, least);
  if (responseRate !== null) {
    checkedNumber(caller, ["responseRate"], responseRate, "above 0 and at most 1", (r) => r > 0 && r <= 1);
  }
  return { population, responseRate };
}

/** How many to invite for so many answers. */
export function invitationsFor(n: number | null, { responseRate }: Invitations): number | null {
  return n === null || responseRate === null ? null : enough(n / responseRate);
}

/** The fewest answers that a group's score can be compared with: a t test needs a spread. */
export function fewest(metric: ComparableMetric): number {
  return metric === "ces" ? 2 : 1;
}

/** The value where it is a whole number of answers or people from `least` up, or a throw that names the option. */
export function checkedSize(caller: string, name: string, value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
  throw refusal(caller, "invalid-count", [name], `a whole number from ${least} up`, value);
}

/** How many answers of so few people are as good as n₀ of a population without bound: n₀M ÷ (n₀ + M − 1). */
export function withinPopulation(answers: number, population: number | null): number {
  // In a form that no large n₀ carries past the doubles.
  return population === null || answers <= 0 ? answers : population / (1 + (population - 1) / answers);
}

/** How many answers of a population without bound are as good as n of so few people; infinite where they are everyone. */
export function withoutBound(n: number, population: number | null): number {
  return population === null ? n : n / ((population - n) / (population - 1));
}
