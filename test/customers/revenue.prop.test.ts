import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  averageRevenuePerAccount,
  type ExpansionKind,
  expansionKind,
  grossRevenueRetention,
  mergeRevenueMovements,
  netRevenueRetention,
  quickRatio,
  type RevenueMovement,
  type RevenueRecord,
  revenueChurnRate,
  revenueMovement,
  revenueMovementsByPeriod,
  shiftPeriod,
} from "../../src/index.ts";
import { shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

type Snapshot = ReadonlyMap<number, number>;

/** Whole amounts, as in cents; some are 0. */
const anyWhole = fc.oneof(
  { arbitrary: fc.nat({ max: 1000 }), weight: 4 },
  { arbitrary: fc.nat({ max: 1e9 }), weight: 1 },
  { arbitrary: fc.constant(0), weight: 1 },
);
/** Amounts of every size whose sums and quotients are finite. */
const anyAmount = fc.oneof(
  { arbitrary: fc.nat({ max: 10_000 }).map((cents) => cents / 100), weight: 3 },
  { arbitrary: fc.double({ min: 1e-20, max: 1e12, noNaN: true }), weight: 1 },
  { arbitrary: fc.constantFrom(0, -0, 0.1, 0.2, 0.3, 1e-20), weight: 1 },
);

function snapshotOf(amount: fc.Arbitrary<number>): fc.Arbitrary<Snapshot> {
  return fc
    .uniqueArray(fc.tuple(fc.nat({ max: 15 }), amount), { selector: ([id]) => id, maxLength: 12 })
    .map((entries) => new Map(entries));
}

const anySeen = fc.array(fc.nat({ max: 15 }), { maxLength: 6 });

/** A movement of whole or of any amounts. */
function movementWith(amount: fc.Arbitrary<number>): fc.Arbitrary<RevenueMovement> {
  return fc
    .tuple(snapshotOf(amount), snapshotOf(amount), anySeen)
    .map(([before, after, seenBefore]) => revenueMovement(before, after, { seenBefore }));
}
const anyMovement = fc.oneof(movementWith(anyWhole), movementWith(anyAmount));

function total(snapshot: Snapshot): number {
  return [...snapshot.values()].reduce((sum, amount) => sum + amount, 0);
}

function payers(snapshot: Snapshot): number {
  return [...snapshot.values()].filter((amount) => amount > 0).length;
}

describe("the laws of revenueMovement", () => {
  it("ending is starting − churned − contraction + expansion + reactivated + new, to the last digit", () => {
    fc.assert(
      fc.property(anyMovement, (m) => {
        expect(m.ending).toBe(m.starting - m.churned - m.contraction + m.expansion + m.reactivated + m.new);
        expect(m.endingAccounts).toBe(
          m.startingAccounts - m.churnedAccounts + m.reactivatedAccounts + m.newAccounts,
        );
        expect(m.starting - m.churned - m.contraction).toBeGreaterThanOrEqual(0);
        expectPlainJson(m);
      }),
    );
  });

  it("both ends are the sums of the lists: exactly, in whole amounts", () => {
    fc.assert(
      fc.property(snapshotOf(anyWhole), snapshotOf(anyWhole), (before, after) => {
        const m = revenueMovement(before, after);
        expect([m.starting, m.ending]).toEqual([total(before), total(after)]);
        expect([m.startingAccounts, m.endingAccounts]).toEqual([payers(before), payers(after)]);
      }),
    );
  });

  it("and to within rounding of the larger, in any", () => {
    fc.assert(
      fc.property(snapshotOf(anyAmount), snapshotOf(anyAmount), (before, after) => {
        const m = revenueMovement(before, after);
        const size = total(before) + total(after);
        expect(Math.abs(m.starting - total(before))).toBeLessThanOrEqual(1e-14 * size);
        expect(Math.abs(m.ending - total(after))).toBeLessThanOrEqual(1e-14 * size);
      }),
    );
  });

  it("the way back turns gains into losses", () => {
    fc.assert(
      fc.property(snapshotOf(anyWhole), snapshotOf(anyWhole), (before, after) => {
        const [there, back] = [revenueMovement(before, after), revenueMovement(after, before)];
        expect([back.new, back.expansion, back.contraction, back.churned]).toEqual([
          there.churned,
          there.contraction,
          there.expansion,
          there.new,
        ]);
      }),
    );
  });

  it("who was seen before moves revenue from new to reactivated and nowhere else", () => {
    fc.assert(
      fc.property(snapshotOf(anyWhole), snapshotOf(anyWhole), anySeen, (before, after, seenBefore) => {
        const [known, unknown] = [
          revenueMovement(before, after, { seenBefore }),
          revenueMovement(before, after),
        ];
        expect(known.new + known.reactivated).toBe(unknown.new);
        expect({ ...known, new: 0, newAccounts: 0, reactivated: 0, reactivatedAccounts: 0 }).toEqual({
          ...unknown,
          new: 0,
          newAccounts: 0,
        });
      }),
    );
  });

  it("the unit of the amounts scales the revenue and leaves the rates", () => {
    fc.assert(
      fc.property(snapshotOf(anyAmount), snapshotOf(anyAmount), (before, after) => {
        // A power of two: exact.
        const scaled = (snapshot: Snapshot): Snapshot =>
          new Map([...snapshot].map(([id, amount]) => [id, 1024 * amount]));
        const [small, large] = [
          revenueMovement(before, after),
          revenueMovement(scaled(before), scaled(after)),
        ];
        expect(large.ending).toBe(1024 * small.ending);
        expect(large.expansion).toBe(1024 * small.expansion);
        expect(netRevenueRetention(large)).toBe(netRevenueRetention(small));
        expect(quickRatio(large)).toBe(quickRatio(small));
      }),
    );
  });
});

describe("the laws of mergeRevenueMovements", () => {
  it("the movement of disjoint segments together is that of everybody", () => {
    fc.assert(
      fc.property(
        snapshotOf(anyWhole),
        snapshotOf(anyWhole),
        fc.integer({ min: 1, max: 4 }),
        (before, after, k) => {
          const segment = (snapshot: Snapshot, which: number): Snapshot =>
            new Map([...snapshot].filter(([id]) => id % k === which));
          const parts = Array.from({ length: k }, (_, which) =>
            revenueMovement(segment(before, which), segment(after, which)),
          );
          expect(mergeRevenueMovements(parts)).toEqual(revenueMovement(before, after));
        },
      ),
    );
  });

  it("the order does not matter, nor whether some were merged before", () => {
    fc.assert(
      fc.property(
        fc.array(movementWith(anyWhole), { minLength: 2, maxLength: 5 }).chain(shuffled),
        ([movements, others]) => {
          const merged = mergeRevenueMovements(movements);
          expect(mergeRevenueMovements(others)).toEqual(merged);
          const [first, ...rest] = movements as [RevenueMovement, ...RevenueMovement[]];
          expect(mergeRevenueMovements([first, mergeRevenueMovements(rest)])).toEqual(merged);
        },
      ),
    );
  });

  it("what it gives balances, and can be merged again, with any amounts", () => {
    fc.assert(
      fc.property(fc.array(anyMovement, { minLength: 1, maxLength: 5 }), (movements) => {
        const merged = mergeRevenueMovements(deepFreeze(movements));
        expectPlainJson(merged);
        expect(mergeRevenueMovements([merged])).toEqual(merged);
      }),
    );
  });
});

describe("the laws of revenue rates", () => {
  it("gross retention is at most 1 and at most net retention", () => {
    fc.assert(
      fc.property(anyMovement, (m) => {
        const [gross, net] = [grossRevenueRetention(m), netRevenueRetention(m)];
        expect(gross === null).toBe(m.starting === 0);
        expect(net === null).toBe(m.starting === 0);
        if (gross === null || net === null) return;
        expect(gross).toBeGreaterThanOrEqual(0);
        expect(gross).toBeLessThanOrEqual(1);
        expect(gross).toBeLessThanOrEqual(net);
      }),
    );
  });

  it("churn and retention add up to 1, but for rounding in the last digits", () => {
    fc.assert(
      fc.property(anyMovement, (m) => {
        const [gross, net] = [grossRevenueRetention(m), netRevenueRetention(m)];
        const [lost, netLost] = [revenueChurnRate(m), revenueChurnRate(m, { kind: "net" })];
        if (gross === null || net === null || lost === null || netLost === null) {
          expect([gross, net, lost, netLost]).toEqual([null, null, null, null]);
          return;
        }
        expect(Math.abs(lost + gross - 1)).toBeLessThanOrEqual(2 ** -51);
        expect(Math.abs(netLost + net - 1)).toBeLessThanOrEqual(2 ** -50 * (1 + net));
      }),
      { numRuns: 500 },
    );
  });

  it("retention is the sum of the smaller, or of what those who were there pay, ÷ the start", () => {
    fc.assert(
      fc.property(snapshotOf(anyWhole), snapshotOf(anyWhole), (before, after) => {
        const m = revenueMovement(before, after);
        fc.pre(m.starting > 0);
        let [smaller, theirs] = [0, 0];
        for (const [id, amount] of before) {
          const now = after.get(id) ?? 0;
          smaller += Math.min(amount, now);
          theirs += amount > 0 ? now : 0;
        }
        expect(grossRevenueRetention(m)).toBe(smaller / m.starting);
        expect(netRevenueRetention(m)).toBe(theirs / m.starting);
      }),
    );
  });

  it("the quick ratio is above 1 exactly where revenue grows, and null exactly where none was lost", () => {
    fc.assert(
      fc.property(movementWith(anyWhole), (m) => {
        const ratio = quickRatio(m);
        expect(ratio === null).toBe(m.contraction + m.churned === 0);
        if (ratio !== null) expect(ratio > 1).toBe(m.ending > m.starting);
      }),
    );
  });

  it("average revenue lies between the least and the most that somebody pays", () => {
    fc.assert(
      fc.property(snapshotOf(anyWhole), snapshotOf(anyWhole), (before, after) => {
        const m = revenueMovement(before, after);
        const end = averageRevenuePerAccount(m);
        const start = averageRevenuePerAccount(m, { at: "start" });
        const average = averageRevenuePerAccount(m, { at: "average" });
        const paid = [...after.values()].filter((amount) => amount > 0);
        expect(end === null).toBe(paid.length === 0);
        if (end === null || start === null) return;
        expect(end).toBeGreaterThanOrEqual(Math.min(...paid) * (1 - 1e-15));
        expect(end).toBeLessThanOrEqual(Math.max(...paid) * (1 + 1e-15));
        expect(average).toBeGreaterThanOrEqual(Math.min(start, end) * (1 - 1e-15));
        expect(average).toBeLessThanOrEqual(Math.max(start, end) * (1 + 1e-15));
      }),
    );
  });
});

describe("the laws of revenueMovementsByPeriod", () => {
  const anyRecords: fc.Arbitrary<RevenueRecord[]> = fc.uniqueArray(
    fc.record({
      customerId: fc.nat({ max: 5 }),
      period: fc.integer({ min: -6, max: 6 }).map((by) => shiftPeriod("2026-01", by)),
      amount: anyWhole,
    }),
    { selector: ({ customerId, period }) => `${customerId} ${period}`, maxLength: 40 },
  );

  it("each movement is that of its two periods, those who paid before them known", () => {
    fc.assert(
      fc.property(anyRecords.chain(shuffled), ([records, others]) => {
        const movements = revenueMovementsByPeriod(records);
        expect(revenueMovementsByPeriod(others)).toEqual(movements);
        for (const { period, ...movement } of movements) {
          const key = period as string;
          const previous = shiftPeriod(key, -1);
          const paidIn = (month: string): [number, number][] =>
            records.flatMap((r) => (r.period === month ? [[r.customerId as number, r.amount]] : []));
          const seenBefore = records.filter((r) => r.period < previous && r.amount > 0);
          const expected = revenueMovement(paidIn(previous), paidIn(key), {
            seenBefore: seenBefore.map(({ customerId }) => customerId),
          });
          expect({ ...movement, period: null }).toEqual(expected);
        }
      }),
    );
  });

  it("from the first period on, all that came less all that went is what is there at the end", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const movements = revenueMovementsByPeriod(records, { from: "2025-07", to: "2026-07" });
        expect(movements).toHaveLength(13);
        const net = movements.reduce(
          (sum, m) => sum + m.new + m.expansion + m.reactivated - m.contraction - m.churned,
          0,
        );
        expect(net).toBe(movements.at(-1)?.ending);
        const accounts = movements.reduce((sum, m) => sum + m.newAccounts, 0);
        const everPaid = records.filter(({ amount }) => amount > 0).map(({ customerId }) => customerId);
        expect(accounts).toBe(new Set(everPaid).size);
      }),
    );
  });
});

describe("the laws of expansionKind", () => {
  const WAY_BACK: Readonly<Partial<Record<ExpansionKind, readonly ExpansionKind[]>>> = {
    new: ["churned"],
    churned: ["new"],
    unchanged: ["unchanged"],
    mixed: ["mixed"],
    "up-sell": ["contraction"],
    "cross-sell": ["contraction"],
    "up-sell-and-cross-sell": ["contraction"],
    contraction: ["up-sell", "cross-sell", "up-sell-and-cross-sell"],
  };
  const anyLines = fc
    .uniqueArray(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })), { selector: ([line]) => line })
    .map((lines) => new Map(lines));

  it("the way back is of the opposite kind", () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        expect(WAY_BACK[expansionKind(before, after)]).toContain(expansionKind(after, before));
      }),
    );
  });

  it("agrees with the direction of the account's revenue, unless it is mixed", () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const change = Math.sign(total(after) - total(before));
        switch (expansionKind(before, after)) {
          case "mixed":
            return;
          case "unchanged":
            expect(change).toBe(0);
            return;
          case "churned":
          case "contraction":
            expect(change).toBe(-1);
            return;
          default:
            expect(change).toBe(1);
        }
      }),
    );
  });
});
