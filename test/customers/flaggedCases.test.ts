// Contract of the escalation rate and the self-service rate.

import { describe, expect, it } from "vitest";
import { escalationRate, selfServiceRate } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

describe.each([
  ["escalationRate", escalationRate, "escalated", "escalated-of-known"],
  ["selfServiceRate", selfServiceRate, "selfService", "self-service-of-known"],
] as const)("%s", (name, rateOf, field, policy) => {
  const flagged = (...flags: unknown[]) => flags.map((flag) => ({ openedAt: 0, [field]: flag }) as never);

  it("is the share of the cases with the flag among those that say whether they have it", () => {
    const rate = rateOf(flagged(true, false, false, null, undefined, true));
    expect(rate).toStrictEqual({
      rate: 0.5,
      numerator: 2,
      denominator: 4,
      interval: {
        low: expect.closeTo(0.150038989152, 12),
        high: expect.closeTo(0.849961010848, 12),
        level: 0.95,
        method: "wilson",
      },
      policy,
      asOf: null,
      unknown: 2,
      afterAsOf: 0,
    });
    expectPlainJson(rate);
  });

  it("is null where no case says so", () => {
    expect(rateOf(flagged(null))).toMatchObject({ rate: null, interval: null, denominator: 0, unknown: 1 });
  });

  it("does not read the other flag", () => {
    expect(rateOf([{ openedAt: 0, escalated: true, selfService: true }]).rate).toBe(1);
    const other = field === "escalated" ? "selfService" : "escalated";
    expect(rateOf([{ openedAt: 0, [other]: true }]).unknown).toBe(1);
  });

  it.each(["yes", 1, 0, {}])("refuses the flag %s", (flag) => {
    expect(() => rateOf(flagged(true, flag))).toThrow(
      `${name}: cases at index 1.${field} must be true, false or missing, got `,
    );
  });

  it("takes a level and refuses mistyped options", () => {
    expect(rateOf(flagged(true), { level: 0.8 }).interval?.level).toBe(0.8);
    expect(() => rateOf([], { level: 0 })).toThrow(`${name}: level must be`);
    expect(() => rateOf([], { withinDays: 1 } as never)).toThrow(
      `${name}: options must be among asOf, level, got "withinDays"`,
    );
  });
});
