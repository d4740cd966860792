// Laws of rolling scores.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSAT_SCALE, csat, type Rating, rollingScores, scoreBy } from "../../src/index.ts";
import { anyWeight, ratingOn, shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

interface Row {
  readonly plan: string | number | null;
  readonly month: string | null;
  readonly rating: Rating;
  readonly weight: number;
}

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    plan: fc.constantFrom("1", 1, "__proto__", null),
    month: fc.constantFrom("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", null),
    rating: fc.oneof(ratingOn(CSAT_SCALE), fc.constant(null)),
    weight: anyWeight(),
  }),
  { maxLength: 30 },
);
const window = fc.integer({ min: 1, max: 6 });

const grouped = (all: readonly Row[]) =>
  scoreBy(all, {
    metric: csat,
    rating: (row) => row.rating,
    by: { plan: (row) => row.plan, month: (row) => row.month },
  });

describe("rollingScores", () => {
  it("score the rows from `from` to the group's own period, in its own series", () => {
    fc.assert(
      fc.property(rows, window, (all, size) => {
        const groups = grouped(all);
        const rolling = rollingScores(groups, { window: size, metric: csat, period: "month" });
        expect(rolling.map(({ key }) => key)).toStrictEqual(groups.map(({ key }) => key));
        for (const { key, from, periods, score } of rolling) {
          const within = all.filter(
            ({ plan, month }) =>
              plan === key.plan &&
              (month === null || key.month === null || from === null
                ? month === key.month
                : month >= from && month <= key.month),
          );
          expect(score).toStrictEqual(csat(within.map(({ rating }) => rating)));
          expect(new Set(within.map(({ month }) => month)).size).toBe(periods);
          const upTo = all.filter(
            ({ plan, month }) =>
              plan === key.plan && month !== null && key.month !== null && month <= key.month,
          );
          const available = new Set(upTo.map(({ month }) => month)).size;
          expect(periods).toBe(key.month === null ? 1 : Math.min(size, available));
        }
      }),
    );
  });

  it("over a window of 1 are the groups, weighted ones too", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const groups = scoreBy(all, {
          metric: csat,
          rating: (row) => row.rating,
          weight: (row) => row.weight,
          by: { month: (row) => row.month },
        });
        const rolling = rollingScores(groups, { window: 1, metric: csat, period: "month" });
        expectAlike(
          rolling.map(({ key, score }) => ({ key, score })),
          groups,
        );
      }),
    );
  });

  it("do not depend on the order of the groups", () => {
    const shuffledGroups = rows.chain((all) => shuffled(grouped(all)));
    fc.assert(
      fc.property(shuffledGroups, window, ([groups, others], size) => {
        const options = { window: size, metric: csat, period: "month" } as const;
        const rolling = rollingScores(groups, options);
        const again = rollingScores(others, options);
        expect(again).toStrictEqual(others.map((group) => rolling[groups.indexOf(group)]));
      }),
    );
  });

  it("leave their input as it is, agree with themselves and are plain JSON", () => {
    fc.assert(
      fc.property(rows, window, (all, size) => {
        const groups = deepFreeze(grouped(all));
        const options = { window: size, metric: csat, period: "month" } as const;
        const first = rollingScores(groups, options);
        expectPlainJson(first);
        expect(rollingScores(groups.values(), options)).toStrictEqual(first);
      }),
    );
  });
});
