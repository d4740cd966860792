import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseRows, type StandardSchema } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** Accepts rows with a whole rating, and has an issue for each thing wrong with the others. */
const schemas: readonly StandardSchema<unknown>[] = [
  z.looseObject({ rating: z.int(), name: z.string().optional() }),
  v.looseObject({ rating: v.pipe(v.number(), v.integer()), name: v.optional(v.string()) }),
];

const anySchema = fc.constantFrom(...schemas);
const anyRow = fc.oneof(
  { arbitrary: fc.record({ rating: fc.integer(), name: fc.string() }), weight: 3 },
  {
    arbitrary: fc.record({
      rating: fc.oneof(fc.string(), fc.double()),
      name: fc.oneof(fc.string(), fc.nat()),
    }),
    weight: 3,
  },
  { arbitrary: fc.jsonValue(), weight: 1 },
);
const anyRows = fc.array(anyRow, { maxLength: 20 });

describe("the laws of parseRows", () => {
  it("good rows and rejected ones are all the rows, and issues name none but the rejected", () => {
    fc.assert(
      fc.property(anySchema, anyRows, (schema, rows) => {
        const parsed = parseRows(schema, rows);
        expect(parsed.rows.length + parsed.rejected).toBe(rows.length);
        expect(new Set(parsed.issues.map(({ index }) => index)).size).toBe(parsed.rejected);
        expect(parsed.issueCount).toBe(parsed.issues.length);
        expect(parsed.issueCount).toBeGreaterThanOrEqual(parsed.rejected);
      }),
    );
  });

  it("good rows keep their order and their values, and issues stand in the order of the rows", () => {
    fc.assert(
      fc.property(anySchema, anyRows, (schema, rows) => {
        const { rows: good, issues } = parseRows(schema, rows);
        const refused = new Set(issues.map(({ index }) => index));
        expect(good).toEqual(rows.filter((_, index) => !refused.has(index)));
        const indices = issues.map(({ index }) => index);
        expect(indices).toEqual([...indices].sort((a, b) => a - b));
      }),
    );
  });

  it("what passed passes again, all of it", () => {
    fc.assert(
      fc.property(anySchema, anyRows, (schema, rows) => {
        const { rows: good } = parseRows(schema, rows);
        expect(parseRows(schema, good)).toEqual({ rows: good, issues: [], rejected: 0, issueCount: 0 });
      }),
    );
  });

  it("rows in two parts give the rows and issues of both", () => {
    fc.assert(
      fc.property(anySchema, anyRows, anyRows, (schema, first, second) => {
        const whole = parseRows(schema, [...first, ...second]);
        const [a, b] = [parseRows(schema, first), parseRows(schema, second)];
        const shifted = b.issues.map((issue) => ({ ...issue, index: issue.index + first.length }));
        expect(whole).toEqual({
          rows: [...a.rows, ...b.rows],
          issues: [...a.issues, ...shifted],
          rejected: a.rejected + b.rejected,
          issueCount: a.issueCount + b.issueCount,
        });
      }),
    );
  });

  it("a cap keeps the first issues and changes nothing else", () => {
    fc.assert(
      fc.property(anySchema, anyRows, fc.nat({ max: 20 }), (schema, rows, maxIssues) => {
        const all = parseRows(schema, rows, { maxIssues: Number.POSITIVE_INFINITY });
        const capped = parseRows(schema, rows, { maxIssues });
        expect(capped).toEqual({ ...all, issues: all.issues.slice(0, maxIssues) });
      }),
    );
  });

  it("frozen rows are not written to, and two runs agree", () => {
    fc.assert(
      fc.property(anySchema, anyRows, (schema, rows) => {
        const frozen = deepFreeze(structuredClone(rows));
        const first = parseRows(schema, frozen);
        expect(frozen).toEqual(rows);
        expect(parseRows(schema, frozen)).toEqual(first);
      }),
    );
  });

  it("the result is plain JSON where the good rows are", () => {
    fc.assert(
      fc.property(anySchema, anyRows, (schema, rows) => {
        const { rows: _, ...rest } = parseRows(schema, rows);
        expectPlainJson(rest);
      }),
    );
  });

  it("no message repeats a text of the row, however a schema quotes it", () => {
    const quotes: readonly ((value: string) => string)[] = [
      (value) => `received "${value}"`,
      (value) => `received '${value}'.`,
      (value) => `(was ${JSON.stringify(value)})`,
      (value) => `${value}: not allowed`,
    ];
    const anyText = fc
      .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.emailAddress(), fc.lorem())
      // Marked, so that no word of the message itself is taken for it.
      .map((text) => `‹${text}›`);
    const places: readonly ((text: string) => unknown)[] = [
      (text) => text,
      (text) => [text],
      (text) => ({ a: 1, b: { c: [null, { text }] } }),
      (text) => [{ "": "short" }, [[text, text.slice(0, 2)]]],
    ];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...quotes), fc.constantFrom(...places), (text, quote, place) => {
        const schema: StandardSchema = {
          "~standard": { validate: () => ({ issues: [{ message: quote(text) }] }) },
        };
        const message = parseRows(schema, [place(text)]).issues[0]?.message;
        expect(message).toContain("…");
        expect(message).not.toContain(text);
        expect(message).not.toContain(JSON.stringify(text));
      }),
    );
  });

  it("a finite number of the row shows only where it has up to five characters", () => {
    const schema: StandardSchema = {
      "~standard": { validate: (value) => ({ issues: [{ message: `must be whole, got ${value}` }] }) },
    };
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.nat({ max: 200_000 })), (number) => {
        const shown = Number.isFinite(number) && String(number).length > 5 ? "…" : String(number);
        expect(parseRows(schema, [number]).issues[0]?.message).toBe(`must be whole, got ${shown}`);
      }),
    );
  });
});
