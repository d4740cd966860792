import { describe, expect, it } from "vitest";
import {
  cohortHeatmap,
  lifecycleFlow,
  movementChart,
  npsChart,
  revenueWaterfall,
  rfmMap,
  scoreChart,
  scoreTrend,
  segmentChart,
  survivalChart,
  themeChart,
} from "../../src/charts/index.ts";
import * as results from "./results.ts";

type Call = () => unknown;
/** What a wrong call is told, and the call. */
type Refusal = readonly [message: string, call: Call];

/** A result in which something is another than it should be. */
const but = <T extends object>(result: T, wrong: object): T => ({ ...result, ...wrong });

describe.each<readonly [what: string, refusals: readonly Refusal[]]>([
  [
    "labels",
    [
      [
        'npsChart: labels must be "en" or "id" or an object, got 3',
        () => npsChart(results.NPS, { labels: 3 as never }),
      ],
      [
        'npsChart: labels must be "en" or "id" or an object, got null',
        () => npsChart(results.NPS, { labels: null as never }),
      ],
      [
        "npsChart: labels must be names of labels, got another name",
        () => npsChart(results.NPS, { labels: { toString: "A" } as never }),
      ],
      [
        "npsChart: labels.nps must be a string, got 3",
        () => npsChart(results.NPS, { labels: { nps: 3 as never } }),
      ],
    ],
  ],
  [
    "a score",
    [
      ["scoreChart: score must be an object, got null", () => scoreChart(null as never)],
      [
        'scoreChart: score.metric must be "nps" or "csat" or "ces" or "top-box" or "net-score", got a string',
        () => scoreChart(but(results.CSAT, { metric: "ltv" })),
      ],
      [
        'segmentChart: groups at index 1.score.metric must be "nps" or "csat" or "ces" or "top-box" or "net-score", got undefined',
        () => segmentChart([results.SEGMENTS[0], but(results.SEGMENTS[1] as object, { score: {} })] as never),
      ],
      [
        "scoreChart: score.score must be a finite number or null, got NaN",
        () => scoreChart(but(results.CSAT, { score: Number.NaN })),
      ],
      [
        "scoreChart: score.n must be a whole number from 0 up, got -1",
        () => scoreChart(but(results.CSAT, { n: -1 })),
      ],
      [
        "scoreChart: score.interval must be an object, got 3",
        () => scoreChart(but(results.CSAT, { interval: 3 })),
      ],
      ...["low", "high", "level"].map(
        (name): Refusal => [
          `scoreChart: score.interval.${name} must be a finite number, got null`,
          () =>
            scoreChart(
              but(results.CSAT, { interval: but(results.CSAT.interval as object, { [name]: null }) }),
            ),
        ],
      ),
      [
        'scoreChart: score.direction must be "higher-is-easier" or "lower-is-easier", got undefined',
        () => scoreChart(but(results.CES, { direction: undefined })),
      ],
    ],
  ],
  [
    "a tally",
    [
      [
        "scoreChart: score.tally must be an object, got null",
        () => scoreChart(but(results.CES, { tally: null })),
      ],
      [
        "scoreChart: score.tally.scale must be an object, got undefined",
        () => scoreChart(but(results.CES, { tally: {} })),
      ],
      ...["min", "max"].map(
        (name): Refusal => [
          `scoreChart: score.tally.scale.${name} must be a finite number, got a string`,
          () => scoreChart(but(results.CES, { tally: { scale: but({ min: 1, max: 7 }, { [name]: "1" }) } })),
        ],
      ),
      [
        "scoreChart: score.tally.counts must be an array, got undefined",
        () => scoreChart(but(results.CES, { tally: { scale: { min: 1, max: 7 } } })),
      ],
      [
        "scoreChart: score.tally.counts must be a list of a cell for each rating, got an array",
        () => scoreChart(but(results.CES, { tally: but(results.CES.tally, { counts: [1] }) })),
      ],
      [
        "scoreChart: score.tally.counts at index 2 must be a whole number from 0 up, got 0.5",
        () =>
          scoreChart(
            but(results.CES, { tally: but(results.CES.tally, { counts: [1, 0, 0.5, 0, 0, 0, 0] }) }),
          ),
      ],
      [
        "scoreChart: score.tally.weights at index 1 must be a finite number from 0 up, got -0.5",
        () =>
          scoreChart(
            but(results.CES, { tally: but(results.CES.tally, { weights: [1, -0.5, 0, 0, 0, 0, 0] }) }),
          ),
      ],
    ],
  ],
  [
    "a curve",
    [
      [
        "survivalChart: curves at index 1 must be an object, got null",
        () => survivalChart({ Basic: results.CURVE, Plus: null as never }),
      ],
      [
        "survivalChart: curves.n must be a whole number from 0 up, got 1.5",
        () => survivalChart(but(results.CURVE, { n: 1.5 })),
      ],
      [
        "survivalChart: curves.events must be a finite number from 0 up, got -1",
        () => survivalChart(but(results.CURVE, { events: -1 })),
      ],
      [
        "survivalChart: curves.level must be a finite number, got undefined",
        () => survivalChart(but(results.CURVE, { level: undefined })),
      ],
      [
        "survivalChart: curves at index 1.steps must be an array, got 3",
        () => survivalChart({ Basic: results.CURVE, Plus: but(results.CURVE, { steps: 3 }) }),
      ],
      [
        "survivalChart: curves.steps at index 0 must be an object, got 1",
        () => survivalChart(but(results.CURVE, { steps: [1] })),
      ],
      ...["time", "atRisk", "survival"].map(
        (name): Refusal => [
          `survivalChart: curves.steps at index 0.${name} must be a finite number, got null`,
          () =>
            survivalChart(
              but(results.CURVE, { steps: [but(results.CURVE.steps[0] as object, { [name]: null })] }),
            ),
        ],
      ),
      ...["low", "high"].map(
        (name): Refusal => [
          `survivalChart: curves.steps at index 0.${name} must be a finite number or null, got true`,
          () =>
            survivalChart(
              but(results.CURVE, { steps: [but(results.CURVE.steps[0] as object, { [name]: true })] }),
            ),
        ],
      ),
    ],
  ],
  [
    "movements",
    [
      [
        "movementChart: movements must be an array or another iterable, got an object",
        () => movementChart({} as never),
      ],
      [
        "movementChart: movements at index 1 must be an object, got 3",
        () => movementChart([results.MOVEMENTS[0], 3] as never),
      ],
      [
        "movementChart: movements at index 0.period must be a string, got 202601",
        () => movementChart([but(results.MOVEMENTS[0] as object, { period: 202_601 })] as never),
      ],
      [
        "movementChart: movements at index 0.from must be a string, got 3",
        () => movementChart([but(results.MOVEMENTS[0] as object, { period: undefined, from: 3 })] as never),
      ],
      ...["atStart", "acquired", "reactivated", "lost", "atEnd"].map(
        (name): Refusal => [
          `movementChart: movements at index 0.${name} must be a whole number from 0 up, got -1`,
          () => movementChart([but(results.MOVEMENTS[0] as object, { [name]: -1 })] as never),
        ],
      ),
    ],
  ],
  [
    "a movement of revenue",
    [
      ["revenueWaterfall: movement must be an object, got null", () => revenueWaterfall(null as never)],
      [
        "revenueWaterfall: currency must be a string, got 3",
        () => revenueWaterfall(results.REVENUE, { currency: 3 as never }),
      ],
      ...["starting", "new", "expansion", "reactivated", "contraction", "churned", "ending"].map(
        (name): Refusal => [
          `revenueWaterfall: movement.${name} must be a finite number from 0 up, got -1`,
          () => revenueWaterfall(but(results.REVENUE, { [name]: -1 })),
        ],
      ),
    ],
  ],
  [
    "RFM scores",
    [
      ["rfmMap: result must be an object, got an array", () => rfmMap([] as never)],
      ...[1, 101].map(
        (bins): Refusal => [
          `rfmMap: result.bins must be a whole number from 2 to 100, got ${bins}`,
          () => rfmMap(but(results.RFM, { bins })),
        ],
      ),
      [
        "rfmMap: result.bins must be a whole number from 0 up, got 2.5",
        () => rfmMap(but(results.RFM, { bins: 2.5 })),
      ],
      [
        "rfmMap: customers must be an array or another iterable, got undefined",
        () => rfmMap(but(results.RFM, { customers: undefined })),
      ],
      ...["recencyScore", "frequencyScore"].flatMap((name): readonly Refusal[] =>
        [0, 6].map((score) => [
          `rfmMap: customers at index 0.${name} must be a whole number from 1 to 5, got ${score}`,
          () =>
            rfmMap(
              but(results.RFM, {
                customers: [but({ recencyScore: 1, frequencyScore: 5 }, { [name]: score })],
              }),
            ),
        ]),
      ),
      [
        "rfmMap: segments must be an array or another iterable, got an object",
        () => rfmMap(but(results.RFM, { segments: {} })),
      ],
      [
        "rfmMap: segments at index 0.segment must be a string, got null",
        () => rfmMap(but(results.RFM, { segments: [{ segment: null, customers: 3 }] })),
      ],
      [
        "rfmMap: segments at index 0.customers must be a whole number from 0 up, got undefined",
        () => rfmMap(but(results.RFM, { segments: [{ segment: "loyal" }] })),
      ],
    ],
  ],
  [
    "groups",
    [
      [
        "segmentChart: reference must be a finite number, got a string",
        () => segmentChart(results.SEGMENTS, { reference: "30" as never }),
      ],
      [
        "segmentChart: groups must be an array or another iterable, got an object",
        () => segmentChart({} as never),
      ],
      [
        "segmentChart: groups at index 1 must be an object, got null",
        () => segmentChart([results.SEGMENTS[0], null] as never),
      ],
      [
        "segmentChart: groups at index 0.key must be an object, got null",
        () => segmentChart([{ key: null, score: results.NPS }] as never),
      ],
      [
        "segmentChart: groups at index 0.key must be of strings, finite numbers, booleans or null, got another value",
        () => segmentChart([{ key: { plan: {} }, score: results.NPS }] as never),
      ],
      [
        "segmentChart: groups at index 0.score must be an object, got null",
        () => segmentChart([{ key: { plan: "Pro" }, score: null }] as never),
      ],
      [
        "segmentChart: groups at index 1 must be of the metric of the others, got another metric",
        () =>
          segmentChart([
            { key: { plan: "Basic" }, score: results.NPS },
            { key: { plan: "Pro" }, score: results.CSAT },
          ]),
      ],
    ],
  ],
  [
    "periods",
    [
      ["scoreTrend: groups must be an array or another iterable, got null", () => scoreTrend(null as never)],
      [
        "scoreTrend: groups at index 0.key must be an object, got undefined",
        () => scoreTrend([{ score: results.NPS }] as never),
      ],
      [
        "scoreTrend: groups at index 0.key must be one period, got 2 values",
        () => scoreTrend([{ key: { month: "2026-01", plan: "Pro" }, score: results.NPS }]),
      ],
      [
        "scoreTrend: groups at index 1 must be the only group of its period, got a second",
        () => scoreTrend([1, 2].map(() => ({ key: { month: "2026-01" }, score: results.NPS }))),
      ],
      [
        "scoreTrend: groups at index 0.score must be an object, got 3",
        () => scoreTrend([{ key: { month: "2026-01" }, score: 3 }] as never),
      ],
      [
        "scoreTrend: groups at index 1 must be of the metric of the others, got another metric",
        () =>
          scoreTrend([
            { key: { month: 1 }, score: results.NPS },
            { key: { month: 2 }, score: results.CSAT },
          ]),
      ],
    ],
  ],
  [
    "control limits",
    (
      [
        [" must be an object, got an array", []],
        [".centre must be a finite number or null, got undefined", { periods: [] }],
        [".periods must be an array, got an object", { centre: 1, periods: {} }],
        [".periods at index 0 must be an object, got null", { centre: 1, periods: [null] }],
        [
          ".periods at index 0.key must be an object, got 3",
          { centre: 1, periods: [but(results.LIMITS.periods[0] as object, { key: 3 })] },
        ],
        [
          ".periods at index 1 must be of one of the groups, got another period",
          { centre: 1, periods: [results.LIMITS.periods[0], { key: { month: "1999-01" } }] },
        ],
        ...["low", "high"].map(
          (name) =>
            [
              `.periods at index 0.${name} must be a finite number or null, got a string`,
              { centre: 1, periods: [but(results.LIMITS.periods[0] as object, { [name]: "1" })] },
            ] as const,
        ),
      ] as const
    ).map(
      ([words, limits]): Refusal => [
        `scoreTrend: limits${words}`,
        () => scoreTrend(results.MONTHS, { limits: limits as never }),
      ],
    ),
  ],
  [
    "curves",
    [
      ["survivalChart: curves must be an object, got an array", () => survivalChart([] as never)],
      ["survivalChart: curves must be one curve or more, got an object", () => survivalChart({})],
      [
        "survivalChart: curves must be at most 6 curves, which can be told apart, got 7",
        () => survivalChart(Object.fromEntries([..."abcdefg"].map((name) => [name, results.CURVE]))),
      ],
      [
        "survivalChart: timeUnit must be a string, got 3",
        () => survivalChart(results.CURVE, { timeUnit: 3 as never }),
      ],
    ],
  ],
  [
    "themes",
    [
      ["themeChart: result must be an object, got null", () => themeChart(null as never)],
      [
        "themeChart: result.n must be a whole number from 0 up, got 0.5",
        () => themeChart(but(results.THEMES, { n: 0.5 })),
      ],
      [
        "themeChart: result.score must be an object, got undefined",
        () => themeChart(but(results.THEMES, { score: undefined })),
      ],
      [
        "themeChart: themes must be an array or another iterable, got 3",
        () => themeChart(but(results.THEMES, { themes: 3 })),
      ],
      ...(
        [
          ["theme must be a string, got 3", { theme: 3 }],
          ["mentions must be an object, got null", { mentions: null }],
          [
            "mentions.rate must be a finite number or null, got true",
            { mentions: { rate: true, interval: null } },
          ],
          ["mentions.interval must be an object, got 1", { mentions: { rate: 0.5, interval: 1 } }],
          ["impact must be a finite number or null, got NaN", { impact: Number.NaN }],
        ] as const
      ).map(
        ([words, wrong]): Refusal => [
          `themeChart: themes at index 0.${words}`,
          () => themeChart(but(results.THEMES, { themes: [but(results.THEMES.themes[0] as object, wrong)] })),
        ],
      ),
    ],
  ],
])("what is no chart's input is refused: %s", (_, refusals) => {
  it.each(refusals)("%s", (message, call) => {
    const code = /whole number from 0 up/.test(message) ? "invalid-count" : "invalid-argument";
    expect(call).toThrow(expect.objectContaining({ name: "CxMetricsError", code, message }));
  });
});

it("a refusal says the way to what is wrong, step by step", () => {
  const [first, second] = results.SEGMENTS;
  const groups = [first, but(second as object, { score: but(results.CES, { direction: "up" }) })];
  const transitions = [{ from: "onboarding", to: "elsewhere", count: 1 }];
  for (const [call, path] of [
    [() => segmentChart(groups as never), ["groups", 1, "score", "direction"]],
    [() => cohortHeatmap(but(results.COHORTS, { unit: "hour" })), ["table", "unit"]],
    [() => lifecycleFlow({ transitions } as never), ["transitions", 0, "to"]],
  ] as const) {
    expect(call).toThrow(expect.objectContaining({ path }));
  }
});
