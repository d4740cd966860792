import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import {
  type Order,
  parseRows,
  type ReferredCustomer,
  type RevenueRecord,
  type SupportCase,
  type Tenure,
  type Weekday,
} from "../../src/index.ts";
import {
  type CustomerRecordOf,
  type CustomerRecordOptions,
  customerRecord,
  orderRecord,
  referredCustomer,
  revenueRecord,
  supportCase,
  tenureRecord,
} from "../../src/schemas/index.ts";

it("the schemas are zod types of the records", () => {
  expectTypeOf(tenureRecord).toEqualTypeOf<z.ZodType<Tenure>>();
  expectTypeOf(orderRecord).toEqualTypeOf<z.ZodType<Order>>();
  expectTypeOf(revenueRecord).toEqualTypeOf<z.ZodType<RevenueRecord>>();
  expectTypeOf(supportCase).toEqualTypeOf<z.ZodType<SupportCase>>();
  expectTypeOf(referredCustomer).toEqualTypeOf<z.ZodType<ReferredCustomer>>();
  expectTypeOf<z.infer<typeof tenureRecord>>().toEqualTypeOf<Tenure>();
});

it("customerRecord gives the schema of its kind's record, in text or not", () => {
  expectTypeOf(customerRecord("tenure")).toEqualTypeOf<z.ZodType<Tenure>>();
  expectTypeOf(customerRecord("order", { cells: "text" })).toEqualTypeOf<z.ZodType<Order>>();
  expectTypeOf(customerRecord("revenue", { weekStartsOn: 0 })).toEqualTypeOf<z.ZodType<RevenueRecord>>();
  expectTypeOf(customerRecord("supportCase", { cells: "typed" })).toEqualTypeOf<z.ZodType<SupportCase>>();
  expectTypeOf(customerRecord("referredCustomer", {})).toEqualTypeOf<z.ZodType<ReferredCustomer>>();
  expectTypeOf<CustomerRecordOf["tenure"]>().toEqualTypeOf<Tenure>();
  expectTypeOf<CustomerRecordOptions["cells"]>().toEqualTypeOf<"typed" | "text" | undefined>();
  expectTypeOf<CustomerRecordOptions["weekStartsOn"]>().toEqualTypeOf<Weekday | undefined>();
  customerRecord("order", { cells: undefined, weekStartsOn: undefined });
  // @ts-expect-error there is no such kind
  customerRecord("orders");
  // @ts-expect-error cells hold values or text
  customerRecord("order", { cells: "csv" });
  // @ts-expect-error there is no such option
  customerRecord("order", { cell: "text" });
});

it("rows that went through a schema are its records, with the columns asked for besides", () => {
  const { rows } = parseRows(tenureRecord.and(z.object({ plan: z.string() })), []);
  expectTypeOf(rows).toEqualTypeOf<readonly (Tenure & { plan: string })[]>();
  expectTypeOf(parseRows(customerRecord("order", { cells: "text" }), []).rows).toEqualTypeOf<
    readonly Order[]
  >();
});
