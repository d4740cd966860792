// Laws of the duplicate policy: nothing is lost, and what is kept lies far enough apart.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatedResponse, latestPerRespondent } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const DAY = 86_400_000;

const rows = fc.array(
  fc.record({
    respondentId: fc.constantFrom("a", "b", "__proto__", 1, "1", "", null, undefined),
    at: fc.option(
      fc.integer({ min: 0, max: 40 }).map((half) => (half * DAY) / 2),
      { freq: 6 },
    ),
    metric: fc.constantFrom("nps", "csat"),
  }),
  { maxLength: 25 },
);
const options = fc.record({
  asOf: fc.option(
    fc.integer({ min: 0, max: 20 }).map((n) => n * DAY),
    { nil: undefined },
  ),
  withinDays: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
});

/** Whether two rows could be duplicates at all. */
function comparable(a: DatedResponse, b: DatedResponse): boolean {
  const known = (row: DatedResponse) => row.respondentId != null && row.respondentId !== "" && row.at != null;
  return known(a) && known(b) && a.respondentId === b.respondentId && a.metric === b.metric;
}

const distance = (a: DatedResponse, b: DatedResponse): number => Number(b.at) - Number(a.at);

describe("latestPerRespondent", () => {
  it("accounts for every row, keeps those it cannot judge, and keeps the order", () => {
    fc.assert(
      fc.property(rows, options, (all, how) => {
        const { responses, duplicates, afterAsOf, withoutRespondent, withoutTime } = latestPerRespondent(
          all,
          how,
        );
        expect(responses.length + duplicates + afterAsOf).toBe(all.length);
        const end = how.asOf ?? Number.POSITIVE_INFINITY;
        expect(afterAsOf).toBe(all.filter((row) => row.at != null && row.at > end).length);
        expect(withoutTime).toBe(responses.filter((row) => row.at == null).length);
        expect(withoutTime).toBe(all.filter((row) => row.at == null).length);
        expect(withoutRespondent).toBe(
          responses.filter((row) => !comparable({ ...row, at: 0 }, { ...row, at: 0 })).length,
        );
        const positions = responses.map((row) => all.indexOf(row));
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
      }),
    );
  });

  it("keeps no two of one respondent within reach, and drops none without a kept one in reach after it", () => {
    fc.assert(
      fc.property(rows, options, (all, how) => {
        const reach = how.withinDays === undefined ? Number.POSITIVE_INFINITY : how.withinDays * DAY;
        const end = how.asOf ?? Number.POSITIVE_INFINITY;
        const kept = new Set(latestPerRespondent(all, how).responses);
        for (const a of kept) {
          for (const b of kept) {
            if (a !== b && comparable(a, b)) expect(Math.abs(distance(a, b))).toBeGreaterThan(reach);
          }
        }
        for (const row of all) {
          if (kept.has(row) || (row.at != null && row.at > end)) continue;
          const covered = [...kept].some(
            (other) => comparable(row, other) && distance(row, other) >= 0 && distance(row, other) <= reach,
          );
          expect(covered).toBe(true);
        }
      }),
    );
  });

  it("done twice is done once", () => {
    fc.assert(
      fc.property(rows, options, (all, how) => {
        const once = latestPerRespondent(all, how);
        const twice = latestPerRespondent(once.responses, how);
        expect(twice).toStrictEqual({ ...once, duplicates: 0, afterAsOf: 0 });
      }),
    );
  });

  it("leaves its input as it is, takes any iterable, agrees with itself and is plain JSON but for the rows", () => {
    fc.assert(
      fc.property(rows, options, (all, how) => {
        const first = latestPerRespondent(deepFreeze(all), deepFreeze(how));
        expect(latestPerRespondent(all.values(), how)).toStrictEqual(first);
        expectPlainJson({ ...first, responses: [] });
      }),
    );
  });
});
