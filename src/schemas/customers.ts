// Zod schemas of what is recorded about customers: tenures, orders, revenue, support cases and referrals.

import * as z from "zod";
import type { Order } from "../records/order.ts";
import type { ReferredCustomer } from "../records/referredCustomer.ts";
import type { RevenueRecord } from "../records/revenueRecord.ts";
import type { SupportCase } from "../records/supportCase.ts";
import type { Tenure } from "../records/tenure.ts";
import { PERIOD_KEY, periodOrNull } from "../time/periodKey.ts";
import type { Weekday } from "../time/weeks.ts";
import {
  amount,
  beginning,
  countFrom,
  flagOrMissing,
  identifier,
  identifierOrMissing,
  instantOrMissing,
  notBefore,
  textOrMissing,
} from "./fields.ts";
import { wording } from "./wording.ts";

/**
 * A stay of a customer: `{ customerId, startedAt, endedAt? }`, the end not before the start. Further properties are kept.
 *
 * What passes can be given to every function of tenures. Nothing is converted; for the rows of a CSV file see
 * {@link customerRecord}.
 *
 * @example
 * ```ts
 * import { parseRows } from "cx-metrics";
 * import { tenureRecord } from "cx-metrics/schemas";
 *
 * const { rows, issues } = parseRows(tenureRecord, [
 *   { customerId: "ana", startedAt: "2026-01-05T00:00:00Z", plan: "Pro" },
 *   { customerId: "budi", startedAt: "2026-02-01T00:00:00Z", endedAt: "2025-02-01T00:00:00Z" },
 * ]);
 * rows; // → [{ customerId: "ana", startedAt: "2026-01-05T00:00:00Z", plan: "Pro" }]
 * issues; // → [{ index: 1, path: ["endedAt"], message: "must be startedAt or later, got an earlier instant" }]
 * ```
 */
export const tenureRecord: z.ZodType<Tenure> = /* @__PURE__ */ tenureObject();

function tenureObject(): z.ZodType<Tenure> {
  return z
    .looseObject(
      { customerId: identifier, startedAt: beginning, endedAt: instantOrMissing },
      wording("an object"),
    )
    .refine(...notBefore<Tenure>("endedAt", "startedAt"));
}

/**
 * An order of a customer: `{ customerId, at, amount, orderId?, currency? }`. Further properties are kept.
 *
 * What passes can be given to every function of orders. That no two orders share an `orderId` and all have one currency
 * is seen only where they come together, so these functions look after that. Nothing is converted; for the rows of a CSV
 * file see {@link customerRecord}.
 *
 * @example
 * ```ts
 * import { orderRecord } from "cx-metrics/schemas";
 *
 * const order = { customerId: "ana", at: "2026-01-05T10:00:00Z", amount: 49 };
 * orderRecord.safeParse(order).success; // → true
 * orderRecord.safeParse({ ...order, amount: -49 }).success; // → false
 * orderRecord.safeParse({ ...order, customerId: " " }).success; // → false
 * ```
 */
export const orderRecord: z.ZodType<Order> = /* @__PURE__ */ orderObject();

function orderObject(): z.ZodType<Order> {
  return z.looseObject(
    {
      customerId: identifier,
      at: beginning,
      amount,
      orderId: identifierOrMissing,
      currency: textOrMissing,
    },
    wording("an object"),
  );
}

/**
 * Recurring revenue of a customer in a period: `{ customerId, period, amount, currency? }`. Further properties are kept.
 *
 * What passes can be given to `revenueMovementsByPeriod`. That all periods are of one unit, and no customer has two
 * records in one, is seen only where they come together, so that function looks after it. Weeks start on Monday; for
 * others, and for the rows of a CSV file, see {@link customerRecord}. Nothing is converted.
 *
 * @example
 * ```ts
 * import { revenueRecord } from "cx-metrics/schemas";
 *
 * revenueRecord.safeParse({ customerId: "ana", period: "2026-03", amount: 120 }).success; // → true
 * revenueRecord.safeParse({ customerId: "ana", period: "2026-3", amount: 120 }).success; // → false
 * ```
 */
