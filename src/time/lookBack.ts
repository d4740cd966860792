// Looking back: from which moment, and how long something may take.

import { checkedNumber } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { daysInMilliseconds, epochOf, HOUR, shownInstant } from "./epoch.ts";

/** The last moment that counts, in epoch milliseconds (Infinity for no limit), and as a result shows it. */
export interface LookBack {
  readonly end: number;
  readonly asOf: string | null;
}

/** What is looked back from, where `asOf` may be left out. */
export function lookBackFrom(caller: string, asOf: Instant | undefined): LookBack {
  if (asOf === undefined) return { end: Number.POSITIVE_INFINITY, asOf: null };
  const end = epochOf(caller, ["asOf"], asOf);
  return { end, asOf: shownInstant(end) };
}

/** Milliseconds of a length of time that must be above 0. */
export function spanOf(caller: string, name: "withinHours" | "withinDays", length: number): number {
  const checked = checkedNumber(caller, [name], length, "a finite number above 0", (value) => value > 0);
  return name === "withinDays" ? daysInMilliseconds(checked) : Math.round(checked * HOUR);
}
