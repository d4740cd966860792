// Stays: each customer's tenures, merged where they overlap or touch, in order of time.

import { refusal, refusalInWords, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { Tenure } from "../records/tenure.ts";
import { epochOf } from "../time/epoch.ts";

/** One unbroken stay in epoch milliseconds: from `start` on, and before `end`, which is Infinity where it goes on. */
export interface Stay {
  readonly start: number;
  readonly end: number;
}

/** Each customer's stays. Those of one customer are in order of time and apart from each other. */
export type Stays = ReadonlyMap<Identifier, readonly Stay[]>;

/** The stays of tenures in any order, or a throw naming the tenure and the field that is wrong. */
export function staysOf(caller: string, tenures: Iterable<Tenure>): Stays {
  requireIterable(caller, ["tenures"], tenures);
  const stays = new Map<Identifier, Stay[]>();
  let index = 0;
  for (const tenure of tenures) {
    const { customerId, stay } = stayOf(caller, index++, tenure);
    mapEntry(stays, customerId, (): Stay[] => []).push(stay);
  }
  return mergedStays(stays);
}

/** A tenure's customer and stay. */
export function stayOf(
  caller: string,
  index: number,
  tenure: Tenure,
): { readonly customerId: Identifier; readonly stay: Stay } {
  if (typeof tenure !== "object" || tenure === null) {
    throw refusal(caller, "invalid-argument", ["tenures", index], "an object", tenure);
  }
  const { startedAt, endedAt } = tenure;
  const customerId = requiredIdentifier(caller, ["tenures", index, "customerId"], tenure.customerId);
  const start = epochOf(caller, ["tenures", index, "startedAt"], startedAt);
  const path = ["tenures", index, "endedAt"];
  const goesOn = endedAt === null || endedAt === undefined;
  const end = goesOn ? Number.POSITIVE_INFINITY : epochOf(caller, path, endedAt);
  if (end < start) {
    throw refusalInWords(caller, "invalid-argument", path, "startedAt or later", "an earlier instant");
  }
  return { customerId, stay: { start, end } };
}

/** Puts each customer's stays in order, and makes one of those that overlap or touch; in place. */
export function mergedStays(stays: Map<Identifier, Stay[]>): Stays {
  for (const [customer, apart] of stays) if (apart.length > 1) stays.set(customer, merge(apart));
  return stays;
}

function merge(stays: Stay[]): Stay[] {
  const merged: Stay[] = [];
  for (const stay of stays.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || stay.start > last.end) merged.push(stay);
    else if (stay.end > last.end) merged[merged.length - 1] = { start: last.start, end: stay.end };
  }
  return merged;
}
