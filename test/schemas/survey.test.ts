import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  ces,
  csat,
  type NpsResponse,
  nps,
  parseRows,
  type Scale,
  type SurveyResponse,
} from "../../src/index.ts";
import {
  cesResponse,
  csatResponse,
  npsResponse,
  surveyResponse,
  surveyResponseOn,
} from "../../src/schemas/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

/** What a schema finds wrong with a value: paths and messages. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const METRICS = [
  ["nps", npsResponse, 0, 10],
  ["csat", csatResponse, 1, 5],
  ["ces", cesResponse, 1, 7],
] as const;

describe.each(METRICS)("the schema of %s responses", (metric, schema, min, max) => {
  it(`takes every rating from ${min} to ${max}`, () => {
    for (let rating = min; rating <= max; rating++) {
      expect(schema.parse({ metric, rating })).toEqual({ metric, rating });
    }
  });

  it.each([
    ["null", { metric, rating: null }],
    ["undefined", { metric, rating: undefined }],
    ["absent", { metric }],
  ])("takes a missing rating: %s", (_, row) => {
    expect(schema.parse(row)).toEqual(row);
  });

  it.each([
    ["below the scale", min - 1, `${min - 1}`],
    ["above the scale", max + 1, `${max + 1}`],
    ["between two ratings", min + 0.5, `${min + 0.5}`],
    ["above the scale and no whole number", max + 0.5, `${max + 0.5}`],
    ["NaN", Number.NaN, "NaN"],
    ["infinite", Number.POSITIVE_INFINITY, "Infinity"],
    ["past exact whole numbers", 1e300, "a number of a million or more"],
    ["text", `${max}`, "a string"],
    ["empty text", "", "a string"],
    ["what ratingFromLabel says of other labels", "unreadable", "a label that could not be read"],
    ["the same in capitals", "UNREADABLE", "a string"],
    ["a boolean", true, "true"],
    ["a bigint", BigInt(max), "a bigint"],
    ["a list", [max], "an array"],
  ])("refuses a rating that is %s", (_, rating, described) => {
    const { issues, rejected } = parseRows(schema as z.ZodType<SurveyResponse>, [{ metric, rating }]);
    expect(rejected).toBe(1);
    expect(issues).toEqual([
      {
        index: 0,
        path: ["rating"],
        message: `must be an integer from ${min} to ${max} or missing, got ${described}`,
      },
    ]);
  });

  it.each([
    ["another metric's", "other", "a string"],
    ["in capitals", metric.toUpperCase(), "a string"],
    ["absent", undefined, "undefined"],
    ["null", null, "null"],
    ["a number", 5, "5"],
  ])("refuses a metric that is %s", (_, given, described) => {
    expect(problems(schema, { metric: given, rating: max })).toEqual([
      `metric: must be "${metric}", got ${described}`,
    ]);
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["nps", "a string"],
    [9, "9"],
    [[9], "an array"],
    [() => 9, "a function"],
  ])("refuses what is no object: %s", (value, described) => {
    expect(problems(schema, value)).toEqual([`: must be an object, got ${described}`]);
  });

  it("keeps every field, and columns that it does not know", () => {
    const row = {
      metric,
      rating: max,
      responseId: "r1",
      respondentId: "p1",
      at: "2026-03-09T10:30:00Z",
      channel: "chat",
      touchpoint: "purchase",
      segment: "Pro",
      comment: "Fine.",
      weight: 1.5,
      plan: "Pro",
      nested: { seats: [1, 2] },
    };
    expect(schema.parse(deepFreeze(row))).toEqual(row);
  });

  it("leaves absent fields absent", () => {
    expect(Object.keys(schema.parse({ metric }))).toEqual(["metric"]);
  });

  it.each(["responseId", "respondentId"])("%s may be text, a number, null or missing", (field) => {
    for (const value of ["r1", "", "unreadable", 5, 0, -1.5, 491512345678, null, undefined]) {
      expect(schema.parse({ metric, [field]: value })).toEqual({ metric, [field]: value });
    }
    for (const [value, described] of [
      [true, "true"],
      [5n, "a bigint"],
      [Number.NaN, "NaN"],
      [["r1"], "an array"],
      [{ id: 5 }, "an object"],
    ] as const) {
      expect(problems(schema, { metric, [field]: value })).toEqual([
        `${field}: must be text, a number or missing, got ${described}`,
      ]);
    }
  });

  const texts = ["channel", "touchpoint", "segment", "comment"];
  it.each(texts)("%s may be text, null or missing", (field) => {
    for (const value of ["chat", "", null, undefined]) {
      expect(schema.parse({ metric, [field]: value })).toEqual({ metric, [field]: value });
    }
    expect(problems(schema, { metric, [field]: 5 })).toEqual([`${field}: must be text or missing, got 5`]);
  });

  it("at may be any instant, and stays what it was", () => {
    for (const at of [new Date(0), 0, "2026-03-09T10:30:00+07:00", null, undefined]) {
      expect(schema.parse({ metric, at }).at).toBe(at);
    }
    expect(problems(schema, { metric, at: "2026-03-09" })).toEqual([
      "at: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got a string",
    ]);
  });

  it.each([0, 1e-100, 0.5, 1, 1e100, undefined])("weight may be %s", (weight) => {
    expect(schema.parse({ metric, weight }).weight).toBe(weight);
  });

  it.each([
    [-1, "-1"],
    [9e-101, "9e-101"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [1.1e100, "a number of a million or more"],
    ["1", "a string"],
    [null, "null"],
  ])("weight must not be %s", (weight, described) => {
    expect(problems(schema, { metric, weight })).toEqual([
      `weight: must be 0 or a number from 1e-100 to 1e100, got ${described}`,
    ]);
  });

  it("finds everything that is wrong with a row, in the order of the fields", () => {
    const { issues } = parseRows(schema as z.ZodType<SurveyResponse>, [
      { metric, rating: max + 1, comment: 5, weight: -1, at: "yesterday" },
    ]);
    expect(issues.map(({ path }) => path)).toEqual([["rating"], ["at"], ["comment"], ["weight"]]);
  });
});

describe("the schema of responses of any metric", () => {
  it("tells them apart by metric, each on its own scale", () => {
    const rows = [
      { metric: "nps", rating: 10 },
      { metric: "csat", rating: 10 },
      { metric: "ces", rating: 7 },
      { metric: "csat", rating: 0 },
      { metric: "nps", rating: 0 },
    ];
    const parsed = parseRows(surveyResponse, rows);
    expect(parsed.rows).toEqual([rows[0], rows[2], rows[4]]);
    expect(parsed.issues).toEqual([
      { index: 1, path: ["rating"], message: "must be an integer from 1 to 5 or missing, got 10" },
      { index: 3, path: ["rating"], message: "must be an integer from 1 to 5 or missing, got 0" },
    ]);
  });

  it("keeps columns that it does not know", () => {
    const row = { metric: "ces", rating: 6, plan: "Pro", nested: { seats: 2 } };
    expect(surveyResponse.parse(row)).toEqual(row);
  });

  it.each([
    ["unknown", { metric: "nsp" }],
    ["absent", { rating: 9 }],
    ["a number", { metric: 5 }],
    ["null", { metric: null }],
  ])("refuses a metric that is %s, and names the three there are", (_, row) => {
    expect(problems(surveyResponse, row)).toEqual(['metric: must be "nps", "csat" or "ces"']);
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["nps", "a string"],
    [9, "9"],
    [[9], "an array"],
  ])("refuses what is no object: %s", (value, described) => {
    expect(problems(surveyResponse, value)).toEqual([`: must be an object, got ${described}`]);
  });
});

describe("surveyResponseOn puts a metric on a scale of the caller's", () => {
  const tenPoint = surveyResponseOn("csat", { min: 1, max: 10 });

  it("takes its ratings and no others", () => {
    const rows = [0, 1, 5, 10, 11, null, 5.5].map((rating) => ({ metric: "csat", rating }));
    const { rows: good, issues } = parseRows(tenPoint, rows);
    expect(good.map(({ rating }) => rating)).toEqual([1, 5, 10, null]);
    expect(issues.map(({ index, message }) => [index, message])).toEqual([
      [0, "must be an integer from 1 to 10 or missing, got 0"],
      [4, "must be an integer from 1 to 10 or missing, got 11"],
      [6, "must be an integer from 1 to 10 or missing, got 5.5"],
    ]);
  });

  it("so that what passes can be scored on it", () => {
    const { rows } = parseRows(tenPoint, [
      { metric: "csat", rating: 8 },
      { metric: "csat", rating: 3 },
      { metric: "csat", rating: 11 },
    ]);
    expect(
      csat(
        rows.map(({ rating }) => rating),
        { scale: { min: 1, max: 10 } },
      ).score,
    ).toBe(50);
  });

  it("for each metric, on scales below zero too", () => {
    expect(surveyResponseOn("nps", { min: -5, max: 5 }).parse({ metric: "nps", rating: -5 }).rating).toBe(-5);
    const fivePoint = surveyResponseOn("ces", { min: 1, max: 5 });
    const ratings = parseRows(fivePoint, [{ metric: "ces", rating: 5 }]).rows.map(({ rating }) => rating);
    expect(ces(ratings, { scale: { min: 1, max: 5 } }).score).toBe(5);
    expect(fivePoint.safeParse({ metric: "csat", rating: 5 }).success).toBe(false);
  });

  it("on the usual scale it is the usual schema", () => {
    const rows = [0, 5, 10, 11, null, "9"].map((rating) => ({ metric: "nps", rating }));
    expect(parseRows(surveyResponseOn("nps", { min: 0, max: 10 }), rows)).toEqual(
      parseRows(npsResponse, rows),
    );
  });

  it("a change to the scale afterwards changes nothing", () => {
    const scale = { min: 1, max: 5 };
    const schema = surveyResponseOn("csat", scale);
    scale.max = 10;
    expect(schema.safeParse({ metric: "csat", rating: 6 }).success).toBe(false);
  });

  it.each([
    [
      "upside down",
      { min: 5, max: 1 },
      "scale must be 2 to 1001 whole numbers, lowest to highest, got 5 to 1",
      ["scale"],
    ],
    [
      "of one point",
      { min: 5, max: 5 },
      "scale must be 2 to 1001 whole numbers, lowest to highest, got 5 to 5",
      ["scale"],
    ],
    [
      "of too many points",
      { min: 0, max: 1001 },
      "scale must be 2 to 1001 whole numbers, lowest to highest, got 0 to 1001",
      ["scale"],
    ],
    [
      "of eight digits",
      { min: 0, max: 10_000_000 },
      "scale.max must be a whole number of at most seven digits, got a number of a million or more",
      ["scale", "max"],
    ],
    [
      "of decimals",
      { min: 0.5, max: 5 },
      "scale.min must be a whole number of at most seven digits, got 0.5",
      ["scale", "min"],
    ],
    [
      "without an end",
      { min: 1 },
      "scale.max must be a whole number of at most seven digits, got undefined",
      ["scale", "max"],
    ],
    ["absent", undefined, "scale must be an object, got undefined", ["scale"]],
  ])("refuses a scale %s", (_, scale, message, path) => {
    expect(() => surveyResponseOn("csat", scale as Scale)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `surveyResponseOn: ${message}`,
        code: "invalid-argument",
        path,
      }),
    );
  });

  it.each([
    ["unknown", "nsp", "a string"],
    ["absent", undefined, "undefined"],
  ])("refuses a metric that is %s", (_, metric, described) => {
    expect(() => surveyResponseOn(metric as "nps", { min: 0, max: 10 })).toThrow(
      expect.objectContaining({
        message: `surveyResponseOn: metric must be "nps" or "csat" or "ces", got ${described}`,
        code: "invalid-argument",
        path: ["metric"],
      }),
    );
  });
});

describe("the schemas can be built upon", () => {
  const withPlan = npsResponse.and(z.object({ plan: z.string() }));

  it("by an intersection that asks for further columns", () => {
    const { rows, issues } = parseRows(withPlan, [
      { metric: "nps", rating: 9, plan: "Pro", at: new Date(0), seats: 5 },
      { metric: "nps", rating: 9 },
      { metric: "nps", rating: 11, plan: "Pro" },
    ]);
    const [row] = rows;
    expect(row).toEqual({ metric: "nps", rating: 9, plan: "Pro", at: new Date(0), seats: 5 });
    expect(row?.plan.toUpperCase()).toBe("PRO");
    expect(issues.map(({ index, path }) => [index, path])).toEqual([
      [1, ["plan"]],
      [2, ["rating"]],
    ]);
  });

  it("by a list, an optional value and a transformation", () => {
    expect(z.array(surveyResponse).parse([{ metric: "nps" }])).toEqual([{ metric: "nps" }]);
    expect(npsResponse.optional().parse(undefined)).toBeUndefined();
    const rating = npsResponse.transform((row: NpsResponse) => row.rating ?? null);
    expect(nps(parseRows(rating, [{ metric: "nps", rating: 9 }, { metric: "nps" }]).rows).n).toBe(1);
  });
});
