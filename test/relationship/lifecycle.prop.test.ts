// Laws of loyalty and the lifecycle.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classifyLoyalty,
  LIFECYCLE_STAGES,
  type LifecycleTransitions,
  LOYALTY_LABELS,
  lifecycleGuidance,
  lifecycleHistory,
  lifecycleStage,
  lifecycleTransitions,
  loyaltyGuidance,
  mergeLifecycleTransitions,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { type AnyHistory, anyHistory, anyInstant, DAY, mapInstants, reversed } from "./histories.ts";
import { expectedLoyalty, expectedStage } from "./oracle.ts";

const asOf = fc.oneof(anyInstant, anyInstant, fc.integer({ min: 0, max: 2000 * DAY }));

const classifiers = [
  ["classifyLoyalty", classifyLoyalty, LOYALTY_LABELS],
  ["lifecycleStage", lifecycleStage, LIFECYCLE_STAGES],
] as const;

describe.each(classifiers)("%s", (_, classify, labels) => {
  it("gives every history one label, with a reason unless it is undetermined", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        const { label, because, since } = classify(history, { asOf: at });
        expect([...labels, "undetermined"]).toContain(label);
        expect(because.length > 0).toBe(label !== "undetermined");
        if (since !== null) expect(Date.parse(since)).toBeLessThanOrEqual(at);
      }),
    );
  });

  it("leaves its input as it is, does not depend on the order of lists, and is plain JSON", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        const result = classify(deepFreeze(history), deepFreeze({ asOf: at }));
        expectPlainJson(result);
        expect(classify(reversed(history), { asOf: at })).toStrictEqual(result);
      }),
    );
  });

  it("moves with time: as much later, all dates are as much later and nothing else changes", () => {
    fc.assert(
      fc.property(anyHistory, asOf, fc.integer({ min: -3000, max: 9000 }), (history, at, days) => {
        const shift = (epoch: number) => epoch + days * DAY + 12_345;
        const dates = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g;
        const back = (text: string) => text.replace(dates, (date) => String(Date.parse(JSON.parse(date))));
        const later = JSON.stringify(classify(mapInstants(history, shift), { asOf: shift(at) }));
        const now = JSON.stringify(classify(history, { asOf: at }));
        const shifted = now.replace(dates, (date) => String(shift(Date.parse(JSON.parse(date)))));
        expect(back(later)).toBe(shifted);
      }),
    );
  });

  it("knows nothing of what comes after asOf", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        const { afterAsOf, ...known } = classify(history, { asOf: at });
        const beyond = mapInstants(history, (epoch) => (epoch > at ? epoch + 77 * DAY : epoch));
        // The date at which a contract under way runs out is known from its beginning.
        if (history.contract != null && history.contract.from <= at)
          Object.assign(beyond, { contract: history.contract });
        expect(classify(beyond, { asOf: at })).toStrictEqual({ ...known, afterAsOf });
        const more = { ...history, activity: [...(history.activity ?? []), at + 1] };
        if (history.activity != null) {
          expect(classify(more, { asOf: at })).toStrictEqual({ ...known, afterAsOf: afterAsOf + 1 });
        }
      }),
    );
  });

  it("has held its label since `since`, and another the millisecond before", () => {
    fc.assert(
      fc.property(anyHistory, asOf, fc.double({ min: 0, max: 1, noNaN: true }), (history, at, part) => {
        const { label, since } = classify(history, { asOf: at });
        const start = since === null ? -1e13 : Date.parse(since);
        const between = Math.round(start + part * (at - start));
        if (label === "undetermined") return;
        expect(classify(history, { asOf: between }).label).toBe(label);
        expect(classify(history, { asOf: between }).since).toBe(since);
        if (since !== null && start !== history.firstContactAt) {
          expect(classify(history, { asOf: start - 1 }).label).not.toBe(label);
        }
      }),
    );
  });
});

describe("lifecycleStage", () => {
  it("is what the stated order and thresholds say, each worked out by itself", () => {
    fc.assert(
      fc.property(
        anyHistory,
        asOf,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (history, at, risk) => {
          expect(lifecycleStage(history, { asOf: at, risk }).label).toBe(expectedStage(history, at, risk));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("classifyLoyalty", () => {
  it("is what the stated order and thresholds say, each worked out by itself", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        expect(classifyLoyalty(history, { asOf: at }).label).toBe(expectedLoyalty(history, at));
      }),
      { numRuns: 1000 },
    );
  });

  it("makes an advocate of nobody who has not acted, whatever they answered", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        expect(classifyLoyalty({ ...history, advocacy: [] }, { asOf: at }).label).not.toBe("advocate");
      }),
    );
  });
});

