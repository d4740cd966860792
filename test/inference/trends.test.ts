// Contract of suppression, control limits, the parts of a change and clustered scores.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  ces,
  clusteredScore,
  compare,
  compareToBenchmark,
  controlLimits,
  csat,
  decomposeChange,
  NPS_SCALE,
  nps,
  suppressSmallGroups,
  tallyFromCounts,
  tallyRows,
  tidy,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const refusalOf = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
};
const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps(
    tallyFromCounts(
      [
        [10, promoters],
        [8, passives],
        [0, detractors],
      ],
      NPS_SCALE,
    ),
  );
const sized = (plan: string, n: number) => ({ key: { plan }, score: npsOf(n, 0, 0) });
const shown = (sizes: readonly number[], minimum?: number) =>
  suppressSmallGroups(
    sizes.map((n, i) => sized(`plan ${i}`, n)),
    { minimum },
  ).map(({ score }) => score?.n ?? null);

describe("suppressSmallGroups", () => {
  it("leaves nothing of a small group but its key", () => {
    const groups = deepFreeze([sized("Basic", 40), sized("Plus", 12), sized("Pro", 3)]);
    const result = suppressSmallGroups(groups);
    expect(result).toStrictEqual([
      { ...groups[0], suppressed: false },
      { key: { plan: "Plus" }, score: null, suppressed: true },
      { key: { plan: "Pro" }, score: null, suppressed: true },
    ]);
    expectPlainJson(result);
    const rows = tidy(result.filter((group) => !group.suppressed));
    expect(rows.map(({ plan }) => plan)).toEqual(["Basic"]);
  });

  it("hides larger groups only until the hidden ones hold the minimum together", () => {
    expect(shown([5, 6, 7])).toEqual([5, 6, 7]);
    expect(shown([2, 4, 10, 20])).toEqual([null, null, 10, 20]);
    expect(shown([1, 2, 10, 20])).toEqual([null, null, null, 20]);
    expect(shown([1, 4, 10, 20])).toEqual([null, null, 10, 20]);
    expect(shown([2, 4, 5, 20])).toEqual([null, null, 5, 20]);
    expect(shown([0, 30, 20])).toEqual([null, 30, null]);
    expect(shown([9, 4, 9, 20])).toEqual([null, null, null, 20]);
    expect(shown([9, 4, 9, 20], 3)).toEqual([9, 4, 9, 20]);
  });

  it("hides the next size where the hidden groups could only all have one size", () => {
    expect(shown([4, 4, 6])).toEqual([null, null, 6]);
    expect(shown([4, 4, 5, 6])).toEqual([null, null, null, 6]);
  });

  it("hides all where nothing else helps", () => {
    expect(shown([])).toEqual([]);
    expect(shown([4])).toEqual([null]);
    expect(shown([4, 30])).toEqual([null, null]);
    expect(shown([0, 0])).toEqual([null, null]);
  });

  it("takes the one group of all rows, whose key is empty", () => {
    const score = npsOf(5, 0, 0);
    expect(suppressSmallGroups([{ key: {}, score }])).toEqual([{ key: {}, score, suppressed: false }]);
  });

  it("counts answers and not weights, and not those who did not answer", () => {
    const score = csat(
      tallyRows([5, null, null, null, null, null], { scale: CSAT_SCALE, rating: (r) => r, weight: () => 90 }),
    );
    expect(suppressSmallGroups([{ key: { plan: null }, score }])[0]?.suppressed).toBe(true);
  });

  it.each([
    [[], { minimum: 2 }, "suppressSmallGroups: minimum must be a whole number from 3 up, got 2"],
    [5, {}, "suppressSmallGroups: groups must be an array or another iterable, got 5"],
    [
      [{ key: { plan: "a", month: "b" }, score: npsOf(1, 0, 0) }],
      {},
      "suppressSmallGroups: groups at index 0 must have a key of at most one string, finite number, boolean or null, got another key",
    ],
    [
      [{ key: { plan: Number.NaN }, score: npsOf(1, 0, 0) }],
      {},
      "suppressSmallGroups: groups at index 0 must have a key of at most one string, finite number, boolean or null, got another key",
    ],
  ])("refuses a wrong call, case %#", (groups, options, message) => {
    expect(() => suppressSmallGroups(groups as never, options)).toThrow(
      expect.objectContaining({ message, code: "invalid-argument" }),
    );
  });

  it.each([
    [5, "5"],
    [null, "null"],
    [{ key: null, score: npsOf(1, 0, 0) }, "an object"],
    [{ key: 5, score: npsOf(1, 0, 0) }, "an object"],
    [{ key: { plan: "a" }, score: null }, "an object"],
  ])("refuses what is no group, case %#", (group, got) => {
    expect(() => suppressSmallGroups([group] as never)).toThrow(
      expect.objectContaining({
        message: `suppressSmallGroups: groups at index 0 must be a group with a key and a score, got ${got}`,
        code: "invalid-argument",
        path: ["groups", 0],
      }),
    );
  });

  it("names the group whose score has no answers to count", () => {
    const groups = [sized("Basic", 9), { key: { plan: "Pro" }, score: { ...npsOf(9, 0, 0), tally: null } }];
    expect(() => suppressSmallGroups(groups as never)).toThrow(
      expect.objectContaining({
        message: "suppressSmallGroups: groups at index 1.tally must be a tally, got null",
        path: ["groups", 1, "tally"],
      }),
    );
  });
});

