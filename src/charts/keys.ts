// Keys of groups: their values, and a text for each.

import { type Path, refusalInWords } from "../errors.ts";
import type { GroupValue } from "../records/groupValue.ts";
import { objectAt } from "./input.ts";
import type { Words } from "./words.ts";

/** The values of a group's key, or a throw where there is none. */
export function keyValues(caller: string, path: Path, key: unknown): readonly GroupValue[] {
  const values = Object.values(objectAt(caller, [...path, "key"], key));
  if (values.every(isGroupValue)) return values;
  const requirement = "of strings, finite numbers, booleans or null";
  throw refusalInWords(caller, "invalid-argument", [...path, "key"], requirement, "another value");
}

function isGroupValue(value: unknown): value is GroupValue {
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
}

/** A text for each key, all different: of keys that read alike, such as `1` and `"1"`, the later ones carry a number. */
export function keyTexts({ labels }: Words, keys: readonly (readonly GroupValue[])[]): readonly string[] {
  return differentTexts(
    keys.map((values) =>
      values.length === 0
        ? labels.all
        : values.map((value) => (value === null ? labels.missingKey : String(value))).join(" · "),
    ),
  );
}

/** The texts, where one that occurs again carries a number. */
export function differentTexts(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let different = text;
    for (let i = 2; taken.has(different); i++) different = `${text} (${i})`;
    taken.add(different);
    return different;
  });
}
