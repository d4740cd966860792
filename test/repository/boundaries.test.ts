import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  activityCohorts,
  adjustPValues,
  ces,
  clusteredScore,
  clusteredScoreBy,
  compareAll,
  comparePaired,
  controlLimits,
  csat,
  customerMovement,
  decomposeChange,
  designEffect,
  durations,
  effectiveSampleSize,
  encodeIdentifiers,
  escalationRate,
  expectationGap,
  firstContactResolution,
  firstResponseTime,
  followUpRate,
  kaplanMeier,
  keyDrivers,
  latestPerRespondent,
  lifecycleTransitions,
  mergeCohortTables,
  mergeLifecycleTransitions,
  mergeMovements,
  mergeRevenueMovements,
  mergeTallies,
  movementsByPeriod,
  NPS_SCALE,
  netScore,
  nps,
  parseRows,
  poststratify,
  rake,
  ratingFromLabel,
  referralRate,
  repeatContactRate,
  repeatPurchaseRate,
  resolutionTime,
  revenueMovementsByPeriod,
  rfm,
  rollingScores,
  scoreBy,
  selfServiceRate,
  slaAttainment,
  suppressSmallGroups,
  tally,
  tallyFromCounts,
  tallyRows,
  tenureCohorts,
  themes,
  tidy,
  topBox,
} from "../../src/index.ts";
import { exportsOf, filesBelow, textOf } from "../support/sources.ts";

const scale = NPS_SCALE;

/** Rows made one by one, so that the test holds none of them. */
function* rows<Row>(count: number, row: (i: number) => Row): Generator<Row> {
  for (let i = 0; i < count; i++) yield row(i);
}