const month = (key: string | number, satisfied: number, others: number) => ({
  key: { month: key },
  score: csat(
    tallyFromCounts(
      [
        [5, satisfied],
        [2, others],
      ],
      CSAT_SCALE,
    ),
  ),
});

describe("controlLimits", () => {
  it("draw a p chart of CSAT, whatever the order of the periods", () => {
    const chart = controlLimits(
      deepFreeze([month("2026-02", 160, 40), month("2026-01", 82, 18), month("2026-03", 58, 42)]),
    );
    expectPlainJson(chart);
    expect(chart).toMatchObject({ metric: "csat", centre: 75, sigmas: 3, noise: "sampling", run: null });
    const half = 300 * Math.sqrt((0.75 * 0.25) / 100);
    expect(chart.periods[0]?.low).toBeCloseTo(75 - half, 10);
    expect(chart.periods[0]?.high).toBeCloseTo(75 + half, 10);
    expect(chart.periods[1]?.low).toBeCloseTo(75 - half / Math.SQRT2, 10);
    expect(chart.periods.map(({ key, reason }) => [key.month, reason])).toEqual([
      ["2026-01", null],
      ["2026-02", null],
      ["2026-03", "below"],
    ]);
  });

  it("widen by Laney's factor, the mean moving range of the standardised scores ÷ 1.128", () => {
    const groups = [month(1, 82, 18), month(2, 160, 40), month(3, 58, 42)];
    const error = (n: number) => 100 * Math.sqrt((0.75 * 0.25) / n);
    const z = [7 / error(100), 5 / error(200), -17 / error(100)] as const;
    const factor = (Math.abs(z[1] - z[0]) + Math.abs(z[2] - z[1])) / 2 / 1.128;
    const chart = controlLimits(groups, { noise: "laney", sigmas: 2 });
    expect(chart.overdispersion).toBeCloseTo(factor, 10);
    expect(chart.periods[2]?.low).toBeCloseTo(75 - 2 * factor * error(100), 10);
    expect(chart.periods.map(({ signal }) => signal)).toEqual([false, false, false]);
    const two = controlLimits([month(1, 60, 40), month(2, 90, 10)]);
    expect(two.overdispersion).toBeCloseTo(30 / error(100) / 1.128, 10);
  });

  it("leave out those whose period is missing", () => {
    const known = [month(1, 8, 2), month(2, 9, 1), month(3, 5, 5)];
    const unknown = { ...month(4, 0, 90), key: { month: null } };
    expect(controlLimits([unknown, ...known] as typeof known)).toEqual(controlLimits(known));
    expect(controlLimits([unknown] as never)).toMatchObject({ centre: null, periods: [] });
  });

  it("lie up to ten standard errors from the centre", () => {
    const { periods } = controlLimits([month(1, 5000, 5000)], { sigmas: 10 });
    expect(periods[0]).toMatchObject({ low: 45, high: 55 });
  });

  it("of NPS take the pooled variance of promoters and detractors", () => {
    const groups = [1, 2].map((period) => ({ key: { period }, score: npsOf(period, 2, 3 - period) }));
    const chart = controlLimits(groups);
    expect(chart.centre).toBeCloseTo(0, 12);
    expect(chart.periods[0]).toMatchObject({ low: -100, high: 100, signal: false });
    const wide = [1, 2].map((period) => ({
      key: { period },
      score: npsOf(100 * period, 200, 300 - 100 * period),
    }));
    expect(controlLimits(wide).periods[0]?.high).toBeCloseTo(300 * Math.sqrt(0.6 / 500), 10);
    expect(controlLimits(wide).periods.map(({ reason }) => reason)).toEqual(["below", "above"]);
  });

  it("of CES take the variance within the periods", () => {
    const period = (key: string, ratings: readonly number[]) => ({ key: { key }, score: ces([...ratings]) });
    const chart = controlLimits([
      period("a", [4, 5, 6]),
      period("b", [3, 4, 5]),
      period("c", []),
      period("d", [4]),
    ]);
    const centre = 31 / 7;
    expect(chart.periods[0]?.high).toBeCloseTo(Math.min(7, centre + 3 * Math.sqrt(1 / 3)), 10);
    expect(chart.periods[2]).toMatchObject({ score: null, n: 0, low: null, high: null, signal: false });
    expect(controlLimits([period("a", [4]), period("b", [6])]).periods[0]?.low).toBeNull();
    expect(controlLimits([period("a", [4, 4]), period("b", [6, 6])]).periods[0]?.low).toBeNull();
    const account = clusteredScore([5, 4], { metric: ces, rating: (r) => r, cluster: () => "one" });
    expect(controlLimits([{ key: { key: "a" }, score: account }]).periods[0]?.low).toBeNull();
  });

  it("find runs on one side of the centre, over periods without answers and ended by one on the centre", () => {
    const series = [6, 6, 6, 5, 4, 4, 4].map((satisfied, i) => month(i, satisfied, 10 - satisfied));
    const chart = controlLimits([...series, month(4.5, 0, 0)], { run: 3 });
    expect(chart.centre).toBe(50);
    expect(chart.periods.map(({ reason }) => reason)).toEqual([
      null,
      null,
      "run",
      null,
      null,
      null,
      null,
      "run",
    ]);
  });

  it("find no run of periods that are on the centre, but for rounding", () => {
    const third = (period: number) => ({
      key: { period },
      score: csat(
        tallyRows([5, 2], { scale: CSAT_SCALE, rating: (r) => r, weight: (r) => (r === 5 ? 0.1 : 0.2) }),
      ),
    });
    const chart = controlLimits([1, 2, 3].map(third), { run: 2 });
    expect(chart.periods[0]?.score).not.toBe(chart.centre);
    expect(chart.periods.map(({ signal }) => signal)).toEqual([false, false, false]);
  });

  it("are null where all agree, and where neighbours do not differ or are not there", () => {
    expect(controlLimits([])).toEqual({
      metric: null,
      centre: null,
      sigmas: 3,
      noise: "sampling",
      run: null,
      overdispersion: null,
      periods: [],
    });
    expect(controlLimits([month(1, 9, 0), month(2, 8, 0)]).periods[0]).toMatchObject({
      low: null,
      high: null,
    });
    expect(controlLimits([month(1, 9, 1)], { noise: "laney" })).toMatchObject({ overdispersion: null });
    expect(controlLimits([month(1, 8, 2), month(2, 8, 2)], { noise: "laney" }).periods[0]?.low).toBeNull();
    expect(controlLimits([month(1, 0, 0)], { run: 2 }).centre).toBeNull();
  });

  it.each([
    [[month(1, 1, 1)], { sigmas: 0 }, "controlLimits: sigmas must be a number above 0 and at most 10, got 0"],
    [[], { sigmas: 10.5 }, "controlLimits: sigmas must be a number above 0 and at most 10, got 10.5"],
    [
      [month(1, 2 ** 52, 1), month(2, 2 ** 52, 1)],
      {},
      "controlLimits: groups: mergeTallies: counts must add up to at most 2^53 − 1",
    ],
    [[], { noise: "all" }, 'controlLimits: noise must be "sampling" or "laney", got a string'],
    [[], { run: 1 }, "controlLimits: run must be a whole number from 2 up, got 1"],
    [
      [{ ...month(1, 1, 1), key: { a: 1, b: 2 } }],
      {},
      "controlLimits: groups at index 0.key must be a key of one period, got another key",
    ],
    [
      [{ ...month(1, 1, 1), key: { a: true } }],
      {},
      "controlLimits: groups at index 0.key must be a key of one period, got another key",
    ],
  ])("refuse a wrong call, case %#", (groups, options, message) => {
    expect(refusalOf(() => controlLimits(groups as never, options as never))).toBe(message);
  });
});

