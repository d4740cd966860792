// Period keys of days, kept: to write one costs many times what it costs to find it again.

import { requireOneOf } from "../errors.ts";
import { DAY } from "./epoch.ts";
import { keyOfDay, type PeriodKey, type PeriodUnit, UNITS } from "./periodKey.ts";
import { checkedWeekday, type Weekday } from "./weeks.ts";

/** How many days have a place: more than eleven years in a row, so that few days drive each other out. */
const PLACES = 4096;

/** Stands in a place that no day has taken. No instant falls on a day this far off. */
const NO_DAY: number = -2_147_483_648;

/** The keys of one unit. Each day has one place, in which of all days with that place stands the latest asked for. */
export interface KeptKeys {
  readonly unit: PeriodUnit;
  readonly weekStartsOn: Weekday;
  readonly days: Int32Array;
  readonly keys: (PeriodKey | null)[];
}

/** By unit and first day of the week. A pure memo: results never depend on it. */
const kept = /* @__PURE__ */ new Map<string, KeptKeys>();

/** The keys asked for last; nearly always the next ones too. */
let latest: KeptKeys | undefined;

/** The kept keys of a unit, or a throw. */
export function keptKeys(caller: string, unit: PeriodUnit, weekStartsOn: Weekday): KeptKeys {
  if (unit !== latest?.unit || weekStartsOn !== latest.weekStartsOn) {
    latest = keptKeysOf(caller, unit, weekStartsOn);
  }
  return latest;
}

function keptKeysOf(caller: string, unit: PeriodUnit, weekStartsOn: Weekday): KeptKeys {
  requireOneOf(caller, ["unit"], unit, UNITS);
  const name = `${unit} ${checkedWeekday(caller, weekStartsOn)}`;
  const present = kept.get(name);
  if (present !== undefined) return present;
  const days = new Int32Array(PLACES).fill(NO_DAY);
  const made = { unit, weekStartsOn, days, keys: new Array<PeriodKey | null>(PLACES).fill(null) };
  kept.set(name, made);
  return made;
}

/** The key of the period that a local day, counted from 1970, is in; `null` outside the years 1 to 9999. */
export function keyIn(memo: KeptKeys, day: number): PeriodKey | null {
  const place = day & (PLACES - 1);
  return memo.days[place] === day ? (memo.keys[place] as PeriodKey | null) : writeKey(memo, day, place);
}

function writeKey(
  { unit, weekStartsOn, days, keys }: KeptKeys,
  day: number,
  place: number,
): PeriodKey | null {
  const key = keyOfDay(day * DAY, unit, weekStartsOn);
  days[place] = day;
  keys[place] = key;
  return key;
}
