// The part of the report that asks what NPS goes with: relative weights of the other answers.

import { type KeyDrivers, keyDrivers } from "cx-metrics";
import { driverChart } from "cx-metrics/charts";
import { ALL, type Answered, byPlan } from "./answers.ts";
import { mulberry32 } from "./data/synthetic.ts";
import type { Question } from "./questions.ts";
import { percent, percentRange } from "./rates.ts";
import type { Finding, Picture, Section } from "./section.ts";
import { count, figure, left, right } from "./table.ts";
import { MAY_BE_CHANCE } from "./verdict.ts";

type Metric = Question["metric"];

/** One response: its answers to all questions. */
type Response = { readonly segment: string | null } & { readonly [M in Metric]?: number | null };

/**
 * The fewest responses that two drivers are weighed by: 50 + 8 for each driver. S. B. Green, "How Many Subjects Does It
 * Take To Do A Regression Analysis?", Multivariate Behavioral Research 26 (1991).
 */
const FEWEST = 50 + 8 * 2;

/** How often responses are drawn again to see how far their weights vary. */
const REPLICATES = 1000;

/** The drivers of a plan. */
interface PlanDrivers {
  readonly plan: string;
  readonly found: KeyDrivers<"csat" | "ces">;
  /** The share of CSAT and how far it may be off; `null` where there are too few responses. */
  readonly csat: { readonly share: number; readonly low: number; readonly high: number } | null;
}

/** How much of NPS the other two answers account for, by plan. */
export function driverSection(questions: readonly Answered[]): Section {
  const plans = byPlan(responsesOf(questions)).map(({ plan, rows }) => driversOf(plan, rows));
  return {
    id: "drivers",
    title: "What drives NPS?",
    notes:
      "R2 %: how much of the spread of the answers to the NPS question goes with the other two; CSAT % and " +
      "CES % divide that between them (relative weights). It is association, not cause. n: responses with " +
      "all three answers; the others are left out, and only those who had a problem are asked for CES. " +
      `Fewer than ${FEWEST} are too few to weigh two drivers. The interval of CSAT's part is that of ` +
      `${REPLICATES} samples drawn again from the responses (percentile bootstrap).`,
    parts: [
      {
        columns: [
          left("Plan"),
          ...["Responses", "n", "R2 %", "CSAT %", "95% interval", "CES %", "r CSAT", "r CES"].map(right),
          left("Heavier"),
        ],
        rows: plans.map(driverRow),
      },
      ...plans.flatMap(picturesOf),
    ],
    findings: plans.map(findingOf),
  };
}

/** The answers to all questions by response. */
function responsesOf(questions: readonly Answered[]): readonly Response[] {
  const responses = new Map<string, Response>();
  for (const { metric, answers } of questions) {
    for (const { responseId, segment, rating } of answers) {
      const known = responses.get(responseId) ?? { segment: segment ?? null };
      responses.set(responseId, { ...known, [metric]: rating });
    }
  }
  return [...responses.values()];
}

function driversOf(plan: string, responses: readonly Response[]): PlanDrivers {
  const found = weighed(responses);
  const share = shareOf(found, "csat");
  if (share === null || found.n < FEWEST) return { plan, found, csat: null };
  return { plan, found, csat: { share, ...limitsOf(responses) } };
}

function weighed(responses: readonly Response[]): PlanDrivers["found"] {
  return keyDrivers(responses, {
    outcome: ({ nps }) => nps,
    drivers: { csat: ({ csat }) => csat, ces: ({ ces }) => ces },
  });
}

function shareOf({ drivers }: PlanDrivers["found"], name: "csat" | "ces"): number | null {
  return drivers.find(({ driver }) => driver === name)?.share ?? null;
}

/**
 * Where the middle 95 % of CSAT's shares lie, responses drawn again with replacement: as S. Tonidandel, J. M. LeBreton & J. W.
 * Johnson, "Determining the statistical significance of relative weights", Psychological Methods 14 (2009).
 */
function limitsOf(responses: readonly Response[]): { readonly low: number; readonly high: number } {
  const complete = responses.filter(({ nps, csat, ces }) =>
    [nps, csat, ces].every((rating) => rating != null),
  );
  const random = mulberry32(1);
  const drawn = (): Response => complete[Math.floor(random() * complete.length)] as Response;
  // A sample in which nothing varies tells nothing of either.
  const shareOfSample = (): number => shareOf(weighed(Array.from(complete, drawn)), "csat") ?? 0.5;
  const shares = Array.from({ length: REPLICATES }, shareOfSample).sort((a, b) => a - b);
  const at = (probability: number): number => shares[Math.round(probability * (REPLICATES - 1))] as number;
  return { low: at(0.025), high: at(0.975) };
}

function driverRow({ plan, found, csat }: PlanDrivers): readonly string[] {
  const correlation = (name: "csat" | "ces"): string =>
    figure(found.drivers.find(({ driver }) => driver === name)?.correlation ?? null, 2);
  const weights =
    csat === null
      ? ["-", "-", "-", "-", "-", "-", "too few"]
      : [
          percent(found.rSquared),
          percent(csat.share),
          percentRange(csat),
          percent(1 - csat.share),
          correlation("csat"),
          correlation("ces"),
          heavier(csat) ?? MAY_BE_CHANCE,
        ];
  return [plan, String(found.rows), String(found.n), ...weights];
}

/** The driver with the greater part, if the interval does not hold equal parts. */
function heavier({ low, high }: { readonly low: number; readonly high: number }): string | null {
  if (low > 0.5) return "CSAT";
  return high < 0.5 ? "CES" : null;
}

function picturesOf({ plan, found, csat }: PlanDrivers): readonly Picture[] {
  if (csat === null) return [];
  const picture: Picture = {
    note: weighing(csat),
    title: plan === ALL ? "What NPS goes with" : `What NPS goes with: ${plan}`,
    size: plan === ALL ? "wide" : "small",
    draw: (options) =>
      driverChart(
        { ...found, drivers: found.drivers.map((one) => ({ ...one, driver: one.driver.toUpperCase() })) },
        options,
      ),
  };
  return [picture];
}

function findingOf({ plan, found: { n, rSquared }, csat }: PlanDrivers): Finding {
  if (csat === null) {
    const few = n < FEWEST ? `; it takes ${FEWEST}` : "";
    const text = `Which of CSAT and CES drives NPS cannot be told from ${n} responses with all three answers${few}.`;
    return { plan, text };
  }
  return {
    plan,
    text:
      `${percent(rSquared)} % of the spread of NPS answers goes with CSAT and CES, and CSAT accounts for ` +
      `${percent(csat.share)} % of that (n = ${count(n)}). ${weighing(csat)}`,
  };
}

function weighing(csat: NonNullable<PlanDrivers["csat"]>): string {
  const more = heavier(csat);
  const outcome = more === null ? `which of the two weighs more ${MAY_BE_CHANCE}` : `${more} weighs more`;
  return `The 95 % interval of CSAT's part is ${percentRange(csat)} %: ${outcome}.`;
}
