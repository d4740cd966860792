// The drawn cases of this folder: read from a peer's file, and held against what this package makes of them.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Interval } from "../../src/index.ts";

interface Section {
  readonly fields: readonly string[];
  readonly cases: readonly (readonly unknown[])[];
}

/** The cases of one section of a peer's file, each with its fields by name. */
export function drawn<Case>(file: string, section: string): readonly Case[] {
  const { fields, cases } = sectionsOf(file)[section] as Section;
  return cases.map((values) => Object.fromEntries(fields.map((field, i) => [field, values[i]])) as Case);
}

const files = new Map<string, Record<string, Section>>();

function sectionsOf(file: string): Record<string, Section> {
  const known = files.get(file);
  if (known !== undefined) return known;
  const sections = JSON.parse(readFileSync(new URL(`${file}.json`, import.meta.url), "utf8"));
  files.set(file, sections);
  return sections;
}

/** Both limits of an interval, as the peers' files have them. */
export type Limits = readonly [low: number, high: number];

export function limitsOf(interval: Interval | null): Limits | null {
  return interval && [interval.low, interval.high];
}

/** What is compared: a number, a word, nothing, or several of them. */
type Figure = number | string | boolean | null | undefined | readonly Figure[];

/** How far a number may be off. */
interface Tolerance {
  /** As a share of the peer's. */
  readonly relative: number;
  /** In the figure's own unit: what rounding leaves of a difference of larger numbers. 0 where it is not given. */
  readonly absolute?: number;
}

/** Ours, the peer's, and how far they may be apart where that is not the usual. */
export type Pair = readonly [ours: Figure, theirs: Figure, tolerance?: Tolerance];

/** Passes where all figures agree for all cases, and names the first case where they do not, with its inputs. */
export function expectAgreement<Case>(
  cases: readonly Case[],
  usual: Tolerance,
  figuresOf: (given: Case) => Readonly<Record<string, Pair>>,
): void {
  expect(cases.length).toBeGreaterThan(0);
  const disagreeing = cases.flatMap((given, i) => {
    const found = disagreementOf(figuresOf(given), usual);
    return found === null ? [] : [`case ${i}: ${found}\nof ${JSON.stringify(given).slice(0, 3000)}`];
  });
  if (disagreeing.length === 0) return;
  expect.fail(`${disagreeing.length} of ${cases.length} cases disagree; the first is ${disagreeing[0]}`);
}

function disagreementOf(figures: Readonly<Record<string, Pair>>, usual: Tolerance): string | null {
  for (const [name, [ours, theirs, tolerance = usual]] of Object.entries(figures)) {
    const found = differenceOf(name, ours, theirs, tolerance);
    if (found !== null) return found;
  }
  return null;
}

function differenceOf(name: string, ours: Figure, theirs: Figure, tolerance: Tolerance): string | null {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return `${name} has ${ours.length} figures, not ${theirs.length}`;
    for (const [i, own] of ours.entries()) {
      const found = differenceOf(`${name}[${i}]`, own, theirs[i], tolerance);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof ours === "number" && typeof theirs === "number") {
    const off = Math.abs(ours - theirs);
    if (off <= tolerance.relative * Math.abs(theirs) + (tolerance.absolute ?? 0)) return null;
    return `${name} is ${ours}, not ${theirs}: off by ${off}, ${off / Math.abs(theirs)} of it`;
  }
  if ((ours ?? null) === (theirs ?? null)) return null;
  return `${name} is ${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}`;
}
