import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  CES_SCALE,
  CSAT_SCALE,
  ces,
  NPS_SCALE,
  nps,
  parseRows,
  periodOf,
  tallyRows,
} from "../../src/index.ts";
import { npsResponse, surveyResponseOn } from "../../src/schemas/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const text = surveyResponseOn("nps", NPS_SCALE, { cells: "text" });

/** What a row of text cells becomes, with a rating unless the test is about that. */
function read(cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return text.parse({ rating: "9", ...cells }) as unknown as Record<string, unknown>;
}

/** What is wrong with a row: paths and messages. */
function problems(row: unknown, schema: z.ZodType = text): string[] {
  const result = schema.safeParse(row);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("rows of a CSV file", () => {
  const csv = [
    "rating,responseId,at,segment,comment,weight,Agent",
    '10 - Extremely likely,007,2026-03-09T10:30:00Z,Pro,"Fine, thanks.",1.25,1',
    "N/A,008,,,,.85,2",
    "3,009,2026-03-10T10:30:00+07:00,Basic,,1e-05,",
  ].join("\r\n");

  it("are read as they come from the reader", () => {
    const { rows, rejected } = parseRows(text, Papa.parse(csv, { header: true }).data);
    expect(rejected).toBe(0);
    expect(rows).toEqual([
      {
        metric: "nps",
        rating: 10,
        responseId: "007",
        at: "2026-03-09T10:30:00Z",
        segment: "Pro",
        comment: "Fine, thanks.",
        weight: 1.25,
        Agent: "1",
      },
      {
        metric: "nps",
        rating: null,
        responseId: "008",
        at: null,
        segment: null,
        comment: null,
        weight: 0.85,
        Agent: "2",
      },
      {
        metric: "nps",
        rating: 3,
        responseId: "009",
        at: "2026-03-10T10:30:00+07:00",
        segment: "Basic",
        comment: null,
        weight: 0.00001,
        Agent: "",
      },
    ]);
    expect(nps(rows.map(({ rating }) => rating))).toMatchObject({ score: 0, n: 2, missing: 1 });
  });

  it("that the reader has converted are judged as typed rows", () => {
    const converted = Papa.parse<Record<string, unknown>>(
      "rating,at,weight,responseId\n9,2026-03-09T10:30:00Z,1.5,7\n,,2,\n11,,1,\n6.5,,1,",
      { header: true, dynamicTyping: true },
    ).data;
    const { rows, issues } = parseRows(text, converted);
    expect(rows).toEqual([
      { metric: "nps", rating: 9, at: new Date("2026-03-09T10:30:00Z"), weight: 1.5, responseId: 7 },
      { metric: "nps", rating: null, at: null, weight: 2, responseId: null },
    ]);
    expect(issues.map(({ index, message }) => [index, message])).toEqual([
      [2, "must be an integer from 0 to 10 or missing, got 11"],
      [3, "must be an integer from 0 to 10 or missing, got 6.5"],
    ]);
  });

  it("of which one is empty do not count it as an answer that is missing", () => {
    const { rows, rejected } = parseRows(text, Papa.parse("at,rating\n,9\n", { header: true }).data);
    expect([rows.length, rejected]).toEqual([1, 1]);
  });

  it("whose headings are not the record's names are refused, all of them", () => {
    const { rows, issues } = parseRows(text, [{ Rating: "9" }, { "Q1 How likely": "9" }]);
    expect(rows).toEqual([]);
    expect(issues.map(({ path, message }) => [...path, message].join(" "))).toEqual(
      Array(2).fill("rating must be an integer from 0 to 10 or missing, got no such column"),
    );
  });

  it("may be frozen, or have no prototype", () => {
    expect(text.parse(deepFreeze({ rating: " 9 ", comment: "" }))).toEqual({
      metric: "nps",
      rating: 9,
      comment: null,
    });
    const bare = Object.assign(Object.create(null), { rating: "9" });
    expect(text.parse(bare)).toEqual({ metric: "nps", rating: 9 });
  });

  it("keep a column called __proto__ to themselves", () => {
    const row = text.parse(JSON.parse('{"rating":"9","__proto__":{"weight":"2"}}'));
    expect(row.weight).toBeUndefined();
  });
});

describe("a rating in a cell", () => {
  it.each([
    ["9", 9],
    ["0", 0],
    ["-0", 0],
    [" 9\t", 9],
    ["9.0", 9],
    ["10 - Extremely likely", 10],
    ["9/10", 9],
    ["(3) never", 3],
  ])("is read as its label is: %j", (cell, rating) => {
    expect(text.parse({ rating: cell })).toStrictEqual({ metric: "nps", rating });
  });

  it.each(["", " ", "\t\n", "N/A", "-", "null", "not answered"])(
    "is missing where it says so: %j",
    (cell) => {
      expect(text.parse({ rating: cell })).toEqual({ metric: "nps", rating: null });
    },
  );

  it("is missing where it is null already", () => {
    expect(text.parse({ rating: null })).toEqual({ metric: "nps", rating: null });
  });

  it.each([
    ["11", "11"],
    [" 11 ", "11"],
    ["6.5", "6.5"],
    ["-1", "-1"],
    ["11.0", "11"],
    ["2026", "2026"],
    ["9999.99", "9999.99"],
    ["081200000000", "a number of a million or more"],
    ["1000000", "a number of a million or more"],
    ["12345", "a label that could not be read"],
    ["0812.345678", "a label that could not be read"],
    ["6,5", "a label that could not be read"],
    ["9e0", "a label that could not be read"],
    ["0x9", "a label that could not be read"],
    [".9", "a label that could not be read"],
    ["9.0000000000", "a label that could not be read"],
    ["00000000000000009", "a label that could not be read"],
    ["Infinity", "a label that could not be read"],
    ["NaN?", "a label that could not be read"],
    ["unreadable", "a label that could not be read"],
    ["great", "a label that could not be read"],
    ["9-10", "a label that could not be read"],
    [undefined, "no such column"],
    [true, "true"],
    [11, "11"],
    [["9"], "an array"],
  ])("is refused by the number it is, else as a label: %j", (cell, described) => {
    expect(problems({ rating: cell })).toEqual([
      `rating: must be an integer from 0 to 10 or missing, got ${described}`,
    ]);
  });

  it("is one of the caller's scale", () => {
    const below = surveyResponseOn("ces", { min: -5, max: 5 }, { cells: "text" });
    const { rows } = parseRows(below, [
      { rating: "-5" },
      { rating: "−5" },
      { rating: "5/5" },
      { rating: "6" },
    ]);
    expect(rows.map(({ rating }) => rating)).toEqual([-5, -5, 5]);
    expect(
      ces(
        rows.map(({ rating }) => rating),
        { scale: { min: -5, max: 5 } },
      ).n,
    ).toBe(3);
  });
});

describe("a scale that the caller changes afterwards", () => {
  it("changes nothing", () => {
    const scale = { min: 1, max: 5 };
    const schema = surveyResponseOn("csat", scale, { cells: "text" });
    scale.max = 10;
    expect(problems({ rating: "6" }, schema)).toEqual([
      "rating: must be an integer from 1 to 5 or missing, got 6",
    ]);
    expect(problems({ rating: "5/5" }, schema)).toEqual([]);
  });
});

const NO_NUMBER = "text that is not read as a number with a decimal point";

describe("a weight in a cell", () => {
  it.each([
    ["1", 1],
    ["1.25", 1.25],
    [".85", 0.85],
    ["0", 0],
    ["-0", 0],
    ["0.000", 0],
    ["0e5", 0],
    ["007", 7],
    [" 2 ", 2],
    ["1e-05", 0.00001],
    ["1E+2", 100],
    ["1e100", 1e100],
    ["1e-100", 1e-100],
    [1.5, 1.5],
  ])("is a number with a decimal point: %j", (cell, weight) => {
    expect(read({ weight: cell })).toStrictEqual({ metric: "nps", rating: 9, weight });
  });

  it.each([
    ["", "null"],
    ["  ", "null"],
    [null, "null"],
    ["-1", "-1"],
    ["-0.25", "-0.25"],
    ["1e101", "a number of a million or more"],
    ["1e999", "Infinity"],
    ["1e-101", "1e-101"],
    ["1e-999", NO_NUMBER],
    [`0.${"0".repeat(400)}1`, NO_NUMBER],
    ["1,25", NO_NUMBER],
    ["1.", NO_NUMBER],
    ["1 000", NO_NUMBER],
    ["+1", NO_NUMBER],
    ["0x1", NO_NUMBER],
    ["1_0", NO_NUMBER],
    ["1n", NO_NUMBER],
    ["e5", NO_NUMBER],
    ["Infinity", NO_NUMBER],
    ["NaN", NO_NUMBER],
    ["N/A", NO_NUMBER],
    ["-122.4194150", NO_NUMBER],
    ["١", NO_NUMBER],
  ])("is refused where it is none, or missing: %j", (cell, described) => {
    expect(problems({ rating: "9", weight: cell })).toEqual([
      `weight: must be 0 or a number from 1e-100 to 1e100, got ${described}`,
    ]);
  });

  it("may be absent, as in a file without weights", () => {
    expect(read({})).toEqual({ metric: "nps", rating: 9 });
    expect(read({ weight: undefined })["weight"]).toBeUndefined();
  });

  it("can be reckoned with", () => {
    const { rows } = parseRows(text, [
      { rating: "10", weight: "1.5" },
      { rating: "0", weight: ".5" },
    ]);
    const weighted = tallyRows(rows, {
      scale: NPS_SCALE,
      rating: (r) => r.rating,
      weight: (r) => r.weight ?? 1,
    });
    expect(nps(weighted).score).toBe(50);
  });
});

describe("an instant in a cell", () => {
  it("stays the text it is, without white space around it", () => {
    expect(read({ at: "2026-03-09T17:30:00+07:00" })["at"]).toBe("2026-03-09T17:30:00+07:00");
    const { at } = text.parse({ rating: "9", at: " 2026-03-09T10:30:00Z\t" });
    expect(at).toBe("2026-03-09T10:30:00Z");
    expect(periodOf(at as string, "month", { timeZone: "UTC" })).toBe("2026-03");
  });

  it.each(["", " ", null])("is missing where the cell is empty: %j", (at) => {
    expect(read({ at })).toEqual({ metric: "nps", rating: 9, at: null });
  });

  it.each(["2026-03-09", "2026-03-09T10:30:00", "09/03/2026 10:30", "1773052200000", "N/A"])(
    "is refused where it is none: %j",
    (at) => {
      expect(problems({ rating: "9", at })).toEqual([
        "at: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got a string",
      ]);
    },
  );
});

describe("text in a cell", () => {
  const fields = ["responseId", "respondentId", "channel", "touchpoint", "segment", "comment"];

  it.each(fields)("%s is kept to the letter", (field) => {
    for (const cell of ["007", "1e5", " Pro ", "N/A", "-", "null", "true", "0"]) {
      expect(read({ [field]: cell })).toEqual({ metric: "nps", rating: 9, [field]: cell });
    }
  });

  it.each(fields)("%s is missing where the cell is empty or blank", (field) => {
    for (const cell of ["", " ", "\u00a0\t\n", null]) {
      expect(read({ [field]: cell })).toEqual({ metric: "nps", rating: 9, [field]: null });
    }
  });

  it("is judged as in typed rows where a reader has made something else of it", () => {
    expect(read({ respondentId: 7 })["respondentId"]).toBe(7);
    expect(problems({ rating: "9", comment: 7 })).toEqual(["comment: must be text or missing, got 7"]);
  });

  it("of columns that are not the record's is kept as it is, empty or not", () => {
    expect(read({ plan: "", seats: "5", note: " " })).toEqual({
      metric: "nps",
      rating: 9,
      plan: "",
      seats: "5",
      note: " ",
    });
  });
});

describe("the metric of a row of text", () => {
  it("is filled in where there is no such column", () => {
    const csat = surveyResponseOn("csat", CSAT_SCALE, { cells: "text" });
    expect(csat.parse({ rating: "4" })).toEqual({ metric: "csat", rating: 4 });
  });

  it("is kept where it is right", () => {
    expect(read({ metric: "nps" })["metric"]).toBe("nps");
  });

  it.each([
    ["csat", "a string"],
    ["NPS", "a string"],
    ["", "a string"],
    [undefined, "undefined"],
    [null, "null"],
  ])("is refused where it is another or none: %j", (metric, described) => {
    expect(problems({ metric, rating: "9" })).toEqual([`metric: must be "nps", got ${described}`]);
  });
});

describe("what is no row", () => {
  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["9", "a string"],
    [9, "9"],
    [["9"], "an array"],
  ])("is refused as it is in typed mode: %j", (row, described) => {
    expect(problems(row)).toEqual([`: must be an object, got ${described}`]);
  });

  it("everything that is wrong with a row is found, in the order of the fields", () => {
    expect(problems({ weight: "x", at: "x", rating: "x", metric: "x" }).map((p) => p.split(":")[0])).toEqual([
      "metric",
      "rating",
      "at",
      "weight",
    ]);
  });
});

