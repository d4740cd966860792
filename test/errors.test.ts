import { describe, expect, it } from "vitest";
import {
  checkedCount,
  checkedOptions,
  describe as described,
  refusal,
  refusalInWords,
  requireFunction,
  requireIterable,
  requireLevel,
  requireObject,
  requireOneOf,
} from "../src/errors.ts";
import {
  CxMetricsError,
  ces,
  churnRate,
  csat,
  type NetScoreOptions,
  netScore,
  nps,
  npsCategory,
  parseRows,
  periodOf,
  responseRate,
  retentionRate,
  type TopBoxOptions,
  tally,
  topBox,
} from "../src/index.ts";

/** What a call throws. */
function thrownBy(call: () => unknown): CxMetricsError {
  try {
    call();
  } catch (error) {
    return error as CxMetricsError;
  }
  return expect.fail("nothing was thrown");
}

describe("CxMetricsError", () => {
  const error = thrownBy(() => nps([10, 9, 8, 11]));

  it("names the function, the argument, the index and the permitted range", () => {
    expect(error.message).toBe("nps: rating at index 3 must be an integer from 0 to 10, got 11");
    expect(error.code).toBe("invalid-rating");
    expect(error.path).toEqual(["rating", 3]);
  });

  it("is an Error, an instance of its class, and can be told by its name alone", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(CxMetricsError);
    expect(error.name).toBe("CxMetricsError");
    expect(`${error}`).toBe(`CxMetricsError: ${error.message}`);
    expect(CxMetricsError.name).toBe("CxMetricsError");
  });

  it("can be made by hand", () => {
    const own = new CxMetricsError("report: month must be known", "invalid-argument", ["month"]);
    expect([own.message, own.code, own.path]).toEqual([
      "report: month must be known",
      "invalid-argument",
      ["month"],
    ]);
  });

  it("is thrown anew by each wrong call, with a stack of its own", () => {
    const again = thrownBy(function byUser() {
      nps([10, 9, 8, 11]);
    });
    expect(again).not.toBe(error);
    expect(again.message).toBe(error.message);
    expect(again.stack).toContain("byUser");
  });

  it("is the same in engines that cannot shorten a stack", () => {
    const { captureStackTrace } = Error;
    Reflect.deleteProperty(Error, "captureStackTrace");
    try {
      expect(thrownBy(() => nps([10, 9, 8, 11])).message).toBe(error.message);
    } finally {
      Error.captureStackTrace = captureStackTrace;
    }
  });
});

