import { describe, expect, it } from "vitest";
import { isUsableWeight } from "../../src/records/weight.ts";

describe("a weight", () => {
  it.each([0, 1e-100, 0.5, 1, 1e100])("may be %d", (weight) => {
    expect(isUsableWeight(weight)).toBe(true);
  });

  it.each([-1, 9.99e-101, Number.MIN_VALUE, 1.01e100, Number.POSITIVE_INFINITY, Number.NaN, "1", null, true])(
    "cannot be %s",
    (weight) => {
      expect(isUsableWeight(weight)).toBe(false);
    },
  );
});
