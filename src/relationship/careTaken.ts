// The steps of care that have been taken, as a record of them.

import { type Path, refusal, requireObject, requireOneOf } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";
import { CARE_STEP_NAMES, type CareStepName } from "./careSteps.ts";

/** A step of care that has been taken. */
export interface CareTaken {
  /** The step by name. */
  readonly step: CareStepName;
  /** When it was taken. */
  readonly at: Instant;
}

/** The steps taken since the case was solved, by `asOf`. */
export function takenSince(
  caller: string,
  careTaken: readonly CareTaken[] | null | undefined,
  solvedAt: number | null,
  asOf: number,
): ReadonlySet<CareStepName> {
  const taken = new Set<CareStepName>();
  if (careTaken === null || careTaken === undefined) return taken;
  const path = ["case", "careTaken"];
  if (!Array.isArray(careTaken)) throw refusal(caller, "invalid-argument", path, "an array", careTaken);
  for (const [index, entry] of careTaken.entries()) {
    const { step, at } = checkedTaken(caller, [...path, index], entry);
    if (solvedAt !== null && at >= solvedAt && at <= asOf) taken.add(step);
  }
  return taken;
}

function checkedTaken(
  caller: string,
  path: Path,
  entry: CareTaken,
): { readonly step: CareStepName; readonly at: number } {
  requireObject(caller, path, entry);
  const { step, at } = entry;
  requireOneOf(caller, [...path, "step"], step, CARE_STEP_NAMES);
  return { step, at: epochOf(caller, [...path, "at"], at) };
}
