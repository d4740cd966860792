// The service part of the report: what the help desk's cases say.

import {
  type CaseDurations,
  escalationRate,
  firstContactResolution,
  firstResponseTime,
  type Rate,
  repeatContactRate,
  resolutionTime,
  selfServiceRate,
  slaAttainment,
} from "cx-metrics";
import { ALL } from "./answers.ts";
import { AS_OF, type Books } from "./books.ts";
import { percent, percentRange, RATE_COLUMNS, rateCells } from "./rates.ts";
import type { Section } from "./section.ts";
import { count, figure, left, right } from "./table.ts";

/** How long a customer may take to come back, and still come back about the same thing. */
const WITHIN_DAYS = 7;

/** How fast cases are answered and solved, and how many in the first contact. */
export function serviceSection({ cases }: Books): Section {
  const asOf = AS_OF;
  const answerable = cases.filter(({ selfService }) => selfService !== true);
  const noted = firstContactResolution(cases, { policy: "resolved-in-first-contact", asOf });
  const promised = slaAttainment(cases, { target: "resolution", asOf });
  const rates: readonly (readonly [name: string, rate: Rate])[] = [
    ["First contact resolution", noted],
    ["First contact resolution", firstContactResolution(cases, { policy: "no-customer-reply", asOf })],
    [
      "First contact resolution",
      firstContactResolution(cases, { policy: "no-repeat-contact", withinDays: WITHIN_DAYS, asOf }),
    ],
    ["Repeat contact", repeatContactRate(cases, { withinDays: WITHIN_DAYS, asOf })],
    ["Answered in 4 hours", slaAttainment(answerable, { target: "first-response", withinHours: 4, asOf })],
    ["Solved when promised", promised],
    ["Escalated", escalationRate(cases, { asOf })],
    ["Self-service", selfServiceRate(cases, { asOf })],
  ];
  const durations: readonly (readonly [name: string, time: CaseDurations])[] = [
    ["To the first answer", firstResponseTime(answerable, { asOf })],
    ["To the first solution", resolutionTime(cases, { asOf })],
    ["To the last solution", resolutionTime(cases, { until: "last-solved", asOf })],
  ];
  return {
    id: "service",
    title: "Service: cases opened from July 2025 to June 2026",
    notes:
      "First contact resolution by three rules: the desk noted one contact; the customer never wrote again; " +
      `the customer opened no other case on the topic within ${WITHIN_DAYS} days. Left out: still open, too ` +
      "recent, or, where it is about answers, solved by the customers themselves.",
    parts: [
      {
        caption: "Shares of cases",
        columns: [left("Share of cases"), ...RATE_COLUMNS, right("Left out")],
        rows: rates.map(([name, rate]) => [
          name,
          ...rateCells(rate),
          String(cases.length - rate.denominator),
        ]),
      },
      {
        caption: "Hours to an answer and to a solution",
        columns: [
          left("Hours on the clock"),
          ...["Median", "9 in 10 within", "Mean", "n", "Open"].map(right),
        ],
        rows: durations.map(([name, { median, p90, mean, n, open }]) => [
          name,
          ...[median, p90, mean].map((hours) => figure(hours, 1)),
          String(n),
          String(open),
        ]),
      },
    ],
    findings: [
      { plan: ALL, text: `In the first contact ${shareOfCases("resolved", noted)}` },
      { plan: ALL, text: `When promised ${shareOfCases("solved", promised)}` },
    ],
    headlines: [
      {
        name: "First contact resolution",
        value: `${percent(noted.rate)} %`,
        detail: `95 % interval ${percentRange(noted.interval)}, n = ${count(noted.denominator)}`,
      },
    ],
  };
}

function shareOfCases(done: string, { rate, interval, numerator, denominator }: Rate): string {
  return (
    `${percent(rate)} % of cases were ${done} (95 % interval ${percentRange(interval)}): ${count(numerator)} of ` +
    `${count(denominator)}.`
  );
}
