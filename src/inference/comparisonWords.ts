// The words for a comparison, in each language.

import { roundHalfAwayFromZero } from "../statistics/rounding.ts";
import type { ComparableMetric } from "./comparableScore.ts";

/** What is compared: one thing at two times, two groups, or a score with a benchmark. */
export type Compared = "change" | "groups" | "benchmark";

/** The words of one language. */
export interface ComparisonWords {
  readonly names: { readonly [M in ComparableMetric]: string };
  readonly number: (value: number, decimals: number) => string;
  readonly percent: (level: number) => string;
  readonly lessThan: (amount: string) => string;
  readonly amount: (size: string, onScale: boolean) => string;
  /** Where something was compared with a benchmark, `benchmark` is that as it is shown; elsewhere it is not read. */
  readonly difference: {
    readonly [C in Compared]: (name: string, direction: number, amount: string, benchmark: string) => string;
  };
  readonly interval: (level: string, low: string, high: string) => string;
  readonly verdicts: { readonly [V in "rare" | "chance" | "borderline"]: (compared: Compared) => string };
  readonly pValue: (p: number, isAdjusted: boolean) => string;
  readonly untested: string;
  readonly impossible: (name: string) => string;
}

const NAMES: ComparisonWords["names"] = { nps: "NPS", csat: "CSAT", ces: "CES" };

/** A rounded number with the decimal sign of the language and a real minus. */
function numberWith(decimalSign: string): (value: number, decimals: number) => string {
  return (value, decimals) =>
    String(roundHalfAwayFromZero(value, decimals)).replace(".", decimalSign).replace("-", "−");
}

/** A p-value to three decimals, as far as that tells it from 0 and from 1 − level. */
function pValueWith(decimalSign: string, adjusted: string): (p: number, isAdjusted: boolean) => string {
  const shown = numberWith(decimalSign);
  return (p, isAdjusted) => {
    const figure = p < 0.001 ? `p < ${shown(0.001, 3)}` : `p = ${shown(p, p < 0.1 ? 3 : 2)}`;
    return isAdjusted ? `${figure}, ${adjusted}` : figure;
  };
}

/** A level in percent, without what binary fractions add to it. */
function percentWith(decimalSign: string): (level: number) => string {
  return (level) => `${numberWith(decimalSign)(100 * level, 10)} %`;
}

export const ENGLISH: ComparisonWords = {
  names: NAMES,
  number: /* @__PURE__ */ numberWith("."),
  percent: /* @__PURE__ */ percentWith("."),
  lessThan: (amount) => `less than ${amount}`,
  amount: (size, onScale) => {
    const points = /(^| )1$/.test(size) ? "point" : "points";
    return `${size} ${onScale ? `${points} of its scale` : points}`;
  },
  difference: {
    change: (name, direction, amount) =>
      direction === 0
        ? `${name} came out the same`
        : `${name} ${direction > 0 ? "rose" : "fell"} by ${amount}`,
    groups: (name, direction, amount) =>
      direction === 0
        ? `${name} came out equal in both`
        : `${name} is ${amount} ${direction > 0 ? "higher" : "lower"}`,
    benchmark: (name, direction, amount, benchmark) =>
      direction === 0
        ? `${name} came out at the benchmark of ${benchmark}`
        : `${name} is ${amount} ${direction > 0 ? "above" : "below"} the benchmark of ${benchmark}`,
  },
  interval: (level, low, high) => `${level} interval ${low} to ${high}`,
  verdicts: {
    rare: (compared) => {
      const truth = {
        change: "nothing had changed",
        groups: "both were the same underneath",
        benchmark: "the benchmark were the true score",
      };
      return `a difference like this would be rare if ${truth[compared]}`;
    },
    chance: () => "a difference like this is within what chance alone produces",
    borderline: () => "interval and test disagree on whether chance alone produces a difference like this",
  },
  pValue: /* @__PURE__ */ pValueWith(".", "adjusted for the number of comparisons"),
  untested: "these answers allow no test",
  impossible: (name) => `${name} cannot be compared: there are no answers on one side or both.`,
};

export const INDONESIAN: ComparisonWords = {
  names: NAMES,
  number: /* @__PURE__ */ numberWith(","),
  percent: /* @__PURE__ */ percentWith(","),
  lessThan: (amount) => `kurang dari ${amount}`,
  amount: (size, onScale) => `${size} ${onScale ? "poin pada skalanya" : "poin"}`,
  difference: {
    change: (name, direction, amount) =>
      direction === 0 ? `${name} tercatat sama` : `${name} ${direction > 0 ? "naik" : "turun"} ${amount}`,
    groups: (name, direction, amount) =>
      direction === 0
        ? `${name} keduanya sama besar`
        : `${name} lebih ${direction > 0 ? "tinggi" : "rendah"} ${amount}`,
    benchmark: (name, direction, amount, benchmark) =>
      direction === 0
        ? `${name} tercatat sama dengan patokan ${benchmark}`
        : `${name} ${amount} di ${direction > 0 ? "atas" : "bawah"} patokan ${benchmark}`,
  },
  interval: (level, low, high) => `interval kepercayaan ${level}: ${low} sampai ${high}`,
  verdicts: {
    rare: (compared) => {
      const truth = {
        change: "tidak ada yang berubah",
        groups: "keduanya sama",
        benchmark: "skornya sama dengan patokan itu",
      };
      return `selisih seperti ini jarang terjadi jika sebenarnya ${truth[compared]}`;
    },
    chance: () => "selisih seperti ini masih dalam batas yang dapat timbul karena kebetulan",
    borderline: () =>
      "interval dan uji tidak sejalan tentang apakah selisih seperti ini dapat timbul karena kebetulan",
  },
  pValue: /* @__PURE__ */ pValueWith(",", "disesuaikan dengan jumlah perbandingan"),
  untested: "jawaban yang ada tidak dapat diuji",
  impossible: (name) =>
    `${name} tidak dapat dibandingkan: salah satu atau kedua sisi tidak memiliki jawaban.`,
};
