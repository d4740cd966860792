// Untrusted rows through a schema, one at a time: good rows out, an issue for each bad one, none lost.

import { CxMetricsError, refusal, requireIterable, requireObject } from "../errors.ts";
import { redacted } from "./redact.ts";
import type { SchemaIssue, StandardSchema } from "./standardSchema.ts";

/** One thing wrong with one row. */
export interface RowIssue {
  /** The row's index among the rows given. */
  readonly index: number;
  /** The way to the value inside the row; empty where the row as a whole is wrong. */
  readonly path: readonly (string | number)[];
  /** What is wrong, without any text of the row. */
  readonly message: string;
}

/** What {@link parseRows} makes of rows. `rows.length + rejected` is the number of rows given. */
export interface ParsedRows<Output> {
  /** The good rows, in order, as the schema returned them. */
  readonly rows: readonly Output[];
  /** What is wrong with the others, in order: the first `maxIssues` of all issues. */
  readonly issues: readonly RowIssue[];
  /** How many rows were refused. */
  readonly rejected: number;
  /** How many issues there were, those beyond `maxIssues` included. A row can have several. */
  readonly issueCount: number;
}

/** Options of {@link parseRows}. */
export interface ParseRowsOptions {
  /**
   * How many issues are kept; the rest are only counted, so that a million bad rows cost no memory. `Infinity` keeps
   * them all.
   * @defaultValue 1000
   */
  readonly maxIssues?: number | undefined;
}

/**
 * Reads untrusted rows through a schema, one at a time: which rows are good, and what is wrong with the others?
 *
 * Takes any Standard Schema (zod, valibot, arktype, or those of `cx-metrics/schemas`). A bad row never stops the
 * rest and never disappears: it is counted in `rejected`, and named by index in `issues`. Text and long numbers of
 * the row that a schema's message repeats are replaced by "…", so that issues can be logged. A schema that throws at a row
 * refuses that row.
 *
 * No rows give no rows and no issues.
 *
 * @param schema - validates one row, synchronously
 * @param rows - any iterable; read once
 * @param options - how many issues to keep
 * @throws {@link CxMetricsError} `asynchronous-schema` where the schema answers with a promise, `invalid-argument`
 * where the schema is none or the rows cannot be iterated
 *
 * @example
 * ```ts
 * import { nps, parseRows } from "cx-metrics";
 * import { npsResponse } from "cx-metrics/schemas";
 *
 * const { rows, issues, rejected } = parseRows(npsResponse, [
 *   { metric: "nps", rating: 9 },
 *   { metric: "nps", rating: 11 },
 * ]);
 * nps(rows.map((row) => row.rating)).score; // → 100
 * rejected; // → 1
 * issues; // → [{ index: 1, path: ["rating"], message: "must be an integer from 0 to 10 or missing, got 11" }]
 * ```
 */
export function parseRows<Output>(
  schema: StandardSchema<Output>,
  rows: Iterable<unknown>,
  options: ParseRowsOptions = {},
): ParsedRows<Output> {
  const caller = "parseRows";
  const validator = validatorOf(caller, schema);
  requireIterable(caller, "rows", rows);
  requireObject(caller, "options", options);
  const { maxIssues = 1000 } = options;
  if (!(maxIssues === Number.POSITIVE_INFINITY || (Number.isSafeInteger(maxIssues) && maxIssues >= 0))) {
    throw refusal(
      caller,
      "invalid-argument",
      ["maxIssues"],
      "a whole number from 0 up, or Infinity",
      maxIssues,
    );
  }
  const good: Output[] = [];
  const issues: RowIssue[] = [];
  let issueCount = 0;
  let index = 0;
  for (const row of rows) {
    const result = outcomeOf(validator, row);
    if (isPromise(result)) throw asynchronousSchema(caller);
    if (result.issues === undefined) {
      good.push(result.value);
    } else {
      issueCount += result.issues.length;
      for (const issue of result.issues.slice(0, maxIssues - issues.length)) {
        issues.push({ index, path: pathOf(issue), message: redacted(issue.message, row) });
      }
    }
    index++;
  }
  return { rows: good, issues, rejected: index - good.length, issueCount };
}

type Validator<Output> = StandardSchema<Output>["~standard"];

function validatorOf<Output>(caller: string, schema: StandardSchema<Output>): Validator<Output> {
  const validator = (schema as StandardSchema<Output> | null | undefined)?.["~standard"];
  if (typeof validator?.validate !== "function") {
    throw refusal(caller, "invalid-argument", ["schema"], "a Standard Schema, such as one of zod 4", schema);
  }
  return validator;
}

/** The schema's answer; an exception, such as a getter of the row that throws, is an issue of that row. */
function outcomeOf<Output>(
  validator: Validator<Output>,
  row: unknown,
): ReturnType<Validator<Output>["validate"]> {
  try {
    return validator.validate(row);
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : "value";
    return { issues: [{ message: `the schema threw a ${name} at this row` }] };
  }
}

function isPromise<T>(result: T | PromiseLike<T>): result is PromiseLike<T> {
  return typeof (result as PromiseLike<T>).then === "function";
}

function asynchronousSchema(caller: string): CxMetricsError {
  return new CxMetricsError(
    `${caller}: schema must answer at once, got a promise; leave out asynchronous refinements`,
    "asynchronous-schema",
    ["schema"],
  );
}

function pathOf(issue: SchemaIssue): readonly (string | number)[] {
  return (issue.path ?? []).map((segment) => {
    const key = typeof segment === "object" ? segment.key : segment;
    return typeof key === "number" ? key : String(key);
  });
}
