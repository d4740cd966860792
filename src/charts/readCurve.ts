// Survival curves as charts read them.

import type { SurvivalCurve } from "../customers/kaplanMeier.ts";
import { medianSurvival } from "../customers/survivalQuantile.ts";
import { naming, type Path } from "../errors.ts";
import { amountAt, arrayAt, countAt, figureAt, numberAt, objectAt } from "./input.ts";

/** A step of a curve, checked. */
export interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A curve with its name, checked. */
export interface Curve {
  readonly name: string;
  readonly n: number;
  readonly events: number;
  readonly level: number;
  readonly steps: readonly Step[];
  /** When half have left, by the usual rule; `null` where they have not. */
  readonly median: number | null;
}

/** The curve, or a throw. */
export function curveAt(caller: string, path: Path, name: string, value: unknown): Curve {
  const { n, events, level, steps } = objectAt(caller, path, value);
  const curve = {
    name,
    n: countAt(caller, [...path, "n"], n),
    events: amountAt(caller, [...path, "events"], events),
    level: numberAt(caller, [...path, "level"], level),
    steps: arrayAt(caller, [...path, "steps"], steps).map((step, i) =>
      stepAt(caller, [...path, "steps", i], step),
    ),
  };
  return { ...curve, median: naming(caller, path, () => medianSurvival(value as SurvivalCurve).time) };
}

function stepAt(caller: string, path: Path, step: unknown): Step {
  const { time, atRisk, survival, low, high } = objectAt(caller, path, step);
  return {
    time: amountAt(caller, [...path, "time"], time),
    atRisk: amountAt(caller, [...path, "atRisk"], atRisk),
    survival: amountAt(caller, [...path, "survival"], survival),
    low: figureAt(caller, [...path, "low"], low),
    high: figureAt(caller, [...path, "high"], high),
  };
}

/** How many are followed until a time: those at risk at the first step from then on. */
export function atRiskAt({ steps }: Curve, time: number): number {
  let [first, end] = [0, steps.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((steps[middle] as Step).time >= time) end = middle;
    else first = middle + 1;
  }
  return steps[first]?.atRisk ?? 0;
}

/** The steps at which the curve or its band changes, and the last: the others draw nothing. */
export function drawnSteps({ steps }: Curve): readonly Step[] {
  return steps.filter((step, i) => {
    const before = steps[i - 1];
    return (
      i === steps.length - 1 ||
      step.survival !== (before?.survival ?? 1) ||
      step.low !== (before?.low ?? null) ||
      step.high !== (before?.high ?? null)
    );
  });
}