describe("lifecycleHistory", () => {
  it("has at every moment the stage that lifecycleStage gives, and none twice in a row", () => {
    fc.assert(
      fc.property(
        anyHistory,
        asOf,
        fc.array(asOf, { minLength: 5, maxLength: 20 }),
        (history, end, moments) => {
          const { stages } = lifecycleHistory(history, { asOf: end });
          stages.forEach((period, i) => {
            const next = stages[i + 1];
            expect(period.to).toBe(next?.from ?? null);
            expect(period.stage).not.toBe(next?.stage);
            if (period.from !== null)
              expect(lifecycleStage(history, { asOf: period.from }).label).toBe(period.stage);
          });
          const begins = stages.map(({ from }) =>
            from === null ? Number.NEGATIVE_INFINITY : Date.parse(from),
          );
          for (const moment of moments.filter((at) => at <= end)) {
            const { label } = lifecycleStage(history, { asOf: moment });
            const index = begins.filter((begin) => begin <= moment).length - 1;
            if (index >= 0) expect(stages[index]?.stage).toBe(label);
            else expect(["undetermined", "acquisition"]).toContain(label);
          }
          const last = stages.at(-1);
          if (last !== undefined) {
            expect(lifecycleStage(history, { asOf: end })).toMatchObject({
              label: last.stage,
              since: last.from,
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the beginning of any later one", () => {
    fc.assert(
      fc.property(anyHistory, asOf, asOf, (history, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const strip = (until: number, end: number) =>
          lifecycleHistory(history, { asOf: end })
            .stages.filter(({ from }) => from === null || Date.parse(from) <= until)
            .map(({ stage, from }) => [stage, from]);
        const before = strip(early, early);
        const after = strip(early, late);
        // Before the first contact the beginning is not known.
        const contact = history.firstContactAt ?? Number.POSITIVE_INFINITY;
        if (contact > early && contact <= late) return;
        expect(before).toEqual(after);
      }),
    );
  });

  it("leaves its input as it is, does not depend on the order of lists, and is plain JSON", () => {
    fc.assert(
      fc.property(anyHistory, asOf, (history, at) => {
        const result = lifecycleHistory(deepFreeze(history), { asOf: at });
        expectPlainJson(result);
        expect(lifecycleHistory(reversed(history), { asOf: at })).toStrictEqual(result);
      }),
    );
  });
});

describe("lifecycleTransitions and mergeLifecycleTransitions", () => {
  const dates = fc.tuple(asOf, asOf).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const parties = fc.array(anyHistory, { maxLength: 8 });
  const countOf = ({ transitions }: LifecycleTransitions, from: string, to: string) =>
    transitions.find((transition) => transition.from === from && transition.to === to)?.count;

  it("count each party once, from its stage on one date to its stage on the other", () => {
    fc.assert(
      fc.property(parties, dates, (histories, when) => {
        const table = lifecycleTransitions(histories, when);
        expectPlainJson(table);
        expect(table.parties).toBe(histories.length);
        expect(table.transitions.reduce((sum, { count }) => sum + count, 0)).toBe(histories.length);
        const stage = (history: AnyHistory, at: number) => lifecycleStage(history, { asOf: at }).label;
        for (const { from, to, count } of table.transitions) {
          const moved = histories.filter((h) => stage(h, when.from) === from && stage(h, when.to) === to);
          expect(count).toBe(moved.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("add up over segments in any order, and every pair is there", () => {
    fc.assert(
      fc.property(parties, parties, dates, (a, b, when) => {
        const [first, second] = [lifecycleTransitions(a, when), lifecycleTransitions(b, when)];
        const all = lifecycleTransitions([...a, ...b], when);
        expect(mergeLifecycleTransitions([first, second])).toStrictEqual(all);
        expect(mergeLifecycleTransitions(deepFreeze([second, first]))).toStrictEqual(all);
        expect(mergeLifecycleTransitions([all])).toStrictEqual(all);
        for (const from of LIFECYCLE_STAGES) {
          for (const to of LIFECYCLE_STAGES) expect(countOf(all, from, to)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe("lifecycleGuidance and loyaltyGuidance", () => {
  it("have something to do for each label, and nothing for none", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIFECYCLE_STAGES),
        fc.constantFrom(...LOYALTY_LABELS),
        (stage, loyalty) => {
          for (const guide of [lifecycleGuidance(stage), loyaltyGuidance(loyalty)]) {
            expect(guide?.actions.length).toBeGreaterThan(0);
            expectPlainJson(guide);
          }
        },
      ),
    );
    expect([lifecycleGuidance("undetermined"), loyaltyGuidance("undetermined")]).toEqual([null, null]);
  });
});
