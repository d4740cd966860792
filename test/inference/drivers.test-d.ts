// Types of drivers, themes and bootstrap intervals: names are known, and so is the scorer.

import { describe, expectTypeOf, it } from "vitest";
import {
  type BootstrapInterval,
  type BootstrapIntervalOptions,
  bootstrapInterval,
  type CesScore,
  ces,
  type KeyDriver,
  keyDrivers,
  type NpsScore,
  type Tally,
  type Theme,
  themes,
} from "../../src/index.ts";

interface Row {
  readonly overall: number | null;
  readonly speed?: number;
  readonly comment: string | null;
}
declare const rows: readonly Row[];
declare const answers: Tally;

describe("keyDrivers", () => {
  it("knows the drivers by name", () => {
    const result = keyDrivers(rows, {
      outcome: (row) => row.overall,
      drivers: { speed: (row) => row.speed },
    });
    expectTypeOf(result.drivers).toEqualTypeOf<readonly KeyDriver<"speed">[]>();
    expectTypeOf(result.rSquared).toEqualTypeOf<number | null>();
  });

  it("takes numbers, and neither texts nor booleans", () => {
    // @ts-expect-error A comment is no figure.
    keyDrivers(rows, { outcome: (row) => row.overall, drivers: { comment: (row) => row.comment } });
    // @ts-expect-error An outcome is needed.
    keyDrivers(rows, { drivers: { speed: (row) => row.speed } });
  });
});

describe("themes", () => {
  const options = {
    codebook: { speed: ["slow*"], price: ["price"] },
    comment: (row: Row) => row.comment,
    rating: (row: Row) => row.overall,
  };

  it("knows the themes by name, and is scored as NPS by default", () => {
    expectTypeOf(themes(rows, options).themes).toEqualTypeOf<readonly Theme<"speed" | "price", NpsScore>[]>();
  });

  it("has the scores of its scorer", () => {
    expectTypeOf(themes(rows, { ...options, metric: ces }).score).toEqualTypeOf<CesScore>();
    const closure = themes(rows, {
      ...options,
      metric: (given) => ces(given, { direction: "lower-is-easier" }),
    });
    expectTypeOf(closure.themes[0]?.mentioning).toEqualTypeOf<CesScore | undefined>();
  });

  it("takes terms in lists, and comments as text", () => {
    // @ts-expect-error A theme is a list of terms.
    themes(rows, { ...options, codebook: { speed: "slow" } });
    // @ts-expect-error A comment is text.
    themes(rows, { ...options, comment: (row: Row) => row.overall });
  });
});

describe("bootstrapInterval", () => {
  it("takes a statistic of a tally, and needs a random source", () => {
    const result = bootstrapInterval(answers, (resample) => resample.missing, { random: () => 0.5 });
    expectTypeOf(result).toEqualTypeOf<BootstrapInterval>();
    expectTypeOf<BootstrapIntervalOptions["random"]>().toEqualTypeOf<() => number>();
    // @ts-expect-error There is no randomness of its own.
    bootstrapInterval(answers, (resample) => resample.missing, {});
    // @ts-expect-error A statistic is a number or null.
    bootstrapInterval(answers, (resample) => resample, { random: () => 0.5 });
  });
});
