import { describe, expect, it } from "vitest";
import { conversionRate, responseRate } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

describe("conversionRate is converted ÷ prospects", () => {
  it("with both counts, the rule by name and Wilson's interval", () => {
    const rate = conversionRate({ prospects: 800, converted: 36 });
    expect(rate).toEqual({
      ...responseRate({ invited: 800, answered: 36 }),
      policy: "converted-of-prospects",
    });
    expect(rate.rate).toBe(0.045);
    expectPlainJson(rate);
  });

  it("is null over no prospects", () => {
    expect(conversionRate({ prospects: 0, converted: -0 })).toEqual({
      rate: null,
      numerator: 0,
      denominator: 0,
      interval: null,
      policy: "converted-of-prospects",
    });
  });

  it("takes the level of the interval", () => {
    expect(conversionRate({ prospects: 10, converted: 10 }, { level: 0.8 }).interval?.level).toBe(0.8);
  });
});

describe("conversionRate refuses", () => {
  it("more converted than there were prospects", () => {
    expect(() => conversionRate({ prospects: 5, converted: 6 })).toThrow(
      expect.objectContaining({
        message: "conversionRate: converted must be at most prospects (5), got 6",
        code: "impossible-counts",
        path: ["converted"],
      }),
    );
  });

  it.each(["prospects", "converted"] as const)("for %s what is no count", (name) => {
    for (const value of [-1, 0.5, Number.NaN, "5", null, undefined]) {
      expect(() => conversionRate({ prospects: 9, converted: 5, [name]: value as number })).toThrow(
        expect.objectContaining({ code: "invalid-count", path: [name] }),
      );
    }
  });

  it("what is no object, and options that it does not know", () => {
    expect(() => conversionRate(null as never)).toThrow("conversionRate: counts must be an object, got null");
    expect(() => conversionRate({ prospects: 1, converted: 1 }, { method: "wald" } as object)).toThrow(
      'conversionRate: options must be among level, got "method"',
    );
  });
});
