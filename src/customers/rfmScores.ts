// RFM scores: how many of the cuts a customer has passed, and where quantiles put the cuts.

import { checkedOptions, refusal } from "../errors.ts";

/** The three measures of RFM. */
export type RfmMeasure = "recency" | "frequency" | "monetary";

/** A number for each measure. */
export type RfmNumbers = Readonly<Record<RfmMeasure, number>>;

/**
 * What a customer must pass for each score above the lowest, in turn: one cut fewer than there are bins. Frequency and
 * money must be above the cut, recency must be fewer days than it.
 */
export interface RfmCuts {
  /** Days since the last order, never rising; `null` where there are no customers. */
  readonly recency: readonly number[] | null;
  /** Orders, never falling; `null` where there are no customers. */
  readonly frequency: readonly number[] | null;
  /** Money, never falling; `null` where there are no customers. */
  readonly monetary: readonly number[] | null;
}

/** Cuts that a caller may leave to the quantiles, all or some of them. */
export type GivenRfmCuts = { readonly [M in RfmMeasure]?: RfmCuts[M] | undefined };

const MEASURES: readonly RfmMeasure[] = ["recency", "frequency", "monetary"];

/** Whether more is better: fewer days are. */
const SIGN: RfmNumbers = { recency: -1, frequency: 1, monetary: 1 };

/** How far totals can be from each other by rounding alone, as a share of them: far above it, and far below any price. */
const ROUNDING = 1e-12;

/** 1, and one more for each cut that is passed. Equal values pass the same cuts. */
export function scoreOf(measure: RfmMeasure, value: number, cuts: RfmCuts): number {
  let score = 1;
  for (const cut of cuts[measure] as readonly number[])
    if (SIGN[measure] * (value - cut) > ROUNDING * Math.abs(cut)) score++;
  return score;
}

/** The cuts given, without −0, and the quantiles of the customers where none are. */
export function cutsOf(customers: readonly RfmNumbers[], given: GivenRfmCuts, bins: number): RfmCuts {
  const cuts = (measure: RfmMeasure): readonly number[] | null =>
    given[measure]?.map((cut) => cut + 0) ??
    (customers.length === 0 ? null : quantileCuts(measure, customers, bins));
  return { recency: cuts("recency"), frequency: cuts("frequency"), monetary: cuts("monetary") };
}

/**
 * The customers' values at 1/bins, 2/bins, … from the worst up, each the worse of the two between which the quantile of
 * type 7 lies. No customer is between the two, so that the scores are those of the quantiles themselves, without the
 * rounding of an interpolation.
 */
function quantileCuts(
  measure: RfmMeasure,
  customers: readonly RfmNumbers[],
  bins: number,
): readonly number[] {
  const sign = SIGN[measure];
  const sorted = Float64Array.from(customers, (customer) => sign * customer[measure]).sort();
  return Array.from({ length: bins - 1 }, (_, i) => {
    // The product of two whole numbers is exact, where that with a share is not.
    const place = Math.floor(((sorted.length - 1) * (i + 1)) / bins);
    return sign * (sorted[place] as number);
  });
}

/** The cuts of a caller, or a throw naming the one that is wrong. */
export function checkedCuts(caller: string, cuts: GivenRfmCuts, bins: number): GivenRfmCuts {
  const given = checkedOptions(caller, cuts, MEASURES, ["cuts"]);
  for (const measure of MEASURES) checkCuts(caller, measure, given[measure], bins);
  return given;
}

function checkCuts(caller: string, measure: RfmMeasure, cuts: unknown, bins: number): void {
  if (cuts === null || cuts === undefined) return;
  const path = ["cuts", measure];
  if (!Array.isArray(cuts) || cuts.length !== bins - 1) {
    throw refusal(caller, "invalid-argument", path, `an array of bins − 1 (${bins - 1}) numbers`, cuts);
  }
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, cut] of cuts.entries()) {
    if (!(Number.isFinite(cut) && SIGN[measure] * cut >= before)) {
      const bound = measure === "recency" ? "at most" : "at least";
      const requirement = `a finite number, ${bound} the one before it`;
      throw refusal(caller, "invalid-argument", [...path, i], requirement, cut);
    }
    before = SIGN[measure] * cut;
  }
}