describe("decomposeChange", () => {
  const before = [
    { key: { plan: "A" }, score: npsOf(280, 420, 0) },
    { key: { plan: "B" }, score: npsOf(30, 270, 0) },
  ];
  const after = [
    { key: { plan: "B" }, score: npsOf(90, 510, 0) },
    { key: { plan: "A" }, score: npsOf(172, 228, 0) },
  ];

  it("gives the published split of 31 to 26.2: mix −9, rate 3.6, interaction 0.6", () => {
    const change = decomposeChange(deepFreeze(before), deepFreeze(after));
    expectPlainJson(change);
    expect(change.metric).toBe("nps");
    const figures = [change.before, change.after, change.total, change.mix, change.rate, change.interaction];
    [31, 26.2, -4.8, -9, 3.6, 0.6].forEach((value, i) => {
      expect(figures[i]).toBeCloseTo(value, 10);
    });
    const [a, b] = change.bySegment;
    expect(a).toMatchObject({
      key: { plan: "A" },
      shareBefore: 0.7,
      shareAfter: 0.4,
      scoreBefore: 40,
      scoreAfter: 43,
    });
    expect(a?.mix).toBeCloseTo(-0.3 * 9, 10);
    expect(b?.mix).toBeCloseTo(0.3 * -21, 10);
  });

  it("has no mix where the shares stay as they are, not even −0", () => {
    const still = decomposeChange(before, before);
    expectPlainJson(still);
    expect(still.bySegment.map(({ mix }) => mix)).toEqual([0, 0]);
  });

  it("counts weighted answers by their weights", () => {
    const side = (weights: readonly [number, number]) =>
      ["A", "B"].map((plan, i) => ({
        key: { plan },
        score: csat(
          tallyRows([i === 0 ? 5 : 1], {
            scale: CSAT_SCALE,
            rating: (r) => r,
            weight: () => weights[i] as number,
          }),
        ),
      }));
    const change = decomposeChange(side([3, 1]), side([1, 1]));
    expect([change.total, change.mix, change.rate, change.interaction]).toEqual([-25, -25, 0, 0]);
  });

  it("leaves out segments without answers on both sides, and of none gives null", () => {
    const nobody = { key: { plan: "C" }, score: nps([]) };
    expect(decomposeChange([...before, nobody], [...after, nobody]).bySegment).toHaveLength(2);
    expect(decomposeChange([nobody], [])).toEqual({
      metric: null,
      before: null,
      after: null,
      total: null,
      mix: null,
      rate: null,
      interaction: null,
      bySegment: [],
    });
  });

  it.each([
    [
      before,
      after.slice(1),
      "decomposeChange: before at index 1 must be a segment that has answers after as well, got one that has none",
    ],
    [
      before.slice(0, 1),
      after,
      "decomposeChange: after at index 0 must be a segment that has answers before as well, got one that has none",
    ],
    [
      [],
      after,
      "decomposeChange: after at index 1 must be a segment that has answers before as well, got one that has none",
    ],
    [
      before,
      [after[0], after[0]],
      "decomposeChange: after at index 1 must have a key of its own, got a second group with it",
    ],
    [
      before,
      [{ key: { region: "A" }, score: npsOf(1, 1, 1) }],
      "decomposeChange: after at index 0.key must be a key with the dimensions of the groups, got an object",
    ],
    [
      before,
      [{ key: { plan: "A" }, score: csat([5]) }],
      'decomposeChange: after at index 0.metric must be "nps" as in the score it is compared with, got "csat"',
    ],
    [5, [], "decomposeChange: before must be an array or another iterable, got 5"],
  ])("refuses segments on one side only and other mistakes, case %#", (first, second, message) => {
    expect(refusalOf(() => decomposeChange(first as never, second as never))).toBe(message);
  });
});