export const revenueRecord: z.ZodType<RevenueRecord> = /* @__PURE__ */ revenueObject(1);

/** The schema of revenue where weeks start on a given day: not every year has a week 53. */
export function revenueObject(weekStartsOn: Weekday): z.ZodType<RevenueRecord> {
  const isKey = (value: unknown): boolean => periodOrNull(value, weekStartsOn) !== null;
  return z.looseObject(
    {
      customerId: identifier,
      period: z.custom<string>(isKey, wording(PERIOD_KEY)),
      amount,
      currency: textOrMissing,
    },
    wording("an object"),
  );
}

/**
 * A support case: `{ openedAt, … }`, with every field of `SupportCase` checked where it is there: nothing comes before
 * `openedAt`, and `lastSolvedAt` has a `firstSolvedAt` that is not after it. Further properties are kept.
 *
 * What passes can be given to every function of cases. That no two cases share a `caseId` is seen only where they come
 * together, so these functions look after that. Nothing is converted; for the rows of a CSV file see
 * {@link customerRecord}.
 *
 * @example
 * ```ts
 * import { supportCase } from "cx-metrics/schemas";
 *
 * const openedAt = "2026-03-02T09:00:00Z";
 * supportCase.safeParse({ openedAt, contacts: 1 }).success; // → true
 * supportCase.safeParse({ openedAt, contacts: 0 }).success; // → false
 * supportCase.safeParse({ openedAt, firstSolvedAt: "2026-03-01T09:00:00Z" }).success; // → false
 * ```
 */
export const supportCase: z.ZodType<SupportCase> = /* @__PURE__ */ caseObject();

function caseObject(): z.ZodType<SupportCase> {
  return z
    .looseObject(
      {
        openedAt: beginning,
        caseId: identifierOrMissing,
        customerId: identifierOrMissing,
        firstResponseAt: instantOrMissing,
        firstSolvedAt: instantOrMissing,
        lastSolvedAt: instantOrMissing,
        contacts: countFrom(1),
        customerReplies: countFrom(0),
        topic: textOrMissing,
        escalated: flagOrMissing,
        selfService: flagOrMissing,
        responseDueAt: instantOrMissing,
        resolutionDueAt: instantOrMissing,
      },
      wording("an object"),
    )
    .refine(...notBefore<SupportCase>("firstResponseAt", "openedAt"))
    .refine(...notBefore<SupportCase>("firstSolvedAt", "openedAt"))
    .refine(...notBefore<SupportCase>("lastSolvedAt", "openedAt"))
    .refine(...notBefore<SupportCase>("lastSolvedAt", "firstSolvedAt"))
    .refine(...notBefore<SupportCase>("responseDueAt", "openedAt"))
    .refine(...notBefore<SupportCase>("resolutionDueAt", "openedAt"))
    .refine(({ firstSolvedAt, lastSolvedAt }) => isMissing(lastSolvedAt) || !isMissing(firstSolvedAt), {
      path: ["firstSolvedAt"],
      error: "must be known where lastSolvedAt is, got none",
    });
}

/**
 * A customer and who brought them: `{ customerId, referredBy? }`, nobody by themselves. Further properties are kept.
 *
 * What passes can be given to `referralRate`, which looks after customers that are given twice. Nothing is converted; for
 * the rows of a CSV file see {@link customerRecord}.
 *
 * @example
 * ```ts
 * import { referredCustomer } from "cx-metrics/schemas";
 *
 * referredCustomer.safeParse({ customerId: "budi", referredBy: "ana" }).success; // → true
 * referredCustomer.safeParse({ customerId: "budi", referredBy: "budi" }).success; // → false
 * ```
 */
export const referredCustomer: z.ZodType<ReferredCustomer> = /* @__PURE__ */ referredObject();

function referredObject(): z.ZodType<ReferredCustomer> {
  return z
    .looseObject({ customerId: identifier, referredBy: identifierOrMissing }, wording("an object"))
    .refine(({ customerId, referredBy }) => customerId !== referredBy, {
      path: ["referredBy"],
      error: "must be another customer or missing, got the customer",
    });
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}
