// Untrusted rows through a schema, one at a time: good rows out, an issue for each bad one, none lost.

import {
  CxMetricsError,
  checkedOptions,
  type Path,
  type PathSegment,
  refusal,
  requireIterable,
} from "../errors.ts";
import { redacted } from "./redact.ts";
import type { SchemaIssue, SchemaResult, SchemaValidator, StandardSchema } from "./standardSchema.ts";

/** One thing wrong with one row. */
export interface RowIssue {
  /** The row's index among the rows given. */
  readonly index: number;
  /** The way to the value inside the row; empty where the row as a whole is wrong. */
  readonly path: readonly PathSegment[];
  /** What is wrong. Where the schema quotes the refused value, "…" stands in its place. */
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
 * rest and never disappears: it is counted in `rejected`, and named by index in `issues`. Where a schema's message
 * repeats the value that it refuses, texts and long numbers are replaced by "…", so that issues can be logged. A row at
 * which the schema throws is refused; what two parts of a schema both find wrong counts once.
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
  requireIterable(caller, ["rows"], rows);
  const { maxIssues = 1000 } = checkedOptions(caller, options, ["maxIssues"]);
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
    const outcome = outcomeOf(caller, schema, validator, row);
    if (outcome.issues === undefined) {
      good.push(outcome.value);
    } else {
      const found = withoutRepeats(outcome.issues);
      issueCount += found.length;
      for (const { path, message } of found.slice(0, maxIssues - issues.length)) {
        issues.push({ index, path, message: messageWithoutData(message, row, path) });
      }
    }
    index++;
  }
  return { rows: good, issues, rejected: index - good.length, issueCount };
}

function validatorOf<Output>(caller: string, schema: StandardSchema<Output>): SchemaValidator<Output> {
  const validator = (schema as StandardSchema<Output> | null | undefined)?.["~standard"];
  if (typeof validator?.validate !== "function") {
    throw refusal(caller, "invalid-argument", ["schema"], "a Standard Schema, such as one of zod 4", schema);
  }
  return validator;
}

/** The schema's answer. An exception, such as that of a getter in the row, is an issue of that row. */
function outcomeOf<Output>(
  caller: string,
  schema: StandardSchema<Output>,
  validator: SchemaValidator<Output>,
  row: unknown,
): SchemaResult<Output> {
  let result: unknown;
  try {
    result = validator.validate(row);
    if (isPromise(result)) {
      // Nobody will wait for it, so that its failure must not surface as an unhandled rejection.
      result.then(undefined, () => undefined);
      throwAtOnce(schema, row);
    }
  } catch (error) {
    return { issues: [{ message: `the schema threw at this row (${nameOf(error)})` }] };
  }
  if (isResult<Output>(result)) return result;
  const got = isPromise(result) ? "got a promise; leave out asynchronous refinements" : "got something else";
  const code = isPromise(result) ? "asynchronous-schema" : "invalid-argument";
  throw new CxMetricsError(`${caller}: schema must answer at once with a value or issues, ${got}`, code, [
    "schema",
  ]);
}

/**
 * Throws what the schema threw, where its promise stands for an exception.
 *
 * zod starts over asynchronously whatever was thrown, and answers with a promise to a broken row as to an
 * asynchronous check. Its own `safeParse` tells them apart.
 */
function throwAtOnce(schema: object, row: unknown): void {
  const { safeParse } = schema as { readonly safeParse?: unknown };
  if (typeof safeParse !== "function") return;
  try {
    safeParse.call(schema, row);
  } catch (error) {
    const asynchronous = error instanceof Error && error.message.includes("parseAsync");
    if (!asynchronous) throw error;
  }
}

function isResult<Output>(result: unknown): result is SchemaResult<Output> {
  if (typeof result !== "object" || result === null) return false;
  const { issues } = result as { readonly issues?: unknown };
  return issues === undefined ? "value" in result : Array.isArray(issues) && issues.every(isIssue);
}

function isIssue(issue: Partial<SchemaIssue> | null | undefined): boolean {
  const path = issue?.path ?? [];
  const readable = Array.isArray(path) && path.every((segment) => segment !== null && segment !== undefined);
  return typeof issue?.message === "string" && readable;
}

function isPromise(result: unknown): result is PromiseLike<unknown> {
  return typeof (result as PromiseLike<unknown> | null | undefined)?.then === "function";
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** Schemas put together by intersection say the same of a property that both check. */
function withoutRepeats(issues: readonly SchemaIssue[]): Pick<RowIssue, "path" | "message">[] {
  const problems = issues.map((issue) => ({ path: pathOf(issue), message: issue.message }));
  if (problems.length === 1) return problems;
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function pathOf(issue: SchemaIssue): readonly (string | number)[] {
  return (issue.path ?? []).map((segment) => {
    const key = typeof segment === "object" ? segment.key : segment;
    return typeof key === "number" ? key : String(key);
  });
}

function messageWithoutData(message: string, row: unknown, path: Path): string {
  try {
    return redacted(message, valueAt(row, path));
  } catch {
    return "refused; a property of this row throws when it is read";
  }
}

/** The value that a path leads to; `undefined` where it leads nowhere. */
function valueAt(row: unknown, path: Path): unknown {
  let value = row;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
