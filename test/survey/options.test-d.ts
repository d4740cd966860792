// Types of the options: which must be given, which may be undefined, and what they may hold.

import { describe, expectTypeOf, it } from "vitest";
import {
  type CesOptions,
  CSAT_SCALE,
  type CsatOptions,
  ces,
  csat,
  type NetScoreOptions,
  type NetShareMethod,
  type NpsOptions,
  netScore,
  nps,
  npsCategory,
  type ProportionMethod,
  type RateOptions,
  responseRate,
  type Scale,
  type ScoreByOptions,
  type TallyFromCountsOptions,
  type TallyRowsOptions,
  type TopBoxOptions,
  topBox,
} from "../../src/index.ts";

/** The names of the properties that may be left out. */
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
/** The names of the optional properties that may not be given as `undefined`. */
type Exact<T> = { [K in Optional<T>]: Record<K, undefined> extends Pick<T, K> ? never : K }[Optional<T>];

type AnyRow = { readonly answer: number };

describe("options", () => {
  it("that are optional may be given as undefined", () => {
    expectTypeOf<
      Exact<{ given: number; exact?: number; loose?: number | undefined }>
    >().toEqualTypeOf<"exact">();
    expectTypeOf<Exact<NpsOptions>>().toBeNever();
    expectTypeOf<Exact<CsatOptions>>().toBeNever();
    expectTypeOf<Exact<CesOptions>>().toBeNever();
    expectTypeOf<Exact<TopBoxOptions>>().toBeNever();
    expectTypeOf<Exact<NetScoreOptions>>().toBeNever();
    expectTypeOf<Exact<RateOptions>>().toBeNever();
    expectTypeOf<Exact<TallyRowsOptions<AnyRow>>>().toBeNever();
    expectTypeOf<Exact<TallyFromCountsOptions>>().toBeNever();
    expectTypeOf<Exact<ScoreByOptions<AnyRow, unknown, "plan">>>().toBeNever();
    const level: number | undefined = undefined;
    expectTypeOf(csat).toBeCallableWith([5], {
      level,
      method: undefined,
      scale: undefined,
      satisfiedFrom: undefined,
    });
  });

  it("may be left out altogether where none must be given", () => {
    expectTypeOf<Optional<NpsOptions>>().toEqualTypeOf<"level" | "method" | "bands" | "scale">();
    expectTypeOf<Optional<CsatOptions>>().toEqualTypeOf<"level" | "method" | "scale" | "satisfiedFrom">();
    expectTypeOf<Optional<CesOptions>>().toEqualTypeOf<"level" | "direction" | "scale">();
    expectTypeOf<Optional<RateOptions>>().toEqualTypeOf<"level">();
    expectTypeOf(nps).toBeCallableWith([9]);
    expectTypeOf(csat).toBeCallableWith([5]);
    expectTypeOf(ces).toBeCallableWith([5]);
    expectTypeOf(responseRate).toBeCallableWith({ invited: 5, answered: 1 });
  });

  it("without which a score would mean nothing must be given", () => {
    expectTypeOf<Exclude<keyof TopBoxOptions, Optional<TopBoxOptions>>>().toEqualTypeOf<"scale" | "from">();
    expectTypeOf<Exclude<keyof NetScoreOptions, Optional<NetScoreOptions>>>().toEqualTypeOf<
      "scale" | "top" | "bottom"
    >();
    type RowOptions = TallyRowsOptions<AnyRow>;
    expectTypeOf<Exclude<keyof RowOptions, Optional<RowOptions>>>().toEqualTypeOf<"scale" | "rating">();
    type GroupOptions = ScoreByOptions<AnyRow, unknown, "plan">;
    expectTypeOf<Exclude<keyof GroupOptions, Optional<GroupOptions>>>().toEqualTypeOf<
      "metric" | "rating" | "by"
    >();
    // @ts-expect-error A top box begins somewhere.
    () => topBox([5], { scale: CSAT_SCALE });
    // @ts-expect-error A top box is on some scale.
    () => topBox([5], { from: 5 });
    // @ts-expect-error A top box needs both.
    () => topBox([5]);
    // @ts-expect-error A net score has a bottom too.
    () => netScore([5], { scale: CSAT_SCALE, top: 4 });
    // @ts-expect-error Bands have two ends.
    () => nps([5], { bands: { promoter: 9 } });
    // @ts-expect-error A response rate is of those invited.
    () => responseRate({ answered: 5 });
  });

  it("name their methods", () => {
    expectTypeOf<NetShareMethod>().toEqualTypeOf<"adjusted-wald" | "score" | "wald">();
    expectTypeOf<ProportionMethod>().toEqualTypeOf<
      "wilson" | "agresti-coull" | "jeffreys" | "clopper-pearson" | "wald"
    >();
    expectTypeOf<NpsOptions["method"] & NetScoreOptions["method"]>().toEqualTypeOf<
      NetShareMethod | undefined
    >();
    expectTypeOf<CsatOptions["method"] & TopBoxOptions["method"]>().toEqualTypeOf<
      ProportionMethod | undefined
    >();
    expectTypeOf<CesOptions>().not.toHaveProperty("method");
    // @ts-expect-error Wilson's interval is of a proportion, which nps is not.
    () => nps([9], { method: "wilson" });
    // @ts-expect-error The score interval is of a net score, which csat is not.
    () => csat([5], { method: "score" });
    // @ts-expect-error A direction is named in full.
    () => ces([5], { direction: "lower" });
  });

  it("with a name that is not known are refused", () => {
    // @ts-expect-error It is called level.
    () => nps([9], { confidence: 0.9 });
    // @ts-expect-error It is called satisfiedFrom.
    () => csat([5], { top: 4 });
    // @ts-expect-error csat has no bands.
    () => csat([5], { bands: { passive: 3, promoter: 4 } });
    // @ts-expect-error npsCategory has no interval.
    () => npsCategory(9, { level: 0.9 });
  });

  it("hold numbers and scales, not text", () => {
    expectTypeOf<CsatOptions["scale"]>().toEqualTypeOf<Scale | undefined>();
    expectTypeOf<CsatOptions["satisfiedFrom" | "level"]>().toEqualTypeOf<number | undefined>();
    // @ts-expect-error A level is a number.
    () => nps([9], { level: "95%" });
    // @ts-expect-error A scale has two ends.
    () => csat([5], { scale: "1-5" });
    // @ts-expect-error null is not "the usual one".
    () => csat([5], { scale: null });
  });

  it("are read-only, so that frozen ones will do", () => {
    const options = Object.freeze({ scale: Object.freeze({ min: 0, max: 10 }), level: 0.9 });
    expectTypeOf(csat).toBeCallableWith([5], options);
    expectTypeOf(nps).toBeCallableWith(Object.freeze([5]), options);
  });
});
