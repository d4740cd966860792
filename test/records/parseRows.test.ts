import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { CxMetricsError, nps, parseRows, type SchemaIssue, type StandardSchema } from "../../src/index.ts";
import { npsResponse } from "../../src/schemas/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { rejectionsLeftBy } from "./rejections.ts";

/** A schema written by hand: the standard and nothing else. */
function schemaOf<T>(
  validate: (value: unknown) => { value: T } | { issues: readonly SchemaIssue[] },
): StandardSchema<T> {
  return { "~standard": { validate } };
}

const wholeNumber = schemaOf((value) =>
  Number.isInteger(value) ? { value: value as number } : { issues: [{ message: "must be whole" }] },
);

/** A schema that answers every row with the same issues. */
function refusing(...issues: SchemaIssue[]): StandardSchema<never> {
  return schemaOf(() => ({ issues }));
}

describe("parseRows keeps the good rows and names what is wrong with the others", () => {
  it.each([
    ["zod", z.object({ rating: z.number(), name: z.string().optional() })],
    ["valibot", v.object({ rating: v.number(), name: v.optional(v.string()) })],
    [
      "a schema written by hand",
      schemaOf((value) => {
        const rating = (value as { rating?: unknown } | null)?.rating;
        if (typeof rating === "number") return { value: value as { rating: number; name?: string } };
        const path = typeof value === "object" && value !== null ? ["rating"] : [];
        return { issues: [{ message: "no", path }] };
      }),
    ],
  ] as const)("by %s", (_, schema) => {
    const rows = [{ rating: 9, name: "Anna" }, { rating: "9" }, null, { rating: 3 }];
    const parsed = parseRows<{ rating: number; name?: string | undefined }>(schema, rows);
    expect(parsed.rows).toEqual([{ rating: 9, name: "Anna" }, { rating: 3 }]);
    expect(parsed.rejected).toBe(2);
    expect(parsed.issueCount).toBe(2);
    expect(parsed.issues.map(({ index, path }) => ({ index, path }))).toEqual([
      { index: 1, path: ["rating"] },
      { index: 2, path: [] },
    ]);
  });

  it("by a schema that is a function, as arktype's are", () => {
    const schema = Object.assign(() => undefined, wholeNumber);
    expect(parseRows(schema, [1, "1"])).toEqual({
      rows: [1],
      issues: [{ index: 1, path: [], message: "must be whole" }],
      rejected: 1,
      issueCount: 1,
    });
  });

  it("by a schema whose validate needs its this", () => {
    class Validator {
      readonly #limit = 5;
      validate(value: unknown): { value: number } | { issues: SchemaIssue[] } {
        return (value as number) <= this.#limit ? { value: value as number } : { issues: [] };
      }
    }
    expect(parseRows({ "~standard": new Validator() }, [4, 6]).rows).toEqual([4]);
  });

  it("so that what is left can be scored", () => {
    const { rows } = parseRows(npsResponse, [
      { metric: "nps", rating: 9 },
      { metric: "nps", rating: 11 },
      { metric: "csat", rating: 1 },
      { metric: "nps", rating: null },
      { metric: "nps" },
    ]);
    const score = nps(rows.map((row) => row.rating));
    expect([score.score, score.n, score.missing]).toEqual([100, 1, 2]);
  });

  it("no rows give no rows and no issues", () => {
    expect(parseRows(npsResponse, [])).toEqual({ rows: [], issues: [], rejected: 0, issueCount: 0 });
  });

  it("the good rows are what the schema returned, itself", () => {
    const made = { made: true };
    expect(
      parseRows(
        schemaOf(() => ({ value: made })),
        [{}],
      ).rows[0],
    ).toBe(made);
    expect(parseRows(z.string().transform(Number), ["7"]).rows).toEqual([7]);
    expect(
      parseRows(
        schemaOf(() => ({ value: undefined })),
        [1, 2],
      ),
    ).toEqual({
      rows: [undefined, undefined],
      issues: [],
      rejected: 0,
      issueCount: 0,
    });
  });

  it("frozen rows are read and stay as they were", () => {
    const rows = deepFreeze([
      { metric: "nps", rating: 9, tags: ["a"] },
      { metric: "nps", rating: "anna", tags: ["b"] },
    ]);
    const before = structuredClone(rows);
    expect(parseRows(npsResponse, rows, Object.freeze({ maxIssues: 5 })).rejected).toBe(1);
    expect(rows).toEqual(before);
  });

  it("the result is plain JSON where the rows are", () => {
    expectPlainJson(
      parseRows(npsResponse, [
        { metric: "nps", rating: 9 },
        { metric: "nps", rating: 11, respondentId: 5 },
      ]),
    );
  });

  it("two runs agree", () => {
    const rows = [{ metric: "nps", rating: 9 }, { metric: "nps", rating: 11 }, 5];
    expect(parseRows(npsResponse, rows)).toEqual(parseRows(npsResponse, rows));
  });
});

