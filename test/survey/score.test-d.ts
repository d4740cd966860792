// Types of what the scorers return.

import { describe, expectTypeOf, it } from "vitest";
import {
  type CesDirection,
  type CesScore,
  type CsatScore,
  ces,
  csat,
  type Interval,
  type NetScore,
  type NpsCategory,
  type NpsScore,
  netScore,
  nps,
  npsCategory,
  type Rate,
  responseRate,
  type Score,
  type Share,
  type Tally,
  type TopBoxScore,
  topBox,
} from "../../src/index.ts";

const scale = { min: 1, max: 5 };

/** Whether two types are the same, `readonly` included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** The names of the properties that can be written to. */
type Writable<T> = {
  [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? never : K;
}[keyof T];

describe("a scorer", () => {
  it("returns the score of its metric", () => {
    expectTypeOf(nps([10])).toEqualTypeOf<NpsScore>();
    expectTypeOf(csat([5])).toEqualTypeOf<CsatScore>();
    expectTypeOf(ces([7])).toEqualTypeOf<CesScore>();
    expectTypeOf(topBox([5], { scale, from: 5 })).toEqualTypeOf<TopBoxScore>();
    expectTypeOf(netScore([5], { scale, top: 4, bottom: 2 })).toEqualTypeOf<NetScore>();
    expectTypeOf(npsCategory(9)).toEqualTypeOf<NpsCategory>();
    expectTypeOf(responseRate({ invited: 1, answered: 1 })).toEqualTypeOf<Rate>();
  });

  it("names its metric in the type, so that scores of a union can be told apart", () => {
    const metricOf = (score: NpsScore | CsatScore | CesScore | TopBoxScore | NetScore): void => {
      expectTypeOf(score.metric).toEqualTypeOf<"nps" | "csat" | "ces" | "top-box" | "net-score">();
      if (score.metric === "nps") expectTypeOf(score).toEqualTypeOf<NpsScore>();
      if (score.metric === "ces") expectTypeOf(score.direction).toEqualTypeOf<CesDirection>();
    };
    expectTypeOf(metricOf).returns.toBeVoid();
  });
});

describe("a score", () => {
  it("of any metric is a Score", () => {
    expectTypeOf<NpsScore>().toExtend<Score>();
    expectTypeOf<CsatScore>().toExtend<Score>();
    expectTypeOf<CesScore>().toExtend<Score>();
    expectTypeOf<TopBoxScore>().toExtend<Score>();
    expectTypeOf<NetScore>().toExtend<Score>();
  });

  it("has null in the type of every figure that no answers leave undefined", () => {
    expectTypeOf<Score["score" | "standardError"]>().toEqualTypeOf<number | null>();
    expectTypeOf<CsatScore["mean"]>().toEqualTypeOf<number | null>();
    expectTypeOf<CesScore["net"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Share["share"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Score["interval"]>().toEqualTypeOf<Interval | null>();
    expectTypeOf<Rate["rate"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Rate["interval"]>().toEqualTypeOf<Interval | null>();
    expectTypeOf<Score["n" | "missing" | "effectiveN"]>().toEqualTypeOf<number>();
    expectTypeOf<Score["tally"]>().toEqualTypeOf<Tally>();
    // @ts-expect-error The score of no answers is null, and that must be looked at.
    nps([]).score + 1;
  });

  it("has its classes as shares", () => {
    expectTypeOf<NpsScore["promoters" | "passives" | "detractors"]>().toEqualTypeOf<Share>();
    expectTypeOf<CsatScore["satisfied"]>().toEqualTypeOf<Share>();
    expectTypeOf<CesScore["easy" | "difficult"]>().toEqualTypeOf<Share>();
    expectTypeOf<TopBoxScore["top"]>().toEqualTypeOf<Share>();
    expectTypeOf<NetScore["top" | "middle" | "bottom"]>().toEqualTypeOf<Share>();
  });

  it("says by which policy it was made", () => {
    expectTypeOf<NpsScore["bands"]>().toEqualTypeOf<{
      readonly passive: number;
      readonly promoter: number;
    }>();
    expectTypeOf<NetScore["bands"]>().toEqualTypeOf<{ readonly top: number; readonly bottom: number }>();
    expectTypeOf<CsatScore["satisfiedFrom"]>().toEqualTypeOf<number>();
    expectTypeOf<TopBoxScore["from"]>().toEqualTypeOf<number>();
    expectTypeOf<CesScore["direction"]>().toEqualTypeOf<"higher-is-easier" | "lower-is-easier">();
  });

  it("cannot be written to", () => {
    expectTypeOf<Writable<{ readonly fixed: number; free: number }>>().toEqualTypeOf<"free">();
    expectTypeOf<Writable<NpsScore>>().toBeNever();
    expectTypeOf<Writable<CsatScore>>().toBeNever();
    expectTypeOf<Writable<CesScore>>().toBeNever();
    expectTypeOf<Writable<TopBoxScore>>().toBeNever();
    expectTypeOf<Writable<NetScore>>().toBeNever();
    expectTypeOf<Writable<Share>>().toBeNever();
    expectTypeOf<Writable<Interval>>().toBeNever();
    expectTypeOf<Writable<Tally>>().toBeNever();
    expectTypeOf<Writable<Rate>>().toBeNever();
    const score = nps([10]);
    // @ts-expect-error Results are read-only.
    score.score = 0;
    // @ts-expect-error So is what is in them.
    score.promoters.count = 0;
    // @ts-expect-error And the tally's cells.
    score.tally.counts[0] = 1;
  });
});
