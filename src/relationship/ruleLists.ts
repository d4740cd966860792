// What every table of rules has in common: a caller's own is walked row by row, ours is frozen.

import { type Path, refusal } from "../errors.ts";

/** Walks a caller's table, or throws where it is no array of objects or is empty. */
export function walkRules(
  caller: string,
  name: string,
  rules: unknown,
  check: (rule: Readonly<Record<string, unknown>>, path: Path) => void,
): void {
  if (!Array.isArray(rules) || rules.length === 0) {
    throw refusal(caller, "invalid-argument", [name], "an array of objects, one at least", rules);
  }
  for (const [index, rule] of rules.entries()) {
    const path = [name, index];
    if (typeof rule !== "object" || rule === null) {
      throw refusal(caller, "invalid-argument", path, "an object", rule);
    }
    check(rule, path);
  }
}

/** Plain data, frozen all the way down. */
export function frozen<T>(data: T): T {
  if (typeof data === "object" && data !== null) {
    for (const part of Object.values(data)) frozen(part);
    Object.freeze(data);
  }
  return data;
}
