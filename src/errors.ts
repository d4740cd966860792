// The one error this package throws, and the few guards that word every throw.

/**
 * What kind of mistake a {@link CxMetricsError} reports. Codes are stable; messages may be reworded.
 *
 * - `invalid-argument`: an argument or option has the wrong type or an impossible value
 * - `invalid-rating`: a rating is not a whole number on its scale
 * - `invalid-weight`: a weight is negative, not finite, or too large or too small to square
 * - `invalid-count`: a count is not a whole number from 0 up, or falls below that in a subtraction
 * - `invalid-instant`: a date is not a valid `Date`, epoch milliseconds or ISO 8601 with an offset
 * - `scale-mismatch`: answers on different scales were about to be mixed
 * - `impossible-counts`: the counts contradict each other, so no rate exists
 * - `asynchronous-schema`: a schema answered with a promise where an answer is needed at once
 * - `missing-package`: an optional package that the call needs is not installed
 */
export type CxMetricsErrorCode =
  | "invalid-argument"
  | "invalid-rating"
  | "invalid-weight"
  | "invalid-count"
  | "invalid-instant"
  | "scale-mismatch"
  | "impossible-counts"
  | "asynchronous-schema"
  | "missing-package";

/** One step into an argument: a property name or an index. */
export type PathSegment = string | number;

/** Where something is: the name of an argument, then the way into it. */
export type Path = readonly PathSegment[];

/**
 * Thrown for every wrong call, and for nothing else. The message names the function, the argument, the index
 * and the permitted range. It quotes short numbers, never text from the data, so it is safe to log.
 *
 * An ES module and a CommonJS copy of this package loaded side by side have a class each; where that can
 * happen, test `error.name === "CxMetricsError"` in place of `instanceof`.
 *
 * @example
 * ```ts
 * import { CxMetricsError, nps } from "cx-metrics";
 *
 * try {
 *   nps([10, 9, 8, 11]);
 * } catch (error) {
 *   if (!(error instanceof CxMetricsError)) throw error;
 *   error.message; // → "nps: rating at index 3 must be an integer from 0 to 10, got 11"
 *   error.code; // → "invalid-rating"
 *   error.path; // → ["rating", 3]
 * }
 * ```
 */
export class CxMetricsError extends Error {
  /** The name of the class: consoles show it, and the build shortens names that only the code says. */
  static override readonly name = "CxMetricsError";
  /** Always `"CxMetricsError"`. */
  override readonly name = "CxMetricsError";
  /** What kind of mistake it is. */
  readonly code: CxMetricsErrorCode;
  /** Where it is: the name of what is wrong, then the way into it. */
  readonly path: readonly PathSegment[];

