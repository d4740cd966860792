// Laws of the schemas of customer records: what passes can be reckoned with.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import {
  activityCohorts,
  CxMetricsError,
  customerMovement,
  durations,
  escalationRate,
  firstContactResolution,
  firstResponseTime,
  type Instant,
  movementsByPeriod,
  parseRows,
  referralRate,
  repeatContactRate,
  repeatPurchaseRate,
  resolutionTime,
  revenueMovementsByPeriod,
  rfm,
  selfServiceRate,
  slaAttainment,
  tenureCohorts,
} from "../../src/index.ts";
import {
  type CustomerRecordOf,
  customerRecord,
  orderRecord,
  referredCustomer,
  revenueRecord,
  supportCase,
  tenureRecord,
} from "../../src/schemas/index.ts";
import { anyEpoch, isoWithOffset } from "../support/dates.ts";
import { deepFreeze } from "../support/plainJson.ts";

/** Moments of every kind: most near each other, so that their order is now right and now wrong. */
const anyMoment = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 5 }).map((day) => Date.UTC(2026, 0, 1 + day)), weight: 4 },
  { arbitrary: anyEpoch().map((epoch) => isoWithOffset(epoch, 600)), weight: 2 },
  { arbitrary: fc.date({ noInvalidDate: false }), weight: 1 },
  {
    arbitrary: fc.constantFrom<unknown>(
      ...["0001-01-01T00:00:00Z", "0000-12-31T00:00:00Z", "9999-12-31T23:00:00Z", "2026-01-01", "", " "],
      ...[8.64e15, -8.64e15, Number.NaN],
    ),
    weight: 2,
  },
);
const orMissing = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: value, weight: 5 }, fc.constantFrom<unknown>(null, undefined));
const anyId = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 3 },
  { arbitrary: fc.constantFrom<unknown>("1", "ana", "__proto__", "", " ", -0), weight: 3 },
  { arbitrary: fc.anything(), weight: 1 },
);
const anyAmount = fc.oneof(
  { arbitrary: fc.integer({ min: -1, max: 500 }), weight: 4 },
  fc.double({ max: 1e300 }),
  fc.constantFrom<unknown>("49", -0, null, 1e300),
);
const anyCount = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom<unknown>(1.5, "1", 2 ** 53));
const anyFlag = fc.oneof(fc.boolean(), fc.constantFrom<unknown>("true", 1));
const anyText = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom<unknown>(5, " "));
const anyPeriod = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>("2026-01", "2026-02", "2026-W01", "2026-Q1", "2026"), weight: 4 },
  fc.constantFrom<unknown>(
    "2026-W53",
    "2027-W53",
    "2028-W53",
    "2026-02-29",
    "2028-02-29",
    "2026-1",
    2026,
    null,
  ),
);

const ANY_ROW = {
  tenure: fc.record({ customerId: anyId, startedAt: anyMoment, endedAt: orMissing(anyMoment) }),
  order: fc.record({
    customerId: anyId,
    at: anyMoment,
    amount: anyAmount,
    orderId: orMissing(anyId),
    currency: orMissing(anyText),
  }),
  revenue: fc.record({
    customerId: anyId,
    period: anyPeriod,
    amount: anyAmount,
    currency: orMissing(anyText),
  }),
  supportCase: fc.record({
    openedAt: anyMoment,
    caseId: orMissing(anyId),
    customerId: orMissing(anyId),
    firstResponseAt: orMissing(anyMoment),
    firstSolvedAt: orMissing(anyMoment),
    lastSolvedAt: orMissing(anyMoment),
    contacts: orMissing(anyCount),
    customerReplies: orMissing(anyCount),
    topic: orMissing(anyText),
    escalated: orMissing(anyFlag),
    selfService: orMissing(anyFlag),
    responseDueAt: orMissing(anyMoment),
    resolutionDueAt: orMissing(anyMoment),
  }),
  referredCustomer: fc.record({ customerId: anyId, referredBy: orMissing(anyId) }),
};

const asOf = "2026-01-04T00:00:00Z";

/** Zones on both sides of UTC, the furthest among them. */
const ZONES = ["UTC", "Australia/Sydney", "America/Los_Angeles", "Pacific/Apia", "Pacific/Kiritimati"];