describe("the rows may come in any iterable", () => {
  const rows = [1, 2.5, 3];

  it.each([
    ["an array", rows],
    ["a Set", new Set(rows)],
    ["the values of a Map", new Map(rows.entries()).values()],
    ["a typed array", Float64Array.from(rows)],
    ["a hand-written iterable", { [Symbol.iterator]: () => rows.values() }],
    [
      "a generator",
      (function* () {
        yield* rows;
      })(),
    ],
  ])("%s", (_, iterable) => {
    expect(parseRows(wholeNumber, iterable)).toEqual({
      rows: [1, 3],
      issues: [{ index: 1, path: [], message: "must be whole" }],
      rejected: 1,
      issueCount: 1,
    });
  });

  it("a hole of an array is a row too", () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    expect(parseRows(wholeNumber, sparse).issues[0]?.index).toBe(1);
  });

  it("each row is read once and validated once", () => {
    let read = 0;
    const seen: unknown[] = [];
    const schema = schemaOf((value) => {
      seen.push(value);
      return value === 2 ? { issues: [{ message: "no" }] } : { value };
    });
    const counted = (function* () {
      for (const row of [1, 2, 3]) {
        read++;
        yield row;
      }
    })();
    parseRows(schema, counted);
    expect([read, seen]).toEqual([3, [1, 2, 3]]);
  });

  it("one that throws is not swallowed", () => {
    const failure = new Error("the connection is gone");
    const rows = (function* () {
      yield 1;
      throw failure;
    })();
    expect(() => parseRows(wholeNumber, rows)).toThrow(failure);
  });

  it("one that is not read to its end is closed", () => {
    let closed = false;
    const rows = (function* () {
      try {
        yield 1;
        yield 2;
      } finally {
        closed = true;
      }
    })();
    const asynchronous: StandardSchema<number> = {
      "~standard": { validate: () => Promise.resolve({ value: 1 }) },
    };
    expect(() => parseRows(asynchronous, rows)).toThrow(CxMetricsError);
    expect(closed).toBe(true);
  });
});

