// The promise that every result is plain JSON, as a check.

import { expect } from "vitest";

/**
 * Passes where a value is plain JSON: no `undefined`, −0, NaN, infinity, hole, class, symbol or accessor anywhere in it, so
 * that `JSON.parse(JSON.stringify(value))` gives the same value back.
 */
export function expectPlainJson(value: unknown): void {
  const flaw = flawOf(value, "result");
  if (flaw !== null) expect.fail(flaw);
  expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
}

/** The first thing in a value that JSON could not keep, in words; `null` where there is none. */
function flawOf(value: unknown, place: string): string | null {
  if (value === null || typeof value === "string" || typeof value === "boolean") return null;
  if (typeof value === "number") {
    if (Object.is(value, -0)) return `${place} is −0`;
    return Number.isFinite(value) ? null : `${place} is ${value}`;
  }
  if (typeof value !== "object") return `${place} is of type ${typeof value}`;
  return Array.isArray(value) ? flawOfArray(value, place) : flawOfObject(value, place);
}

function flawOfArray(values: readonly unknown[], place: string): string | null {
  for (let i = 0; i < values.length; i++) {
    if (!Object.hasOwn(values, i)) return `${place}[${i}] is a hole`;
    const flaw = flawOf(values[i], `${place}[${i}]`);
    if (flaw !== null) return flaw;
  }
  return null;
}

function flawOfObject(value: object, place: string): string | null {
  if (Object.getPrototypeOf(value) !== Object.prototype) return `${place} is an instance of a class`;
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === "symbol") return `${place} has a symbol for a key`;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined || !("value" in property)) return `${place}.${key} is an accessor`;
    const flaw = flawOf(property.value, `${place}.${key}`);
    if (flaw !== null) return flaw;
  }
  return null;
}

/** Freezes a value and everything in it, so that whoever writes to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
