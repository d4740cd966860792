// Classification by ordered rules: the first rule whose conditions all hold gives the label.

import { type Path, refusal, refusalInWords, requireOneOf } from "../errors.ts";
import type { Fact, FactKind, FactKinds, Facts, KnownFact } from "./facts.ts";
import type { Naming } from "./labels.ts";
import { walkRules } from "./ruleLists.ts";

/** The bounds within which a figure has to lie; those left out do not bound it. */
export interface Bounds {
  /** It is this or more. */
  readonly atLeast?: number | undefined;
  /** It is this or less. */
  readonly atMost?: number | undefined;
  /** It is more than this. */
  readonly above?: number | undefined;
  /** It is less than this. */
  readonly below?: number | undefined;
}

/** What a fact has to be: exactly this, one of these words, or a figure within bounds. */
export type Condition = boolean | number | string | readonly string[] | Bounds;

/** One rule of an ordered table. */
export interface FirstMatchRule<L extends string, F extends string = string> {
  /** Its name, which the result cites. */
  readonly rule: string;
  /** The label it gives. */
  readonly label: L;
  /**
   * What has to hold, all of it. A condition on a fact that is not known does not hold; a rule without conditions always
   * does.
   */
  readonly when: Partial<Readonly<Record<F, Condition | undefined>>>;
}

/** A rule that held, and the facts it looked at. */
export interface Reason {
  /** The rule by name. */
  readonly rule: string;
  /** The facts it looked at, by name. */
  readonly evidence: Readonly<Record<string, KnownFact>>;
}

/** A label with the rules that gave it. */
export interface Decision<L extends string> {
  /** The label of the first rule that held; `"undetermined"` where none did. */
  readonly label: L | "undetermined";
  /** The rules for this label that held: first the one that decided, then later ones that would have given the same. */
  readonly because: readonly Reason[];
}

/** The label of the first rule that holds, with every rule for that label that holds. */
export function firstMatch<L extends string, T extends string>(
  facts: Facts,
  rules: readonly FirstMatchRule<L>[],
  called: Naming<L, T>,
): Decision<L | T> {
  const holding = rules.filter(({ when }) =>
    conditionsOf(when).every(([name, is]) => holds(is, facts[name])),
  );
  const [first] = holding;
  if (first === undefined) return { label: "undetermined", because: [] };
  const because = holding
    .filter(({ label }) => label === first.label)
    .map(({ rule, when }) => ({ rule, evidence: lookedAt(when, facts) }));
  return { label: called(first.label), because };
}

type When = { readonly [fact: string]: Condition | undefined };

function conditionsOf(when: When): readonly (readonly [string, Condition])[] {
  return Object.entries(when).filter((entry): entry is [string, Condition] => entry[1] !== undefined);
}

function holds(condition: Condition, fact: Fact): boolean {
  if (fact === null || fact === undefined) return false;
  if (typeof condition !== "object") return fact === condition;
  if (isList(condition)) return condition.includes(fact as string);
  const { atLeast = -Infinity, atMost = Infinity, above = -Infinity, below = Infinity } = condition;
  const figure = fact as number;
  return figure >= atLeast && figure <= atMost && figure > above && figure < below;
}

function lookedAt(when: When, facts: Facts): Reason["evidence"] {
  return Object.fromEntries(conditionsOf(when).map(([name]) => [name, facts[name] as KnownFact]));
}

/** The compiler does not see that an array that may not be written is one. */
function isList(condition: unknown): condition is readonly string[] {
  return Array.isArray(condition);
}

/** The table asked for where it is in order, or a throw; `standard` where none is asked for. */
export function checkedFirstMatchRules<L extends string, F extends string>(
  caller: string,
  rules: readonly FirstMatchRule<L, F>[] | undefined,
  standard: readonly FirstMatchRule<L, F>[],
  kinds: FactKinds<F>,
  labels: readonly L[],
): readonly FirstMatchRule<L, F>[] {
  if (rules === undefined) return standard;
  const names = new Set<unknown>();
  walkRules(caller, "rules", rules, ({ rule, label, when }, path) => {
    if (typeof rule !== "string" || rule.trim() === "") {
      throw refusal(caller, "invalid-argument", [...path, "rule"], "a string that is not blank", rule);
    }
    if (names.has(rule)) {
      const place = [...path, "rule"];
      throw refusalInWords(caller, "invalid-argument", place, "a name of its own", "one used already");
    }
    names.add(rule);
    requireOneOf(caller, [...path, "label"], label, labels);
    checkConditions(caller, [...path, "when"], when, kinds);
  });
  return rules;
}

function checkConditions(caller: string, path: Path, when: unknown, kinds: FactKinds): void {
  if (typeof when !== "object" || when === null || isList(when)) {
    throw refusal(caller, "invalid-argument", path, "an object", when);
  }
  for (const [name, condition] of conditionsOf(when as When)) {
    if (!Object.hasOwn(kinds, name)) {
      const requirement = `conditions on ${Object.keys(kinds).join(", ")}`;
      throw refusalInWords(caller, "invalid-argument", path, requirement, "a condition on something else");
    }
    checkCondition(caller, [...path, name], condition, kinds[name] as FactKind);
  }
}

function checkCondition(caller: string, path: Path, condition: unknown, kind: FactKind): void {
  if (typeof kind !== "string") {
    for (const word of isList(condition) ? condition : [condition]) requireOneOf(caller, path, word, kind);
  } else if (kind === "boolean") {
    if (typeof condition !== "boolean") {
      throw refusal(caller, "invalid-argument", path, "true or false", condition);
    }
  } else if (!Number.isFinite(condition) && !isBounds(condition)) {
    const requirement = `a finite number or an object of ${BOUNDS.join(", ")}`;
    throw refusal(caller, "invalid-argument", path, requirement, condition);
  }
}

const BOUNDS: readonly string[] = ["atLeast", "atMost", "above", "below"];

function isBounds(condition: unknown): condition is Bounds {
  if (typeof condition !== "object" || condition === null) return false;
  const bounds = Object.entries(condition).filter(([, bound]) => bound !== undefined);
  return (
    bounds.length > 0 && bounds.every(([name, bound]) => BOUNDS.includes(name) && Number.isFinite(bound))
  );
}