describe("an issue tells where", () => {
  it.each([
    ["keys", ["tags", 0, "name"], ["tags", 0, "name"]],
    ["objects that hold a key", [{ key: "tags" }, { key: 0 }], ["tags", 0]],
    ["a symbol, by its name", [Symbol("tag")], ["Symbol(tag)"]],
    ["an empty path", [], []],
    ["no path", undefined, []],
  ] as const)("a schema's path of %s", (_, path, expected) => {
    expect(parseRows(refusing({ message: "no", path }), [{}]).issues[0]?.path).toEqual(expected);
  });

  it.each([
    ["null", { name: null }],
    ["a text", { name: "anna" }],
    ["a number", { name: 7 }],
    ["nothing", {}],
  ])("a path on into %s leads nowhere, and the message stays", (_, row) => {
    const schema = refusing({ message: "no a in it", path: ["name", 0] });
    expect(parseRows(schema, [row]).issues[0]?.message).toBe("no a in it");
  });

  it("the paths of zod and valibot are the same", () => {
    const rows = [{ tags: [{ name: 5 }] }];
    const path = ["tags", 0, "name"];
    const byZod = parseRows(z.object({ tags: z.array(z.object({ name: z.string() })) }), rows);
    const byValibot = parseRows(v.object({ tags: v.array(v.object({ name: v.string() })) }), rows);
    expect([byZod.issues[0]?.path, byValibot.issues[0]?.path]).toEqual([path, path]);
  });

  it("the index counts the rows given, not the good ones", () => {
    const { issues } = parseRows(wholeNumber, [0.5, 1, 2, 0.5, 3, 0.5]);
    expect(issues.map(({ index }) => index)).toEqual([0, 3, 5]);
  });

  it("a row can have several, in the schema's order", () => {
    const two = refusing({ message: "first", path: ["a"] }, { message: "second", path: ["b"] });
    const { issues, rejected, issueCount } = parseRows(two, [{}, {}]);
    expect(issues.map(({ index, message }) => [index, message])).toEqual([
      [0, "first"],
      [0, "second"],
      [1, "first"],
      [1, "second"],
    ]);
    expect([rejected, issueCount]).toEqual([2, 4]);
  });

  it("what two parts of a schema both find wrong counts once", () => {
    const again = { message: "no", path: ["rating"] };
    const schema = refusing(again, again, { message: "no", path: [{ key: "rating" }] }, { message: "no" });
    expect(parseRows(schema, [{}])).toEqual({
      rows: [],
      issues: [
        { index: 0, path: ["rating"], message: "no" },
        { index: 0, path: [], message: "no" },
      ],
      rejected: 1,
      issueCount: 2,
    });
  });

  it("a row is refused even where the schema names no issue", () => {
    expect(parseRows(refusing(), [1, 2])).toEqual({ rows: [], issues: [], rejected: 2, issueCount: 0 });
  });
});

describe("maxIssues caps the issues that are kept and none of the counts", () => {
  const two = refusing({ message: "first" }, { message: "second" });
  const rows = Array.from({ length: 3 }, () => ({}));

  it.each([
    [0, []],
    [1, ["0 first"]],
    [2, ["0 first", "0 second"]],
    [3, ["0 first", "0 second", "1 first"]],
    [6, ["0 first", "0 second", "1 first", "1 second", "2 first", "2 second"]],
    [7, ["0 first", "0 second", "1 first", "1 second", "2 first", "2 second"]],
    [Number.POSITIVE_INFINITY, ["0 first", "0 second", "1 first", "1 second", "2 first", "2 second"]],
  ])("at %s", (maxIssues, kept) => {
    const { issues, rejected, issueCount } = parseRows(two, rows, { maxIssues });
    expect(issues.map(({ index, message }) => `${index} ${message}`)).toEqual(kept);
    expect([rejected, issueCount]).toEqual([3, 6]);
  });

  it.each([[undefined], [{}], [{ maxIssues: undefined }]])("at 1000 where none is given: %j", (options) => {
    const many = Array.from({ length: 1001 }, () => 0.5);
    const { issues, rejected, issueCount } = parseRows(wholeNumber, many, options);
    expect([issues.length, rejected, issueCount]).toEqual([1000, 1001, 1001]);
    expect(issues[999]?.index).toBe(999);
  });

  it.each([
    [-1, "-1"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [2 ** 53, "a number of a million or more"],
    ["10", "a string"],
    [10n, "a bigint"],
    [null, "null"],
  ])("%s is refused", (maxIssues, described) => {
    expect(() => parseRows(wholeNumber, [], { maxIssues: maxIssues as number })).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `parseRows: maxIssues must be a whole number from 0 up, or Infinity, got ${described}`,
        code: "invalid-argument",
        path: ["maxIssues"],
      }),
    );
  });
});

