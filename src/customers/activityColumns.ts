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
  const extent = extentOf(columns, asOf);
  if (extent.allCount) return numbered(columns, extent, 0);
  const counted = countedOnly(caller, columns, asOf);
  return numbered(counted, extentOf(counted, asOf), at.length - counted.at.length);
}

/** What one look over columns tells. */
interface Extent {
  /** Whether every event counts as it stands. */
  readonly allCount: boolean;
  /** The first moment of those up to `asOf`, `asOf` where there is none. */
  readonly earliest: number;
  /** The customers have numbers below this. */
  readonly numbers: number;
}

function extentOf({ customers, at }: ActivityColumns, asOf: number): Extent {
  let allCount = true;
  let earliest = asOf;
  let numbers = 0;
  for (let i = 0; i < at.length; i++) {
    const moment = at[i] as number;
    const customer = customers[i] as number;
    if (!isCounted(moment, asOf)) allCount = false;
    if (moment < earliest) earliest = moment;
    if (customer >= numbers) numbers = customer + 1;
  }
  return { allCount, earliest, numbers };
}

/** The activity of columns in which customers may have any numbers. */
function numbered(
  { customers, at }: ActivityColumns,
  { earliest, numbers }: Extent,
  afterAsOf: number,
): Activity {
  if (numbers <= ROOM + 8 * at.length) return { customers, at, numbers, earliest, afterAsOf };
  const { codes, identifiers } = encodeIdentifiers(customers);
  return { customers: codes, at, numbers: identifiers.length, earliest, afterAsOf };
}

function requireKind(caller: string, name: string, column: unknown, kind: string): void {
  // Unlike `instanceof`, the name of its kind also knows an array of another realm.
  if (ArrayBuffer.isView(column) && String((column as Uint8Array)[Symbol.toStringTag]) === kind) return;
  throw refusal(caller, "invalid-argument", ["events", name], `a ${kind}`, column);
}

function countedOnly(caller: string, columns: ActivityColumns, asOf: number): ActivityColumns {
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
  return { customers: customers.subarray(0, n), at: at.subarray(0, n) };
}
