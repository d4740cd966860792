// The words for a comparison, in each language.

import { roundHalfAwayFromZero } from "../statistics/rounding.ts";
import type { ComparableMetric } from "./comparableScore.ts";

/** The words of one language. */
export interface ComparisonWords {
  readonly names: { readonly [M in ComparableMetric]: string };
  readonly number: (value: number, decimals: number) => string;
  readonly percent: (level: number) => string;
  readonly lessThan: (amount: string) => string;
  readonly change: (
    name: string,
    direction: number,
    amount: string,
    onScale: boolean,
    ofGroups: boolean,
  ) => string;
  readonly interval: (level: string, low: string, high: string) => string;
  readonly verdicts: { readonly [V in "rare" | "chance" | "borderline"]: (ofGroups: boolean) => string };
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
  change: (name, direction, amount, onScale, ofGroups) => {
    if (direction === 0) return ofGroups ? `${name} came out equal in both` : `${name} came out the same`;
    const points = /(^| )1$/.test(amount) ? "point" : "points";
    const unit = onScale ? `${points} of its scale` : points;
    if (ofGroups) return `${name} is ${amount} ${unit} ${direction > 0 ? "higher" : "lower"}`;
    return `${name} ${direction > 0 ? "rose" : "fell"} by ${amount} ${unit}`;
  },
  interval: (level, low, high) => `${level} interval ${low} to ${high}`,
  verdicts: {
    rare: (ofGroups) =>
      `a difference like this would be rare if ${ofGroups ? "both were the same underneath" : "nothing had changed"}`,
    chance: () => "a difference like this is within what chance alone produces",
    borderline: () => "interval and test disagree on whether chance alone produces a difference like this",
  },
  pValue: /* @__PURE__ */ pValueWith(".", "adjusted for the number of comparisons"),
  untested: "these answers cannot tell how much of that is chance",
  impossible: (name) => `${name} cannot be compared: there are no answers on one side or both.`,
};

export const INDONESIAN: ComparisonWords = {
  names: NAMES,
  number: /* @__PURE__ */ numberWith(","),
  percent: /* @__PURE__ */ percentWith(","),
  lessThan: (amount) => `kurang dari ${amount}`,
  change: (name, direction, amount, onScale, ofGroups) => {
    if (direction === 0) return ofGroups ? `${name} keduanya sama besar` : `${name} tercatat sama`;
    const unit = onScale ? "poin pada skalanya" : "poin";
    if (ofGroups) return `${name} lebih ${direction > 0 ? "tinggi" : "rendah"} ${amount} ${unit}`;
    return `${name} ${direction > 0 ? "naik" : "turun"} ${amount} ${unit}`;
  },
  interval: (level, low, high) => `interval kepercayaan ${level}: ${low} sampai ${high}`,
  verdicts: {
    rare: (ofGroups) =>
      `selisih seperti ini jarang terjadi jika sebenarnya ${ofGroups ? "keduanya sama" : "tidak ada yang berubah"}`,
    chance: () => "selisih seperti ini masih dalam batas yang dapat timbul karena kebetulan",
    borderline: () =>
      "interval dan uji tidak sejalan tentang apakah selisih seperti ini dapat timbul karena kebetulan",
  },
  pValue: /* @__PURE__ */ pValueWith(",", "disesuaikan dengan jumlah perbandingan"),
  untested: "jawaban yang ada tidak cukup untuk menilai berapa bagiannya yang kebetulan",
  impossible: (name) =>
    `${name} tidak dapat dibandingkan: salah satu atau kedua sisi tidak memiliki jawaban.`,
};
