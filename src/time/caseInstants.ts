// The instants of a support case, read and checked against each other.

import { type Path, refusal, refusalInWords } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "./epoch.ts";

/** One of a case's instants after it was opened, `null` where it is not known or has not come, or a throw. */
export function caseInstant(
  caller: string,
  path: Path,
  instant: Instant | null | undefined,
  openedAt: number,
): number | null {
  if (instant === null || instant === undefined) return null;
  const epoch = epochOf(caller, path, instant);
  if (epoch >= openedAt) return epoch;
  throw refusalInWords(caller, "invalid-argument", path, "openedAt or later", "an earlier instant");
}

/** Throws where the first and the last solution of a case contradict each other. */
export function requireSolutions(
  caller: string,
  path: Path,
  first: number | null,
  last: number | null,
): void {
  if (last === null) return;
  if (first === null) throw refusal(caller, "invalid-argument", path, "known where lastSolvedAt is", first);
  if (first > last) {
    throw refusalInWords(caller, "invalid-argument", path, "lastSolvedAt or earlier", "a later instant");
  }
}
