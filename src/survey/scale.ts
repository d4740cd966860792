// Rating scales: the whole numbers from a lowest to a highest answer.

import { type CxMetricsError, type Path, refusal, refusalInWords, requireObject } from "../errors.ts";

/**
 * A rating scale: every whole number from `min` to `max`, both included. Two to 1,001 points.
 *
 * @example
 * ```ts
 * import { csat, type Scale } from "cx-metrics";
 *
 * const tenPoint: Scale = { min: 1, max: 10 };
 * csat([10, 9, 8, 3], { scale: tenPoint }).score; // → 75
 * ```
 */
export interface Scale {
  /** The lowest rating. */
  readonly min: number;
  /** The highest rating. */
  readonly max: number;
}

/** The scale of the Net Promoter question: 0 (not at all likely) to 10 (extremely likely). */
export const NPS_SCALE: Scale = /* @__PURE__ */ Object.freeze({ min: 0, max: 10 });

/** The usual satisfaction scale: 1 (very dissatisfied) to 5 (very satisfied). */
export const CSAT_SCALE: Scale = /* @__PURE__ */ Object.freeze({ min: 1, max: 5 });

/** The usual effort scale, CES 2.0: 1 (very difficult) to 7 (very easy). */
export const CES_SCALE: Scale = /* @__PURE__ */ Object.freeze({ min: 1, max: 7 });

/** A tally keeps a cell for each point, so that a mistyped scale must not ask for a billion of them. */
const MOST_POINTS = 1001;

/** So far from 0, means of ratings would begin to lose digits. */
const FURTHEST_END = 9_999_999;

/** How many ratings a scale has. */
export function pointsOf(scale: Scale): number {
  return scale.max - scale.min + 1;
}

/** A scale in words: `0 to 10`. */
export function scaleInWords(scale: Scale): string {
  return `${scale.min} to ${scale.max}`;
}

/** Whether two scales have the same ends. */
export function sameScale(a: Scale, b: Scale): boolean {
  return a.min === b.min && a.max === b.max;
}

/** A copy with nothing but the two ends, or a throw. */
export function checkedScale(caller: string, scale: Scale | undefined, path: Path = ["scale"]): Scale {
  requireObject(caller, path, scale);
  const { min, max } = scale;
  requireScaleEnd(caller, [...path, "min"], min);
  requireScaleEnd(caller, [...path, "max"], max);
  const points = max - min + 1;
  if (points < 2 || points > MOST_POINTS) {
    const requirement = `2 to ${MOST_POINTS} whole numbers, lowest to highest`;
    throw refusalInWords(caller, "invalid-argument", path, requirement, scaleInWords(scale));
  }
  // Adding 0 turns a −0 into 0, which JSON could not keep apart.
  return { min: min + 0, max: max + 0 };
}

function requireScaleEnd(caller: string, path: Path, value: unknown): void {
  if (!Number.isInteger(value) || Math.abs(value as number) > FURTHEST_END) {
    throw refusal(caller, "invalid-argument", path, "a whole number of at most seven digits", value);
  }
}

/** A cut above the lowest rating, so that both sides of it can be answered, or a throw. */
export function checkedCut(caller: string, path: readonly string[], from: unknown, scale: Scale): number {
  if (!Number.isInteger(from) || !((from as number) > scale.min && (from as number) <= scale.max)) {
    const requirement = `an integer from ${scale.min + 1} to ${scale.max}`;
    throw refusal(caller, "invalid-argument", path, requirement, from);
  }
  return (from as number) + 0;
}

/** The error for answers on one scale where another was promised. */
export function scaleMismatch(caller: string, path: Path, expected: Scale, actual: Scale): CxMetricsError {
  const requirement = `on the scale ${scaleInWords(expected)}`;
  return refusalInWords(caller, "scale-mismatch", path, requirement, scaleInWords(actual));
}
