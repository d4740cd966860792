// The revenue part of the report: what the subscriptions came to at the end of each month, and what a customer is worth.

import {
  averageRevenuePerAccount,
  churnRate,
  customerLifetimeValue,
  grossRevenueRetention,
  movementsByPeriod,
  netRevenueRetention,
  type PaymentConvention,
  periodBounds,
  periodsBetween,
  quickRatio,
  type RevenueMovement,
  type RevenueRecord,
  revenueMovement,
  revenueMovementsByPeriod,
  shiftPeriod,
} from "cx-metrics";
import { type ChartOptions, type ChartSpec, revenueWaterfall } from "cx-metrics/charts";
import { ALL } from "./answers.ts";
import { type Books, HALF_YEAR, type Term, TIME_ZONE } from "./books.ts";
import { epoch } from "./epoch.ts";
import { percent } from "./rates.ts";
import type { Section, Table } from "./section.ts";
import { count, figure, left, right } from "./table.ts";

/** Assumed, as no file says it: what is left of revenue after serving a customer, and the price of waiting a month. */
const GROSS_MARGIN = 0.8;
const DISCOUNT_RATE = 0.008;

/** The months of the books, from their first on: who paid in one of them has paid before in those after. */
const FIRST_MONTH = "2023-07";
const LAST_MONTH = "2026-06";

/** Where the change of recurring revenue came from, month by month and in the half-year. */
export function revenueSection({ terms }: Books): Section {
  const revenue = snapshots(terms);
  const months = revenueMovementsByPeriod(revenue, { from: HALF_YEAR.from, to: LAST_MONTH });
  const halfYear = overHalfYear(revenue);
  const net = `${percent(netRevenueRetention(halfYear))} %`;
  const columns = ["Start", "New", "More", "Back", "Less", "Lost", "End", "Net %", "Gross %", "Quick"];
  const picture = (options: ChartOptions): ChartSpec =>
    revenueWaterfall(halfYear, { ...options, currency: "AUD a month" });
  return {
    id: "revenue",
    title: "Revenue: recurring, in Australian dollars a month",
    notes:
      "What the subscriptions in force at the end of a month come to, against the end of the month before. " +
      "End = start - lost - less + more + back + new. Net: what the customers of the start pay in the end; " +
      "gross: the same without what some pay more. Quick: dollars gained for each lost. These are sums over " +
      "all customers and no samples, so there is no interval. The half-year is its end against its start, " +
      "not the sum of its months.",
    parts: [
      {
        caption: "Movements of recurring revenue",
        columns: [left("Month"), ...columns.map(right)],
        rows: [
          ...months.map((month) => revenueRow(String(month.period), month)),
          revenueRow("Half-year", halfYear),
        ],
      },
      { title: "Where the half-year's change of revenue came from", size: "wide", draw: picture },
      ...lifetimeValues(terms, months.at(-1)),
    ],
    findings: [
      { plan: ALL, text: picture({}).description },
      {
        plan: ALL,
        text:
          `Net revenue retention of the half-year is ${net}, gross ${percent(grossRevenueRetention(halfYear))} %: ` +
          `what the ${count(halfYear.startingAccounts)} customers of the start pay at the end. All are counted, so no ` +
          "interval.",
      },
    ],
    headlines: [
      {
        name: "Net revenue retention",
        value: net,
        detail: `half-year, ${count(halfYear.startingAccounts)} customers`,
      },
    ],
  };
}

/** The end of the half-year against its start. */
function overHalfYear(revenue: readonly RevenueRecord[]): RevenueMovement {
  const before = shiftPeriod(HALF_YEAR.from, -1);
  const amountsOf = (month: string) =>
    revenue.flatMap(({ period, customerId, amount }) =>
      period === month ? [[customerId, amount] as const] : [],
    );
  const seenBefore = revenue.flatMap(({ period, customerId }) => (period < before ? [customerId] : []));
  return revenueMovement(amountsOf(before), amountsOf(LAST_MONTH), { seenBefore });
}

/** Each customer's revenue at the end of each month. Who left at the very end was there to the end. */
function snapshots(terms: readonly Term[]): readonly RevenueRecord[] {
  const spans = terms.map(({ customerId, startedAt, endedAt, monthly }) => ({
    customerId,
    start: epoch(startedAt),
    end: endedAt == null ? Number.POSITIVE_INFINITY : epoch(endedAt),
    monthly,
  }));
  return periodsBetween(FIRST_MONTH, LAST_MONTH).flatMap((period) => {
    const monthEnd = epoch(periodBounds(period, { timeZone: TIME_ZONE }).end);
    const inForce = spans.filter(({ start, end }) => start < monthEnd && end >= monthEnd);
    return inForce.map(({ customerId, monthly }) => ({ customerId, period, amount: monthly }));
  });
}

function revenueRow(name: string, movement: RevenueMovement): string[] {
  const { starting, expansion, reactivated, contraction, churned, ending } = movement;
  const flows = [starting, movement.new, expansion, reactivated, contraction, churned, ending];
  return [
    name,
    ...flows.map((flow) => figure(flow, 0)),
    percent(netRevenueRetention(movement)),
    percent(grossRevenueRetention(movement)),
    figure(quickRatio(movement), 2),
  ];
}

/** What a customer is worth at the prices of the last month and the churn of the half-year. */
function lifetimeValues(
  terms: readonly Term[],
  latest: RevenueMovement | undefined,
): readonly [string, Table] {
  const months = movementsByPeriod(terms, { unit: "month", ...HALF_YEAR }).map((month) => churnRate(month));
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const atStart = total(months.map(({ denominator }) => denominator));
  const monthly = {
    revenuePerPeriod: latest === undefined ? null : averageRevenuePerAccount(latest),
    grossMargin: GROSS_MARGIN,
    churnRate: atStart === 0 ? null : total(months.map(({ numerator }) => numerator)) / atStart,
    discountRate: DISCOUNT_RATE,
  };
  const questions: readonly (readonly [PaymentConvention, string])[] = [
    ["first-payment-included", "one who is about to pay for the first time"],
    ["first-payment-excluded", "one who has just paid, so what is still to come"],
    ["end-of-period", "one who pays at the end of each month"],
  ];
  const assumed =
    `Lifetime value at ${figure(monthly.revenuePerPeriod, 2)} a customer and month, ` +
    `${percent(monthly.churnRate)} % lost a month, an assumed gross margin of ${percent(GROSS_MARGIN)} % and an ` +
    `assumed discount of ${percent(DISCOUNT_RATE)} % a month.`;
  const rows = questions.map(([convention, meaning]) => {
    const whole = customerLifetimeValue({ ...monthly, convention });
    const cutOff = customerLifetimeValue({ ...monthly, convention, periods: 24 });
    return [convention, figure(whole.value, 0), figure(cutOff.value, 0), meaning];
  });
  const columns = [left("Convention"), right("Value"), right("In 24 months"), left("Worth of")];
  return [assumed, { caption: "Lifetime value in Australian dollars, by convention", columns, rows }];
}
