import { describe, expect, it } from "vitest";
import { redacted } from "../../src/records/redact.ts";

describe("a message loses every text of the row", () => {
  it.each([
    ["an e-mail address", 'received "anna@example.com"', { mail: "anna@example.com" }, 'received "…"'],
    ["in a nested object", "no customer Anna Meier", { a: { b: { name: "Anna Meier" } } }, "no customer …"],
    ["in an array", "Anna is unknown", { names: ["Bob", "Anna"] }, "… is unknown"],
    ["that is the whole row", "Anna is unknown", "Anna", "… is unknown"],
    ["that is the whole message", "Anna Meier", ["Anna Meier"], "…"],
    ["again and again", "Anna, Anna and Anna", ["Anna"], "…, … and …"],
    ["next to punctuation", "<Anna>(Anna)'Anna'-Anna_Anna.", ["Anna"], "<…>(…)'…'-…_…."],
    ["with an apostrophe", "got O'Brien", ["O'Brien"], "got …"],
    ["with quotes, as they are", 'got "the "boss""', ['the "boss"'], 'got "…"'],
    ["with quotes, escaped", 'got "the \\"boss\\""', ['the "boss"'], 'got "…"'],
    ["with a line break, as it is", "got Anna\nMeier", ["Anna\nMeier"], "got …"],
    ["with a line break, escaped", 'got "Anna\\nMeier"', ["Anna\nMeier"], 'got "…"'],
    ["with a backslash, escaped", 'got "C:\\\\Anna"', ["C:\\Anna"], 'got "…"'],
    ["with characters of patterns", "got a.*(b)+?[c]^$|{2}", ["a.*(b)+?[c]^$|{2}"], "got …"],
    ["with characters of replacements", "got $& $1 $$", ["$& $1 $$"], "got …"],
    ["in letters of any script", "got Łukasz, 田中 and Αννα", ["Łukasz", "田中", "Αννα"], "got …, … and …"],
    ["of symbols only", "got 🎉 and --", ["🎉", "--"], "got … and …"],
    ["of digits", "got 015123", ["015123"], "got …"],
    ["that begins and ends with a sign, amid letters", "gotx-Anna-y", ["-Anna-"], "gotx…y"],
    ["between spaces that belong to it", "got ' Anna '", [" Anna "], "got '…'"],
  ])("%s", (_, message, row, expected) => {
    expect(redacted(message, row)).toBe(expected);
  });

  it("the longest first, so that no part of a longer text is left", () => {
    expect(redacted("got anna@example.com", ["anna", "anna@example.com"])).toBe("got …");
    expect(redacted("got anna@example.com", ["anna@example.com", "anna"])).toBe("got …");
    expect(redacted("got Anna Maria Meier or Anna", ["Anna", "Anna Maria Meier"])).toBe("got … or …");
  });
});

describe("a message keeps the names of properties", () => {
  it.each([
    ["beside their values", 'plan must not be "Pro"', { plan: "Pro" }, 'plan must not be "…"'],
    ["quoted", 'Unrecognized key: "anna"', { anna: "Meier" }, 'Unrecognized key: "anna"'],
    ["unless a value is the same", "plan must not be plan", { plan: "plan" }, "… must not be …"],
  ])("%s", (_, message, row, expected) => {
    expect(redacted(message, row)).toBe(expected);
  });
});

describe("a message loses every long number of the row", () => {
  it.each([
    ["of six digits", "got 100000", { id: 100_000 }, "got …"],
    ["with a sign", "got -12345", { id: -12_345 }, "got …"],
    ["with decimals", "got 52.52001", { latitude: 52.52001 }, "got …"],
    ["with an exponent", "got 1e+300", { id: 1e300 }, "got …"],
    ["as a bigint", "got 491512345678", { phone: 491512345678n }, "got …"],
    ["as a bigint in JavaScript's notation", "got 491512345678n", { phone: 491512345678n }, "got …"],
    ["that is the whole row", "got 491512345678", 491512345678, "got …"],
  ])("%s", (_, message, row, expected) => {
    expect(redacted(message, row)).toBe(expected);
  });

  it.each([
    ["a rating", "must be from 0 to 10, got 11", { rating: 11 }],
    ["five digits", "got 99999", { id: 99_999 }],
    ["a short decimal", "got 6.5", { rating: 6.5 }],
    ["NaN", "got NaN", { rating: Number.NaN }],
    ["Infinity", "got -Infinity", { rating: Number.NEGATIVE_INFINITY }],
    ["a short bigint", "got 11", { rating: 11n }],
    ["a rating that is text, so that the limits of the scale stay", "must be from 0 to 10", { rating: "10" }],
  ])("not %s", (_, message, row) => {
    expect(redacted(message, row)).toBe(message);
  });
});

describe("the rest of a message stays", () => {
  it.each([
    ["where the row is empty", "must be a number", {}],
    ["where the row has no text", "null, true and 1 are wrong", { a: null, b: true, c: 1, d: undefined }],
    ["where a text is part of a longer word", "Annabel and Joanna", ["Anna", "anna"]],
    ["where digits are part of a longer number", "got 12345678", [234_567, "345"]],
    ["where a text is blank", "must be a number", { a: " ", b: "", c: "\n" }],
    ["where a text is long and blank", "must be a number", { a: "          ", b: "\n\n\n\n\n\n\n" }],
    ["where a text is nowhere in it", "must be a number", { a: "anna@example.com" }],
    ["where it names a property", 'unknown key "plan", got plan', { plan: 5 }],
    ["where it names a property inside", 'unknown key "plan of 2026"', [{ "plan of 2026": { plan: true } }]],
    ["where the row is nothing", "must be an object", null],
    ["where the row is no data", "must be an object", Symbol("object")],
  ])("%s", (_, message, row) => {
    expect(redacted(message, row)).toBe(message);
  });
});

describe("a value too large to look through", () => {
  const message = 'got "anna@example.com"';
  const withheld =
    "refused; the schema's message is withheld, because the value is too large to take out of it";

  /** The text so many levels deep. */
  function nested(depth: number): unknown {
    let value: unknown = "anna@example.com";
    for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { inner: value } : [value];
    return value;
  }

  it("is one of more than five levels: its message is withheld", () => {
    expect([0, 1, 2, 3, 4, 5].map((depth) => redacted(message, nested(depth)))).toEqual(
      Array(6).fill('got "…"'),
    );
    expect([6, 7, 20].map((depth) => redacted(message, nested(depth)))).toEqual(Array(3).fill(withheld));
  });

  it("is one of many hundred texts, wherever in it they are", () => {
    const texts = (length: number) => Array.from({ length }, (_, i) => `text ${i}`);
    expect(redacted(message, [...texts(300), "anna@example.com"])).toBe('got "…"');
    expect(redacted(message, [...texts(2000), "anna@example.com"])).toBe(withheld);
    expect(redacted(message, { "0": "anna@example.com", others: texts(2000) })).toBe(withheld);
    expect(redacted(message, [texts(300), texts(300), texts(300), texts(300), "anna@example.com"])).toBe(
      withheld,
    );
  });

  it("is one that contains itself", () => {
    const row: Record<string, unknown> = { name: "anna@example.com" };
    row["self"] = row;
    expect(redacted(message, row)).toBe(withheld);
  });

  it("is not one of many short numbers", () => {
    expect(redacted(message, [...Array<number>(5000).fill(10), "anna@example.com"])).toBe('got "…"');
  });
});
