// The order part of the report: segments by recency, frequency and money, repeat purchases and referrals.

import { referralRate, repeatPurchaseRate, rfm } from "cx-metrics";
import { type ChartOptions, type ChartSpec, rfmMap } from "cx-metrics/charts";
import { ALL } from "./answers.ts";
import { AS_OF, type Books } from "./books.ts";
import { percent, percentRange, RATE_COLUMNS, rateCells } from "./rates.ts";
import type { Section } from "./section.ts";
import { count, figure, left, right } from "./table.ts";

/** Who orders extras, how recently, how often and for how much; and who brings others. */
export function orderSection({ orders, referrals }: Books): Section {
  const scored = rfm(orders, { asOf: AS_OF });
  const again = repeatPurchaseRate(orders, { asOf: AS_OF });
  const within = repeatPurchaseRate(orders, { asOf: AS_OF, withinDays: 90 });
  const customers = referrals.rows.length + referrals.rejected;
  const total = scored.segments.reduce((sum, { amount }) => sum + amount, 0);
  const picture = (options: ChartOptions): ChartSpec => rfmMap(scored, options);
  return {
    id: "orders",
    title: "Orders and referrals",
    notes:
      "Extras besides the subscription. Each customer who ordered by 30 June 2026 is scored from 1 to 5 by " +
      "days since the last order, number of orders and dollars, and is in the first segment that fits. " +
      `${orders.length} orders = ${scored.orders} counted + ${scored.afterAsOf} placed later. ` +
      `${customers} customers on the books = ${referrals.rows.length} counted + ${referrals.rejected} refused, ` +
      "who are said to have brought themselves.",
    parts: [
      {
        caption: "Customers who ordered, by segment",
        columns: [left("Segment"), ...["Customers", "Share %", "Dollars", "Share %"].map(right)],
        rows: scored.segments.map(({ segment, customers, share, amount }) => [
          segment,
          String(customers),
          percent(share),
          figure(amount, 0),
          percent(total === 0 ? null : amount / total),
        ]),
      },
      { title: "Customers by recency and frequency of orders", size: "wide", draw: picture },
      {
        caption: "Repeat purchases and referrals",
        columns: [left("Of the customers"), ...RATE_COLUMNS],
        rows: [
          ["ordered again", ...rateCells(again)],
          ["within 90 days", ...rateCells(within)],
          ["brought by others", ...rateCells(referralRate(referrals.rows))],
          ["brought others", ...rateCells(referralRate(referrals.rows, { policy: "referring-customers" }))],
        ],
      },
      `${within.windowOpen} customers first ordered less than 90 days ago, and are not counted within 90 days.`,
    ],
    findings: [
      {
        plan: ALL,
        text:
          `Of the customers who ordered, ${percent(again.rate)} % ordered again (95 % interval ` +
          `${percentRange(again.interval)}): ${count(again.numerator)} of ` +
          `${count(again.denominator)}.`,
      },
    ],
  };
}
