import { describe, expect, it } from "vitest";
import { type RevenueMovement, revenueMovement } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const NOTHING: RevenueMovement = {
  period: null,
  starting: 0,
  new: 0,
  expansion: 0,
  reactivated: 0,
  contraction: 0,
  churned: 0,
  ending: 0,
  startingAccounts: 0,
  newAccounts: 0,
  expandedAccounts: 0,
  reactivatedAccounts: 0,
  contractedAccounts: 0,
  churnedAccounts: 0,
  endingAccounts: 0,
};

const BEFORE = [
  ["grows", 100],
  ["shrinks", 80],
  ["leaves", 50],
  ["stays", 70],
] as const;
const AFTER = [
  ["grows", 130],
  ["shrinks", 60],
  ["stays", 70],
  ["joins", 40],
  ["returns", 25],
] as const;

describe("revenueMovement puts each account in one flow", () => {
  it("with how many accounts there are in each", () => {
    const movement = revenueMovement(BEFORE, AFTER, { seenBefore: ["returns"] });
    expect(movement).toEqual({
      period: null,
      starting: 300,
      new: 40,
      expansion: 30,
      reactivated: 25,
      contraction: 20,
      churned: 50,
      ending: 325,
      startingAccounts: 4,
      newAccounts: 1,
      expandedAccounts: 1,
      reactivatedAccounts: 1,
      contractedAccounts: 1,
      churnedAccounts: 1,
      endingAccounts: 5,
    });
    expectPlainJson(movement);
  });

  it("whoever was not seen before is new", () => {
    for (const options of [undefined, {}, { seenBefore: undefined }, { seenBefore: [] }]) {
      const movement = revenueMovement(BEFORE, AFTER, options);
      expect([movement.new, movement.newAccounts, movement.reactivated]).toEqual([65, 2, 0]);
    }
  });

  it("having been seen earlier changes nothing for those who paid before", () => {
    const seenBefore = ["grows", "shrinks", "leaves", "stays", "leaves"];
    expect(revenueMovement(BEFORE, AFTER, { seenBefore })).toEqual(revenueMovement(BEFORE, AFTER));
  });

  it("an amount of 0 is nobody who pays", () => {
    const before = [...BEFORE, ["joins", 0], ["never", -0]] as const;
    const after = [...AFTER, ["leaves", 0], ["never", 0]] as const;
    expect(revenueMovement(before, after)).toEqual(revenueMovement(BEFORE, AFTER));
  });

  it("takes maps, generators and other iterables, in any order", () => {
    const expected = revenueMovement(BEFORE, AFTER, { seenBefore: ["returns"] });
    const generator = function* (): Generator<readonly [string, number]> {
      yield* [...BEFORE].reverse();
    };
    const movement = revenueMovement(generator(), new Map(AFTER), { seenBefore: new Set(["returns"]) });
    expect(movement).toEqual(expected);
  });

  it("1 and “1” are two accounts, and names of every object are ordinary", () => {
    const before = [
      [1, 10],
      ["1", 20],
      ["__proto__", 5],
      ["constructor", 7],
    ] as const;
    const after = [
      [1, 10],
      ["__proto__", 5],
      ["toString", 3],
    ] as const;
    const { churned, churnedAccounts, newAccounts } = revenueMovement(before, after);
    expect([churned, churnedAccounts, newAccounts]).toEqual([27, 2, 1]);
  });

  it("leaves frozen lists and options as they were", () => {
    const options = deepFreeze({ seenBefore: ["returns"] });
    expect(revenueMovement(deepFreeze([...BEFORE]), deepFreeze([...AFTER]), options).ending).toBe(325);
  });

  it("of nobody is nothing", () => {
    expect(revenueMovement([], [])).toEqual(NOTHING);
    expect(revenueMovement([["ana", 0]], new Map())).toEqual(NOTHING);
    expectPlainJson(revenueMovement([["ana", -0]], []));
  });
});

