// Laws of reading customer records out of text.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { parseRows } from "../../src/index.ts";
import { type CustomerRecordOf, customerRecord } from "../../src/schemas/index.ts";
import { anyEpoch, isoWithOffset } from "../support/dates.ts";

const name = fc.string({ maxLength: 6 }).filter((text) => text.trim() !== "");
const moment = fc
  .tuple(anyEpoch(), fc.integer({ min: -720, max: 840 }))
  .map(([epoch, offset]) => isoWithOffset(epoch, offset));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const amount = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.integer({ min: 0, max: 1e6 }).map((cents) => cents / 100),
);
const count = fc.integer({ min: 0, max: 4 });

/** Rows of values, not all of them right, with every column of their kind. */
const VALUES = {
  tenure: fc.record({ customerId: name, startedAt: moment, endedAt: optional(moment) }),
  order: fc.record({
    customerId: name,
    at: moment,
    amount,
    orderId: optional(name),
    currency: optional(fc.constantFrom("AUD", "IDR")),
  }),
  revenue: fc.record({
    customerId: name,
    period: fc.constantFrom("2026-03", "2026-W11", "2026-Q1", "2026-13"),
    amount,
    currency: optional(fc.constantFrom("AUD", "IDR")),
  }),
  supportCase: fc.record({
    openedAt: moment,
    caseId: optional(name),
    customerId: optional(name),
    firstResponseAt: optional(moment),
    firstSolvedAt: optional(moment),
    lastSolvedAt: optional(moment),
    contacts: optional(count),
    customerReplies: optional(count),
    topic: optional(name),
    escalated: optional(fc.boolean()),
    selfService: optional(fc.boolean()),
    responseDueAt: optional(moment),
    resolutionDueAt: optional(moment),
  }),
  referredCustomer: fc.record({ customerId: name, referredBy: optional(name) }),
};

const space = fc.string({ unit: fc.constantFrom(" ", "\t", "\u00a0"), maxLength: 2 });

/** Fields that are kept to the letter. */
const TO_THE_LETTER = ["customerId", "orderId", "caseId", "topic", "referredBy"];

describe.each(Object.keys(VALUES) as (keyof CustomerRecordOf)[])("the laws of %s records in text", (kind) => {
  const typed = customerRecord(kind) as z.ZodType;
  const text = customerRecord(kind, { cells: "text" }) as z.ZodType;
  const values = VALUES[kind] as fc.Arbitrary<Readonly<Record<string, unknown>>>;

  it("a row in text is judged, and read, as the row of its values", () => {
    fc.assert(
      fc.property(values, space, fc.boolean(), (row, around, inCapitals) => {
        const cells = Object.entries(row).map(([field, value]) => {
          const written = typeof value === "boolean" && inCapitals ? String(value).toUpperCase() : value;
          return [
            field,
            TO_THE_LETTER.includes(field) ? (written ?? "") : `${around}${written ?? ""}${around}`,
          ];
        });
        expect(parseRows(text, [Object.fromEntries(cells)])).toEqual(parseRows(typed, [row]));
      }),
    );
  });

  it("what passes is a typed row, which passes again as it is, in either mode", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 5 }),
      moment,
      fc.constantFrom("", " ", "true", "FALSE", "1", "-1", "1.5", "2026-03", "1e3"),
      fc.anything(),
    );
    const fields = Object.keys(fc.sample(values, 1)[0] as object);
    const row = fc.record(Object.fromEntries(fields.map((field) => [field, cell])), { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.tuple(values, row).map(([good, any]) => ({ ...good, ...any })),
        (given) => {
          const result = text.safeParse(given);
          if (!result.success) return;
          expect(typed.parse(result.data)).toEqual(result.data);
          expect(text.parse(result.data)).toEqual(result.data);
          expect(Object.keys(result.data as object).sort()).toEqual(Object.keys(given).sort());
        },
      ),
    );
  });

  it("no error repeats text", () => {
    const mark = "kept.to@myself";
    const fields = Object.keys(fc.sample(values, 1)[0] as object);
    fc.assert(
      fc.property(values, fc.subarray(fields), (row, marked) => {
        const given = { ...row, ...Object.fromEntries(marked.map((field) => [field, mark])) };
        for (const schema of [typed, text]) {
          expect(JSON.stringify(schema.safeParse(given).error?.issues ?? [])).not.toContain(mark);
        }
      }),
    );
  });
});
