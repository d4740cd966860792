// The customer part of the report: how many stayed and how many left, counted out of a table of tenures.

import { churnRate, type Movement, parseRows, type Rate, retentionRate } from "cx-metrics";
import { instant } from "cx-metrics/schemas";
import * as z from "zod";
import { epoch } from "./epoch.ts";
import { refusalsOf, refusalTable } from "./refused.ts";
import { figure, left, range, right, section, table } from "./table.ts";

/** The half-year in question: from the first instant, included, to the second, excluded. */
const PERIOD = { from: "2026-01-01T00:00:00+07:00", to: "2026-07-01T00:00:00+07:00" };

const customerSchema = z
  .object({
    plan: z.string("must not be missing").min(1, "must not be missing"),
    started: instant.transform(epoch),
    ended: instant.transform(epoch).nullable(),
  })
  .refine(({ started, ended }) => ended === null || ended >= started, "ended must not be before started");
type Customer = z.infer<typeof customerSchema>;

/** Retention and churn of the customers in a table of `plan`, `started` and `ended`. */
export function customerSection(rows: readonly Readonly<Record<string, string>>[]): string {
  const candidates = rows.map((row) => ({ ...row, ended: row["ended"] || null }));
  const parsed = parseRows(customerSchema, candidates, { maxIssues: Number.POSITIVE_INFINITY });
  const customers = parsed.rows;
  const plans = [...new Set(customers.map(({ plan }) => plan))].sort();
  const all = movementOf(customers);
  return section(
    "Customers: retention and churn, January to June 2026",
    [
      "Lost are all who left in the half-year. Of start: those of them who were there when it began, which",
      "is what retention asks about. Rates with different policies must not be compared.",
      `${rows.length} customers read = ${customers.length} counted + ${parsed.rejected} refused.`,
    ],
    table(
      [
        left("Plan"),
        ...["At start", "Joined", "Lost", "Of start", "At end", "Retention %", "95% interval"].map(right),
      ],
      [
        ...plans.map((plan) => movementRow(plan, movementOf(customers.filter((c) => c.plan === plan)))),
        movementRow("All", all),
      ],
    ),
    table(
      [left("All plans"), right("Rate %"), right("95% interval"), right("Counted"), left("Policy")],
      [
        rateRow("Retention", retentionRate(all)),
        rateRow("Churn", churnRate(all)),
        rateRow("Churn", churnRate(all, { denominator: "average" })),
        rateRow("Churn", churnRate(all, { denominator: "start-plus-acquired" })),
      ],
    ),
    refusalTable(refusalsOf(parsed.issues)),
  );
}

/** Who was there at the start and at the end, who came and who went in between. */
function movementOf(customers: readonly Customer[]): Movement {
  const [from, to] = [epoch(PERIOD.from), epoch(PERIOD.to)];
  const thereAt = (time: number) => (c: Customer) =>
    c.started < time && (c.ended === null || c.ended >= time);
  const hasJoined = (c: Customer) => c.started >= from && c.started < to;
  const hasLeft = (c: Customer) => c.ended !== null && c.ended >= from && c.ended < to;
  const count = (is: (c: Customer) => boolean) => customers.filter(is).length;
  return {
    ...PERIOD,
    atStart: count(thereAt(from)),
    acquired: count(hasJoined),
    // The table has one tenure for each customer, so nobody in it came back.
    reactivated: 0,
    lost: count(hasLeft),
    lostFromStart: count((c) => hasLeft(c) && thereAt(from)(c)),
    atEnd: count(thereAt(to)),
  };
}

function movementRow(name: string, movement: Movement): string[] {
  const { atStart, acquired, lost, lostFromStart, atEnd } = movement;
  const { rate, interval } = inPercent(retentionRate(movement));
  return [name, ...[atStart, acquired, lost, lostFromStart, atEnd].map(String), rate, interval];
}

function rateRow(name: string, rate: Rate): string[] {
  const shown = inPercent(rate);
  return [name, shown.rate, shown.interval, `${rate.numerator} of ${rate.denominator}`, rate.policy];
}

/** Rates are proportions; people read percentages. */
function inPercent({ rate, interval }: Rate): { readonly rate: string; readonly interval: string } {
  const percent = interval && { ...interval, low: 100 * interval.low, high: 100 * interval.high };
  return { rate: figure(rate === null ? null : 100 * rate, 1), interval: range(percent, 1) };
}
