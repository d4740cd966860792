// Activity of customers, as records and as columns, and which moments of it count.

import { type Path, refusalInWords } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";

/** Something that a customer did: an order, a log-in, a visit, whatever counts as being active. */
export interface ActivityEvent {
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId: Identifier;
  /** When it was. */
  readonly at: Instant;
}

/** The same in two columns of equal length, for millions of events and for several tables of the same ones. */
export interface ActivityColumns {
  /** For each event the number of its customer, as {@link encodeIdentifiers} gives them. */
  readonly customers: Uint32Array;
  /** For each event when it was, in milliseconds since 1970-01-01T00:00:00Z; fractions are dropped. */
  readonly at: Float64Array;
}

/** Events up to `asOf`, in whole milliseconds. */
export interface Activity {
  /** For each event the number of its customer. */
  readonly customers: Uint32Array;
  readonly at: Float64Array;
  /** Customers have the numbers from 0 to below this, though not each of them need have an event. */
  readonly numbers: number;
  /** The first moment of all, `asOf` where there is none. */
  readonly earliest: number;
  readonly afterAsOf: number;
}

/** The year 1 begins; before it, periods have no key. */
const YEAR_ONE = -62_135_596_800_000;

/** The instant where periods have keys, or a throw. */
export function requireKeyedYear(caller: string, path: Path, epoch: number): void {
  if (epoch >= YEAR_ONE) return;
  throw refusalInWords(caller, "invalid-instant", path, "in the years 1 to 9999", "an earlier instant");
}

/** Whether a moment counts as it stands: whole milliseconds from the year 1 up to `asOf`. */
export function isCounted(at: Instant, asOf: number): at is number {
  return Number.isInteger(at) && (at as number) >= YEAR_ONE && (at as number) <= asOf;
}

/** The epoch of a moment where periods have keys, or a throw. */
export function checkedMoment(caller: string, path: Path, at: Instant): number {
  const epoch = epochOf(caller, path, at);
  requireKeyedYear(caller, path, epoch);
  return epoch;
}
