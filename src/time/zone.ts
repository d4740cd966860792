// Time zones: how far local time is ahead of UTC at an instant, and when a local time is reached.

import { refusal } from "../errors.ts";
import { DAY } from "./epoch.ts";

/**
 * The stretches of time whose offset is looked up together. No zone has made two opposing changes within five
 * days since 1970, so that equal offsets at both ends mean no change between them.
 */
const STRETCH = 432_000_000;

/** How many stretches have a place in a zone: more than a century in a row. */
const PLACES = 8192;

/** A bound on memory for callers that spell zones in many ways. */
const MOST_ZONES = 1000;

/** The offset over one stretch of time: `before`, and from the instant `change` on `after`. */
interface Stretch {
  readonly index: number;
  readonly before: number;
  readonly change: number;
  readonly after: number;
}

/** What is known of a zone so far. */
interface Zone {
  readonly name: string;
  readonly formatter: Intl.DateTimeFormat;
  /** Each stretch has one place, in which of all stretches with that place stands the latest asked for. */
  readonly stretches: (Stretch | undefined)[];
}

/** Reading an offset from Intl costs microseconds; what was read is kept. A pure memo: results never depend on it. */
const zones = /* @__PURE__ */ new Map<string, Zone>();

/** The zone asked for last; nearly always the next one too. */
let latest: Zone | undefined;

/** How many milliseconds local time is ahead of UTC. */
export function offsetAt(caller: string, timeZone: string, epoch: number): number {
  if (timeZone === "UTC") return 0;
  const zone = zoneOf(caller, timeZone);
  const { before, change, after } = stretchAt(zone, Math.floor(epoch / STRETCH));
  return epoch < change ? before : after;
}

/**
 * The first instant whose local time is the given one or later. Local times are held as if they were UTC. Of a local
 * time that comes twice it is the earlier, and for one that clocks jump over the instant after the jump.
 */
export function firstInstantFrom(caller: string, timeZone: string, local: number): number {
  if (timeZone === "UTC") return local;
  const zone = zoneOf(caller, timeZone);
  // No clock has ever been a day ahead of UTC or behind it: a day before, the local time is still to come.
  for (let index = Math.floor((local - DAY) / STRETCH); ; index++) {
    const { before, change, after } = stretchAt(zone, index);
    const [start, end] = [index * STRETCH, (index + 1) * STRETCH];
    // Where clocks jump over it just as a stretch begins, the local time is past already.
    const first = Math.max(start, local - before);
    if (first < Math.min(change, end)) return first;
    const second = Math.max(change, local - after);
    if (second < end) return second;
  }
}

function zoneOf(caller: string, timeZone: string): Zone {
  if (timeZone !== latest?.name) latest = zones.get(timeZone) ?? openZone(caller, timeZone);
  return latest;
}

function stretchAt(zone: Zone, index: number): Stretch {
  const kept = zone.stretches[index & (PLACES - 1)];
  return kept?.index === index ? kept : readStretch(zone, index);
}

function openZone(caller: string, timeZone: string): Zone {
  const formatter = formatterOf(caller, timeZone);
  const zone: Zone = { name: timeZone, formatter, stretches: new Array(PLACES).fill(undefined) };
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(timeZone, zone);
  return zone;
}

function formatterOf(caller: string, timeZone: unknown): Intl.DateTimeFormat {
  try {
    // Some engines accept bare offsets as zones and some do not; here none does.
    if (typeof timeZone === "string" && /^[A-Za-z]/.test(timeZone)) {
      return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    }
  } catch {
    // Falls through to the same error as a value of the wrong type.
  }
  const requirement = "an IANA time zone such as Asia/Jakarta";
  throw refusal(caller, "invalid-argument", ["timeZone"], requirement, timeZone);
}

function readStretch(zone: Zone, index: number): Stretch {
  const start = index * STRETCH;
  const before = readOffset(zone.formatter, start);
  const after = readOffset(zone.formatter, start + STRETCH);
  let change = Number.POSITIVE_INFINITY;
  if (before !== after) {
    // Halve the stretch to the millisecond in which the clocks change.
    let low = start;
    change = start + STRETCH;
    while (change - low > 1) {
      const middle = Math.floor((low + change) / 2);
      if (readOffset(zone.formatter, middle) === before) low = middle;
      else change = middle;
    }
  }
  const stretch = { index, before, change, after };
  zone.stretches[index & (PLACES - 1)] = stretch;
  return stretch;
}

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Reads `GMT+07:00`; a few zones had seconds in their offset once. */
function readOffset(formatter: Intl.DateTimeFormat, epoch: number): number {
  const match = OFFSET.exec(formatter.format(epoch));
  if (match === null) throw new Error("cx-metrics: this engine words time zone offsets in an unknown way");
  const part = (group: number): number => Number(match[group] ?? 0);
  const sign = match[1] === "-" ? -1 : 1;
  return sign * ((part(2) * 60 + part(3)) * 60 + part(4)) * 1000 + 0;
}
