import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import {
  CES_SCALE,
  CSAT_SCALE,
  CxMetricsError,
  ces,
  csat,
  NPS_SCALE,
  nps,
  parseRows,
  type Scale,
  type SurveyResponse,
  tallyRows,
} from "../../src/index.ts";
import {
  cesResponse,
  csatResponse,
  instant,
  npsResponse,
  surveyResponse,
  surveyResponseOn,
} from "../../src/schemas/index.ts";
import { epochOrNull } from "../../src/time/epoch.ts";
import { anyScale } from "../support/arbitraries.ts";
import { isoWithOffset } from "../support/dates.ts";
import { deepFreeze } from "../support/plainJson.ts";

const anyNumber = fc.oneof(
  fc.integer({ min: -2, max: 12 }),
  fc.double(),
  fc.constantFrom(0.5, -0, 2 ** 31, 2 ** 32, 2 ** 32 + 5, 2 ** 53, 1e-100, 1e100, 1e-101, 1e101),
);

/** Rows that are sometimes good, and wrong in every way when they are not. */
function rowsOf(metric: string): fc.Arbitrary<unknown[]> {
  const rating = fc.oneof(
    { arbitrary: anyNumber, weight: 8 },
    fc.constantFrom(null, undefined, "9", true, [9]),
  );
  const weight = fc.oneof(anyNumber, fc.constantFrom(undefined, "1", null));
  const row = fc.record(
    {
      metric: fc.constant(metric),
      rating,
      weight,
      at: fc.anything(),
      comment: fc.anything(),
      plan: fc.anything(),
    },
    { requiredKeys: ["metric"] },
  );
  return fc.array(fc.oneof({ arbitrary: row, weight: 9 }, { arbitrary: fc.anything(), weight: 1 }), {
    maxLength: 20,
  });
}

const METRICS = [
  ["nps", npsResponse, NPS_SCALE, nps],
  ["csat", csatResponse, CSAT_SCALE, csat],
  ["ces", cesResponse, CES_SCALE, ces],
] as const;

describe.each(METRICS)("the laws of the schema of %s responses", (metric, schema, scale, score) => {
  const anyRows = rowsOf(metric);
  const anySchema = schema as z.ZodType<SurveyResponse>;

  it("what passes can be scored, with its weights too, and is not lost on the way", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { rows: good } = parseRows(anySchema, rows);
        const answers = good.map(({ rating }) => rating);
        const { n, missing } = score(answers);
        expect(n + missing).toBe(good.length);
        const weighted = tallyRows(good, {
          scale,
          rating: (row) => row.rating,
          weight: (row) => row.weight ?? 1,
        });
        expect(score(weighted).n).toBe(n);
      }),
    );
  });

  it("a rating passes exactly where the score takes it", () => {
    fc.assert(
      fc.property(fc.oneof(anyNumber, fc.anything()), (rating) => {
        const passes = anySchema.safeParse({ metric, rating }).success;
        expect(passes).toBe(doesNotThrow(() => score([rating as number])));
      }),
    );
  });

  it("a weight passes exactly where a weighted tally takes it", () => {
    fc.assert(
      fc.property(fc.oneof(anyNumber, fc.anything()), (weight) => {
        fc.pre(weight !== undefined);
        const passes = anySchema.safeParse({ metric, weight }).success;
        const row = { rating: scale.min, weight: weight as number };
        const taken = doesNotThrow(() =>
          tallyRows([row], { scale, rating: (r) => r.rating, weight: (r) => r.weight }),
        );
        expect(passes).toBe(taken);
      }),
    );
  });

  it("the schema of any metric says the same", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const own = parseRows(anySchema, rows);
        const any = parseRows(surveyResponse, rows);
        const ofMetric = any.rows.filter((row) => row.metric === metric);
        expect(ofMetric).toEqual(own.rows);
      }),
    );
  });

  it("surveyResponseOn with the usual scale says the same", () => {
    const on = surveyResponseOn(metric, scale) as z.ZodType<SurveyResponse>;
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(parseRows(on, rows)).toEqual(parseRows(anySchema, rows));
      }),
    );
  });

  it("what passes is passed on as it is, and nothing is written to it", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { rows: good } = parseRows(anySchema, rows.map(deepFreeze));
        for (const row of good) expect(rows).toContainEqual(row);
      }),
    );
  });
});

describe("the laws of surveyResponseOn", () => {
  it("what passes can be scored on the scale, whatever the scale", () => {
    fc.assert(
      fc.property(anyScale(), fc.array(anyNumber, { maxLength: 10 }), (scale: Scale, ratings) => {
        const rows = ratings.map((rating) => ({ metric: "ces", rating }));
        const { rows: good, rejected } = parseRows(surveyResponseOn("ces", scale), rows);
        expect(
          ces(
            good.map(({ rating }) => rating),
            { scale },
          ).n,
        ).toBe(good.length);
        expect(rejected).toBe(
          ratings.filter((r) => !(Number.isInteger(r) && r >= scale.min && r <= scale.max)).length,
        );
      }),
    );
  });
});

describe("the laws of instant", () => {
  it("whatever passes is an instant, and stays the value it was", () => {
    const anyInstant = fc.oneof(
      fc.date({ noInvalidDate: false }),
      fc.double(),
      fc
        .tuple(fc.integer({ min: -2e12, max: 4e12 }), fc.integer({ min: -1439, max: 1439 }))
        .map(([epoch, offset]) => isoWithOffset(epoch, offset)),
      fc.string(),
      fc.anything(),
    );
    fc.assert(
      fc.property(anyInstant, (value) => {
        const result = instant.safeParse(value);
        expect(result.success).toBe(epochOrNull(value) !== null);
        if (result.success) expect(result.data).toBe(value);
      }),
    );
  });
});

/** Whether a call returns; any error but a CxMetricsError is a fault. */
function doesNotThrow(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CxMetricsError);
    return false;
  }
}