/** Every function of a kind of record, over one of them. Zones and moments are the call's, not the record's. */
const USES: {
  readonly [K in keyof CustomerRecordOf]: (row: CustomerRecordOf[K], at: Instant, timeZone: string) => void;
} = {
  tenure: (row, at, timeZone) => {
    customerMovement([row], { from: "2026-01", to: "2026-02", timeZone });
    movementsByPeriod([row], { unit: "month", from: "2026-01", to: "2026-03", timeZone });
    tenureCohorts([row], { unit: "year", asOf: at, timeZone });
    for (const unit of ["day", "month"] as const) durations([row], { asOf: at, unit, timeZone });
  },
  order: (row, at, timeZone) => {
    rfm([row], { asOf: at });
    repeatPurchaseRate([row], { asOf: at, withinDays: 30 });
    activityCohorts([row], { unit: "year", asOf: at, mode: "on", timeZone });
  },
  revenue: (row) => {
    revenueMovementsByPeriod([row]);
  },
  supportCase: (row, at) => {
    const policies = ["resolved-in-first-contact", "no-customer-reply"] as const;
    for (const policy of policies) firstContactResolution([row], { policy, asOf: at });
    firstContactResolution([row], { policy: "no-repeat-contact", withinDays: 7, asOf: at });
    for (const until of ["first-solved", "last-solved"] as const) resolutionTime([row], { until, asOf: at });
    firstResponseTime([row], { asOf: at });
    for (const target of ["first-response", "resolution"] as const)
      slaAttainment([row], { target, asOf: at });
    escalationRate([row]);
    selfServiceRate([row]);
    repeatContactRate([row], { withinDays: 7, asOf: at });
  },
  referredCustomer: (row) => {
    referralRate([row]);
  },
};

const SCHEMAS = {
  tenure: tenureRecord,
  order: orderRecord,
  revenue: revenueRecord,
  supportCase,
  referredCustomer,
};

type Row = CustomerRecordOf[keyof CustomerRecordOf];
type Use = (row: Row, at: Instant, timeZone: string) => void;

describe.each(Object.keys(SCHEMAS) as (keyof CustomerRecordOf)[])("the laws of %s records", (kind) => {
  const schema = SCHEMAS[kind] as z.ZodType<Row>;
  const anyRow: fc.Arbitrary<unknown> = fc.oneof(
    { arbitrary: ANY_ROW[kind] as fc.Arbitrary<unknown>, weight: 19 },
    { arbitrary: fc.anything(), weight: 1 },
  );

  it("a record passes exactly where no function refuses it", () => {
    fc.assert(
      fc.property(
        anyRow,
        fc.constantFrom(asOf, "9999-01-01T00:00:00Z"),
        fc.constantFrom(...ZONES),
        (row, at, timeZone) => {
          const passes = schema.safeParse(row).success;
          const taken = doesNotThrow(() => (USES[kind] as Use)(row as Row, at, timeZone));
          // Who passes is taken by every function. What the functions take in one zone, the schema may refuse for another.
          if (passes || !beginsAtTheEdge(row)) expect(taken).toBe(passes);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("what passes is passed on as it is, with what is not the record's, and nothing is written to it", () => {
    fc.assert(
      fc.property(ANY_ROW[kind] as fc.Arbitrary<object>, fc.anything(), (row, plan) => {
        const given = deepFreeze({ ...row, plan });
        const result = schema.safeParse(given);
        if (result.success) expect(result.data).toEqual(given);
        expect(result.success).toBe(schema.safeParse(row).success);
      }),
    );
  });

  it("customerRecord without options says the same", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const own = parseRows(customerRecord(kind) as z.ZodType<Row>, rows);
        expect(own).toEqual(parseRows(schema, rows));
      }),
    );
  });
});

/** Years at whose edge functions differ, because they read different calendars or none. */
function beginsAtTheEdge(row: unknown): boolean {
  const { startedAt, at, openedAt } = Object(row);
  const year = new Date(startedAt ?? at ?? openedAt).getUTCFullYear();
  return year < 2 || year > 9998;
}

/** Whether a call returns; any error but a CxMetricsError is a fault. */
function doesNotThrow(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CxMetricsError);
    return false;
  }
}
