import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { CxMetricsError } from "../src/index.ts";
import { CALLS } from "./support/calls.ts";

/** What the hostile values below throw. It is the caller's own, and reaches the caller as it is. */
const OWN_ERROR = new Error("thrown by the caller's value");

function refuse(): never {
  throw OWN_ERROR;
}

const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"] as const;

/** Objects that throw when they are looked at, each in its own way. */
const throwing: readonly unknown[] = [
  ...traps.map((trap) => new Proxy({}, { [trap]: refuse })),
  ...traps.map((trap) => new Proxy([5], { [trap]: refuse })),
  new Proxy(() => 5, { apply: refuse, get: refuse }),
  { [Symbol.iterator]: refuse },
  { [Symbol.iterator]: () => ({ next: refuse }) },
  {
    [Symbol.iterator]: () => {
      let given = 0;
      return { next: () => ({ done: given++ > 1, value: given > 1 ? refuse : 5 }), return: refuse };
    },
  },
  {
    *[Symbol.iterator]() {
      yield 5;
      refuse();
    },
  },
  { toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse },
  Object.defineProperty(new Date(0), "getTime", { get: refuse }),
];

/** Objects that are not what they seem. */
const deceitful: readonly unknown[] = [
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('[{"__proto__":{"polluted":true}}]'),
  { scale: { min: 0, max: 10 }, counts: { __proto__: { length: 11 } }, missing: 0 },
  Object.create(null),
  Object.create({ rating: 5, scale: { min: 0, max: 10 } }),
  // biome-ignore lint/suspicious/noSparseArray: holes are what is tried.
  [, 5, , 9],
  new Array(5),
  { length: 2 ** 53 },
  { length: -1, 0: 5 },
  new Map([["__proto__", 5]]),
  new Set(["__proto__"]),
  new Proxy([1, 2, 3], {}),
  new Proxy({}, { get: (_target, name) => (name === Symbol.iterator ? undefined : 5) }),
  Object.assign([5, 9], { length: 1, extra: 5 }),
  new (class extends Array<number> {})(3),
  new Date(Number.NaN),
  new Number(5),
  new String("5"),
  new Boolean(true),
  Object(1n),
  Object(Symbol.iterator),
  new Uint8Array([5, 11]),
  new BigInt64Array([5n]),
  new DataView(new ArrayBuffer(8)),
  new ArrayBuffer(8),
  new Float64Array([Number.NaN, 5]),
  Promise.resolve(5),
  "x".repeat(100_000),
  " ".repeat(100_000),
  "9".repeat(100_000),
  "__proto__",
  "constructor",
  globalThis.process.env["NO_SUCH_VARIABLE"],
  /a+$/,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n ** 100n,
];

const hostile = [...throwing, ...deceitful] as unknown as readonly never[];

/** Its place alone: fast-check would look at the value. */
const anyHostile = fc.nat({ max: hostile.length - 1 });

const anyFrozen = fc.anything({
  withNullPrototype: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
});

function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

/** Runs a call; what it throws must be an error of the package, or the one that the value itself threw. */
function survives(call: (value: never) => unknown, value: never): void {
  try {
    call(value);
  } catch (error) {
    if (error !== OWN_ERROR && !(error instanceof CxMetricsError)) throw error;
  }
}

const prototypes = [Object, Array, Function, Map, Set, Date, Number, String, Promise, Uint8Array];
const untouched = prototypes.map(({ prototype }) => Reflect.ownKeys(prototype).length);

describe("a hostile value gives a result, an error of the package, or the value's own error", () => {
  afterEach(() => {
    expect(prototypes.map(({ prototype }) => Reflect.ownKeys(prototype).length)).toEqual(untouched);
    expect("polluted" in {}).toBe(false);
  });

  it.each(Object.entries(CALLS))("given to %s, and inside of an array or a record", (_name, calls) => {
    for (const call of calls) for (const value of hostile) survives(call, value);
    fc.assert(
      fc.property(fc.constantFrom(...calls), anyHostile, fc.string(), (call, place, key) => {
        const value = hostile[place];
        survives(call, [value] as never);
        survives(call, [[value, 5]] as never);
        survives(call, { [key]: value } as never);
      }),
    );
  });

  it.each(Object.entries(CALLS))("and %s changes nothing of what it is given", (_name, calls) => {
    fc.assert(
      fc.property(fc.constantFrom(...calls), anyFrozen, (call, value) =>
        survives(call, frozen(value) as never),
      ),
    );
  });
});
