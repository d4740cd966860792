// What is known about a party, an interaction or a case: the facts that rules are about.

import { checkedCount, type Path, refusal, requireObject, requireOneOf } from "../errors.ts";

/** One fact: yes or no, a figure, or one of a fixed list of words; `null` or absent means not known. */
export type Fact = boolean | number | string | null | undefined;

/** A fact that is known. */
export type KnownFact = boolean | number | string;

/** What is known, by name. */
export type Facts<F extends string = string> = { readonly [Name in F]?: Fact };

/** What a fact can be: true or false, a finite number, a whole number from 0 or 1 up, or one of the words in a list. */
export type FactKind = "boolean" | "number" | "count" | "count-from-1" | readonly string[];

/** What each of a classifier's facts can be. */
export type FactKinds<F extends string = string> = { readonly [Name in F]: FactKind };

/** The same for facts that a record states itself. Figures with a fraction are reckoned, never stated. */
export type StatedKinds<F extends string = string> = {
  readonly [Name in F]: Exclude<FactKind, "number">;
};

/** The facts of a record that are known, or a throw at the first that is not of its kind. Other fields are not read. */
export function checkedFacts<F extends string>(
  caller: string,
  name: string,
  record: { readonly [Name in NoInfer<F>]?: unknown },
  kinds: StatedKinds<F>,
): { readonly [Name in F]?: KnownFact } {
  requireObject(caller, [name], record);
  const facts: { [Name in F]?: KnownFact } = {};
  for (const fact of Object.keys(kinds) as F[]) {
    const value: unknown = record[fact];
    if (value === null || value === undefined) continue;
    facts[fact] = checkedFact(caller, [name, fact], value, kinds[fact]);
  }
  return facts;
}

function checkedFact(caller: string, path: Path, value: unknown, kind: StatedKinds[string]): KnownFact {
  if (typeof kind !== "string") {
    requireOneOf(caller, path, value, kind);
    return value;
  }
  if (kind === "count-from-1" && !(Number.isSafeInteger(value) && (value as number) >= 1)) {
    throw refusal(caller, "invalid-count", path, "a whole number from 1 up", value);
  }
  if (kind === "count" || kind === "count-from-1") return checkedCount(caller, path, value);
  if (typeof value !== "boolean") {
    throw refusal(caller, "invalid-argument", path, "true, false or missing", value);
  }
  return value;
}
