// The part of the report that asks what NPS goes with: relative weights of the other answers.

import { type KeyDrivers, keyDrivers } from "cx-metrics";
import { type Answered, byPlan } from "./answers.ts";
import type { Question } from "./questions.ts";
import { percent } from "./rates.ts";
import { figure, left, right, section, table } from "./table.ts";

type Metric = Question["metric"];

/** One response: its answers to all questions. */
type Response = { readonly segment: string | null } & { readonly [M in Metric]?: number | null };

/** How much of NPS the other two answers account for, by plan. */
export function driverSection(questions: readonly Answered[]): string {
  return section(
    "What drives NPS?",
    [
      "R2 %: how much of the spread of the answers to the NPS question goes with the other two; CSAT % and",
      "CES % divide that between them (relative weights). It is association, not cause. n: responses with",
      "all three answers; the others are left out, and only those who had a problem are asked for CES.",
    ],
    table(
      [left("Plan"), ...["Responses", "n", "R2 %", "CSAT %", "CES %", "r CSAT", "r CES"].map(right)],
      byPlan(responsesOf(questions)).map(({ plan, rows }) => {
        const drivers = keyDrivers(rows, {
          outcome: ({ nps }) => nps,
          drivers: { csat: ({ csat }) => csat, ces: ({ ces }) => ces },
        });
        return [plan, ...driverCells(drivers)];
      }),
    ),
  );
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

function driverCells({ rows, n, rSquared, drivers }: KeyDrivers<"csat" | "ces">): readonly string[] {
  const of = (name: "csat" | "ces") => drivers.find(({ driver }) => driver === name);
  return [
    String(rows),
    String(n),
    percent(rSquared),
    ...(["csat", "ces"] as const).map((name) => percent(of(name)?.share ?? null)),
    ...(["csat", "ces"] as const).map((name) => figure(of(name)?.correlation ?? null, 2)),
  ];
}