describe("a message quotes short numbers and no text", () => {
  it.each([
    [11, "11"],
    [-1.5, "-1.5"],
    [0, "0"],
    [999_999, "999999"],
    [-999_999, "-999999"],
    [6.123456789, "6.123456789"],
    [1e-7, "1e-7"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [true, "true"],
    [false, "false"],
    [undefined, "undefined"],
    [null, "null"],
  ])("%s is shown", (value, words) => {
    expect(described(value)).toBe(words);
  });

  it.each([
    ["text", "anna@example.com", "a string"],
    ["no text", "", "a string"],
    ["a list", ["anna"], "an array"],
    ["an object", { name: "anna" }, "an object"],
    ["a Date", new Date(0), "a Date"],
    ["a String object", Object("anna"), "an object"],
    ["an object with words of its own", { toString: () => "anna" }, "an object"],
    ["a function", function anna() {}, "a function"],
    ["a symbol", Symbol("anna"), "a symbol"],
    ["a bigint", 491512345678n, "a bigint"],
    ["a whole number that may be a telephone's", 491512345678, "a number of a million or more"],
    ["the least of them", 1_000_000, "a number of a million or more"],
  ])("%s is named by its kind", (_, value, words) => {
    expect(described(value)).toBe(words);
  });
});

describe("a refusal words the way to the value", () => {
  it.each([
    [["level"], "level"],
    [["rating", 3], "rating at index 3"],
    [["scale", "min"], "scale.min"],
    [["counts", 3, "rating"], "counts at index 3.rating"],
    [["by", "plan"], "by.plan"],
  ])("%j as %s", (path, words) => {
    const error = refusal("report", "invalid-count", path, "a whole number", "anna");
    expect(error.message).toBe(`report: ${words} must be a whole number, got a string`);
    expect([error.code, error.path]).toEqual(["invalid-count", path]);
  });

  it("and what was got, where the caller has better words for it", () => {
    const error = refusalInWords("report", "scale-mismatch", ["parts", 2], "on 1 to 5", "0 to 10");
    expect(error).toBeInstanceOf(CxMetricsError);
    expect(error.message).toBe("report: parts at index 2 must be on 1 to 5, got 0 to 10");
    expect([error.code, error.path]).toEqual(["scale-mismatch", ["parts", 2]]);
  });
});

describe("counts that contradict each other have a code of their own", () => {
  it.each([
    ["more answers than invitations", () => responseRate({ invited: 5, answered: 6 }), "answered"],
    ["more lost than were there", () => churnRate({ atStart: 5, lost: 6 }), "lost"],
    ["more new than there are", () => retentionRate({ atStart: 5, atEnd: 5, acquired: 6 }), "acquired"],
    ["more kept than were there", () => retentionRate({ atStart: 5, atEnd: 6, acquired: 0 }), "atEnd"],
  ])("%s", (_, call, name) => {
    const error = thrownBy(call);
    expect(error).toBeInstanceOf(CxMetricsError);
    expect([error.code, error.path]).toEqual(["impossible-counts", [name]]);
  });
});

describe("the guards pass what they should", () => {
  it.each([
    ["one of the names", () => requireOneOf("f", ["method"], "wald", ["wilson", "wald"])],
    ["an object", () => requireObject("f", ["options"], {})],
    ["an object without a prototype", () => requireObject("f", ["options"], Object.create(null))],
    ["an array, for an object", () => requireObject("f", ["options"], [])],
    ["a function", () => requireFunction("f", ["rating"], () => 1)],
    ["a class, for a function", () => requireFunction("f", ["rating"], class {})],
    ["an array, for an iterable", () => requireIterable("f", ["rows"], [])],
    ["a Set, for an iterable", () => requireIterable("f", ["rows"], new Set())],
    ["a generator, for an iterable", () => requireIterable("f", ["rows"], (function* () {})())],
    ["a typed array, for an iterable", () => requireIterable("f", ["rows"], new Uint8Array(1))],
    ["a String object, for an iterable", () => requireIterable("f", ["rows"], Object("rows"))],
    ["the count 0", () => checkedCount("f", ["n"], 0)],
    ["the largest count", () => checkedCount("f", ["n"], Number.MAX_SAFE_INTEGER)],
    ["the smallest level", () => requireLevel("f", Number.MIN_VALUE)],
    ["the largest level", () => requireLevel("f", 1 - Number.EPSILON / 2)],
  ])("%s", (_, guard) => {
    expect(guard).not.toThrow();
  });
});

describe("checkedCount", () => {
  it("gives the count back, and 0 for −0", () => {
    expect(checkedCount("f", ["n"], 7)).toBe(7);
    expect(Object.is(checkedCount("f", ["n"], -0), 0)).toBe(true);
  });
});

describe("checkedOptions", () => {
  interface Options {
    readonly a?: unknown;
    readonly b?: unknown;
  }
  const read = (options: unknown) => checkedOptions("f", options as Options, ["a", "b"]);

  it.each([
    ["none", {}],
    ["one that is known", { b: 1 }],
    ["all that are known", { a: null, b: 0 }],
    ["known ones that are undefined", { a: undefined }],
    ["unknown ones that are undefined", { c: undefined, "anna@example.com": undefined }],
    ["none, in an object without a prototype", Object.create(null)],
    ["those of a prototype, which nobody reads here", Object.create({ c: 1 })],
    ["frozen ones", Object.freeze({ a: 1 })],
  ])("gives options back as they are: %s", (_, options) => {
    expect(read(options)).toBe(options);
  });

  it.each([
    ["an unknown name", { c: 1 }, '"c"'],
    ["an unknown name beside known ones", { a: 1, c: 1, b: 1 }, '"c"'],
    ["an unknown name whose value is null", { c: null }, '"c"'],
    ["a known name in capitals", { A: 1 }, '"A"'],
    ["a name of every object", { constructor: 1 }, '"constructor"'],
    ["the first of two unknown names", { d: 1, c: 1 }, '"d"'],
    ["a name as long as names are", { [`c${"_".repeat(40)}`]: 1 }, `"c${"_".repeat(40)}"`],
    ["a longer one", { [`c${"_".repeat(41)}`]: 1 }, "another name"],
    ["an e-mail address for a name", { "anna@example.com": 1 }, "another name"],
    ["a name with a space", { "Anna Meier": 1 }, "another name"],
    ["a name with a line break behind it", { "anna\n": 1 }, "another name"],
    ["a telephone number for a name", { "491512345678": 1 }, "another name"],
    ["an empty name", { "": 1 }, "another name"],
  ])("refuses %s", (_, options, got) => {
    expect(() => read(options)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `f: options must be among a, b, got ${got}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["a", "a string"],
    [5, "5"],
    [() => 5, "a function"],
    [[1], "an array"],
  ])("refuses what is no object: %s", (options, got) => {
    expect(() => read(options)).toThrow(
      expect.objectContaining({
        message: `f: options must be an object, got ${got}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });
});

describe("a mistyped option does not pass for its default", () => {
  const schema = { "~standard": { validate: (value: unknown) => ({ value }) } };
  const counts = { atStart: 2, atEnd: 1, acquired: 0 };

  it.each([
    [
      "of periodOf",
      () => periodOf(0, "day", { timezone: "Asia/Jakarta" } as object),
      'periodOf: options must be among timeZone, weekStartsOn, got "timezone"',
    ],
    [
      "of parseRows",
      () => parseRows(schema, [], { maxIssue: 5 } as object),
      'parseRows: options must be among maxIssues, got "maxIssue"',
    ],
    [
      "of churnRate",
      () => churnRate({ atStart: 2, lost: 1 }, { Denominator: "average" } as object),
      'churnRate: options must be among level, denominator, got "Denominator"',
    ],
    [
      "of retentionRate",
      () => retentionRate(counts, { confidence: 0.9 } as object),
      'retentionRate: options must be among level, got "confidence"',
    ],
    [
      "of retentionRate, which has no denominators",
      () => retentionRate(counts, { denominator: "start" } as object),
      'retentionRate: options must be among level, got "denominator"',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it("one that is undefined is as one that is absent", () => {
    const none = { timezone: undefined, maxIssue: undefined, confidence: undefined };
    expect(periodOf(0, "day", none as object)).toBe("1970-01-01");
    expect(parseRows(schema, [1], none as object).rows).toEqual([1]);
    expect(churnRate({ atStart: 2, lost: 1 }, none as object).rate).toBe(0.5);
    expect(retentionRate(counts, none as object).rate).toBe(0.5);
  });
});

describe("the guards refuse the rest", () => {
  it.each([
    [
      "another name",
      () => requireOneOf("f", ["method"], "Wald", ["wilson", "wald"]),
      'f: method must be "wilson" or "wald", got a string',
      ["method"],
    ],
    [
      "no name",
      () => requireOneOf("f", ["method"], undefined, ["wilson"]),
      'f: method must be "wilson", got undefined',
      ["method"],
    ],
    [
      "null for an object",
      () => requireObject("f", ["options"], null),
      "f: options must be an object, got null",
      ["options"],
    ],
    [
      "a function for an object",
      () => requireObject("f", ["options"], () => 1),
      "f: options must be an object, got a function",
      ["options"],
    ],
    [
      "an object for a function",
      () => requireFunction("f", ["by", "plan"], {}),
      "f: by.plan must be a function, got an object",
      ["by", "plan"],
    ],
    [
      "an object for an iterable",
      () => requireIterable("f", ["rows"], {}),
      "f: rows must be an array or another iterable, got an object",
      ["rows"],
    ],
    [
      "text for an iterable",
      () => requireIterable("f", ["rows"], "anna@example.com"),
      "f: rows must be an array or another iterable, got a string",
      ["rows"],
    ],
    [
      "empty text for an iterable",
      () => requireIterable("f", ["rows"], ""),
      "f: rows must be an array or another iterable, got a string",
      ["rows"],
    ],
    [
      "an object whose iterator is no function",
      () => requireIterable("f", ["rows"], { [Symbol.iterator]: 1 }),
      "f: rows must be an array or another iterable, got an object",
      ["rows"],
    ],
    [
      "nothing for an iterable",
      () => requireIterable("f", ["rows"], undefined),
      "f: rows must be an array or another iterable, got undefined",
      ["rows"],
    ],
    [
      "null for an iterable",
      () => requireIterable("f", ["rows"], null),
      "f: rows must be an array or another iterable, got null",
      ["rows"],
    ],
    [
      "a level of 0",
      () => requireLevel("f", 0),
      "f: level must be a number strictly between 0 and 1, got 0",
      ["level"],
    ],
    [
      "a level of 1",
      () => requireLevel("f", 1),
      "f: level must be a number strictly between 0 and 1, got 1",
      ["level"],
    ],
    [
      "a level that is no number",
      () => requireLevel("f", Number.NaN),
      "f: level must be a number strictly between 0 and 1, got NaN",
      ["level"],
    ],
    [
      "a level that is text",
      () => requireLevel("f", "0.9"),
      "f: level must be a number strictly between 0 and 1, got a string",
      ["level"],
    ],
  ])("%s", (_, guard, message, path) => {
    expect(guard).toThrow(
      expect.objectContaining({ name: "CxMetricsError", message, code: "invalid-argument", path }),
    );
  });

  it.each([
    [-1, "-1"],
    [0.5, "0.5"],
    [2 ** 53, "a number of a million or more"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["5", "a string"],
    [5n, "a bigint"],
    [null, "null"],
    [undefined, "undefined"],
  ])("%s for a count", (value, words) => {
    expect(() => checkedCount("f", ["counts", 2], value)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `f: counts at index 2 must be a whole number from 0 up, got ${words}`,
        code: "invalid-count",
        path: ["counts", 2],
      }),
    );
  });
});

describe("wrong calls throw nothing else", () => {
  it.each([
    ["ratings as text", () => nps(["9"] as unknown as number[])],
    ["a telephone number for a rating", () => npsCategory(491512345678)],
    ["no ratings", () => tally(undefined as unknown as number[], { min: 0, max: 10 })],
    ["a method for options", () => csat([5], "wald" as unknown as object)],
    ["a function for answers", () => nps((() => 9) as unknown as number[])],
    ["a symbol for answers", () => csat(Symbol("anna") as unknown as number[])],
    ["a boolean for answers", () => ces(true as unknown as number[])],
    ["a bigint for answers", () => nps(491512345678n as unknown as number[])],
    ["no scale where one is needed", () => topBox([5], { from: 4 } as unknown as TopBoxOptions)],
    ["no scale for a net score", () => netScore([5], { top: 4, bottom: 2 } as unknown as NetScoreOptions)],
    ["a rating that is a symbol", () => nps([Symbol("anna")] as unknown as number[])],
    ["a rating that is a bigint", () => nps([9n] as unknown as number[])],
  ])("%s", (_, call) => {
    const error = thrownBy(call);
    expect(error).toBeInstanceOf(CxMetricsError);
    expect(error.message).not.toMatch(/anna|491512345678/);
  });
});
