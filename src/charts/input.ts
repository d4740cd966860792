// The guards that read results: they may come from storage, and what is wrong in them must not reach a chart.

import { checkedCount, type Path, refusal, requireIterable } from "../errors.ts";

/** An object whose properties can be read, or a throw. */
export function objectAt(caller: string, path: Path, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw refusal(caller, "invalid-argument", path, "an object", value);
}

/** An array, or a throw. */
export function arrayAt(caller: string, path: Path, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refusal(caller, "invalid-argument", path, "an array", value);
}

/** Each item of an iterable, read. */
export function itemsOf<T>(
  caller: string,
  name: string,
  items: unknown,
  read: (item: Readonly<Record<string, unknown>>, path: readonly [string, number]) => T,
): readonly T[] {
  requireIterable(caller, [name], items);
  return Array.from(items as Iterable<unknown>, (item, i) =>
    read(objectAt(caller, [name, i], item), [name, i]),
  );
}

/** A finite number, or a throw. */
export function numberAt(caller: string, path: Path, value: unknown): number {
  // Of all values, isFinite takes numbers alone. Adding 0 turns −0 into 0.
  if (Number.isFinite(value)) return (value as number) + 0;
  throw refusal(caller, "invalid-argument", path, "a finite number", value);
}

/** A finite number or `null`, or a throw. */
export function figureAt(caller: string, path: Path, value: unknown): number | null {
  if (value === null) return null;
  if (Number.isFinite(value)) return (value as number) + 0;
  throw refusal(caller, "invalid-argument", path, "a finite number or null", value);
}

/** A number of people or things, or a throw. */
export function countAt(caller: string, path: Path, value: unknown): number {
  return checkedCount(caller, path, value);
}

/** A finite number from 0 up, which weights may have made a fraction; or a throw. */
export function amountAt(caller: string, path: Path, value: unknown): number {
  const amount = numberAt(caller, path, value);
  if (amount >= 0) return amount;
  throw refusal(caller, "invalid-argument", path, "a finite number from 0 up", value);
}

/** A text, or a throw. */
export function textAt(caller: string, path: Path, value: unknown): string {
  if (typeof value === "string") return value;
  throw refusal(caller, "invalid-argument", path, "a string", value);
}
