// The caller's own names for the labels of a classification.

import { refusal, refusalInWords, requireObject } from "../errors.ts";

/** The caller's name for each label that has one; labels left out keep theirs. */
export type LabelNames<L extends string, T extends string> = {
  readonly [Label in L]?: T | undefined;
};

/** What a label is called: the caller's name for it, or its own. */
export type Naming<L extends string, T extends string> = (label: L) => L | T;

/** How to call each label, or a throw where a name is no label's, is blank, or would make two labels one. */
export function checkedNaming<L extends string, T extends string>(
  caller: string,
  labels: readonly L[],
  names: LabelNames<L, T> = {},
): Naming<L, T> {
  requireObject(caller, ["labels"], names);
  const given = new Map<string, unknown>(Object.entries(names).filter(([, name]) => name !== undefined));
  for (const [label, name] of given) {
    if (!(labels as readonly string[]).includes(label)) {
      const requirement = `names for ${labels.join(", ")}`;
      throw refusalInWords(caller, "invalid-argument", ["labels"], requirement, "a name for another label");
    }
    if (typeof name !== "string" || name.trim() === "") {
      throw refusal(caller, "invalid-argument", ["labels", label], "a string that is not blank", name);
    }
  }
  const called = (label: L): L | T => (given.get(label) as T | undefined) ?? label;
  // What no label fits stays "undetermined", so no label may be called that.
  if (new Set(["undetermined", ...labels.map(called)]).size <= labels.length) {
    const requirement = 'different from each other and from "undetermined"';
    throw refusalInWords(caller, "invalid-argument", ["labels"], requirement, "one name twice");
  }
  return called;
}