describe("the balance of revenueMovement", () => {
  it("is exact with decimals too", () => {
    const before = new Map([
      ["a", 0.1],
      ["b", 0.2],
      ["c", 19.99],
    ]);
    const after = new Map([
      ["a", 0.3],
      ["c", 9.99],
      ["d", 0.7],
    ]);
    const m = revenueMovement(before, after);
    expect(m.ending).toBe(m.starting - m.churned - m.contraction + m.expansion + m.reactivated + m.new);
    expect(m.ending).toBeCloseTo(10.99, 12);
  });

  it("is 0 in the end where all left, however their decimals add up", () => {
    const before = Array.from({ length: 1000 }, (_, i) => [i, 0.1 + i / 7] as const);
    const m = revenueMovement(before, []);
    expect(m.churned).toBe(m.starting);
    expect(m.ending).toBe(0);
  });

  it("never leaves less than nothing, though each sum is rounded by itself", () => {
    // 34.3 − 4.3 is 29.999…96, and the rest, which shrinks to crumbs, adds up to 30.
    const before = [10, 7.3, 9.7, 3, 4.3].map((amount, id) => [id, amount] as const);
    const after = [0, 1, 2, 3].map((id) => [id, 1e-20] as const);
    const m = revenueMovement(before, after);
    expect(m.starting - m.churned - m.contraction).toBeGreaterThanOrEqual(0);
    expect(m.ending).toBeGreaterThanOrEqual(0);
    expectPlainJson(m);
  });

  it("hundreds of thousands of accounts are no trouble, and their cents are exact", () => {
    function* accounts(from: number, amount: number): Generator<readonly [number, number]> {
      for (let id = from; id < from + 400_000; id++) yield [id, amount];
    }
    const m = revenueMovement(accounts(0, 1999), accounts(200_000, 2099));
    expect([m.starting, m.new, m.expansion]).toEqual([799_600_000, 419_800_000, 20_000_000]);
    expect([m.churned, m.ending, m.endingAccounts]).toEqual([399_800_000, 839_600_000, 400_000]);
  });
});

describe("revenueMovement refuses", () => {
  it.each([
    [-1, "-1"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["10", "a string"],
    [10n, "a bigint"],
    [null, "null"],
    [undefined, "undefined"],
  ])("the amount %s, and says where it is", (amount, described) => {
    const good = ["ana", 10] as const;
    const bad = ["budi", amount as number] as const;
    for (const name of ["before", "after"]) {
      const call = () =>
        name === "before" ? revenueMovement([good, bad], []) : revenueMovement([], [good, bad]);
      expect(call).toThrow(
        expect.objectContaining({
          message: `revenueMovement: ${name} at index 1.amount must be a finite number from 0 up, got ${described}`,
          code: "invalid-argument",
          path: [name, 1, "amount"],
        }),
      );
    }
  });

  it("an account listed twice in one period, without its name", () => {
    const twice = [
      ["ana@example.com", 10],
      ["budi", 5],
      ["ana@example.com", 0],
    ] as const;
    expect(() => revenueMovement(twice, [])).toThrow(
      expect.objectContaining({
        message: "revenueMovement: before at index 2.id must be different in each, got one given before",
        code: "invalid-argument",
        path: ["before", 2, "id"],
      }),
    );
    expect(() => revenueMovement([], twice)).toThrow("after at index 2.id");
  });

  it.each([
    ["", "a string"],
    ["  ", "a string"],
    [null, "null"],
    [undefined, "undefined"],
    [Number.NaN, "NaN"],
    [true, "true"],
  ])("the id %j", (id, described) => {
    const rest = `.id must be a string that is not blank or a finite number, got ${described}`;
    expect(() => revenueMovement([[id as string, 1]], [])).toThrow(`before at index 0${rest}`);
    expect(() => revenueMovement([], [], { seenBefore: ["ana", "ana", id as string] })).toThrow(
      expect.objectContaining({ code: "invalid-argument", path: ["seenBefore", 2] }),
    );
  });

  it.each([
    ["a text", "ana", "a string"],
    ["an object", { id: "ana", amount: 1 }, "an object"],
    ["null", null, "null"],
  ])("%s for a pair", (_, pair, described) => {
    expect(() => revenueMovement([pair as never], [])).toThrow(
      expect.objectContaining({
        message: `revenueMovement: before at index 0 must be a pair of an id and an amount, got ${described}`,
        path: ["before", 0],
      }),
    );
  });

  it("amounts that add up to more than the largest number", () => {
    const most = Number.MAX_VALUE;
    const rich = [
      ["ana", most],
      ["budi", most],
    ] as const;
    for (const call of [() => revenueMovement(rich, []), () => revenueMovement([], rich)]) {
      expect(call).toThrow(
        expect.objectContaining({
          message: "revenueMovement: amount must be small enough to add up, got Infinity",
          code: "invalid-argument",
          path: ["amount"],
        }),
      );
    }
    expect(revenueMovement([["ana", most]], [["budi", most]]).ending).toBe(most);
  });

  it.each(["before", "after", "seenBefore"])("for %s what cannot be iterated", (name) => {
    for (const value of ["ana", 5, null, { ana: 5 }]) {
      const given = { before: [], after: [], seenBefore: [], [name]: value } as never as {
        before: [];
        after: [];
        seenBefore: [];
      };
      expect(() => revenueMovement(given.before, given.after, { seenBefore: given.seenBefore })).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: [name] }),
      );
    }
  });

  it("an option that it does not know", () => {
    expect(() => revenueMovement([], [], { seen: [] } as object)).toThrow(
      'revenueMovement: options must be among seenBefore, got "seen"',
    );
  });
});
