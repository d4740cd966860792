import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as cxCharts from "../src/charts/index.ts";
import * as cxMetrics from "../src/index.ts";
import { CxMetricsError, type CxMetricsErrorCode } from "../src/index.ts";
import { CALLS } from "./support/calls.ts";

const CODES: readonly CxMetricsErrorCode[] = [
  "invalid-argument",
  "invalid-rating",
  "invalid-weight",
  "invalid-count",
  "invalid-instant",
  "scale-mismatch",
  "impossible-counts",
  "asynchronous-schema",
];

/** A mark in every text that is fed in, and in no message. */
const MARK = "☂";

const anyMarkedText = fc.string({ maxLength: 12 }).map((text) => `${text}${MARK}`);

/** Anything that a caller without types could pass, with a mark in each of its texts. */
const anyInput: fc.Arbitrary<never> = fc
  .oneof(
    { arbitrary: anyMarkedText, weight: 3 },
    fc.anything({
      key: anyMarkedText,
      values: [
        anyMarkedText,
        fc.double(),
        fc.integer({ min: -2, max: 12 }),
        fc.constantFrom(null, undefined, true),
      ],
      withBigInt: true,
      withDate: true,
      withTypedArray: true,
    }),
    fc.constantFrom(null, undefined, 0, -0, 1.5, Number.NaN, Symbol(MARK), () => MARK),
  )
  .map((value) => value as never);

/** Stands in a stack for the code that made a call, two frames beyond the call itself. Node keeps ten frames. */
function callByUser(call: () => unknown): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 10 + 2;
  try {
    call();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

describe("whatever is given, a CxMetricsError or nothing is thrown", () => {
  it("the functions tried are all there are", () => {
    const functions = Object.entries({ ...cxMetrics, ...cxCharts })
      .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
      .map(([name]) => name)
      // What it does not do at once it does not throw.
      .filter((name) => name !== "chartSvg");
    expect(Object.keys(CALLS).sort()).toEqual([...functions, "customerRecord", "surveyResponseOn"].sort());
  });

  it.each(Object.entries(CALLS))(
    "by %s: its message begins with its name and repeats no text, it has a code and a path, and its stack reaches the call",
    (name, calls) => {
      fc.assert(
        fc.property(fc.constantFrom(...calls), anyInput, (call, value) => {
          let error: unknown;
          try {
            callByUser(() => call(value));
            return;
          } catch (thrown) {
            error = thrown;
          }
          if (!(error instanceof CxMetricsError)) throw error;
          expect(error.message.startsWith(`${name}: `)).toBe(true);
          expect(error.message).not.toContain(MARK);
          expect(CODES).toContain(error.code);
          expect(error.path.length).toBeGreaterThan(0);
          expect(error.path).not.toContain("");
          expect(error.stack).toContain("callByUser");
        }),
        { numRuns: 200 },
      );
    },
  );
});
