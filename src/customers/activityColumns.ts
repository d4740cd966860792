// Columns of activity: taken as they are where they can be.

import { refusal, refusalInWords } from "../errors.ts";
import { type Activity, type ActivityColumns, checkedMoment, isCounted } from "./activity.ts";
import { encodeIdentifiers } from "./encodeIdentifiers.ts";

/** How high the numbers of a few customers may be before room is made only for those that occur. */
const ROOM = 1_000_000;

/** Takes the columns as they are where every event counts, and otherwise a copy of those that do. */
export function activityOfColumns(caller: string, columns: ActivityColumns, asOf: number): Activity {
  const { customers, at } = columns;
  requireKind(caller, "customers", customers, "Uint32Array");
  requireKind(caller, "at", at, "Float64Array");
  if (customers.length !== at.length) {
    const requirement = `as long as events.customers (${customers.length})`;
    throw refusalInWords(caller, "invalid-argument", ["events", "at"], requirement, `${at.length}`);
  }
  let allCount = true;
  for (let i = 0; i < at.length; i++) {
    if (!isCounted(at[i] as number, asOf)) allCount = false;
  }
  return allCount ? numbered(customers, at, asOf, 0) : countedOnly(caller, columns, asOf);
}

/** The activity of columns in which customers may have any numbers. */
function numbered(customers: Uint32Array, at: Float64Array, asOf: number, afterAsOf: number): Activity {
  let [earliest, highest] = [asOf, -1];
  for (let i = 0; i < at.length; i++) {
    if ((at[i] as number) < earliest) earliest = at[i] as number;
    if ((customers[i] as number) > highest) highest = customers[i] as number;
  }
  if (highest < ROOM + 8 * at.length) return { customers, at, numbers: highest + 1, earliest, afterAsOf };
  const { codes, identifiers } = encodeIdentifiers(customers);
  return { customers: codes, at, numbers: identifiers.length, earliest, afterAsOf };
}

function requireKind(caller: string, name: string, column: unknown, kind: string): void {
  // Unlike `instanceof`, the name of its kind also knows an array of another realm.
  if (ArrayBuffer.isView(column) && String((column as Uint8Array)[Symbol.toStringTag]) === kind) return;
  throw refusal(caller, "invalid-argument", ["events", name], `a ${kind}`, column);
}

function countedOnly(caller: string, columns: ActivityColumns, asOf: number): Activity {
  const customers = new Uint32Array(columns.at.length);
  const at = new Float64Array(columns.at.length);
  let n = 0;
  for (let i = 0; i < at.length; i++) {
    const moment = checkedMoment(caller, ["events", "at", i], columns.at[i] as number);
    if (moment > asOf) continue;
    customers[n] = columns.customers[i] as number;
    at[n] = moment;
    n++;
  }
  return numbered(customers.subarray(0, n), at.subarray(0, n), asOf, at.length - n);
}
