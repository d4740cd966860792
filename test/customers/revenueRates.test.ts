import { describe, expect, it } from "vitest";
import {
  averageRevenuePerAccount,
  grossRevenueRetention,
  netRevenueRetention,
  quickRatio,
  type RevenueMovement,
  revenueChurnRate,
  revenueMovement,
} from "../../src/index.ts";

const MOVEMENT: RevenueMovement = {
  period: null,
  starting: 1000,
  new: 200,
  expansion: 150,
  reactivated: 10,
  contraction: 30,
  churned: 50,
  ending: 1280,
  startingAccounts: 50,
  newAccounts: 8,
  expandedAccounts: 5,
  reactivatedAccounts: 1,
  contractedAccounts: 2,
  churnedAccounts: 3,
  endingAccounts: 56,
};
const NOTHING = revenueMovement([], []);
const ALL_NEW = revenueMovement([], [["ana", 5]]);
const ALL_LOST = revenueMovement([["ana", 5]], []);
const UNCHANGED = revenueMovement([["ana", 0.1]], [["ana", 0.1]]);

describe("revenue retention and churn", () => {
  it("are of the revenue at the start", () => {
    expect(netRevenueRetention(MOVEMENT)).toBe(1.07);
    expect(grossRevenueRetention(MOVEMENT)).toBe(0.92);
    expect(revenueChurnRate(MOVEMENT)).toBe(0.08);
    expect(revenueChurnRate(MOVEMENT, { kind: undefined })).toBe(0.08);
    expect(revenueChurnRate(MOVEMENT, { kind: "gross" })).toBe(0.08);
    expect(revenueChurnRate(MOVEMENT, { kind: "net" })).toBe(-0.07);
  });

  it("need no more than their own amounts", () => {
    expect(grossRevenueRetention({ starting: 10, contraction: 1, churned: 2 })).toBe(0.7);
    expect(netRevenueRetention({ starting: 10, expansion: 1, contraction: 1, churned: 2 })).toBe(0.8);
  });

  it("are 0 without a sign where the change is too small for a number", () => {
    const movement = { starting: 1e300, expansion: 5e-324, contraction: 0, churned: 0 };
    expect(revenueChurnRate(movement, { kind: "net" })).toBe(0);
  });

  it("compare account by account, not totals", () => {
    const movement = revenueMovement(
      [
        ["ana", 100],
        ["budi", 100],
      ],
      [
        ["ana", 200],
        ["budi", 0],
      ],
    );
    expect([grossRevenueRetention(movement), netRevenueRetention(movement)]).toEqual([0.5, 1]);
  });

  it.each([
    ["of no revenue at the start are null", NOTHING, [null, null, null, null]],
    ["where all are new are null", ALL_NEW, [null, null, null, null]],
    ["where all left are 0 and 1", ALL_LOST, [0, 0, 1, 1]],
    ["where nothing changed are 1 and 0", UNCHANGED, [1, 1, 0, 0]],
  ])("%s", (_, movement, expected) => {
    const figures = [
      grossRevenueRetention(movement),
      netRevenueRetention(movement),
      revenueChurnRate(movement),
      revenueChurnRate(movement, { kind: "net" }),
    ];
    expect(figures).toEqual(expected);
  });

  it("are not upset by what rounding has added to the losses, nor do they leave their range for it", () => {
    const movement = { starting: 0.3, expansion: 0, contraction: 0.1, churned: 0.2 };
    expect(movement.churned + movement.contraction).toBeGreaterThan(movement.starting);
    expect(grossRevenueRetention(movement)).toBe(0);
    expect(netRevenueRetention(movement)).toBe(0);
    expect(revenueChurnRate(movement)).toBe(1);
  });
});

describe("quickRatio is gained ÷ lost", () => {
  it("with reactivation among the gains", () => {
    expect(quickRatio(MOVEMENT)).toBe(4.5);
    expect(quickRatio({ ...MOVEMENT, reactivated: 0 })).toBe(4.375);
  });

  it("is 0 where nothing was gained, and null where nothing was lost", () => {
    expect(quickRatio(ALL_LOST)).toBe(0);
    expect([quickRatio(ALL_NEW), quickRatio(UNCHANGED), quickRatio(NOTHING)]).toEqual([null, null, null]);
  });
});

