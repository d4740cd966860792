// The zod schema of any kind of customer record, for rows of values or of text.

import * as z from "zod";
import { checkedOptions, requireOneOf } from "../errors.ts";
import type { Order } from "../records/order.ts";
import type { ReferredCustomer } from "../records/referredCustomer.ts";
import type { RevenueRecord } from "../records/revenueRecord.ts";
import type { SupportCase } from "../records/supportCase.ts";
import type { Tenure } from "../records/tenure.ts";
import { checkedWeekStart } from "../time/calendar.ts";
import type { Weekday, WeekOptions } from "../time/weeks.ts";
import { orderRecord, referredCustomer, revenueObject, supportCase, tenureRecord } from "./customers.ts";
import { asItIs, decimal, flag, rowOfText, type TextColumns, trimmed } from "./textCells.ts";

/** The record of each kind. */
export interface CustomerRecordOf {
  /** A stay of a customer. */
  readonly tenure: Tenure;
  /** An order of a customer. */
  readonly order: Order;
  /** Recurring revenue of a customer in a period. */
  readonly revenue: RevenueRecord;
  /** A support case. */
  readonly supportCase: SupportCase;
  /** A customer and who brought them. */
  readonly referredCustomer: ReferredCustomer;
}

/** Options of {@link customerRecord}. The day that weeks start on is for revenue by the week. */
export interface CustomerRecordOptions extends WeekOptions {
  /**
   * What the cells of a row hold: values of the record's types (`"typed"`), or text as a CSV reader gives it (`"text"`).
   * @defaultValue `"typed"`
   */
  readonly cells?: "typed" | "text" | undefined;
}

/**
 * The schema of customer records of a kind, for rows of values, or for the rows of a CSV file.
 *
 * Without options it is {@link tenureRecord}, {@link orderRecord}, {@link revenueRecord}, {@link supportCase} or
 * {@link referredCustomer}. With `cells: "text"` every cell is text, and read by a grammar that guesses nothing:
 *
 * - instants (`startedAt`, `at`, `openedAt`, …) are ISO 8601 with an offset, periods are keys such as `2026-03`.
 * - `amount`, `contacts` and `customerReplies` are numbers with a decimal point: `"49"`, `"49.90"`; not `"49,90"`,
 *   `"1,200"` or `"$49"`.
 * - `escalated` and `selfService` are `true` or `false`, in capitals or not; not `yes` or `1`.
 * - An empty cell, or one of nothing but white space, is missing: `null`. A record that cannot do without it is refused.
 * - `endedAt` of a tenure, `referredBy`, and `firstResponseAt`, `firstSolvedAt` and `lastSolvedAt` of a case need a column:
 *   their empty cells say that somebody is still there, or that something has not happened, and a renamed column must
 *   not pass for that. Where a file does not have one and that is meant, put `null` into its rows.
 * - Identifiers and `topic` are kept as they are (`"007"` is no number, and `"C-1 "` is not `"C-1"`), where white space
 *   around all others does not matter.
 *
 * Some readers convert cells by themselves: what is no text is judged as in typed rows. Columns must have the record's
 * names, so map those of the file to them. Further properties are kept. Ask for further columns with `.and`, which sees the
 * cells as they are in the file, and for the record's own with `.refine`, which sees what was read.
 *
 * @param kind - `"tenure"`, `"order"`, `"revenue"`, `"supportCase"` or `"referredCustomer"`
 * @param options - what the cells hold; the day that weeks start on
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` for an unknown kind or option
 *
 * @example
 * ```ts
 * import { parseRows, rfm } from "cx-metrics";
 * import { customerRecord } from "cx-metrics/schemas";
 *
 * const { rows, issues } = parseRows(customerRecord("order", { cells: "text" }), [
 *   { orderId: "007", customerId: "ana", at: "2026-03-01T10:00:00+11:00", amount: "49.90", currency: "" },
 *   { orderId: "008", customerId: "budi", at: "2026-03-02T10:00:00+11:00", amount: "49,90", currency: "" },
 * ]);
 * rows; // → [{ orderId: "007", customerId: "ana", at: "2026-03-01T10:00:00+11:00", amount: 49.9, currency: null }]
 * issues; // → [{ index: 1, path: ["amount"], message: "must be a finite number from 0 up, got text that is not read as a number with a decimal point" }]
 * rfm(rows, { asOf: "2026-04-01T00:00:00Z" }).orders; // → 1
 * ```
 */
export function customerRecord<K extends keyof CustomerRecordOf>(
  kind: K,
  options: CustomerRecordOptions = {},
): z.ZodType<CustomerRecordOf[K]> {
  const caller = "customerRecord";
  requireOneOf(caller, ["kind"], kind, Object.keys(COLUMNS));
  const { cells = "typed", ...weeks } = checkedOptions(caller, options, ["cells", "weekStartsOn"]);
  requireOneOf(caller, ["cells"], cells, ["typed", "text"]);
  const typed = typedRecord(kind, checkedWeekStart(caller, weeks));
  const schema = cells === "typed" ? typed : z.preprocess((row) => rowOfText(row, COLUMNS[kind]), typed);
  return schema as unknown as z.ZodType<CustomerRecordOf[K]>;
}

function typedRecord(kind: keyof CustomerRecordOf, weekStartsOn: Weekday): z.ZodType {
  switch (kind) {
    case "tenure":
      return tenureRecord;
    case "order":
      return orderRecord;
    case "revenue":
      return revenueObject(weekStartsOn);
    case "supportCase":
      return supportCase;
    case "referredCustomer":
      return referredCustomer;
  }
}

const COLUMNS: { readonly [K in keyof CustomerRecordOf]: TextColumns } = {
  tenure: {
    readers: [
      ["customerId", asItIs],
      ["startedAt", trimmed],
      ["endedAt", trimmed],
    ],
    needed: ["endedAt"],
  },
  order: {
    readers: [
      ["customerId", asItIs],
      ["at", trimmed],
      ["amount", decimal],
      ["orderId", asItIs],
      ["currency", trimmed],
    ],
    needed: [],
  },
  revenue: {
    readers: [
      ["customerId", asItIs],
      ["period", trimmed],
      ["amount", decimal],
      ["currency", trimmed],
    ],
    needed: [],
  },
  supportCase: {
    readers: [
      ["openedAt", trimmed],
      ["caseId", asItIs],
      ["customerId", asItIs],
      ["firstResponseAt", trimmed],
      ["firstSolvedAt", trimmed],
      ["lastSolvedAt", trimmed],
      ["contacts", decimal],
      ["customerReplies", decimal],
      ["topic", asItIs],
      ["escalated", flag],
      ["selfService", flag],
      ["responseDueAt", trimmed],
      ["resolutionDueAt", trimmed],
    ],
    needed: ["firstResponseAt", "firstSolvedAt", "lastSolvedAt"],
  },
  referredCustomer: {
    readers: [
      ["customerId", asItIs],
      ["referredBy", asItIs],
    ],
    needed: ["referredBy"],
  },
};
