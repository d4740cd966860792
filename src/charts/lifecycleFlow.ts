// The flow of customers between lifecycle stages.

import { requireOneOf } from "../errors.ts";
import type { LifecycleTransition, LifecycleTransitions } from "../relationship/lifecycleTransitions.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { type Flow, flowBody } from "./flowViews.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { countAt, itemsOf, objectAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { filled, type Words } from "./words.ts";

type Stage = LifecycleTransition["from"];

/** The order of the columns, from the best stage down. */
const STAGES: readonly Stage[] = [
  "advocacy",
  "retention",
  "onboarding",
  "acquisition",
  "at-risk",
  "churned",
  "undetermined",
];

/**
 * Draws how customers moved between lifecycle stages: on the left where they were on the first date, on the right where they
 * are on the second, and between them bands as thick as the number that moved.
 *
 * Blue bands lead to a stage that stands higher on the chart, orange ones to at risk or churned from one that stands higher,
 * and grey ones are all others: those who stayed, those who went a step back, and those whose stage is not known on one of the dates. Stages
 * stand in one order on both sides: advocacy, retention, onboarding, acquisition, at risk, churned. Nobody gives a chart that says
 * so.
 *
 * @param result - what `lifecycleTransitions` or `mergeLifecycleTransitions` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what are no such transitions, and for a wrong option
 *
 * @example
 * ```ts
 * import { lifecycleTransitions } from "cx-metrics";
 * import { lifecycleFlow } from "cx-metrics/charts";
 *
 * const histories = ["2025-12-20T00:00:00Z", "2025-06-01T00:00:00Z", "2025-12-21T00:00:00Z"].map((at) => {
 *   return { purchases: [{ at }] };
 * });
 * const moves = lifecycleTransitions(histories, { from: "2026-01-01T00:00:00Z", to: "2026-04-01T00:00:00Z" });
 * lifecycleFlow(moves).description;
 * // → "3 customers, of whom 2 changed stage; most moved from Onboarding to Retention (2)."
 * ```
 */
export function lifecycleFlow(result: LifecycleTransitions, options: ChartOptions = {}): ChartSpec {
  const frame = frameOf("lifecycleFlow", options);
  const given = objectAt(frame.caller, ["result"], result);
  const flows = flowsOf(frame, given["transitions"]);
  const { labels } = frame.words;
  if (flows.length === 0) return emptyChart(frame, labels.lifecycle, labels.noLifecycleFinding);
  return chartOf(frame, {
    title: labels.lifecycle,
    finding: findingOf(frame, flows),
    body: flowBody(frame, flows, stageTexts(frame.words)),
  });
}

/** The texts of the stages in their order, all different. */
function stageTexts({ labels }: Words): readonly string[] {
  return differentTexts([
    labels.advocacy,
    labels.retention,
    labels.onboarding,
    labels.acquisition,
    labels.atRiskStage,
    labels.churnedStage,
    labels.undetermined,
  ]);
}

/** The flows of anybody, each pair of stages once, in the order of the columns. */
function flowsOf({ caller }: Frame, transitions: unknown): readonly Flow[] {
  const counts = new Map<number, number>();
  itemsOf(caller, "transitions", transitions, ({ from, to, count }, path) => {
    requireOneOf(caller, [...path, "from"], from, STAGES);
    requireOneOf(caller, [...path, "to"], to, STAGES);
    const pair = STAGES.indexOf(from) * STAGES.length + STAGES.indexOf(to);
    counts.set(pair, (counts.get(pair) ?? 0) + countAt(caller, [...path, "count"], count));
  });
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([pair, count]): Flow => {
      const [from, to] = [Math.floor(pair / STAGES.length), pair % STAGES.length];
      return { from, to, count, quality: qualityOf(from, to) };
    });
}

function qualityOf(from: number, to: number): Flow["quality"] {
  const unknown = STAGES.length - 1;
  if (from === unknown || to === unknown) return "neutral";
  if (to < from) return "good";
  return to > from && to >= STAGES.indexOf("at-risk") ? "bad" : "neutral";
}

function findingOf({ words }: Frame, flows: readonly Flow[]): string {
  const { labels } = words;
  const texts = stageTexts(words);
  const moved = flows.filter(({ from, to }) => from !== to);
  const total = (some: readonly Flow[]): number => some.reduce((sum, { count }) => sum + count, 0);
  const customers = words.customers(total(flows));
  const [first] = moved;
  if (first === undefined) return filled(labels.lifecycleStillFinding, { customers });
  const largest = moved.reduce((most, flow) => (flow.count > most.count ? flow : most), first);
  return filled(labels.lifecycleFinding, {
    customers,
    moved: words.number(total(moved), 0),
    from: texts[largest.from] as string,
    to: texts[largest.to] as string,
    n: words.number(largest.count, 0),
  });
}
