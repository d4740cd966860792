// Laws of suppression, control limits and the parts of a change.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  controlLimits,
  csat,
  decomposeChange,
  mergeTallies,
  suppressSmallGroups,
  type Tally,
} from "../../src/index.ts";
import { tallyOn } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const tallyOf = (n: number): Tally => ({ scale: CSAT_SCALE, counts: [0, 0, n, 0, 0], missing: 0 });
const tableOf = (sizes: readonly number[]) =>
  sizes.map((n, plan) => ({ key: { plan }, score: csat(tallyOf(n)) }));
const hiddenIn = (sizes: readonly number[], minimum: number): string =>
  suppressSmallGroups(tableOf(sizes), { minimum })
    .flatMap(({ suppressed }, i) => (suppressed ? [i] : []))
    .join();

/** Every way to share out a sum among so many groups. */
function* sharedOut(sum: number, groups: number): Generator<readonly number[]> {
  if (groups === 1) yield [sum];
  else
    for (let own = 0; own <= sum; own++)
      for (const rest of sharedOut(sum - own, groups - 1)) yield [own, ...rest];
}

describe("suppressSmallGroups", () => {
  const table = fc.record({
    minimum: fc.integer({ min: 3, max: 5 }),
    sizes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }),
  });

  it("shows no group below the minimum, and nothing of those that it hides", () => {
    fc.assert(
      fc.property(table, ({ sizes, minimum }) => {
        const groups = deepFreeze(tableOf(sizes));
        const result = suppressSmallGroups(groups, { minimum });
        expectPlainJson(result);
        result.forEach((group, i) => {
          if (group.suppressed) {
            expect(JSON.stringify(group)).toBe(`{"key":{"plan":${i}},"score":null,"suppressed":true}`);
          } else {
            expect(group).toEqual({ ...groups[i], suppressed: false });
            expect(group.score.n).toBeGreaterThanOrEqual(minimum);
          }
        });
        const hidden = sizes.filter((_, i) => result[i]?.suppressed);
        const answers = hidden.reduce((a, b) => a + b, 0);
        if (hidden.length > 0 && hidden.length < sizes.length)
          expect(answers).toBeGreaterThanOrEqual(minimum);
        if (sizes.every((size) => size >= minimum)) expect(hidden).toEqual([]);
      }),
    );
  });

  it("leaves two sizes or more for each hidden group, to one who knows the total, the shown groups and this rule", () => {
    fc.assert(
      fc.property(table, ({ sizes, minimum }) => {
        const pattern = hiddenIn(sizes, minimum);
        const hidden = pattern === "" ? [] : pattern.split(",").map(Number);
        const answers = hidden.reduce((sum, i) => sum + (sizes[i] as number), 0);
        fc.pre(answers > 0);
        const possible = hidden.map(() => new Set<number>());
        for (const guess of sharedOut(answers, hidden.length)) {
          const guessed = [...sizes];
          hidden.forEach((i, h) => {
            guessed[i] = guess[h] as number;
          });
          if (hiddenIn(guessed, minimum) !== pattern) continue;
          guess.forEach((size, h) => {
            possible[h]?.add(size);
          });
          if (possible.every(({ size }) => size > 1)) return;
        }
        expect(possible.map(({ size }) => size > 1)).not.toContain(false);
      }),
    );
  }, 30_000);
});

const seriesOf = (tallies: readonly Tally[]) =>
  tallies.map((tally, period) => ({ key: { period }, score: csat(tally) }));

describe("controlLimits", () => {
  it("centre on the score of all answers, stay in range, and signal what lies outside", () => {
    fc.assert(
      fc.property(
        fc.array(tallyOn(CSAT_SCALE), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("sampling" as const, "laney" as const),
        (tallies, noise) => {
          const chart = controlLimits(deepFreeze(seriesOf(tallies)), { noise });
          expectPlainJson(chart);
          expect(chart.centre).toBe(csat(mergeTallies(tallies)).score);
          for (const { score, low, high, signal } of chart.periods) {
            if (low === null || high === null) {
              expect(signal).toBe(false);
              continue;
            }
            expect(low).toBeGreaterThanOrEqual(0);
            expect(high).toBeLessThanOrEqual(100);
            expect(low).toBeLessThanOrEqual(chart.centre as number);
            expect(high).toBeGreaterThanOrEqual(chart.centre as number);
            expect(signal).toBe((score as number) < low || (score as number) > high);
          }
        },
      ),
    );
  });

  it("do not depend on the order of the groups, and are wider with more sigmas", () => {
    fc.assert(
      fc.property(fc.array(tallyOn(CSAT_SCALE), { maxLength: 8 }), (tallies) => {
        const chart = controlLimits(seriesOf(tallies));
        const wider = controlLimits(seriesOf(tallies), { sigmas: 4 });
        controlLimits(seriesOf(tallies).reverse()).periods.forEach((period, i) => {
          expect(period.key).toEqual(chart.periods[i]?.key);
          expect(period.low ?? -1).toBeCloseTo(chart.periods[i]?.low ?? -1, 9);
          expect(wider.periods[i]?.high ?? -1).toBeGreaterThanOrEqual(chart.periods[i]?.high ?? -1);
        });
      }),
    );
  });
});

describe("decomposeChange", () => {
  const side = fc.array(
    tallyOn(CSAT_SCALE).filter((tally) => csat(tally).score !== null),
    { minLength: 4, maxLength: 4 },
  );

  it("gives parts that add up to the change of the total, segment by segment and in all", () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const change = decomposeChange(deepFreeze(seriesOf(before)), deepFreeze(seriesOf(after)));
        expectPlainJson(change);
        const { total, mix, rate, interaction, bySegment } = change;
        expect((mix as number) + (rate as number) + (interaction as number)).toBeCloseTo(total as number, 9);
        const sum = bySegment.reduce((all, part) => all + part.mix + part.rate + part.interaction, 0);
        expect(sum).toBeCloseTo(total as number, 9);
        if ([...before, ...after].every(({ weights }) => weights === undefined)) {
          const scores = [before, after].map((tallies) => csat(mergeTallies(tallies)).score as number);
          expect(total).toBeCloseTo((scores[1] as number) - (scores[0] as number), 9);
        }
      }),
    );
  });

  it("of a change and back add up to nothing, and of no change are nothing", () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const there = decomposeChange(seriesOf(before), seriesOf(after));
        const back = decomposeChange(seriesOf(after), seriesOf(before));
        expect((there.total as number) + (back.total as number)).toBeCloseTo(0, 9);
        const still = decomposeChange(seriesOf(before), seriesOf(before));
        expect([still.total, still.mix, still.rate, still.interaction]).toEqual([0, 0, 0, 0]);
      }),
    );
  });
});
