import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as cxMetrics from "../src/index.ts";
import { CxMetricsError } from "../src/index.ts";
import { surveyResponseOn } from "../src/schemas/index.ts";

const {
  CSAT_SCALE,
  NPS_SCALE,
  acsi,
  ces,
  churnRate,
  csat,
  expectationGap,
  followUpRate,
  latestPerRespondent,
  mergeTallies,
  metricsFor,
  netScore,
  nps,
  npsCategory,
  parseRows,
  periodBounds,
  periodDistance,
  periodOf,
  periodsBetween,
  ratingFromLabel,
  responseRate,
  retentionRate,
  rollingScores,
  roundHalfAwayFromZero,
  scoreBy,
  shiftPeriod,
  subtractTally,
  tally,
  tallyFromCounts,
  tallyRows,
  tidy,
  topBox,
} = cxMetrics;

/** A mark in every text that is fed in, and in no message. */
const MARK = "☂";

const anyMarkedText = fc.string({ maxLength: 12 }).map((text) => `${text}${MARK}`);

/** Anything that a caller without types could pass, with a mark in each of its texts. */
const anyInput: fc.Arbitrary<never> = fc
  .oneof(
    { arbitrary: anyMarkedText, weight: 3 },
    fc.anything({
      key: anyMarkedText,
      values: [
        anyMarkedText,
        fc.double(),
        fc.integer({ min: -2, max: 12 }),
        fc.constantFrom(null, undefined, true),
      ],
      withBigInt: true,
      withDate: true,
      withTypedArray: true,
    }),
    fc.constantFrom(null, undefined, 0, -0, 1.5, Number.NaN, Symbol(MARK), () => MARK),
  )
  .map((value) => value as never);

function isIterable(value: unknown): boolean {
  return value != null && Symbol.iterator in Object(value);
}

const scale = NPS_SCALE;
const validTally = tally([1, 5, null], NPS_SCALE);
const movement = {
  from: "",
  to: "",
  atStart: 2,
  acquired: 0,
  reactivated: 0,
  lost: 1,
  lostFromStart: 1,
  atEnd: 1,
};
const rating = () => 5;
const group = { key: { month: "2026-01" }, score: { tally: validTally } };

