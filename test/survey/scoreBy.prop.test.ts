// Laws of groups and of their rows: nothing is lost, merged or invented.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  csat,
  type GroupValue,
  mergeTallies,
  type Rating,
  scoreBy,
  tally,
  tallyRows,
  tidy,
} from "../../src/index.ts";
import { anyWeight, ratingOn, shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

interface Row {
  readonly first: GroupValue | undefined;
  readonly second: GroupValue | undefined;
  readonly rating: Rating;
  readonly weight: number;
}

const keys: fc.Arbitrary<GroupValue | undefined> = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    "",
    "1",
    1,
    true,
    false,
    "true",
    "null",
    0,
    -0,
    "__proto__",
    "constructor",
  ),
  fc.string({ maxLength: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const rows: fc.Arbitrary<Row[]> = fc.array(keys, { minLength: 1, maxLength: 4 }).chain((few) =>
  fc.array(
    fc.record({
      first: fc.constantFrom(...few),
      second: fc.constantFrom(...few),
      rating: fc.oneof(ratingOn(CSAT_SCALE), fc.constantFrom(null, undefined)),
      weight: anyWeight(),
    }),
    { maxLength: 25 },
  ),
);

const options = {
  metric: csat,
  rating: (row: Row): Rating => row.rating,
  by: { first: (row: Row) => row.first, second: (row: Row) => row.second },
};
const weighted = { ...options, weight: (row: Row): number => row.weight };

/** A key as a group shows it: missing is null, and −0 is 0. */
function shown(value: GroupValue | undefined): GroupValue {
  return typeof value === "number" ? value + 0 : (value ?? null);
}

describe("scoreBy", () => {
  it("scores for each key what the rows with that key score", () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const { key, score } of scoreBy(all, options)) {
          const own = all.filter((row) => shown(row.first) === key.first && shown(row.second) === key.second);
          expect(own.length).toBeGreaterThan(0);
          expect(score).toStrictEqual(csat(own.map((row) => row.rating)));
        }
      }),
    );
  });

  it("loses no row and counts none twice: its tallies merge to the tally of all", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const empty = tally([], CSAT_SCALE);
        const merged = mergeTallies([empty, ...scoreBy(all, options).map(({ score }) => score.tally)]);
        expect(merged).toStrictEqual(tallyRows(all, { scale: CSAT_SCALE, rating: options.rating }));
        const { rating, weight } = weighted;
        const whole = tallyRows(all, { scale: CSAT_SCALE, rating, weight });
        const none = tallyRows<Row>([], { scale: CSAT_SCALE, rating, weight });
        const parts = scoreBy(all, weighted).map(({ score }) => score.tally);
        expectAlike(mergeTallies([none, ...parts]), whole, 1e-12);
      }),
    );
  });

  it("has a group for each key that occurs and no other", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const occurring = new Map<GroupValue, Set<GroupValue>>();
        for (const row of all) {
          const seconds = occurring.get(shown(row.first)) ?? new Set();
          occurring.set(shown(row.first), seconds.add(shown(row.second)));
        }
        const count = [...occurring.values()].reduce((sum, seconds) => sum + seconds.size, 0);
        expect(scoreBy(all, options)).toHaveLength(count);
      }),
    );
  });

  it("does not depend on the order of the rows, nor on their container", () => {
    fc.assert(
      fc.property(rows.chain(shuffled), ([all, others]) => {
        const groups = scoreBy(all, options);
        expect(scoreBy(others, options)).toStrictEqual(groups);
        expect(scoreBy(others.values(), options)).toStrictEqual(groups);
      }),
    );
  });

  it("sorts by kind, then by value, missing last, in every dimension", () => {
    const kinds = ["boolean", "number", "string", "object"];
    const inOrder = (a: GroupValue, b: GroupValue): boolean =>
      typeof a === typeof b
        ? a === null || b === null || a < b
        : kinds.indexOf(typeof a) < kinds.indexOf(typeof b);
    fc.assert(
      fc.property(rows, (all) => {
        const groups = scoreBy(all, options);
        groups.slice(1).forEach(({ key }, i) => {
          const before = groups[i]?.key ?? key;
          if (before.first === key.first) expect(inOrder(before.second, key.second)).toBe(true);
          else expect(inOrder(before.first, key.first)).toBe(true);
        });
      }),
    );
  });

  it("leaves its rows as they are, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const how of [options, weighted]) {
          const groups = scoreBy(deepFreeze(all), how);
          expectPlainJson(groups);
          expect(scoreBy(all, how)).toStrictEqual(groups);
        }
      }),
    );
  });
});

describe("tidy", () => {
  it("has one row for each group, with its key, its score, its limits and its shares", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const groups = deepFreeze(scoreBy(all, weighted));
        const flat = tidy(groups);
        expectPlainJson(flat);
        expect(flat).toHaveLength(groups.length);
        groups.forEach(({ key, score }, i) => {
          const { n, missing, effectiveN, standardError, interval, satisfied, mean, satisfiedFrom } = score;
          expect(flat[i]).toStrictEqual({
            ...key,
            metric: "csat",
            score: score.score,
            low: interval?.low ?? null,
            high: interval?.high ?? null,
            standardError,
            n,
            missing,
            effectiveN,
            satisfied: satisfied.share,
            mean,
            satisfiedFrom,
          });
        });
      }),
    );
  });
});