describe("a schema whose issues cannot be read is a wrong call", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["no message", { path: ["rating"] }],
    ["a message that is no text", { message: 5 }],
    ["a path that is no array", { message: "no", path: 5 }],
    ["a path with null in it", { message: "no", path: ["rating", null] }],
    ["a path with undefined in it", { message: "no", path: [undefined] }],
  ])("%s in place of an issue", (_described, issue) => {
    expect(() => parseRows(refusing({ message: "no" }, issue as never), [{}])).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: "parseRows: schema must answer at once with a value or issues, got something else",
        code: "invalid-argument",
        path: ["schema"],
      }),
    );
  });
});

describe("no message repeats what somebody typed", () => {
  it.each([
    [
      "an e-mail address",
      v.object({ rating: v.number() }),
      { rating: "anna@example.com" },
      "anna@example.com",
    ],
    [
      "a name in a nested object",
      v.object({ customer: v.object({ name: v.picklist(["A", "B"]) }) }),
      { customer: { name: "Anna Meier" } },
      "Anna",
    ],
    [
      "text in an array",
      v.object({ answers: v.array(v.number()) }),
      { answers: [1, "call me: 0151 2345678"] },
      "0151",
    ],
    [
      "a telephone number as a number",
      v.object({ name: v.string() }),
      { name: 491512345678 },
      "491512345678",
    ],
    ["one as a bigint", v.object({ name: v.string() }), { name: 491512345678n }, "491512345678"],
    ["text with quotes", v.object({ rating: v.number() }), { rating: 'the "boss"' }, "boss"],
    ["text with line breaks", v.object({ rating: v.number() }), { rating: "Anna\nMeier\r\n" }, "Meier"],
    [
      "text with characters of patterns",
      v.object({ rating: v.number() }),
      { rating: "$& (Anna)* [M.]+?" },
      "Anna",
    ],
    ["text in a tuple", v.tuple([v.number()]), ["Anna Meier"], "Anna"],
    ["a row that is text", v.number(), "Anna Meier", "Anna"],
    [
      "text trimmed first",
      v.object({ mail: v.pipe(v.string(), v.trim(), v.email()) }),
      { mail: " Anna Meier " },
      "Anna",
    ],
  ] as const)("%s", (_, schema, row, secret) => {
    const { issues, rejected } = parseRows<unknown>(schema as StandardSchema, [row]);
    expect(rejected).toBe(1);
    expect(
      JSON.stringify(issues, (__, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toContain(secret);
    expect(issues[0]?.message).toContain("…");
  });

  it("valibot's words stay around it", () => {
    const { issues } = parseRows(v.object({ rating: v.number() }), [{ rating: "anna@example.com" }]);
    expect(issues[0]?.message).toBe('Invalid type: Expected number but received "…"');
  });

  it("only the offending row's own text is taken out", () => {
    const { issues } = parseRows(v.object({ a: v.number() }), [{ a: "Anna" }, { a: "Bob" }]);
    expect(issues.map(({ message }) => message)).toEqual([
      'Invalid type: Expected number but received "…"',
      'Invalid type: Expected number but received "…"',
    ]);
  });

  it("a telephone number is not shown by the schemas of this package either", () => {
    const rows = [491512345678, 491512345678n, "491512345678"].map((rating) => ({ metric: "nps", rating }));
    const messages = parseRows(npsResponse, rows).issues.map(({ message }) => message);
    expect(messages).toHaveLength(3);
    expect(messages.join()).not.toContain("491512345678");
  });

  it("words that a message shares with other fields of the row stay", () => {
    const row = { metric: "nps", rating: 11, channel: "missing", comment: "must be an integer" };
    expect(parseRows(npsResponse, [row]).issues[0]?.message).toBe(
      "must be an integer from 0 to 10 or missing, got 11",
    );
  });

  it("what the schemas of this package say stays whole where the row holds ratings as text", () => {
    const rows = ["0", "5", "10"].map((rating) => ({ metric: "nps", rating }));
    expect(parseRows(npsResponse, rows).issues.map(({ message }) => message)).toEqual([
      "must be an integer from 0 to 10 or missing, got a string",
      "must be an integer from 0 to 10 or missing, got a string",
      "must be an integer from 0 to 10 or missing, got a string",
    ]);
  });
});

describe("property names are no data, and stay", () => {
  it.each([
    ["zod", z.strictObject({ rating: z.number() })],
    ["valibot", v.strictObject({ rating: v.number() })],
  ] as const)("in what %s says", (_, schema) => {
    const { issues } = parseRows<unknown>(schema as StandardSchema, [
      { rating: 9, plan: "anna@example.com" },
    ]);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain('"plan"');
    expect(issues[0]?.message).not.toContain("anna");
  });
});

describe("a schema that throws at a row refuses that row", () => {
  it.each([
    ["an error of JavaScript", () => new RangeError("anna@example.com"), "RangeError"],
    ["an error class of its own", () => new (class ParserError extends Error {})("anna"), "ParserError"],
    ["a text", () => "anna@example.com", "string"],
    ["nothing", () => undefined, "undefined"],
  ])("with %s", (_, thrown, name) => {
    const schema = schemaOf((value) => {
      if (value === 2) throw thrown();
      return { value };
    });
    expect(parseRows(schema, [1, 2, 3])).toEqual({
      rows: [1, 3],
      issues: [{ index: 1, path: [], message: `the schema threw at this row (${name})` }],
      rejected: 1,
      issueCount: 1,
    });
  });

  const withGetter = {
    metric: "nps",
    get rating(): number {
      throw new Error("anna@example.com");
    },
  };
  const good = { metric: "nps", rating: 3 };

  it.each([
    ["valibot", v.object({ rating: v.number() })],
    ["zod", z.object({ rating: z.number() })],
    ["the schemas of this package", npsResponse],
    [
      "a schema written by hand",
      schemaOf((value) => ({ value: { rating: (value as { rating: number }).rating } })),
    ],
  ] as const)("where a getter of the row throws: %s", async (_, schema) => {
    const left = await rejectionsLeftBy(() => {
      const { rows, issues, rejected } = parseRows<{ rating?: number | null | undefined }>(
        schema as StandardSchema<{ rating?: number | null | undefined }>,
        [good, withGetter, good],
      );
      expect(rows.map(({ rating }) => rating)).toEqual([3, 3]);
      expect(issues.map(({ index }) => index)).toEqual([1]);
      expect(rejected).toBe(1);
      expect(JSON.stringify(issues)).not.toContain("anna");
    });
    expect(left).toEqual([]);
  });

  it("where a getter that the schema never read throws", () => {
    const schema = schemaOf(() => ({ issues: [{ message: "no" }] }));
    expect(parseRows(schema, [withGetter]).issues).toEqual([
      { index: 0, path: [], message: "refused; a property of this row throws when it is read" },
    ]);
  });
});

describe("a schema must answer at once", () => {
  const refusal = expect.objectContaining({
    name: "CxMetricsError",
    message:
      "parseRows: schema must answer at once with a value or issues, got a promise; leave out asynchronous refinements",
    code: "asynchronous-schema",
    path: ["schema"],
  });

  it.each([
    ["an asynchronous refinement of zod", z.number().refine(async () => true)],
    ["one that refuses", z.number().refine(async () => false)],
    [
      "an asynchronous pipe of valibot",
      v.pipeAsync(
        v.number(),
        v.checkAsync(async () => true),
      ),
    ],
    [
      "a promise that is kept",
      { "~standard": { validate: () => Promise.resolve({ value: 1 }) } } satisfies StandardSchema,
    ],
    [
      "a promise that is broken",
      {
        "~standard": { validate: () => Promise.reject(new Error("anna@example.com")) },
      } satisfies StandardSchema,
    ],
    [
      "something that can only be awaited",
      {
        "~standard": {
          // biome-ignore lint/suspicious/noThenProperty: what is tested
          validate: () => ({ then: () => undefined }) as unknown as PromiseLike<{ value: number }>,
        },
      } satisfies StandardSchema,
    ],
  ] as const)("%s throws, and leaves no unhandled rejection behind", async (_, schema) => {
    const left = await rejectionsLeftBy(() => {
      expect(() => parseRows<unknown>(schema as StandardSchema, [1, 2])).toThrow(refusal);
    });
    expect(left).toEqual([]);
  });

  it("where there are no rows there is nothing to await", () => {
    expect(
      parseRows(
        z.number().refine(async () => true),
        [],
      ).rows,
    ).toEqual([]);
  });
});

describe("a schema must answer with a value or issues", () => {
  it.each([
    ["the value itself, an object", (value: unknown) => value],
    ["the value itself, a number", () => 5],
    ["text", () => "anna@example.com"],
    ["a boolean, as a type guard does", () => true],
    ["a list", () => []],
    ["a function", () => () => ({ value: 1 })],
    ["null", () => null],
    ["nothing", () => undefined],
    ["an empty object", () => ({})],
    ["no issues and no value", () => ({ issues: undefined })],
    ["issues that are text", () => ({ issues: "anna@example.com" })],
    ["issues that are text, beside a value", () => ({ value: 1, issues: "anna@example.com" })],
    ["issues that are null", () => ({ value: 1, issues: null })],
    ["issues in a Set", () => ({ issues: new Set([{ message: "no" }]) })],
    ["what the safeParse of zod answers", () => ({ success: true, data: 1 })],
  ])("%s throws", (_, validate) => {
    const schema = { "~standard": { validate } } as unknown as StandardSchema;
    expect(() => parseRows(schema, [{ rating: 9 }])).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: "parseRows: schema must answer at once with a value or issues, got something else",
        code: "invalid-argument",
        path: ["schema"],
      }),
    );
    expect(parseRows(schema, []).rows).toEqual([]);
  });

  it.each([
    ["a value", { value: 1 }],
    ["a value and no issues", { value: 1, issues: undefined }],
    ["a value of an object without a prototype", Object.assign(Object.create(null), { value: 1 })],
  ])("%s passes", (_, result) => {
    expect(parseRows<number>({ "~standard": { validate: () => result } }, [{}]).rows).toEqual([1]);
  });

  it("issues say more than a value beside them", () => {
    const result = { value: 1, issues: [{ message: "no" }] };
    const schema = { "~standard": { validate: () => result } } as unknown as StandardSchema;
    expect(parseRows(schema, [{}])).toEqual({
      rows: [],
      issues: [{ index: 0, path: [], message: "no" }],
      rejected: 1,
      issueCount: 1,
    });
  });
});