/** Every function, with one argument or option at a time given over to whatever comes. */
const CALLS: Readonly<Record<string, readonly ((value: never) => unknown)[]>> = {
  acsi: [
    (value) => acsi(value),
    (value) => acsi({ satisfaction: value, expectancy: 5, performance: 5 }),
    (value) => acsi({ satisfaction: 5, expectancy: 5, performance: 5 }, value),
    (value) => acsi({ satisfaction: 5, expectancy: 5, performance: 5 }, { weights: value }),
    (value) =>
      acsi(
        { satisfaction: 5, expectancy: 5, performance: 5 },
        { weights: { satisfaction: value, expectancy: 1, performance: 1 } },
      ),
  ],
  ces: [
    (value) => ces(value),
    (value) => ces([value]),
    (value) => ces([5], value),
    (value) => ces([5], { level: value }),
    (value) => ces([5], { direction: value }),
    (value) => ces([5], { scale: value }),
  ],
  churnRate: [
    (value) => churnRate(value),
    (value) => churnRate({ atStart: value, lost: 1 }),
    (value) => churnRate({ atStart: 2, lost: value }),
    (value) => churnRate({ ...movement, lostFromStart: value }),
    (value) => churnRate(movement, value),
    (value) => churnRate(movement, { denominator: value }),
    (value) => churnRate(movement, { level: value }),
  ],
  csat: [
    (value) => csat(value),
    (value) => csat([value]),
    (value) => csat([5], value),
    (value) => csat([5], { method: value }),
    (value) => csat([5], { satisfiedFrom: value }),
    (value) => csat([5], { scale: { min: 1, max: value } }),
  ],
  expectationGap: [
    (value) => expectationGap(value, { scale }),
    (value) => expectationGap([value], { scale }),
    (value) => expectationGap([[value, 5]], { scale }),
    (value) => expectationGap([[5, value]], { scale }),
    (value) => expectationGap([[5, 5]], value),
    (value) => expectationGap([[5, 5]], { scale: value }),
    (value) => expectationGap([[5, 5]], { scale, level: value }),
  ],
  followUpRate: [
    (value) => followUpRate(value, [], { withinHours: 1 }),
    (value) => followUpRate([], value, { withinHours: 1 }),
    (value) => followUpRate([value], [], { withinHours: 1 }),
    (value) => followUpRate([], [{ respondentId: value, at: 0 }], { withinHours: 1 }),
    (value) => followUpRate([{ respondentId: 1, at: value }], [], { withinHours: 1 }),
    (value) => followUpRate([], [], value),
    (value) => followUpRate([], [], { withinHours: value }),
    (value) => followUpRate([], [], { withinHours: 1, asOf: value }),
    (value) => followUpRate([], [], { withinHours: 1, level: value }),
  ],
  latestPerRespondent: [
    (value) => latestPerRespondent(value),
    (value) => latestPerRespondent([value]),
    (value) => latestPerRespondent([{ respondentId: value, at: 0 }]),
    (value) => latestPerRespondent([{ respondentId: 1, at: value }]),
    (value) => latestPerRespondent([{ respondentId: 1, at: 0, metric: value }]),
    (value) => latestPerRespondent([], value),
    (value) => latestPerRespondent([], { asOf: value }),
    (value) => latestPerRespondent([], { withinDays: value }),
  ],
  mergeTallies: [(value) => mergeTallies(value), (value) => mergeTallies([value, validTally])],
  metricsFor: [(value) => metricsFor(value)],
  netScore: [
    (value) => netScore(value, { scale, top: 9, bottom: 6 }),
    (value) => netScore([5], value),
    (value) => netScore([5], { scale, top: value, bottom: 6 }),
    (value) => netScore([5], { scale, top: 9, bottom: value }),
    (value) => netScore([5], { scale: value, top: 9, bottom: 6 }),
  ],
  nps: [
    (value) => nps(value),
    (value) => nps([value]),
    (value) => nps([5], value),
    (value) => nps([5], { level: value }),
    (value) => nps([5], { method: value }),
    (value) => nps([5], { bands: value }),
    (value) => nps([5], { bands: { passive: value, promoter: 9 } }),
    (value) => nps([5], { scale: value }),
    (value) => nps({ ...validTally, counts: value }),
    (value) => nps({ ...validTally, missing: value }),
    (value) => nps({ ...validTally, weights: value, squaredWeights: value }),
  ],
  npsCategory: [(value) => npsCategory(value)],
  parseRows: [
    (value) => parseRows(value, []),
    (value) => parseRows({ "~standard": value }, []),
    (value) => parseRows({ "~standard": { validate: () => value } }, [1]),
    (value) => parseRows(surveyResponseOn("nps", scale), value),
    (value) => parseRows(surveyResponseOn("nps", scale), [], value),
    (value) => parseRows(surveyResponseOn("nps", scale), [], { maxIssues: value }),
  ],
  periodBounds: [
    (value) => periodBounds(value),
    (value) => periodBounds("2026-03", value),
    (value) => periodBounds("2026-03", { timeZone: value }),
    (value) => periodBounds("2026-W11", { weekStartsOn: value }),
  ],
  periodDistance: [
    (value) => periodDistance(value, "2026-03"),
    (value) => periodDistance("2026-03", value),
    (value) => periodDistance("2026-03", "2026-04", value),
    (value) => periodDistance("2026-W11", "2026-W12", { weekStartsOn: value }),
  ],
  periodsBetween: [
    (value) => periodsBetween(value, "2026-03"),
    (value) => periodsBetween("2026-03", value),
    (value) => periodsBetween("2026-03", "2026-04", value),
    (value) => periodsBetween("2026-W11", "2026-W12", { weekStartsOn: value }),
  ],
  shiftPeriod: [
    (value) => shiftPeriod(value, 1),
    (value) => shiftPeriod("2026-03", value),
    (value) => shiftPeriod("2026-03", 1, value),
    (value) => shiftPeriod("2026-W11", 1, { weekStartsOn: value }),
  ],
  periodOf: [
    (value) => periodOf(value, "day"),
    (value) => periodOf(0, value),
    (value) => periodOf(0, "day", value),
    (value) => periodOf(0, "day", { timeZone: value }),
    (value) => periodOf(0, "week", { weekStartsOn: value }),
  ],
  ratingFromLabel: [(value) => ratingFromLabel(value, scale), (value) => ratingFromLabel("5", value)],
  responseRate: [
    (value) => responseRate(value),
    (value) => responseRate({ invited: value, answered: 1 }),
    (value) => responseRate({ invited: 1, answered: value }),
    (value) => responseRate({ invited: 1, answered: 1 }, { level: value }),
  ],
  retentionRate: [
    (value) => retentionRate(value),
    (value) => retentionRate({ atStart: value, atEnd: 1, acquired: 0 }),
    (value) => retentionRate({ atStart: 2, atEnd: value, acquired: value }),
    (value) => retentionRate({ ...movement, atEnd: value }),
    (value) => retentionRate(movement, value),
    (value) => retentionRate(movement, { level: value }),
  ],
  roundHalfAwayFromZero: [
    (value) => roundHalfAwayFromZero(value),
    (value) => roundHalfAwayFromZero(2.5, value),
  ],
  rollingScores: [
    (value) => rollingScores(value, { window: 2, metric: nps, period: "month" as never }),
    (value) => rollingScores([value], { window: 2, metric: nps, period: "month" as never }),
    (value) => rollingScores([group], value),
    (value) => rollingScores([group], { window: value, metric: nps, period: "month" }),
    (value) => rollingScores([group], { window: 2, metric: value, period: "month" }),
    (value) => rollingScores([group], { window: 2, metric: nps, period: value }),
    (value) =>
      rollingScores([{ ...group, key: value }], { window: 2, metric: nps, period: "month" as never }),
    (value) =>
      rollingScores([{ ...group, key: { month: value } }], { window: 2, metric: nps, period: "month" }),
    (value) => rollingScores([{ ...group, score: value }], { window: 2, metric: nps, period: "month" }),
    (value) =>
      rollingScores([{ ...group, score: { tally: value } }], { window: 2, metric: nps, period: "month" }),
  ],
  scoreBy: [
    (value) => scoreBy(value, { metric: nps, rating, by: {} }),
    (value) => scoreBy([{}], value),
    (value) => scoreBy([{}], { metric: value, rating, by: {} }),
    (value) => scoreBy([{}], { metric: nps, rating: value, by: {} }),
    (value) => scoreBy([{}], { metric: nps, rating: () => value, by: {} }),
    (value) => scoreBy([{}], { metric: nps, rating, weight: () => value, by: {} }),
    (value) => scoreBy([{}], { metric: nps, rating, by: { plan: value } }),
    (value) => scoreBy([{}], { metric: nps, rating, by: { plan: () => value } }),
  ],
  subtractTally: [(value) => subtractTally(value, validTally), (value) => subtractTally(validTally, value)],
  surveyResponseOn: [
    (value) => surveyResponseOn("nps", value),
    (value) => surveyResponseOn("nps", { min: value, max: 5 }),
  ],
  tally: [(value) => tally(value, scale), (value) => tally([value], scale), (value) => tally([5], value)],
  tallyFromCounts: [
    (value) => tallyFromCounts(value, scale),
    (value) => tallyFromCounts([value], scale),
    (value) => tallyFromCounts([[value, 1]], scale),
    (value) => tallyFromCounts([[5, value]], scale),
    (value) => tallyFromCounts([], scale, { missing: value }),
  ],
  tallyRows: [
    (value) => tallyRows(value, { scale, rating }),
    (value) => tallyRows([{}], { scale, rating: () => value }),
    (value) => tallyRows([{}], { scale, rating, weight: () => value }),
    (value) => tallyRows([{}], { scale: value, rating }),
    (value) => tallyRows([{}], { scale, rating, weight: value }),
  ],
  // Groups are scoreBy's; what is inside of them is not looked at.
  tidy: [(value) => (isIterable(value) ? tidy([]) : tidy(value))],
  topBox: [
    (value) => topBox(value, { scale: CSAT_SCALE, from: 4 }),
    (value) => topBox([5], value),
    (value) => topBox([5], { scale: CSAT_SCALE, from: value }),
    (value) => topBox([5], { scale: CSAT_SCALE, from: 4, method: value }),
  ],
};

describe("whatever is given, a CxMetricsError or nothing is thrown", () => {
  it("the functions tried are all there are", () => {
    const functions = Object.entries(cxMetrics)
      .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
      .map(([name]) => name);
    expect(Object.keys(CALLS).sort()).toEqual([...functions, "surveyResponseOn"].sort());
  });

  it.each(Object.entries(CALLS))(
    "by %s: its message begins with its name and repeats no text",
    (name, calls) => {
      fc.assert(
        fc.property(fc.constantFrom(...calls), anyInput, (call, value) => {
          let error: unknown;
          try {
            call(value);
            return;
          } catch (thrown) {
            error = thrown;
          }
          if (!(error instanceof CxMetricsError)) throw error;
          expect(error.message.startsWith(`${name}: `)).toBe(true);
          expect(error.message).not.toContain(MARK);
          expect(error.path.length).toBeGreaterThan(0);
        }),
        { numRuns: 200 },
      );
    },
  );
});