describe("averageRevenuePerAccount is revenue ÷ accounts that pay it", () => {
  it("at the end, at the start, or at both", () => {
    expect(averageRevenuePerAccount(MOVEMENT)).toBe(1280 / 56);
    expect(averageRevenuePerAccount(MOVEMENT, { at: undefined })).toBe(1280 / 56);
    expect(averageRevenuePerAccount(MOVEMENT, { at: "end" })).toBe(1280 / 56);
    expect(averageRevenuePerAccount(MOVEMENT, { at: "start" })).toBe(20);
    expect(averageRevenuePerAccount(MOVEMENT, { at: "average" })).toBe(2280 / 106);
  });

  it("is null where nobody paid", () => {
    expect(averageRevenuePerAccount(ALL_LOST)).toBeNull();
    expect(averageRevenuePerAccount(ALL_NEW, { at: "start" })).toBeNull();
    expect(averageRevenuePerAccount(NOTHING, { at: "average" })).toBeNull();
    expect(averageRevenuePerAccount(ALL_NEW, { at: "average" })).toBe(5);
  });
});

const RETENTION = ["starting", "contraction", "churned"];
const FUNCTIONS = [
  ["netRevenueRetention", netRevenueRetention, [...RETENTION, "expansion"]],
  ["grossRevenueRetention", grossRevenueRetention, RETENTION],
  ["revenueChurnRate", revenueChurnRate, [...RETENTION, "expansion"]],
  ["quickRatio", quickRatio, ["new", "expansion", "reactivated", "contraction", "churned"]],
  ["averageRevenuePerAccount", averageRevenuePerAccount, ["starting", "ending"]],
] as const;

describe.each(FUNCTIONS)("%s refuses", (caller, call, names) => {
  it.each(names)("for %s what is no amount", (name) => {
    for (const [value, described] of [
      [-1, "-1"],
      [Number.NaN, "NaN"],
      ["5", "a string"],
      [undefined, "undefined"],
      [null, "null"],
    ]) {
      expect(() => call({ ...MOVEMENT, [name]: value as number })).toThrow(
        expect.objectContaining({
          message: `${caller}: ${name} must be a finite number from 0 up, got ${described}`,
          code: "invalid-argument",
          path: [name],
        }),
      );
    }
  });

  it("what is no movement", () => {
    for (const value of [null, undefined, 5]) {
      expect(() => call(value as never)).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: ["movement"] }),
      );
    }
  });
});

describe("further refusals", () => {
  it.each([
    ["netRevenueRetention", netRevenueRetention],
    ["grossRevenueRetention", grossRevenueRetention],
    ["revenueChurnRate", revenueChurnRate],
  ] as const)("%s: more lost than there was", (caller, call) => {
    expect(() => call({ starting: 10, expansion: 5, contraction: 1, churned: 9.5 })).toThrow(
      expect.objectContaining({
        message: `${caller}: churned must be at most starting − contraction, got 9.5`,
        code: "impossible-counts",
        path: ["churned"],
      }),
    );
    expect(() => call({ starting: 0, expansion: 0, contraction: 0, churned: 1 })).toThrow("churned");
  });

  it.each(["startingAccounts", "endingAccounts"])(
    "averageRevenuePerAccount: for %s what is no count",
    (name) => {
      for (const value of [-1, 0.5, "5", undefined]) {
        expect(() => averageRevenuePerAccount({ ...MOVEMENT, [name]: value as number })).toThrow(
          expect.objectContaining({ code: "invalid-count", path: [name] }),
        );
      }
    },
  );

  it("a kind or an end that there is not", () => {
    expect(() => revenueChurnRate(MOVEMENT, { kind: "logo" as never })).toThrow(
      'revenueChurnRate: kind must be "gross" or "net", got a string',
    );
    expect(() => averageRevenuePerAccount(MOVEMENT, { at: "middle" as never })).toThrow(
      'averageRevenuePerAccount: at must be "end" or "start" or "average", got a string',
    );
  });

  it("options that they do not know", () => {
    expect(() => revenueChurnRate(MOVEMENT, { net: true } as object)).toThrow(
      'revenueChurnRate: options must be among kind, got "net"',
    );
    expect(() => averageRevenuePerAccount(MOVEMENT, { end: true } as object)).toThrow(
      'averageRevenuePerAccount: options must be among at, got "end"',
    );
  });

  it("a ratio beyond the largest number", () => {
    const tiny = { ...MOVEMENT, starting: 5e-324, expansion: 1e300, contraction: 0, churned: 0 };
    const rest = "must be 0 or large enough to divide by, got 5e-324";
    expect(() => netRevenueRetention(tiny)).toThrow(`netRevenueRetention: starting ${rest}`);
    expect(() => revenueChurnRate(tiny, { kind: "net" })).toThrow(`revenueChurnRate: starting ${rest}`);
    expect(() => quickRatio({ ...tiny, churned: 5e-324 })).toThrow(`quickRatio: churned ${rest}`);
    const huge = { ...MOVEMENT, starting: 1e308, ending: 1e308 };
    expect(() => averageRevenuePerAccount(huge, { at: "average" })).toThrow(
      expect.objectContaining({ code: "invalid-argument", path: ["endingAccounts"] }),
    );
  });
});
