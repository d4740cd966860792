// The part of the report that asks which months stand out: control limits by metric and plan.

import { type ControlNoise, controlLimits, periodOf, scoreBy } from "cx-metrics";
import { type Answer, type Answered, byPlan, TIME_ZONE } from "./answers.ts";
import { left, section, table } from "./table.ts";

const NONE = "none";

/** The months outside of the limits, of all plans together and of each plan. Where there are none, there is no line. */
export function monthSection(questions: readonly Answered[]): string {
  const rows = questions.flatMap((question) =>
    byPlan(question.answers).flatMap(({ plan, rows }) => {
      const signals = (["sampling", "laney"] as const).map((noise) => signalsOf(question, rows, noise));
      return signals.some((months) => months !== NONE) ? [[question.name, plan, ...signals]] : [];
    }),
  );
  return section(
    "Which months stand out?",
    [
      "Months outside of 3-sigma limits around the score of the half-year. The first limits allow for who",
      "happens to answer, Laney's also for how far months lie apart as a rule: of six months, one that is",
      "far off widens them past itself. Plans without such a month are left out.",
    ],
    table([...["Metric", "Plan", "By who answers", "By Laney"].map(left)], rows),
  );
}

function signalsOf({ scorer }: Answered, answers: readonly Answer[], noise: ControlNoise): string {
  const groups = scoreBy(answers, {
    metric: scorer,
    rating: ({ rating }) => rating,
    by: { month: ({ at }) => periodOf(at, "month", { timeZone: TIME_ZONE }) },
  });
  const { periods } = controlLimits(groups, { noise });
  const signals = periods.flatMap(({ key, reason }) => (reason === null ? [] : [`${key.month} ${reason}`]));
  return signals.join(", ") || NONE;
}
