import * as v from "valibot";
import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import {
  type ParsedRows,
  type ParseRowsOptions,
  parseRows,
  type RowIssue,
  type StandardSchema,
} from "../../src/index.ts";

it("the rows have the output type of a zod schema", () => {
  const { rows } = parseRows(z.object({ rating: z.number(), plan: z.string().optional() }), []);
  expectTypeOf(rows).toEqualTypeOf<readonly { rating: number; plan?: string | undefined }[]>();
  expectTypeOf(parseRows(z.string().transform(Number), []).rows).toEqualTypeOf<readonly number[]>();
  expectTypeOf(parseRows(z.string().default(""), []).rows).toEqualTypeOf<readonly string[]>();
});

it("the rows have the output type of a valibot schema", () => {
  const { rows } = parseRows(v.object({ rating: v.number(), plan: v.optional(v.string()) }), []);
  expectTypeOf(rows).toEqualTypeOf<readonly { rating: number; plan?: string | undefined }[]>();
  const toNumber = v.pipe(v.string(), v.transform(Number));
  expectTypeOf(parseRows(toNumber, []).rows).toEqualTypeOf<readonly number[]>();
});

it("the rows have the output type of a schema written by hand", () => {
  const schema: StandardSchema<{ rating: number }> = {
    "~standard": { validate: () => ({ value: { rating: 9 } }) },
  };
  expectTypeOf(parseRows(schema, [])).toEqualTypeOf<ParsedRows<{ rating: number }>>();
});

it("the rows given may be anything, in any iterable", () => {
  expectTypeOf<Iterable<unknown>>().toExtend<Parameters<typeof parseRows>[1]>();
  parseRows(z.number(), new Set([1, "a"]));
  // @ts-expect-error one row is no iterable
  parseRows(z.number(), { rating: 1 });
});

it("what is no schema is refused", () => {
  // @ts-expect-error a function is no Standard Schema
  parseRows((value: unknown) => value, []);
});

it("options may be absent or undefined", () => {
  expectTypeOf<{ maxIssues: undefined }>().toExtend<ParseRowsOptions>();
  parseRows(z.number(), [], undefined);
});

it("issues are plain data, and nothing of a result can be written to", () => {
  expectTypeOf<RowIssue["path"]>().toEqualTypeOf<readonly (string | number)[]>();
  const parsed = parseRows(z.number(), []);
  expectTypeOf(parsed.issues).toEqualTypeOf<readonly RowIssue[]>();
  // @ts-expect-error results are read-only
  parsed.rejected = 0;
});
