// Contract of the check for plain JSON: it must be able to fail.

import { describe, expect, it } from "vitest";
import { deepFreeze, expectPlainJson } from "./plainJson.ts";

describe("expectPlainJson", () => {
  it.each([
    null,
    true,
    "",
    0,
    -1.5,
    [],
    {},
    [1, [null], { a: "b" }],
    JSON.parse('{ "__proto__": 1 }') as unknown,
  ])("passes %j", (value) => {
    expectPlainJson(value);
  });

  it.each([
    ["undefined", undefined, "result is of type undefined"],
    ["a property that is undefined", { a: { b: undefined } }, "result.a.b is of type undefined"],
    ["−0", { a: [1, -0] }, "result.a[1] is −0"],
    ["NaN", [Number.NaN], "result[0] is NaN"],
    ["an infinity", { a: Number.NEGATIVE_INFINITY }, "result.a is -Infinity"],
    ["a hole", Object.assign([], { 0: 1, 2: 2 }), "result[1] is a hole"],
    ["a class", { a: new Date(0) }, "result.a is an instance of a class"],
    ["a typed array", new Uint8Array(1), "result is an instance of a class"],
    ["an object without a prototype", Object.create(null), "result is an instance of a class"],
    ["a symbol for a key", { [Symbol.iterator]: 1 }, "result has a symbol for a key"],
    [
      "an accessor",
      {
        get a() {
          return 1;
        },
      },
      "result.a is an accessor",
    ],
    ["a bigint", [1n], "result[0] is of type bigint"],
    ["a function", () => 1, "result is of type function"],
  ])("refuses %s", (_, value, message) => {
    expect(() => expectPlainJson(value)).toThrow(message);
  });
});

describe("deepFreeze", () => {
  it("freezes a value and everything in it, and returns it", () => {
    const value = { a: [{ b: 1 }] };
    expect(deepFreeze(value)).toBe(value);
    expect([value, value.a, value.a[0]].every(Object.isFrozen)).toBe(true);
  });
});