describe("a schema beside that of text", () => {
  it("asks for further columns by .and, and sees them as they are in the file", () => {
    const { rows, issues } = parseRows(text.and(z.object({ plan: z.string().min(1) })), [
      { rating: "9", plan: "Pro ", segment: "" },
      { rating: "9", plan: "" },
      { rating: "great", plan: "Pro" },
    ]);
    expect(rows).toEqual([{ metric: "nps", rating: 9, plan: "Pro ", segment: null }]);
    expect(issues.map(({ index, path }) => [index, ...path])).toEqual([
      [1, "plan"],
      [2, "rating"],
    ]);
  });

  it("that asks for one of the record's own as text has the row refused, not read in two ways", () => {
    const { rows, rejected } = parseRows(text.and(z.object({ comment: z.string() })), [
      { rating: "9", comment: "" },
      { rating: "9", comment: "Fine." },
    ]);
    expect([rows.length, rejected]).toEqual([1, 1]);
  });

  it("asks for what was read by .refine", () => {
    const answered = text.refine(({ rating }) => typeof rating === "number", "must have an answer");
    const { rows, issues } = parseRows(answered, [{ rating: "9 - likely" }, { rating: "N/A" }]);
    expect(rows).toEqual([{ metric: "nps", rating: 9 }]);
    expect(issues).toEqual([{ index: 1, path: [], message: "must have an answer" }]);
  });
});

