// Facts as they change through time, and the labels that rules give them on the way.

import { DAY, shownInstant } from "../time/epoch.ts";
import type { Fact, KnownFact } from "./facts.ts";
import { type Bounds, type Decision, type FirstMatchRule, firstMatch } from "./firstMatch.ts";
import type { Naming } from "./labels.ts";

/** From before all that is known: no date is this far off. */
export const EVER = -1e16;

/**
 * A fact from one moment on, until its next piece: a value that stays, or a figure that a clock shows, which is
 * (t − start) ÷ unit in milliseconds.
 */
export interface Piece {
  /** From when on, in epoch milliseconds; {@link EVER} for ever before. */
  readonly from: number;
  /** The value that stays; `null` where it is not known, or a clock shows it. */
  readonly value: boolean | number | null;
  /** What the clock counts from, and how fast; `null` where there is none. */
  readonly clock: { readonly start: number; readonly unit: number } | null;
  /** The instant that it is about, as evidence; `null` where there is none. */
  readonly about: number | null;
  /** What else there is to say as evidence: one of our own words. */
  readonly word: string | null;
}

/** What the evidence calls the instant that a fact is about, the word to it, and its unit in days; only those named are shown. */
export interface EvidenceNames {
  readonly about?: string;
  readonly word?: string;
  readonly unitDays?: string;
}

/** A fact's pieces in order of time. Before the first it is not known. */
export type Course = readonly Piece[];

/** The course of each fact. */
type Courses<F extends string> = Readonly<Record<F, Course>>;

/** A classification through time: its facts, its rules, what its labels are called, and how it names its evidence. */
export interface Classifier<L extends string, T extends string, F extends string> {
  readonly courses: Courses<F>;
  readonly rules: readonly FirstMatchRule<L, F>[];
  readonly called: Naming<L, T>;
  readonly names: Readonly<Record<F, EvidenceNames>>;
}

/** A label, and from when on it holds; {@link EVER} for ever before. */
export interface Run<L extends string> {
  readonly decision: Decision<L>;
  readonly from: number;
}

/** A value that stays. */
export function staying(from: number, value: boolean | number | null, about: number | null = null): Piece {
  return { from, value, clock: null, about, word: null };
}

/** A figure that a clock shows. */
export function running(from: number, start: number, unit: number = DAY, word: string | null = null): Piece {
  return { from, value: null, clock: { start, unit }, about: start, word };
}

/** The piece that holds at a moment. Of several from one moment on, the last. */
function pieceAt(course: Course, t: number): Piece | undefined {
  let [low, high] = [0, course.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((course[middle] as Piece).from <= t) low = middle + 1;
    else high = middle;
  }
  return course[low - 1];
}

function shownBy(piece: Piece | undefined, t: number): Fact {
  if (piece === undefined) return null;
  // Adding 0 turns a −0 into 0.
  return piece.clock === null ? piece.value : (t - piece.clock.start) / piece.clock.unit + 0;
}

/** What the rules say at a moment, each fact with its dates. */
export function decisionAt<L extends string, T extends string, F extends string>(
  { courses, rules, called, names }: Classifier<L, T, F>,
  t: number,
): Decision<L | T> {
  const facts: Partial<Record<F, Fact>> = {};
  for (const name of Object.keys(courses) as F[]) facts[name] = shownBy(pieceAt(courses[name], t), t);
  const { label, because } = firstMatch(facts, rules, called);
  const dated = because.map(({ rule, evidence }) => {
    const known = Object.entries(evidence) as [F, KnownFact][];
    const parts = known.map(([name, value]) => {
      return { [name]: value, ...detailsOf(pieceAt(courses[name], t) as Piece, names[name]) };
    });
    return { rule, evidence: Object.assign({}, ...parts) as Record<string, KnownFact> };
  });
  return { label, because: dated };
}

function detailsOf({ about, word, clock }: Piece, names: EvidenceNames): Record<string, KnownFact> {
  const details: Record<string, KnownFact> = {};
  if (names.about !== undefined && about !== null) details[names.about] = shownInstant(about);
  if (names.unitDays !== undefined && clock !== null) details[names.unitDays] = clock.unit / DAY;
  if (names.word !== undefined && word !== null) details[names.word] = word;
  return details;
}

/** The labels from `start` to `end` in order of time, each different from the one before. */
export function runsBetween<L extends string, T extends string, F extends string>(
  classifier: Classifier<L, T, F>,
  start: number,
  end: number,
): readonly Run<L | T>[] {
  const runs: Run<L | T>[] = [];
  for (const from of [start, ...turningPoints(classifier, start, end)]) {
    const decision = decisionAt(classifier, from);
    if (runs.at(-1)?.decision.label !== decision.label) runs.push({ decision, from });
  }
  return runs;
}

/** Every moment after `start` at which some condition of the rules may begin or cease to hold, in order of time. */
function turningPoints<L extends string, T extends string, F extends string>(
  { courses, rules }: Classifier<L, T, F>,
  start: number,
  end: number,
): readonly number[] {
  const points = new Set<number>();
  for (const name of Object.keys(courses) as F[]) {
    const bounds = boundsOn(name, rules);
    if (bounds === null) continue;
    courses[name].forEach((piece, i, course) => {
      if (changes(course[i - 1], piece, bounds)) points.add(piece.from);
      const next = course[i + 1]?.from ?? Number.POSITIVE_INFINITY;
      for (const point of crossings(piece, bounds)) if (point > piece.from && point < next) points.add(point);
    });
  }
  return [...points].filter((point) => point > start && point <= end).sort((a, b) => a - b);
}

/** The figures that conditions compare a fact with; `null` where no rule looks at it. */
function boundsOn<L extends string, F extends string>(
  name: F,
  rules: readonly FirstMatchRule<L, F>[],
): readonly number[] | null {
  const conditions = rules.map(({ when }) => when[name]).filter((condition) => condition !== undefined);
  if (conditions.length === 0) return null;
  return conditions.flatMap((condition) => {
    if (typeof condition === "number") return [condition];
    return typeof condition === "object"
      ? Object.values(condition as Bounds).filter((b) => b !== undefined)
      : [];
  });
}

/** Whether some condition may tell the new piece at its beginning from the old one at its end. */
function changes(before: Piece | undefined, piece: Piece, bounds: readonly number[]): boolean {
  // A piece that another from the same moment on replaces has no end before its beginning.
  const lastOfBefore = Math.max(piece.from - 1, before?.from ?? EVER);
  const [was, is] = [shownBy(before, lastOfBefore), shownBy(piece, piece.from)];
  if (typeof was !== "number" || typeof is !== "number") return was !== is;
  return bounds.some((bound) => Math.sign(was - bound) !== Math.sign(is - bound));
}

/** For each of the figures the first milliseconds at which a clock may show it, or be past it. */
function crossings(piece: Piece, bounds: readonly number[]): readonly number[] {
  const { clock } = piece;
  if (clock === null) return [];
  // Where the figure is shown exactly, it is passed a millisecond later; and rounding may put the moment one too early.
  return bounds.flatMap((bound) => {
    const point = Math.round(clock.start + bound * clock.unit);
    return [point, point + 1];
  });
}
