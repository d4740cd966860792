// Contract of the golden comparison: it must be able to fail.

import { describe, expect, it } from "vitest";
import { expectClose } from "./closeTo.ts";

describe("expectClose", () => {
  it("passes a number within the tolerance, on either side and of either sign", () => {
    expectClose(1 + 1e-11, 1, 1e-10);
    expectClose(1 - 1e-11, 1, 1e-10);
    expectClose(-3e-300 * (1 + 1e-11), -3e-300, 1e-10);
    expectClose(3e300 * (1 - 1e-11), 3e300, 1e-10);
  });

  it("fails a golden perturbed by a relative 1e-9", () => {
    for (const golden of [0.133417162505, -45.45454545454545, 1e-300, 1e300]) {
      expectClose(golden, golden, 1e-10);
      expect(() => expectClose(golden, golden * (1 + 1e-9), 1e-10)).toThrow("within a relative 1e-10");
      expect(() => expectClose(golden, golden * (1 - 1e-9), 1e-10)).toThrow("within a relative 1e-10");
    }
  });

  it("expects 0 exactly", () => {
    expectClose(0, 0, 1e-10);
    expect(() => expectClose(5e-324, 0, 1e-10)).toThrow();
    expect(() => expectClose(0, 5e-324, 1e-10)).toThrow();
  });

  it("matches null with null only", () => {
    expectClose(null, null, 1e-10);
    expect(() => expectClose(null, 0, 1e-10)).toThrow("expected 0 within a relative 1e-10, got null");
    expect(() => expectClose(0, null, 1e-10)).toThrow();
  });

  it("matches an infinity with itself only", () => {
    expectClose(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1e-10);
    expect(() => expectClose(1e308, Number.POSITIVE_INFINITY, 1e-10)).toThrow();
    expect(() => expectClose(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1e-10)).toThrow();
    expect(() => expectClose(Number.POSITIVE_INFINITY, 1, 1e-10)).toThrow();
  });

  it("rejects NaN on either side", () => {
    expect(() => expectClose(Number.NaN, 1, 1e-10)).toThrow();
    expect(() => expectClose(1, Number.NaN, 1e-10)).toThrow();
    expect(() => expectClose(Number.NaN, Number.NaN, 1e-10)).toThrow();
  });

  it("rejects undefined, which a missing property or golden would be", () => {
    const missing = undefined as unknown as number;
    expect(() => expectClose(missing, missing, 1e-10)).toThrow();
    expect(() => expectClose(missing, null, 1e-10)).toThrow();
    expect(() => expectClose(1, missing, 1e-10)).toThrow();
  });
});
