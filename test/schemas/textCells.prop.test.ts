// Laws of reading rows of text.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import {
  CES_SCALE,
  CSAT_SCALE,
  ces,
  csat,
  NPS_SCALE,
  nps,
  parseRows,
  periodOf,
  ratingFromLabel,
  type SurveyResponse,
  tallyRows,
} from "../../src/index.ts";
import { surveyResponseOn } from "../../src/schemas/index.ts";
import { anyScale, ratingOn } from "../support/arbitraries.ts";
import { anyEpoch, isoWithOffset } from "../support/dates.ts";
import { deepFreeze } from "../support/plainJson.ts";

const METRICS = [
  ["nps", NPS_SCALE, nps],
  ["csat", CSAT_SCALE, csat],
  ["ces", CES_SCALE, ces],
] as const;

const space = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\u00a0", "\u2003"), maxLength: 3 });

/** Text that is often a number, in every way that numbers are written, and some in which they are not. */
const numberLike = fc
  .array(
    fc.oneof(
      fc.integer({ min: -12, max: 1100 }).map(String),
      fc.double().map(String),
      fc.constantFrom(
        "0",
        "9",
        ".",
        ",",
        "-",
        "+",
        "−",
        "e",
        "E",
        "e-",
        "x",
        "n",
        "_",
        " ",
        "٩",
        "000",
        "Infinity",
        "NaN",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));

const label = fc.oneof(
  numberLike,
  fc
    .tuple(fc.integer({ min: -2, max: 12 }), fc.constantFrom(" - likely", "/10", "/5", ": x", ""))
    .map(([n, l]) => n + l),
  fc.constantFrom("N/A", "-", "null", "great", "unreadable", "9-10"),
  fc.string({ maxLength: 12 }),
);

const cell = fc.oneof(
  label,
  space,
  anyEpoch().map((epoch) => isoWithOffset(epoch, 420)),
  fc.string({ unit: "binary" }),
);

/** Rows with text in most cells, and now and then what a reader has converted or nobody would expect. */
const anyRow = fc.record(
  {
    metric: fc.oneof(
      { arbitrary: fc.constantFrom("nps", "csat", "ces"), weight: 4 },
      { arbitrary: cell, weight: 1 },
    ),
    rating: fc.oneof({ arbitrary: label, weight: 8 }, { arbitrary: fc.anything(), weight: 1 }),
    responseId: cell,
    respondentId: cell,
    at: fc.oneof(
      space,
      anyEpoch().map((epoch) => isoWithOffset(epoch, -330)),
      cell,
      anyEpoch().map((epoch) => new Date(epoch)),
      fc.integer(),
    ),
    channel: cell,
    touchpoint: cell,
    segment: cell,
    comment: fc.oneof(cell, fc.anything()),
    weight: fc.oneof(numberLike, fc.double({ min: 0, max: 10 }).map(String), fc.anything()),
    plan: fc.anything(),
  },
  { requiredKeys: ["rating"] },
);

const TEXT_FIELDS = ["responseId", "respondentId", "channel", "touchpoint", "segment", "comment"] as const;

describe.each(METRICS)("the laws of %s responses in text", (metric, scale, score) => {
  const typed = surveyResponseOn(metric, scale) as z.ZodType<SurveyResponse>;
  const text = surveyResponseOn(metric, scale, { cells: "text" }) as z.ZodType<SurveyResponse>;

  it("what passes can be scored with its weights and put into months, and is not lost on the way", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ arbitrary: anyRow, weight: 9 }, fc.anything()), { maxLength: 20 }),
        (rows) => {
          const { rows: good, rejected } = parseRows(text, rows);
          expect(good.length + rejected).toBe(rows.length);
          const { n, missing } = score(
            tallyRows(good, { scale, rating: (row) => row.rating, weight: (row) => row.weight ?? 1 }),
          );
          expect(n + missing).toBe(good.length);
          for (const { at } of good) if (at != null) periodOf(at, "month", { timeZone: "UTC" });
        },
      ),
    );
  });

  it("what passes is a typed row, which passes again as it is, in either mode", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const result = text.safeParse(deepFreeze(row));
        if (!result.success) return;
        expect(typed.parse(result.data)).toEqual(result.data);
        expect(text.parse(result.data)).toEqual(result.data);
        expect(Object.keys(result.data).sort()).toEqual(Object.keys({ ...row, metric }).sort());
        expect((result.data as { plan?: unknown }).plan).toEqual(row.plan);
      }),
    );
  });

  it("a row of values is judged as typed, and the same row in text as the row of values", () => {
    const number = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(6.5, 4.25));
    const name = fc.string({ maxLength: 5 }).filter((text) => text.trim() !== "");
    const values = fc.record(
      {
        rating: fc.option(number),
        weight: fc.oneof(number, fc.double({ noNaN: true, min: 0, max: 1e100 })),
        at: fc.option(anyEpoch().map((epoch) => isoWithOffset(epoch, 420))),
        respondentId: fc.option(name),
        segment: fc.option(name),
      },
      { requiredKeys: ["rating"] },
    );
    fc.assert(
      fc.property(values, (row) => {
        const expected = parseRows(typed, [{ metric, ...row }]);
        expect(parseRows(text, [row])).toEqual(expected);
        const cells = Object.fromEntries(
          Object.entries(row).map(([field, value]) => [field, value === null ? "" : String(value)]),
        );
        expect(parseRows(text, [cells])).toEqual(expected);
      }),
    );
  });

  it("names and comments are kept to the letter, but for blank ones, which are missing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXT_FIELDS), cell, (field, written) => {
        const kept = text.parse({ rating: "", [field]: written })[field];
        expect(kept).toBe(written.trim() === "" ? null : written);
      }),
    );
  });
});