describe("clusteredScore", () => {
  const rows = [
    { account: "a", answer: 10 },
    { account: "a", answer: 9 },
    { account: "b", answer: 2 },
    { account: "b", answer: 7 },
    { account: "c", answer: 9 },
    { account: "d", answer: 8 },
    { account: "", answer: null },
  ];
  const options = {
    rating: (r: (typeof rows)[number]) => r.answer,
    cluster: (r: (typeof rows)[number]) => r.account,
  };

  it("widens what the scorer says, and so do the comparisons made of it", () => {
    const plain = nps(rows.map((row) => row.answer));
    const score = clusteredScore(deepFreeze(rows), { metric: nps, ...options });
    expect(score).toMatchObject({ score: plain.score, n: 6, missing: 1, clusters: 4 });
    expect(score.effectiveN).toBeLessThan(4);
    expect(score.interval?.low).toBeLessThan(plain.interval?.low as number);
    const [clustered, naive] = [compare(score, score), compare(plain, plain)];
    expect(clustered.standardError).toBeCloseTo((score.standardError as number) * Math.SQRT2, 10);
    expect(clustered.interval?.high).toBeGreaterThan(naive.interval?.high as number);
    expect(compareToBenchmark(score, 0).interval).toEqual(score.interval);
    expect(compareToBenchmark(score, 0).standardError).toBe(score.standardError);
  });

  it("takes n down by the squared ratio of Student's critical values for n − 1 and c − 1 degrees of freedom", () => {
    const metric = (answers: Parameters<typeof csat>[0]) =>
      csat(answers, { scale: NPS_SCALE, satisfiedFrom: 9, method: "wald" });
    const score = clusteredScore(rows, { metric, ...options });
    // R: qt(.975, 5) and qt(.975, 3)
    const size = score.effectiveN * (2.570581835636314 / 3.182446305284263) ** 2;
    expect(score.interval?.low).toBeCloseTo(Math.max(0, 50 - 195.99639845400546 * Math.sqrt(0.25 / size)), 9);
    const narrow = clusteredScore(rows, {
      ...options,
      metric: (answers: Parameters<typeof csat>[0]) =>
        csat(answers, { scale: NPS_SCALE, satisfiedFrom: 9, method: "wald", level: 0.5 }),
    });
    // R: qt(.75, 5), qt(.75, 3) and qnorm(.75)
    const half = narrow.effectiveN * (0.7266868438004229 / 0.7648923284043452) ** 2;
    expect(narrow.interval?.low).toBeCloseTo(50 - 67.44897501960817 * Math.sqrt(0.25 / half), 9);
  });

  it("of ratings takes at most c − 1 degrees of freedom, and so does its comparison", () => {
    const metric = (answers: Parameters<typeof ces>[0]) => ces(answers, { scale: NPS_SCALE });
    const score = clusteredScore(rows, { metric, ...options });
    const plain = metric(rows.map((row) => row.answer));
    expect(score.interval?.low).toBeLessThan(plain.interval?.low as number);
    expect(compare(score, score).degreesOfFreedom).toBeCloseTo(2 * (4 - 1), 10);
    expect(compareToBenchmark(score, 5).degreesOfFreedom).toBe(4 - 1);
    expect(compareToBenchmark(score, 5).interval).toEqual(score.interval);
  });

  it("has no standard error for one cluster or none, nor has what is made of it", () => {
    const one = clusteredScore([5, 4], { metric: csat, rating: (r) => r, cluster: () => 1 });
    expect(one).toMatchObject({ score: 100, clusters: 1, effectiveN: 1, designEffect: null });
    expect([one.standardError, one.interval, compareToBenchmark(one, 50).interval]).toEqual([
      null,
      null,
      null,
    ]);
    expect(compare(one, one).standardError).toBeNull();
    const none = clusteredScore([], { metric: csat, rating: (r: number) => r, cluster: () => 1 });
    expect(none).toMatchObject({ score: null, clusters: 0, effectiveN: 0, interval: null });
  });

  it("counts clusters where all answers agree, whose likeness cannot be seen", () => {
    const all = [1, 1, 1, 2].map((cluster) => ({ cluster }));
    const score = clusteredScore(all, { metric: ces, rating: () => 7, cluster: (row) => row.cluster });
    expect(score).toMatchObject({ effectiveN: 1.6, standardError: 0, designEffect: null, interval: null });
  });

  it("has no interval of a mean where hardly one answer's worth is left", () => {
    const all = [7, 7, 7, 1, 1, 1].map((answer) => ({ answer }));
    const score = clusteredScore(all, { metric: ces, rating: (r) => r.answer, cluster: (r) => r.answer });
    expect(score.effectiveN).toBeCloseTo(1.2, 10);
    expect(compareToBenchmark({ ...score, effectiveN: 1 }, 5).interval).toBeNull();
  });

  it("is checked where it is compared, and never counts for more than its answers", () => {
    const score = clusteredScore(rows, { metric: nps, ...options });
    const message = refusalOf(() => compare(score, { ...score, effectiveN: -1 }));
    expect(message).toContain("effectiveN must be a finite number from 0 up, got -1");
    expect(compare(score, { ...score, effectiveN: 1e9 }).after.effectiveN).toBe(6);
  });

  it.each([
    [
      { metric: nps, ...options, cluster: () => null },
      "clusteredScore: cluster at index 0 must be a string that is not blank or a finite number, got null",
    ],
    [{ metric: 5, ...options }, "clusteredScore: metric must be a function, got 5"],
    [{ metric: nps, ...options, rating: 5 }, "clusteredScore: rating must be a function, got 5"],
    [{ metric: nps, ...options, weight: 5 }, "clusteredScore: weight must be a function, got 5"],
    [
      { metric: nps, ...options, cluster: undefined },
      "clusteredScore: cluster must be a function, got undefined",
    ],
    [
      { metric: nps, ...options, weight: () => -1 },
      "clusteredScore: weight at index 0 must be 0 or a number from 1e-100 to 1e100, got -1",
    ],
    [
      { metric: nps, ...options, rating: () => 11 },
      "clusteredScore: rating at index 0 must be an integer from 0 to 10, got 11",
    ],
    [
      { metric: () => 5, ...options },
      "clusteredScore: metric must be a score of nps, csat or ces, such as nps(answers), got 5",
    ],
  ])("refuses a wrong option, case %#", (wrong, message) => {
    expect(refusalOf(() => clusteredScore(rows, wrong as never))).toBe(message);
  });

  it("leaves weights of missing answers unread", () => {
    const score = clusteredScore([null, 5, 3], {
      metric: ces,
      rating: (r) => r,
      weight: (r) => r as number,
      cluster: (r) => r as number,
    });
    expect(score.n).toBe(2);
  });
});
