// What rows can be grouped by: the values, and their order.

/** What a row can be grouped by. `null` stands for a missing key. */
export type GroupValue = string | number | boolean | null;

/** The value as a key holds it, or `undefined` where it is none. */
export function groupValueOrUndefined(value: unknown): GroupValue | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  // Adding 0 turns −0 into 0, which a Map takes for the same and JSON could not keep apart.
  return Number.isFinite(value) ? (value as number) + 0 : undefined;
}

const KIND_ORDER = ["boolean", "number", "string", "object"];

/** By kind, then by value; strings by code unit, the same in every locale. Two of the kind "object" are both `null`. */
export function compareGroupValues(a: GroupValue, b: GroupValue): number {
  const kinds = KIND_ORDER.indexOf(typeof a) - KIND_ORDER.indexOf(typeof b);
  return kinds !== 0 ? kinds : Number((a as string) > (b as string)) - Number((a as string) < (b as string));
}
