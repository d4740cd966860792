// The customer part of the report: who came, stayed and left, counted out of the terms of subscriptions.

import { churnRate, customerMovement, type Movement, movementsByPeriod, retentionRate } from "cx-metrics";
import { type ChartOptions, type ChartSpec, movementChart } from "cx-metrics/charts";
import { ALL } from "./answers.ts";
import { type Books, HALF_YEAR, type Term, TIME_ZONE } from "./books.ts";
import { percent, percentRange, RATE_COLUMNS, rateCells } from "./rates.ts";
import type { Section, Table } from "./section.ts";
import { count, left, right } from "./table.ts";

const MOVEMENT_COLUMNS = ["At start", "Joined", "Back", "Lost", "Of start", "At end"].map(right);

/** Movements, retention and churn of the half-year. */
export function customerSection({ terms }: Books): Section {
  const months = movementsByPeriod(terms, { unit: "month", ...HALF_YEAR });
  const halfYear = customerMovement(terms, HALF_YEAR);
  const retention = retentionRate(halfYear);
  const picture = (options: ChartOptions): ChartSpec => movementChart(months, options);
  return {
    id: "customers",
    title: "Customers: who came, stayed and left, January to June 2026",
    notes:
      `Months as in ${TIME_ZONE}. A change of plan or seats ends one term and begins another: no loss. ` +
      "Lost are all who were gone in the end; of start: those of them who were there when it began, which " +
      "is what retention asks about. Back are those who had left before and returned. Who left and came back within the half-year " +
      "counts in months and not in the half-year.",
    parts: [
      {
        caption: "Movements and retention by month",
        columns: [left("Month"), ...MOVEMENT_COLUMNS, right("Retention %"), right("95% interval")],
        rows: [
          ...months.map((month) => movementRow(month.period, month)),
          movementRow("Half-year", halfYear),
        ],
      },
      { title: "Customers who came, came back and left", size: "wide", draw: picture },
      ratesOver(halfYear),
    ],
    findings: [
      { plan: ALL, text: picture({}).description },
      {
        plan: ALL,
        text:
          `Of the customers of the start, ${percent(retention.rate)} % were there at the end of the half-year ` +
          `(95 % interval ${percentRange(retention.interval)}): ${count(retention.numerator)} of ` +
          `${count(retention.denominator)}.`,
      },
    ],
    headlines: [
      {
        name: "Retention, half-year",
        value: `${percent(retention.rate)} %`,
        detail: `95 % interval ${percentRange(retention.interval)}, n = ${count(retention.denominator)}`,
      },
    ],
  };
}

/** The churn of one half-year over each denominator in use. */
function ratesOver(movement: Movement): Table {
  return {
    caption: "Retention, and churn over each denominator in use",
    columns: [left("Half-year"), ...RATE_COLUMNS],
    rows: [
      ["Retention", ...rateCells(retentionRate(movement))],
      ["Churn", ...rateCells(churnRate(movement))],
      ["Churn", ...rateCells(churnRate(movement, { denominator: "average" }))],
      ["Churn", ...rateCells(churnRate(movement, { denominator: "start-plus-acquired" }))],
    ],
  };
}

/** Churn by month and plan. */
export function churnSection({ terms }: Books): Section {
  const by = { plan: (term: Term) => term.plan };
  const months = movementsByPeriod(terms, { unit: "month", ...HALF_YEAR, by });
  const plans = [...new Set(months.map(({ key }) => key.plan))].map(String);
  const periods = [...new Set(months.map(({ period }) => period))];
  const cells = (period: string, plan: string): readonly string[] => {
    const month = months.find(({ key, ...row }) => key.plan === plan && row.period === period) as Movement;
    const { rate, interval } = churnRate(month);
    return [percent(rate), percentRange(interval), String(month.atStart)];
  };
  return {
    id: "churn",
    title: "Customers: churn by month and plan",
    notes:
      "Of those on the plan when the month began, how many percent were not on it any more at its end. " +
      "Whoever moves to another plan is lost to the first, and no loss in the table above.",
    parts: [
      {
        columns: [left("Month"), ...plans.flatMap((plan) => [`${plan} %`, "95% interval", "of"].map(right))],
        rows: periods.map((period) => [period, ...plans.flatMap((plan) => cells(period, plan))]),
      },
    ],
  };
}

function movementRow(name: string, movement: Movement): string[] {
  const { atStart, acquired, reactivated, lost, lostFromStart, atEnd } = movement;
  const { rate, interval } = retentionRate(movement);
  const counts = [atStart, acquired, reactivated, lost, lostFromStart, atEnd];
  return [name, ...counts.map(String), percent(rate), percentRange(interval)];
}
