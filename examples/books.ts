// The books of a billing office and a help desk: the rows of three files, read, with those that were refused.

import {
  type Order,
  type ParsedRows,
  parseRows,
  type ReferredCustomer,
  type StandardSchema,
  type SupportCase,
  type Tenure,
} from "cx-metrics";
import { customerRecord } from "cx-metrics/schemas";
import * as z from "zod";
import { readCsv } from "./csv.ts";
import { type Refusal, refusalsOf } from "./refused.ts";

/** The books are kept in Sydney, where the day of a clock change has 23 or 25 hours. */
export const TIME_ZONE = "Australia/Sydney";

/** The half-year in question, and the moment at which the books were closed. */
export const HALF_YEAR = { from: "2026-01", to: "2026-07", timeZone: TIME_ZONE } as const;
export const AS_OF = "2026-07-01T00:00:00+10:00";

/** A subscription from one change of plan or seats to the next. */
export interface Term extends Tenure {
  readonly plan: string;
  /** Australian dollars for each month. */
  readonly monthly: number;
}

/** What became of the rows of a file. */
export interface FileAccount {
  readonly name: string;
  readonly read: number;
  readonly counted: number;
  readonly refused: readonly Refusal[];
}

/** The records in the files, and what became of every row. */
export interface Books {
  readonly terms: readonly Term[];
  /** Each customer once. */
  readonly referrals: ParsedRows<ReferredCustomer>;
  readonly orders: readonly Order[];
  readonly cases: readonly SupportCase[];
  readonly files: readonly FileAccount[];
}

/** The texts of the files. */
export interface BookFiles {
  readonly customers: string;
  readonly orders: string;
  readonly cases: string;
}

/** For each file, the record's field by the heading of its column. */
const COLUMNS = {
  customers: {
    customerId: "customer_id",
    startedAt: "started",
    endedAt: "ended",
    referredBy: "referred_by",
    plan: "plan",
    monthly: "monthly_aud",
  },
  orders: { orderId: "order_id", customerId: "customer_id", at: "ordered", amount: "amount_aud" },
  cases: {
    caseId: "case_id",
    customerId: "customer_id",
    topic: "topic",
    openedAt: "opened",
    firstResponseAt: "first_response",
    firstSolvedAt: "first_solved",
    lastSolvedAt: "last_solved",
    contacts: "contacts",
    customerReplies: "replies",
    escalated: "escalated",
    selfService: "self_service",
    resolutionDueAt: "resolution_due",
  },
} as const;

const text = { cells: "text" } as const;

/** What a term has besides what makes it a tenure. Whoever asks for more may look at cells, and not convert them. */
const paidPlan = z.object({
  plan: z.string().min(1, "must not be missing"),
  monthly: z.string().regex(/^\d+(\.\d+)?$/, "must be a number with a decimal point"),
  referredBy: z.string(),
});

/** The books out of the three files. */
export function readBooks(files: BookFiles): Books {
  const terms = readFile("customers", files, customerRecord("tenure", text).and(paidPlan));
  const orders = readFile("orders", files, customerRecord("order", text));
  const cases = readFile("cases", files, customerRecord("supportCase", text));
  // Every term of a customer says who brought them.
  const customers = new Map(terms.rows.map(({ customerId, referredBy }) => [customerId, referredBy]));
  const referrals = parseRows(
    customerRecord("referredCustomer", text),
    Array.from(customers, ([customerId, referredBy]) => ({ customerId, referredBy })),
  );
  return {
    terms: terms.rows.map((term) => ({ ...term, monthly: Number(term.monthly) })),
    referrals,
    orders: orders.rows,
    cases: cases.rows,
    files: [terms.account, orders.account, cases.account],
  };
}

/** A file's rows as a schema reads them, and what became of all of them. */
function readFile<Row>(
  name: keyof BookFiles,
  files: BookFiles,
  schema: StandardSchema<Row>,
): { readonly rows: readonly Row[]; readonly account: FileAccount } {
  const fields = Object.entries(COLUMNS[name]);
  const candidates = readCsv(
    files[name],
    fields.map(([, column]) => column),
  ).map((row) => Object.fromEntries(fields.map(([field, column]) => [field, row[column]])));
  const { rows, issues } = parseRows(schema, candidates, { maxIssues: Number.POSITIVE_INFINITY });
  const refused = refusalsOf(issues);
  return {
    rows,
    account: { name: `${name}.csv`, read: candidates.length, counted: rows.length, refused },
  };
}