  /**
   * @param message - what is wrong, beginning with the function's name
   * @param code - what kind of mistake it is
   * @param path - where it is: the name of what is wrong, then the way into it
   * @param options - the error that led to it, as `cause`
   */
  constructor(
    message: string,
    code: CxMetricsErrorCode,
    path: readonly PathSegment[],
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}

/** Whole numbers from here on may be telephone or account numbers. */
const LONG_NUMBER = 1_000_000;

/** A value in words that cannot hold personal data: short numbers as they are, text only as "a string". */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "number": {
      const long = Number.isInteger(value) && Math.abs(value) >= LONG_NUMBER;
      return long ? "a number of a million or more" : String(value);
    }
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (value instanceof Date) return "a Date";
      return Array.isArray(value) ? "an array" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** `["counts", 3]` becomes `counts at index 3`, `["scale", "min"]` becomes `scale.min`. */
export function placeInWords(path: Path): string {
  return path
    .map((segment, i) =>
      typeof segment === "number" ? ` at index ${segment}` : i > 0 ? `.${segment}` : segment,
    )
    .join("");
}

/** The error for a value that breaks its requirement: `caller: rating at index 3 must be …, got …`. */
export function refusal(
  caller: string,
  code: CxMetricsErrorCode,
  path: Path,
  requirement: string,
  value: unknown,
): CxMetricsError {
  return errorAbove(refusal, caller, code, path, requirement, describe(value));
}

/** The same where words of the caller's say best what was got. They must not hold text from the data. */
export function refusalInWords(
  caller: string,
  code: CxMetricsErrorCode,
  path: Path,
  requirement: string,
  got: string,
): CxMetricsError {
  return errorAbove(refusalInWords, caller, code, path, requirement, got);
}

/** V8 keeps ten frames of a stack. Those of the makers of errors are left out, so that the caller's own line is among them. */
function errorAbove(
  maker: unknown,
  caller: string,
  code: CxMetricsErrorCode,
  path: Path,
  requirement: string,
  got: string,
): CxMetricsError {
  const error = new CxMetricsError(
    `${caller}: ${placeInWords(path)} must be ${requirement}, got ${got}`,
    code,
    path,
  );
  (Error as { captureStackTrace?: (error: Error, above: unknown) => void }).captureStackTrace?.(error, maker);
  return error;
}

/** Throws unless `value` is one of the names a caller may choose from; the message lists them. */
export function requireOneOf<T extends string>(
  caller: string,
  path: Path,
  value: unknown,
  allowed: readonly T[],
): asserts value is T {
  if (!allowed.includes(value as T)) {
    const list = allowed.map((choice) => `"${choice}"`).join(" or ");
    throw refusal(caller, "invalid-argument", path, list, value);
  }
}

/** The value where it is a number that `holds`, or a throw that names the option. */
export function checkedNumber(
  caller: string,
  path: Path,
  value: unknown,
  requirement: string,
  holds: (value: number) => boolean,
): number {
  // Of all values, isFinite takes numbers alone.
  if (Number.isFinite(value) && holds(value as number)) return (value as number) + 0;
  throw refusal(caller, "invalid-argument", path, requirement, value);
}

/** Throws unless `value` is an object whose properties can be read. */
export function requireObject(
  caller: string,
  path: Path,
  value: unknown,
  requirement = "an object",
): asserts value is object {
  if (typeof value !== "object" || value === null) {
    throw refusal(caller, "invalid-argument", path, requirement, value);
  }
}

/** Runs a step. Where another function of this package refuses in it, the error says at which place that was. */
export function naming<T>(caller: string, path: Path, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof CxMetricsError)) throw error;
    const message = `${caller}: ${placeInWords(path)}: ${error.message}`;
    throw new CxMetricsError(message, error.code, [...path, ...error.path]);
  }
}

/** A name as a programmer writes it; anything else may be data that strayed into the options. */
const IDENTIFIER = /^[A-Za-z]\w{0,40}$/;

/** The options where each that is set is one that the caller knows, or a throw: a mistyped name must not pass. */
export function checkedOptions<T extends object>(
  caller: string,
  options: T,
  known: readonly (keyof T & string)[],
  path: Path = ["options"],
): T {
  requireObject(caller, path, options);
  if (Array.isArray(options)) throw refusal(caller, "invalid-argument", path, "an object", options);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || (known as readonly string[]).includes(name)) continue;
    const got = IDENTIFIER.test(name) ? `"${name}"` : "another name";
    throw refusalInWords(caller, "invalid-argument", path, `among ${known.join(", ")}`, got);
  }
  return options;
}

/** Throws unless `value` is a function. */
export function requireFunction(caller: string, path: Path, value: unknown): void {
  if (typeof value !== "function") throw refusal(caller, "invalid-argument", path, "a function", value);
}

/** Throws unless `value` can be iterated. */
export function requireIterable(
  caller: string,
  path: Path,
  value: unknown,
): asserts value is Iterable<unknown> {
  // A text is iterable too, but nobody means its characters.
  const iterable =
    typeof value === "object" &&
    value !== null &&
    typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
  if (!iterable) throw refusal(caller, "invalid-argument", path, "an array or another iterable", value);
}

/** The value where it is a whole number from 0 up that a double holds exactly, or a throw. */
export function checkedCount(caller: string, path: Path, value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw refusal(caller, "invalid-count", path, "a whole number from 0 up", value);
  }
  // Adding 0 turns a −0 into 0, which JSON could not keep apart.
  return (value as number) + 0;
}

/** Throws unless `level` is strictly between 0 and 1. */
export function requireLevel(caller: string, level: unknown): void {
  if (!(typeof level === "number" && level > 0 && level < 1)) {
    throw refusal(caller, "invalid-argument", ["level"], "a number strictly between 0 and 1", level);
  }
}
