// The signals of a churn risk: what each measures, where it is best and worst, and how heavily it weighs.

import { checkedOptions, refusal, refusalInWords } from "../errors.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../records/weight.ts";
import { frozen } from "./ruleLists.ts";

/** What is known of a party that may leave. Absent and `null` mean "not known"; 0 says that there is nothing. */
export interface ChurnSignals {
  /** The party's Net Promoter Score, from −100 to 100. */
  readonly nps?: number | null | undefined;
  /** Share of its satisfaction answers that are satisfied, from 0 to 1. */
  readonly csatShare?: number | null | undefined;
  /** Share of its effort answers that are on the easy side, from 0 to 1. */
  readonly cesShare?: number | null | undefined;
  /** How its ratings move per month, in points of a 0-10 scale, from −10 to 10. On another scale × 10 ÷ (highest − lowest). */
  readonly ratingSlopePerMonth?: number | null | undefined;
  /** How its use has changed against what was usual, from −1 (stopped) up: −0.2 is a fifth less. */
  readonly usageChange?: number | null | undefined;
  /** Time since its latest purchase or contact ÷ its usual gap, from 0 up. */
  readonly gapRatio?: number | null | undefined;
  /** How many of its cases or complaints are open. */
  readonly openCases?: number | null | undefined;
  /** How many of its recent cases came back after they had been solved. */
  readonly repeatCases?: number | null | undefined;
  /** How many of its payments are overdue. */
  readonly overduePayments?: number | null | undefined;
  /** Days until its contract runs out; negative where it has run out. */
  readonly daysToContractEnd?: number | null | undefined;
}

/** A signal by name. */
export type ChurnSignal = keyof ChurnSignals;

/** How a signal is read. */
export interface ChurnRiskSignal {
  /** The signal by name. */
  readonly signal: ChurnSignal;
  /** The value from which on, away from `worst`, it scores 0. */
  readonly best: number;
  /** The value from which on, away from `best`, it scores 1. Between the two the score runs in a straight line. */
  readonly worst: number;
  /** How heavily it weighs against the others: 0, or a number from 1e-100 to 1e100. */
  readonly weight: number;
}

/** How risky a party looks. */
export type ChurnRiskBand = "low" | "medium" | "high";

/** From which risk on a band begins. */
export interface ChurnRiskBandFrom {
  /** The band. */
  readonly band: ChurnRiskBand;
  /** The lowest risk in it. */
  readonly from: number;
}

/**
 * How {@link churnRisk} reads each signal: best and worst value, and weight. Frozen plain data.
 *
 * Scores and shares run over their whole scale, so that no cut is hidden in them. A change or a count is best where nothing
 * is wrong. Every weight is 1: where nothing is known of which sign matters more, equal weights predict nearly as well as
 * fitted ones, and far better than guesses.
 *
 * Sources: the kinds of signals (low scores, falling usage, unresolved complaints) are those of Indonesian practitioners'
 * articles, as docs/relationships.md tells them; equal weights: Dawes, "The Robust Beauty of Improper Linear Models in Decision
 * Making", American Psychologist 34 (1979). Best and worst values are our own.
 *
 * @example
 * ```ts
 * import { CHURN_RISK_SIGNALS } from "cx-metrics";
 *
 * CHURN_RISK_SIGNALS[0]; // → { signal: "nps", best: 100, worst: -100, weight: 1 }
 * CHURN_RISK_SIGNALS.length; // → 10
 * ```
 */
export const CHURN_RISK_SIGNALS: readonly ChurnRiskSignal[] = /* @__PURE__ */ usualSignals();

/**
 * Where the bands of {@link churnRisk} begin, the highest first. The high band begins where {@link LIFECYCLE_RULES} see a party at
 * risk. Frozen plain data.
 *
 * Source: own convention.
 *
 * @example
 * ```ts
 * import { CHURN_RISK_BANDS } from "cx-metrics";
 *
 * CHURN_RISK_BANDS[0]; // → { band: "high", from: 0.6 }
 * ```
 */
