// Churn risk: a scorecard of the signs that a party may leave.

import { checkedOptions } from "../errors.ts";
import {
  CHURN_RISK_BANDS,
  CHURN_SIGNALS,
  type ChurnRiskBand,
  type ChurnRiskBandFrom,
  type ChurnRiskSignal,
  type ChurnSignal,
  type ChurnSignals,
  signalOf,
  weighedSignals,
} from "./churnSignals.ts";

/** Options of {@link churnRisk} and {@link healthScore}. */
export interface ChurnRiskOptions {
  /**
   * Weights of your own, by signal: 0, or a number from 1e-100 to 1e100. Only their proportions matter.
   * @defaultValue 1 for each signal left out, as in {@link CHURN_RISK_SIGNALS}
   */
  readonly weights?: Partial<Readonly<Record<ChurnSignal, number | undefined>>> | undefined;
}

/** What one signal adds to the risk. */
export interface ChurnRiskContribution {
  /** The signal by name. */
  readonly signal: ChurnSignal;
  /** Its value, as given. */
  readonly value: number;
  /** Where that lies between best, 0, and worst, 1. */
  readonly score: number;
  /** How heavily it weighs. */
  readonly weight: number;
  /** Its part of the risk: score × weight ÷ weight of all signals present. */
  readonly contribution: number;
}

/** A risk with what it is made of. */
export interface ChurnRisk {
  /** From 0, every signal at its best, to 1, every signal at its worst; `null` where none with weight is known. No probability. */
  readonly risk: number | null;
  /** The band that the risk is in, by {@link CHURN_RISK_BANDS}; `null` where there is no risk. */
  readonly band: ChurnRiskBand | null;
  /** The signals present, in the order of {@link CHURN_RISK_SIGNALS}; their contributions add up to the risk. */
  readonly contributions: readonly ChurnRiskContribution[];
  /** How much was known, from 0 to 1: weight of the signals present ÷ weight of all. */
  readonly coverage: number;
  /** The signals that were not known. */
  readonly missing: readonly ChurnSignal[];
}

/**
 * Churn risk scorecard: how many signs that a party may leave are there, and how strong?
 *
 * Each signal known scores from 0 at its best value to 1 at its worst, in a straight line between the two and level beyond
 * them, and the risk is the mean of the scores by weight. It is a scorecard and not a fitted probability: a risk of 0.6 does not say
 * that six in ten leave. It orders parties, and says what to look at; how well it tells those who leave from those who stay is
 * for your own data to show. Rivals are a regression or a survival model fitted to who left.
 *
 * A worse value never lowers the risk. Signals that are not known are left out of the mean, not taken for 0, and
 * are listed in `missing`; `coverage` says how much of the weight was known. A risk of few signals moves more than one of many. Signals
 * that nobody knows, or that have no weight, give `null`.
 *
 * Sources: as {@link CHURN_RISK_SIGNALS}.
 *
 * @param signals - what is known of the party
 * @param options - weights
 * @throws {@link CxMetricsError} `invalid-argument` for a signal that is out of its range or has no such name, `invalid-count` for
 * a count that is not whole, `invalid-weight` for a weight that is none, or where none is above 0
 *
 * @example
 * ```ts
 * import { churnRisk } from "cx-metrics";
 *
 * const { risk, band, contributions, coverage } = churnRisk({ nps: -100, usageChange: -0.25, openCases: 0 });
 * [risk, band, coverage]; // → [0.5, "medium", 0.3]
 * contributions[1]; // ≈ { signal: "usageChange", value: -0.25, score: 0.5, weight: 1, contribution: 0.16666666666666666 }
 *
 * churnRisk({ nps: -100, openCases: 0 }, { weights: { nps: 3 } }).risk; // → 0.75
 * ```
 */
export function churnRisk(signals: ChurnSignals, options: ChurnRiskOptions = {}): ChurnRisk {
  return riskFor("churnRisk", signals, options);
}

/** The risk, under the name of the function that was called. */
export function riskFor(caller: string, signals: ChurnSignals, options: ChurnRiskOptions): ChurnRisk {
  checkedOptions(caller, signals, CHURN_SIGNALS, ["signals"]);
  const { weights = {} } = checkedOptions(caller, options, ["weights"]);
  const table = weighedSignals(caller, weights);
  const known = table.flatMap((row) => {
    const value = signalOf(caller, signals, row.signal);
    return value === null ? [] : [{ row, value }];
  });
  const present = weightOf(known.map(({ row }) => row));
  const contributions = known.map(({ row, value }): ChurnRiskContribution => {
    const score = scoreOf(row, value);
    const contribution = present === 0 ? 0 : (row.weight / present) * score;
    return { signal: row.signal, value, score, weight: row.weight, contribution };
  });
  const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
  // Shares of the weight may add up to a rounding more than 1.
  const risk = present === 0 ? null : Math.min(1, sum);
  return {
    risk,
    band: risk === null ? null : bandOf(risk),
    contributions,
    coverage: present / weightOf(table),
    missing: table
      .map(({ signal }) => signal)
      .filter((signal) => !known.some(({ row }) => row.signal === signal)),
  };
}

function weightOf(rows: readonly ChurnRiskSignal[]): number {
  return rows.reduce((sum, { weight }) => sum + weight, 0);
}

function scoreOf({ best, worst }: ChurnRiskSignal, value: number): number {
  // Adding 0 turns a −0 into 0.
  return Math.min(1, Math.max(0, (value - best) / (worst - best))) + 0;
}

function bandOf(risk: number): ChurnRiskBand {
  const found = CHURN_RISK_BANDS.find(({ from }) => risk >= from) as ChurnRiskBandFrom;
  return found.band;
}