describe("large input", () => {
  it("of three million answers in an array, each rating as often as the others, is scored", () => {
    const { score, n } = nps(Array.from({ length: 3_000_008 }, (_, i) => i % 11));
    expect(n).toBe(3_000_008);
    expect(score).toBe(-500 / 11);
  });

  it("of a million rows is grouped and weighted without being held", () => {
    const fold = { rating: (row: { rating: number }) => row.rating, weight: () => 0.5 };
    const { counts } = tallyRows(
      rows(1_000_000, (i) => ({ rating: i % 11 })),
      { scale, ...fold },
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
    const groups = scoreBy(
      rows(1_000_000, (i) => ({ rating: i % 11, day: i % 365 })),
      { metric: nps, rating: (row) => row.rating, by: { day: (row) => row.day } },
    );
    expect(groups.map(({ key }) => key.day)).toEqual(Array.from({ length: 365 }, (_, day) => day));
  });

  it("of a million bad rows is counted in full, kept in part, and takes little memory on the way", () => {
    const source = (path: string): string => new URL(`../../src/${path}`, import.meta.url).href;
    const program = `
      import { parseRows } from ${JSON.stringify(source("index.ts"))};
      import { npsResponse } from ${JSON.stringify(source("schemas/index.ts"))};
      function* bad() {
        for (let i = 0; i < 1_000_000; i++) yield { metric: "nps", rating: 11 + (i % 5) };
      }
      gc();
      const before = process.memoryUsage().heapUsed;
      const parsed = parseRows(npsResponse, bad());
      gc();
      const grown = process.memoryUsage().heapUsed - before;
      const { rows, rejected, issueCount, issues } = parsed;
      console.log(JSON.stringify({ grown, good: rows.length, rejected, issueCount, kept: issues.length }));
    `;
    // In a process of its own, which ends where it needs more than 64 MB; all issues would take three times as much.
    const flags = ["--expose-gc", "--max-old-space-size=64", "--import", "tsx", "--input-type=module"];
    const printed = execFileSync(process.execPath, [...flags, "--eval", program], { encoding: "utf8" });
    const { grown, ...counts } = JSON.parse(printed) as { grown: number };
    expect(counts).toEqual({ good: 0, rejected: 1_000_000, issueCount: 1_000_000, kept: 1000 });
    expect(grown).toBeLessThan(16e6);
  });

  // Time that grew with the square of the length would make minutes of the longer one.
  it.each([200_000, 2_000_000])("of a label of %i spaces is read or refused", (length) => {
    const spaces = " ".repeat(length);
    expect(ratingFromLabel(spaces, scale)).toBeNull();
    expect(ratingFromLabel(`${spaces}9`, scale)).toBe(9);
    expect(ratingFromLabel(`${spaces}9 - likely${spaces}`, scale)).toBe(9);
    for (const label of [`9${spaces}- likely`, `9/${spaces}10`, `[${spaces}9]`, `9 out${spaces}of 10`]) {
      expect(ratingFromLabel(label, scale)).toBe("unreadable");
    }
    expect(ratingFromLabel("9".repeat(length), scale)).toBe("unreadable");
  });
});

/** What a function is given here: good items, if any, then one that it refuses. */
interface Reader {
  readonly items: readonly unknown[];
  readonly read: (source: Iterable<never>) => unknown;
}

const respondent = { respondentId: 1, at: 0 };
const group = { key: { month: "2026-01" }, score: nps([9]) };
const tenure = { customerId: 1, startedAt: 0 };
const year = { from: "2026", to: "2027" } as const;
const asynchronous = {
  "~standard": { version: 1, vendor: "test", validate: (row: unknown) => row },
} as never;

/** Every public function that reads an iterable; those that read two are here twice. */
const READERS: readonly (readonly [name: string, reader: Reader])[] = [
  ["nps", { items: [9, 11], read: (source) => nps(source) }],
  ["csat", { items: [4, 6], read: (source) => csat(source) }],
  ["ces", { items: [4, 8], read: (source) => ces(source) }],
  ["topBox", { items: [4, 11], read: (source) => topBox(source, { scale, from: 9 }) }],
  ["netScore", { items: [4, 11], read: (source) => netScore(source, { scale, top: 9, bottom: 6 }) }],
  ["tally", { items: [null, 6.5], read: (source) => tally(source, scale) }],
  ["tallyRows", { items: [1, 11], read: (source) => tallyRows(source, { scale, rating: (row) => row }) }],
  [
    "tallyFromCounts",
    {
      items: [
        [9, 1],
        [9, -1],
      ],
      read: (source) => tallyFromCounts(source, scale),
    },
  ],
  ["mergeTallies", { items: [tally([1], scale), {}], read: (source) => mergeTallies(source) }],
  [
    "scoreBy",
    {
      items: [1, 11],
      read: (source) => scoreBy(source, { metric: nps, rating: (row) => row, by: { all: () => "" } }),
    },
  ],
  [
    "rollingScores",
    {
      items: [group, {}],
      read: (source) => rollingScores(source, { window: 2, metric: nps, period: "month" }),
    },
  ],
  ["tidy", { items: [group, {}], read: (source) => tidy(source) }],
  [
    "expectationGap",
    {
      items: [
        [1, 2],
        [1, 11],
      ],
      read: (source) => expectationGap(source, { scale }),
    },
  ],
  [
    "followUpRate",
    { items: [respondent, 1], read: (source) => followUpRate(source, [], { withinHours: 1 }) },
  ],
  [
    "followUpRate",
    { items: [respondent, 1], read: (source) => followUpRate([], source, { withinHours: 1 }) },
  ],
  ["latestPerRespondent", { items: [respondent, 1], read: (source) => latestPerRespondent(source) }],
  [
    "parseRows",
    { items: [{ value: 1 }, Promise.resolve()], read: (source) => parseRows(asynchronous, source) },
  ],
  ["customerMovement", { items: [tenure, 1], read: (source) => customerMovement(source, year) }],
  [
    "movementsByPeriod",
    { items: [tenure, 1], read: (source) => movementsByPeriod(source, { unit: "year", ...year }) },
  ],
  ["mergeMovements", { items: [customerMovement([], year), 1], read: (source) => mergeMovements(source) }],
  [
    "activityCohorts",
    {
      items: [1],
      read: (source) => activityCohorts(source, { unit: "month", mode: "on", asOf: 9 } as never),
    },
  ],
  ["durations", { items: [1], read: (source) => durations(source, { unit: "day", asOf: 9 } as never) }],
  ["encodeIdentifiers", { items: [7, {}], read: (source) => encodeIdentifiers(source) }],
  [
    "firstContactResolution",
    { items: [1], read: (source) => firstContactResolution(source, { policy: "no-customer-reply" }) },
  ],
  ["firstResponseTime", { items: [1], read: (source) => firstResponseTime(source) }],
  ["escalationRate", { items: [1], read: (source) => escalationRate(source) }],
  ["selfServiceRate", { items: [1], read: (source) => selfServiceRate(source) }],
  ["kaplanMeier", { items: [1], read: (source) => kaplanMeier(source) }],
  [
    "lifecycleTransitions",
    { items: [{}, 1], read: (source) => lifecycleTransitions(source, { from: 0, to: 0 }) },
  ],
  [
    "mergeLifecycleTransitions",
    {
      items: [lifecycleTransitions([], { from: 0, to: 0 }), {}],
      read: (source) => mergeLifecycleTransitions(source),
    },
  ],
  ["mergeCohortTables", { items: [1], read: (source) => mergeCohortTables(source) }],
  ["mergeRevenueMovements", { items: [1], read: (source) => mergeRevenueMovements(source) }],
  ["referralRate", { items: [1], read: (source) => referralRate(source) }],
  [
    "repeatContactRate",
    { items: [1], read: (source) => repeatContactRate(source, { withinDays: 7 } as never) },
  ],
  ["repeatPurchaseRate", { items: [1], read: (source) => repeatPurchaseRate(source) }],
  ["resolutionTime", { items: [1], read: (source) => resolutionTime(source) }],
  ["revenueMovementsByPeriod", { items: [1], read: (source) => revenueMovementsByPeriod(source) }],
  ["rfm", { items: [1], read: (source) => rfm(source, { asOf: 9 } as never) }],
  [
    "slaAttainment",
    {
      items: [1],
      read: (source) => slaAttainment(source, { target: "resolution", withinHours: 1 } as never),
    },
  ],
  [
    "tenureCohorts",
    { items: [1], read: (source) => tenureCohorts(source, { unit: "month", asOf: 9 } as never) },
  ],
  ["adjustPValues", { items: [0.5, 2], read: (source) => adjustPValues(source) }],
  [
    "clusteredScore",
    {
      items: [9, 11],
      read: (source) => clusteredScore(source, { metric: nps, rating: (row) => row, cluster: () => 1 }),
    },
  ],
  [
    "clusteredScoreBy",
    {
      items: [9, 11],
      read: (source) =>
        clusteredScoreBy(source, { metric: nps, rating: (row) => row, cluster: () => 1, by: {} }),
    },
  ],
  ["compareAll", { items: [group, {}], read: (source) => compareAll(source) }],
  [
    "comparePaired",
    {
      items: [
        [9, 8],
        [9, 11],
      ],
      read: (source) => comparePaired(source, { metric: nps }),
    },
  ],
  ["controlLimits", { items: [group, {}], read: (source) => controlLimits(source) }],
  ["decomposeChange", { items: [group, {}], read: (source) => decomposeChange(source, [group]) }],
  ["decomposeChange", { items: [group, {}], read: (source) => decomposeChange([group] as never, source) }],
  ["designEffect", { items: [1, -1], read: (source) => designEffect(source) }],
  ["effectiveSampleSize", { items: [1, -1], read: (source) => effectiveSampleSize(source) }],
  [
    "keyDrivers",
    {
      items: [1, "x"],
      read: (source) => keyDrivers(source, { outcome: (row) => row, drivers: { ease: () => 1 } }),
    },
  ],
  [
    "poststratify",
    {
      items: ["a", {}],
      read: (source) =>
        poststratify(source, { by: { plan: (row) => row }, targets: [{ key: { plan: "a" }, target: 1 }] }),
    },
  ],
  ["rake", { items: [{ plan: "a" }, {}], read: (source) => rake(source, { margins: { plan: { a: 1 } } }) }],
  ["suppressSmallGroups", { items: [group, {}], read: (source) => suppressSmallGroups(source) }],
  [
    "themes",
    {
      items: [9, 11],
      read: (source) =>
        themes(source, { codebook: { price: ["price"] }, comment: () => "price", rating: (row) => row }),
    },
  ],
];

describe("a generator", () => {
  it("is tried with every public function that reads an iterable", () => {
    const reading = filesBelow("src", ".ts").flatMap((path) =>
      [...textOf(path).matchAll(/^export function (\w+)[^{]*?: (?:Iterable<|Answers)/gm)].map(
        (match) => match[1],
      ),
    );
    const publicNames = new Set(exportsOf("src/index.ts").map(({ name }) => name));
    const expected = reading.filter((name) => name !== undefined && publicNames.has(name));
    expect(new Set(READERS.map(([name]) => name))).toEqual(new Set(expected));
  });

  it.each(READERS)("that %s stops reading is closed", (_, { items, read }) => {
    let closed = 0;
    // Without an end, so that nobody reads it to its end. Some read a block ahead.
    function* source(): Generator<never> {
      try {
        for (;;) yield* items as never[];
      } finally {
        closed++;
      }
    }
    expect(() => read(source())).toThrow(expect.objectContaining({ name: "CxMetricsError" }));
    expect(closed).toBe(1);
  });

  it.each(READERS)("whose own error ends it lets %s throw that", (_, { items, read }) => {
    const broken = new Error("the file ended early");
    function* source(): Generator<never> {
      yield* items.slice(0, -1) as never[];
      throw broken;
    }
    expect(() => read(source())).toThrow(broken);
  });
});
