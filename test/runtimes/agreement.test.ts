import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement.ts";

const CLOSE = 1e-12;

describe("agreementOf", () => {
  it.each([
    [1, 1 + 5e-13],
    [{ score: [1e-300] }, { score: [1e-300 * (1 + 5e-13)] }],
    ["width 10.5, height 3e-7", "width 10.500000000001, height 3e-7"],
    [null, null],
    [0, 0],
  ])("lets %j and %j pass", (actual, expected) => {
    expect(agreementOf(actual, expected, CLOSE).differences).toEqual([]);
  });

  it.each([
    [1, 1 + 2e-12],
    [0, 1e-300],
    [1, null],
    [[1], [1, 2]],
    [{ score: 1 }, {}],
    ["• NaN", "• Infinity"],
    ["width 10.5", "width 10.50000000002"],
    ["width 1", "width 1 2"],
    [true, false],
  ])("finds the difference of %j and %j", (actual, expected) => {
    expect(agreementOf(actual, expected, CLOSE).differences).toHaveLength(1);
    expect(agreementOf(expected, actual, CLOSE).differences).toHaveLength(1);
  });

  it("says how large the largest difference is, and where each is that is too large", () => {
    const { largest, differences } = agreementOf({ a: 1, b: [2, 4] }, { a: 1, b: [2, 5] }, CLOSE);
    expect(largest).toBeCloseTo(0.2, 15);
    expect(differences).toEqual(["it.b.1 is 4 instead of 5"]);
  });
});
