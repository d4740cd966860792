import { describe, expect, it } from "vitest";
import { mergeRevenueMovements, type RevenueMovement, revenueMovement } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const BASIC = revenueMovement(
  [
    ["ana", 10],
    ["budi", 12],
    ["citra", 20],
  ],
  [
    ["ana", 15],
    ["citra", 8],
    ["dewi", 10],
  ],
);
const PRO = revenueMovement([["eko", 80]], [["fitri", 90]], { seenBefore: ["fitri"] });

describe("mergeRevenueMovements adds up each field", () => {
  it("of movements of disjoint segments", () => {
    const merged = mergeRevenueMovements([BASIC, PRO]);
    expect(merged).toEqual({
      period: null,
      starting: 122,
      new: 10,
      expansion: 5,
      reactivated: 90,
      contraction: 12,
      churned: 92,
      ending: 123,
      startingAccounts: 4,
      newAccounts: 1,
      expandedAccounts: 1,
      reactivatedAccounts: 1,
      contractedAccounts: 1,
      churnedAccounts: 2,
      endingAccounts: 4,
    });
    expectPlainJson(merged);
  });

  it("of one movement gives that movement", () => {
    expect(mergeRevenueMovements([BASIC])).toEqual(BASIC);
    expect(mergeRevenueMovements(new Set([PRO]))).toEqual(PRO);
  });

  it("keeps the period that all name", () => {
    const march = { period: "2026-03" };
    const merged = mergeRevenueMovements(
      deepFreeze([
        { ...BASIC, ...march },
        { ...PRO, ...march },
      ]),
    );
    expect(merged).toEqual({ ...mergeRevenueMovements([BASIC, PRO]), ...march });
  });

  it("never leaves less than nothing of movements that were rounded on their way", () => {
    const lost = revenueMovement([["ana", 10]], []);
    expect(mergeRevenueMovements([{ ...lost, churned: 10 + 1e-9 }])).toEqual(lost);
  });

  it("takes movements that were rounded to cents on their way", () => {
    const rounded = { ...BASIC, ending: BASIC.ending + 1e-9 };
    expect(mergeRevenueMovements([rounded])).toEqual(BASIC);
  });
});

describe("mergeRevenueMovements refuses", () => {
  it("to merge nothing", () => {
    expect(() => mergeRevenueMovements([])).toThrow(
      expect.objectContaining({
        message: "mergeRevenueMovements: movements must be one movement or more, got none",
        code: "invalid-argument",
        path: ["movements"],
      }),
    );
  });

  it("movements of different periods", () => {
    for (const period of ["2026-04", null]) {
      expect(() =>
        mergeRevenueMovements([
          { ...BASIC, period: "2026-03" },
          { ...PRO, period },
        ]),
      ).toThrow(
        expect.objectContaining({
          message:
            "mergeRevenueMovements: movements at index 1.period must be that of the movements before it, got another period",
          code: "invalid-argument",
          path: ["movements", 1, "period"],
        }),
      );
    }
  });

  it("what is no list, no movement or has no period", () => {
    expect(() => mergeRevenueMovements(BASIC as never)).toThrow("movements must be an array");
    expect(() => mergeRevenueMovements([BASIC, null as never])).toThrow(
      expect.objectContaining({
        message: "mergeRevenueMovements: movements at index 1 must be a revenue movement, got null",
        path: ["movements", 1],
      }),
    );
    expect(() => mergeRevenueMovements([BASIC, "movement" as never])).toThrow("got a string");
    expect(() => mergeRevenueMovements([{ ...BASIC, period: undefined as never }])).toThrow(
      "movements at index 0.period must be the key of a period or null, got undefined",
    );
  });

  it.each(["starting", "new", "expansion", "reactivated", "contraction", "churned", "ending"])(
    "for %s what is no amount",
    (name) => {
      for (const value of [-1, Number.NaN, "5", undefined]) {
        expect(() => mergeRevenueMovements([BASIC, { ...PRO, [name]: value } as RevenueMovement])).toThrow(
          expect.objectContaining({ code: "invalid-argument", path: ["movements", 1, name] }),
        );
      }
    },
  );

  it.each([
    "startingAccounts",
    "newAccounts",
    "expandedAccounts",
    "reactivatedAccounts",
    "contractedAccounts",
    "churnedAccounts",
  ])("for %s what is no count", (name) => {
    for (const value of [-1, 0.5, "5", undefined]) {
      expect(() => mergeRevenueMovements([{ ...BASIC, [name]: value } as RevenueMovement])).toThrow(
        expect.objectContaining({ code: "invalid-count", path: ["movements", 0, name] }),
      );
    }
  });

  it("a movement that lost more than it had, though it balances", () => {
    const impossible = { ...BASIC, churned: 40, new: 38 };
    expect(() => mergeRevenueMovements([impossible])).toThrow(
      expect.objectContaining({
        message:
          "mergeRevenueMovements: movements at index 0.churned must be at most starting − contraction, got 40",
        code: "impossible-counts",
        path: ["movements", 0, "churned"],
      }),
    );
  });

  it("a movement that does not balance", () => {
    for (const ending of [BASIC.ending + 0.01, BASIC.ending - 0.01]) {
      expect(() => mergeRevenueMovements([{ ...BASIC, ending }])).toThrow(
        expect.objectContaining({
          message: `mergeRevenueMovements: movements at index 0.ending must be starting − churned − contraction + expansion + reactivated + new, got ${ending}`,
          code: "impossible-counts",
          path: ["movements", 0, "ending"],
        }),
      );
    }
    expect(() => mergeRevenueMovements([{ ...BASIC, endingAccounts: 4 }])).toThrow(
      expect.objectContaining({
        message:
          "mergeRevenueMovements: movements at index 0.endingAccounts must be startingAccounts − churnedAccounts + reactivatedAccounts + newAccounts, got 4",
        code: "impossible-counts",
        path: ["movements", 0, "endingAccounts"],
      }),
    );
  });
});