describe("the laws of ratings in text", () => {
  const anyLabelOnScale = anyScale().chain((scale) =>
    fc.record({ scale: fc.constant(scale), cell: fc.oneof(label, ratingOn(scale).map(String)) }),
  );

  it("a cell passes exactly where ratingFromLabel reads it, as what that reads, whatever the scale", () => {
    fc.assert(
      fc.property(anyLabelOnScale, space, ({ scale, cell }, around) => {
        const expected = ratingFromLabel(cell, scale);
        const result = surveyResponseOn("ces", scale, { cells: "text" }).safeParse({
          rating: around + cell + around,
        });
        expect(result.success).toBe(expected !== "unreadable");
        if (result.success) expect(result.data).toStrictEqual({ metric: "ces", rating: expected });
      }),
      { numRuns: 500 },
    );
  });

  it("no error repeats text, or more digits than a rating has", () => {
    const text = surveyResponseOn("nps", NPS_SCALE, { cells: "text" });
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789.-"), minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(fc.oneof(digits, label), (cell) => {
        const message = text.safeParse({ rating: cell }).error?.issues[0]?.message ?? "";
        expect(message).toMatch(
          /^$|^must be an integer from 0 to 10 or missing, got (?:a label that could not be read|a number of a million or more|-?\d{1,4}(?:\.\d{1,2})?)$/,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("the laws of weights in text", () => {
  const text = surveyResponseOn("nps", NPS_SCALE, { cells: "text" });
  const typed = surveyResponseOn("nps", NPS_SCALE);
  const weightOf = (weight: string): number | undefined =>
    text.safeParse({ rating: "", weight }).data?.weight;

  it("every usable weight is read back to the last digit, as JavaScript, R and SPSS write it", () => {
    const usable = fc.oneof(
      fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
      fc.double({ min: 0.01, max: 10, noNaN: true }),
    );
    fc.assert(
      fc.property(usable, space, (weight, around) => {
        expect(weightOf(`${around}${weight}${around}`)).toBe(weight);
        expect(weightOf(weight.toExponential().replace("e-", "E-0"))).toBe(weight);
        if (weight < 1 && weight > 1e-6) expect(weightOf(String(weight).slice(1))).toBe(weight);
      }),
    );
  });

  it("whatever passes is written in digits with a decimal point, and is the number that it says", () => {
    fc.assert(
      fc.property(fc.oneof(numberLike, cell), (written) => {
        const weight = weightOf(written);
        if (weight === undefined) return;
        expect(written.trim()).toMatch(/^-?[0-9.]+(?:e[-+]?[0-9]+)?$/i);
        expect(weight).toBe(Number(written) + 0);
        expect(typed.safeParse({ metric: "nps", weight }).success).toBe(true);
        expect(weight === 0).toBe(!/[1-9]/.test(written.trim().split(/e/i)[0] as string));
      }),
      { numRuns: 1000 },
    );
  });
});
