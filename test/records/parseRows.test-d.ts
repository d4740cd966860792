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

/** The interface of version 1, copied from standardschema.dev. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly V1Issue[] }
      | Promise<
          { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly V1Issue[] }
        >;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

interface V1Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

it("a schema written by the letter of the standard fits", () => {
  expectTypeOf<StandardSchemaV1<string, number>>().toExtend<StandardSchema<number>>();
  const schema = {} as StandardSchemaV1<string, number>;
  expectTypeOf(parseRows<number>).toBeCallableWith(schema, []);
  expectTypeOf<ReturnType<typeof parseRows<number>>["rows"]>().toEqualTypeOf<readonly number[]>();
  const typed: StandardSchema<number> = {
    "~standard": { version: 1, vendor: "own", types: undefined, validate: () => ({ value: 9 }) },
  };
  expectTypeOf(typed).toEqualTypeOf<StandardSchema<number>>();
});

it("a schema written by the letter of the standard fits inline", () => {
  const { rows } = parseRows(
    {
      "~standard": {
        version: 1,
        vendor: "own",
        types: { input: "", output: 9 },
        validate: (value) =>
          typeof value === "number" ? { value } : { issues: [{ message: "no", path: ["rating"] }] },
      },
    },
    [],
  );
  expectTypeOf(rows).toEqualTypeOf<readonly number[]>();
  // @ts-expect-error there is no version 2 yet
  parseRows({ "~standard": { version: 2, vendor: "own", validate: () => ({ value: 9 }) } }, []);
  // @ts-expect-error a schema answers with a value or issues
  parseRows({ "~standard": { version: 1, vendor: "own", validate: (value: unknown) => value } }, []);
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
