// Movements of disjoint segments, added up.

import { refusalInWords, requireIterable, requireObject } from "../errors.ts";
import { epochOf, shownInstant } from "../time/epoch.ts";
import { checkedMovement, type Movement, type MovementCounts } from "./movement.ts";

/**
 * Adds up movements: how did all customers move, if their segments moved like this?
 *
 * For segments that share no customers, over one and the same period. Movements of consecutive periods cannot be
 * added: who left in January and returned in February would count as lost and reactivated, and over both months is
 * neither. Compute those from the tenures. A customer who changed segment counts as lost in one and as joined in the
 * other, and so they do in the sum.
 *
 * @param movements - one or more movements over the same period
 * @throws {@link CxMetricsError} `invalid-argument` for no movements or differing periods, `invalid-count` or
 * `impossible-counts` for what is no movement, naming its index
 *
 * @example
 * ```ts
 * import { mergeMovements, retentionRate } from "cx-metrics";
 *
 * const period = { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };
 * const basic = { ...period, atStart: 80, acquired: 9, reactivated: 1, lost: 8, lostFromStart: 8, atEnd: 82 };
 * const pro = { ...period, atStart: 20, acquired: 2, reactivated: 0, lost: 2, lostFromStart: 2, atEnd: 20 };
 * const all = mergeMovements([basic, pro]);
 * all.atEnd; // → 102
 * retentionRate(all).rate; // → 0.9
 * ```
 */
export function mergeMovements(movements: Iterable<Movement>): Movement {
  const caller = "mergeMovements";
  requireIterable(caller, ["movements"], movements);
  let merged: Movement | null = null;
  let index = 0;
  for (const movement of movements) {
    const checked = checkedAt(caller, index++, movement);
    merged = merged === null ? checked : sumOf(caller, index - 1, merged, checked);
  }
  if (merged !== null) return merged;
  throw refusalInWords(caller, "invalid-argument", ["movements"], "one movement or more", "none");
}

function checkedAt(caller: string, index: number, movement: Movement): Movement {
  const path = ["movements", index];
  requireObject(caller, path, movement, "a movement");
  const [from, to] = [movement.from, movement.to].map((bound, i) =>
    shownInstant(epochOf(caller, [...path, i === 0 ? "from" : "to"], bound)),
  ) as [string, string];
  return { from, to, ...checkedMovement(caller, movement, path) };
}

function sumOf(caller: string, index: number, a: Movement, b: Movement): Movement {
  if (a.from !== b.from || a.to !== b.to) {
    const requirement = "over the period of the first";
    throw refusalInWords(caller, "invalid-argument", ["movements", index], requirement, "another period");
  }
  const sum = (field: keyof MovementCounts): number => a[field] + b[field];
  return {
    from: a.from,
    to: a.to,
    atStart: sum("atStart"),
    acquired: sum("acquired"),
    reactivated: sum("reactivated"),
    lost: sum("lost"),
    lostFromStart: sum("lostFromStart"),
    atEnd: sum("atEnd"),
  };
}
