import { expectTypeOf, it } from "vitest";
import {
  type CesScore,
  type Comparison,
  type CsatScore,
  compare,
  compareAll,
  comparePaired,
  compareToBenchmark,
  csat,
  type Group,
  minimumDetectableDifference,
  type NpsScore,
  nps,
  sampleSize,
  sampleSizeToDetect,
} from "../../src/index.ts";

declare const npsScore: NpsScore;
declare const csatScore: CsatScore;
declare const cesScore: CesScore;
declare const groups: readonly Group<"plan" | "month", NpsScore>[];

it("compare takes two scores of one metric, and the methods of that metric", () => {
  expectTypeOf(compare(npsScore, npsScore)).toEqualTypeOf<Comparison>();
  compare(npsScore, npsScore, { method: "wald" });
  compare(csatScore, csatScore, { method: "newcombe", level: 0.9 });
  compare(cesScore, cesScore, { method: "welch-t" });
  // @ts-expect-error a satisfaction score is no net promoter score
  compare(npsScore, csatScore);
  // @ts-expect-error the method of another metric
  compare(csatScore, csatScore, { method: "wald" });
  // @ts-expect-error there is no such option
  compare(csatScore, csatScore, { alpha: 0.05 });
});

it("compareToBenchmark takes the methods of the scorer", () => {
  compareToBenchmark(npsScore, 20, { method: "score" });
  compareToBenchmark(csatScore, 80, { method: "clopper-pearson" });
  // @ts-expect-error the method of another metric
  compareToBenchmark(npsScore, 20, { method: "wilson" });
  // @ts-expect-error the benchmark is a number
  compareToBenchmark(npsScore, npsScore);
});

it("comparePaired takes pairs of ratings and a scorer", () => {
  comparePaired([[1, null]], { metric: nps });
  comparePaired([[1, 5]] as const, { metric: (answers) => csat(answers, { satisfiedFrom: 5 }) });
  // @ts-expect-error a triple
  comparePaired([[1, 2, 3]], { metric: nps });
  // @ts-expect-error no scorer
  comparePaired([[1, 2]], {});
});

it("compareAll takes groups, and a key of theirs", () => {
  const [comparison] = compareAll(groups, { against: { plan: "Basic", month: 3 } });
  expectTypeOf(comparison?.key.plan).toEqualTypeOf<string | number | boolean | null | undefined>();
  compareAll(groups, { against: "rest", adjust: "benjamini-hochberg", method: "wald" });
  // @ts-expect-error half a key
  compareAll(groups, { against: { plan: "Basic" } });
  // @ts-expect-error the method of another metric
  compareAll(groups, { method: "newcombe" });
});

it("plans need what their metric needs", () => {
  sampleSize({ metric: "nps", marginOfError: 5 });
  sampleSize({ metric: "ces", marginOfError: 0.2, standardDeviation: 1.4 });
  // @ts-expect-error a mean needs a standard deviation
  sampleSize({ metric: "ces", marginOfError: 0.2 });
  // @ts-expect-error a share belongs to CSAT
  sampleSize({ metric: "nps", marginOfError: 5, share: 0.5 });
  sampleSizeToDetect({ metric: "nps", difference: 5, population: 100, responseRate: 0.4 });
  minimumDetectableDifference({ metric: "csat", n: 50, population: 100, direction: "fall" });
  // @ts-expect-error a margin belongs to one score
  sampleSizeToDetect({ metric: "nps", difference: 5, marginOfError: 3 });
});