describe("the option cells", () => {
  it.each([{}, { cells: "typed" }, { cells: undefined }] as const)(
    "leaves text alone unless told: %j",
    (options) => {
      const typed = surveyResponseOn("nps", NPS_SCALE, options);
      const rows = [{ metric: "nps", rating: 9, comment: "" }, { metric: "nps", rating: "9" }, { rating: 9 }];
      expect(parseRows(typed, rows)).toEqual(parseRows(npsResponse, rows));
      expect(parseRows(typed, rows).rows).toEqual([rows[0]]);
    },
  );

  it.each([
    ["an unknown value", { cells: "csv" }, 'cells must be "typed" or "text", got a string', ["cells"]],
    ["null", { cells: null }, 'cells must be "typed" or "text", got null', ["cells"]],
    ["an unknown name", { cell: "text" }, 'options must be among cells, got "cell"', ["options"]],
    ["what are no options", "text", "options must be an object, got a string", ["options"]],
  ])("refuses %s", (_, options, message, path) => {
    expect(() => surveyResponseOn("ces", CES_SCALE, options as object)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `surveyResponseOn: ${message}`,
        code: "invalid-argument",
        path,
      }),
    );
  });
});

describe("cells of two hundred thousand characters", () => {
  const spaces = " ".repeat(200_000);

  it("are read or refused in time that grows with their length alone", () => {
    expect(read({ rating: spaces, comment: spaces, at: spaces })).toEqual({
      metric: "nps",
      rating: null,
      comment: null,
      at: null,
    });
    expect(read({ rating: `${spaces}9${spaces}`, weight: `${spaces}.5${spaces}` })).toMatchObject({
      rating: 9,
      weight: 0.5,
    });
    const digits = "1".repeat(200_000);
    const zeros = "0".repeat(200_000);
    for (const cell of [
      `9${spaces}9`,
      `${spaces}x`,
      digits,
      `${zeros}.${zeros}e`,
      `-${digits}.`,
      `${digits}e${digits}x`,
    ]) {
      expect(problems({ rating: cell, weight: cell, at: cell }).map((p) => p.split(":")[0])).toEqual([
        "rating",
        "at",
        "weight",
      ]);
    }
  });
});
