// Reading activity: records, one by one or in blocks, into columns.

import { refusal, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import {
  type Activity,
  type ActivityColumns,
  type ActivityEvent,
  checkedMoment,
  isCounted,
} from "./activity.ts";
import { activityOfColumns } from "./activityColumns.ts";
import { newCode } from "./encodeIdentifiers.ts";

/** How many events of an iterable are held at a time. */
const BLOCK = 4096;

/** The events up to `asOf`, or a throw naming the index and the field that is wrong. */
export function activityOf(
  caller: string,
  events: Iterable<ActivityEvent> | ActivityColumns,
  asOf: number,
): Activity {
  if (typeof events === "object" && events !== null && "customers" in events) {
    return activityOfColumns(caller, events, asOf);
  }
  requireIterable(caller, ["events"], events);
  const reading: Reading = {
    codes: new Map(),
    customers: new Uint32Array(0),
    at: new Float64Array(0),
    n: 0,
    earliest: asOf,
    afterAsOf: 0,
  };
  if (Array.isArray(events)) {
    readEvents(caller, reading, events, 0, asOf);
  } else {
    readInBlocks(caller, reading, events, asOf);
  }
  const { codes, customers, at, n, earliest, afterAsOf } = reading;
  return {
    customers: customers.subarray(0, n),
    at: at.subarray(0, n),
    numbers: codes.size,
    earliest,
    afterAsOf,
  };
}

/** Columns in the making. */
interface Reading {
  readonly codes: Map<Identifier, number>;
  customers: Uint32Array;
  at: Float64Array;
  n: number;
  earliest: number;
  afterAsOf: number;
}

function readInBlocks(caller: string, reading: Reading, events: Iterable<ActivityEvent>, asOf: number): void {
  const block: ActivityEvent[] = [];
  let index = 0;
  for (const event of events) {
    block.push(event);
    index++;
    if (block.length < BLOCK) continue;
    readEvents(caller, reading, block, index - BLOCK, asOf);
    block.length = 0;
  }
  readEvents(caller, reading, block, index - block.length, asOf);
}

/** Appends events, the first of which was given at `start`. */
function readEvents(
  caller: string,
  reading: Reading,
  events: readonly ActivityEvent[],
  start: number,
  asOf: number,
): void {
  makeRoom(reading, events.length);
  const { codes, customers, at } = reading;
  let { n, earliest } = reading;
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as ActivityEvent;
    if (typeof event !== "object" || event === null) {
      throw refusal(caller, "invalid-argument", ["events", start + i], "an object", event);
    }
    const { customerId, at: moment } = event;
    const epoch = isCounted(moment, asOf)
      ? moment
      : checkedMoment(caller, ["events", start + i, "at"], moment);
    if (epoch > asOf) {
      requiredIdentifier(caller, ["events", start + i, "customerId"], customerId);
      continue;
    }
    customers[n] =
      codes.get(customerId) ?? newCode(caller, ["events", start + i, "customerId"], codes, customerId);
    at[n] = epoch;
    n++;
    if (epoch < earliest) earliest = epoch;
  }
  reading.afterAsOf += events.length - (n - reading.n);
  reading.n = n;
  reading.earliest = earliest;
}

function makeRoom(reading: Reading, more: number): void {
  const needed = reading.n + more;
  if (needed <= reading.at.length) return;
  const room = Math.max(needed, 2 * reading.at.length);
  const { customers, at } = reading;
  reading.customers = new Uint32Array(room);
  reading.customers.set(customers);
  reading.at = new Float64Array(room);
  reading.at.set(at);
}