export const CHURN_RISK_BANDS: readonly ChurnRiskBandFrom[] = /* @__PURE__ */ frozen<
  readonly ChurnRiskBandFrom[]
>([
  { band: "high", from: 0.6 },
  { band: "medium", from: 0.3 },
  { band: "low", from: 0 },
]);

function usualSignals(): readonly ChurnRiskSignal[] {
  const rows: readonly (readonly [ChurnSignal, best: number, worst: number])[] = [
    ["nps", 100, -100],
    ["csatShare", 1, 0],
    ["cesShare", 1, 0],
    ["ratingSlopePerMonth", 0, -1],
    ["usageChange", 0, -0.5],
    ["gapRatio", 1, 3],
    ["openCases", 0, 3],
    ["repeatCases", 0, 3],
    ["overduePayments", 0, 3],
    ["daysToContractEnd", 90, 0],
  ];
  return frozen(rows.map(([signal, best, worst]) => ({ signal, best, worst, weight: 1 })));
}

/** What a signal can be: its lowest and highest value, and whether it counts whole things. */
export interface SignalRange {
  readonly lowest: number;
  readonly highest: number;
  readonly whole: boolean;
}

const ANY_COUNT: SignalRange = { lowest: 0, highest: 9_007_199_254_740_991, whole: true };
const ANY_SHARE: SignalRange = { lowest: 0, highest: 1, whole: false };

/** What each signal can be. */
export const SIGNAL_RANGES: Readonly<Record<ChurnSignal, SignalRange>> = {
  nps: { lowest: -100, highest: 100, whole: false },
  csatShare: ANY_SHARE,
  cesShare: ANY_SHARE,
  ratingSlopePerMonth: { lowest: -10, highest: 10, whole: false },
  usageChange: { lowest: -1, highest: 1e300, whole: false },
  gapRatio: { lowest: 0, highest: 1e300, whole: false },
  openCases: ANY_COUNT,
  repeatCases: ANY_COUNT,
  overduePayments: ANY_COUNT,
  daysToContractEnd: { lowest: -1e8, highest: 1e8, whole: false },
};

/** The signals by name. */
export const CHURN_SIGNALS: readonly ChurnSignal[] = /* @__PURE__ */ Object.keys(
  SIGNAL_RANGES,
) as ChurnSignal[];

/** A signal's value, `null` where it is not known, or a throw where it is none. */
export function signalOf(caller: string, signals: ChurnSignals, signal: ChurnSignal): number | null {
  const value = signals[signal];
  if (value === null || value === undefined) return null;
  const { lowest, highest, whole } = SIGNAL_RANGES[signal];
  if (typeof value !== "number" || !(value >= lowest && value <= highest)) {
    const bounds = highest > 1e9 ? `from ${lowest} up` : `from ${lowest} to ${highest}`;
    const path = ["signals", signal];
    throw refusal(caller, "invalid-argument", path, `a number ${bounds} or missing`, value);
  }
  if (whole && !Number.isInteger(value)) {
    throw refusal(caller, "invalid-count", ["signals", signal], "a whole number from 0 up", value);
  }
  return value + 0;
}

/** The signals with the weights asked for, or a throw where one is no weight or none weighs anything. */
export function weighedSignals(
  caller: string,
  weights: { readonly [Signal in ChurnSignal]?: number | undefined },
): readonly ChurnRiskSignal[] {
  checkedOptions(caller, weights, CHURN_SIGNALS, ["weights"]);
  const weighed = CHURN_RISK_SIGNALS.map((usual) => {
    const { [usual.signal]: weight = usual.weight } = weights;
    if (isUsableWeight(weight)) return { ...usual, weight: weight + 0 };
    throw refusal(caller, "invalid-weight", ["weights", usual.signal], USABLE_WEIGHT, weight);
  });
  if (weighed.some(({ weight }) => weight > 0)) return weighed;
  const requirement = "weights of which one is above 0";
  throw refusalInWords(caller, "invalid-weight", ["weights"], requirement, "none that is");
}