describe("parseRows refuses", () => {
  it.each([
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a function", () => true, "a function"],
    ["an object without the standard", {}, "an object"],
    ["the standard without validate", { "~standard": {} }, "an object"],
    ["a validate that is no function", { "~standard": { validate: true } }, "an object"],
    ["text", "schema", "a string"],
  ])("%s for a schema", (_, schema, described) => {
    expect(() => parseRows(schema as unknown as StandardSchema, [])).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `parseRows: schema must be a Standard Schema, such as one of zod 4, got ${described}`,
        code: "invalid-argument",
        path: ["schema"],
      }),
    );
  });

  it.each([
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["one row that is in no array", { rating: 1 }, "an object"],
    ["an asynchronous iterable", (async function* () {})(), "an object"],
    ["text, such as a file not yet parsed", '[{"rating":9}]', "a string"],
    ["empty text", "", "a string"],
    ["a number", 5, "5"],
  ])("%s for rows", (_, rows, described) => {
    expect(() => parseRows(wholeNumber, rows as unknown as Iterable<unknown>)).toThrow(
      expect.objectContaining({
        message: `parseRows: rows must be an array or another iterable, got ${described}`,
        code: "invalid-argument",
        path: ["rows"],
      }),
    );
  });

  it.each([
    ["null", null, "null"],
    ["a number", 10, "10"],
  ])("%s for options", (_, options, described) => {
    expect(() => parseRows(wholeNumber, [], options as unknown as object)).toThrow(
      expect.objectContaining({
        message: `parseRows: options must be an object, got ${described}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });
});
