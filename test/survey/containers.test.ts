// Contract of the containers that ratings may come in.

import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { CxMetricsError, NPS_SCALE, type Rating, type Scale, tally } from "../../src/index.ts";

const RATINGS = [10, 9, 9, 0, 7];
const COUNTS = [1, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1];

type NumericArray = ArrayLike<number> & Iterable<number>;
type Maker = (values: readonly number[]) => NumericArray;
const typedArrays: [string, Maker][] = [
  ["Int8Array", (values) => Int8Array.from(values)],
  ["Uint8Array", (values) => Uint8Array.from(values)],
  ["Uint8ClampedArray", (values) => Uint8ClampedArray.from(values)],
  ["Int16Array", (values) => Int16Array.from(values)],
  ["Uint16Array", (values) => Uint16Array.from(values)],
  ["Int32Array", (values) => Int32Array.from(values)],
  ["Uint32Array", (values) => Uint32Array.from(values)],
  ["Float32Array", (values) => Float32Array.from(values)],
  ["Float64Array", (values) => Float64Array.from(values)],
  ["Buffer", (values) => Buffer.from(values)],
  ["Uint8Array of another realm", (values) => runInNewContext("Uint8Array.from(values)", { values })],
  ["Float64Array of another realm", (values) => runInNewContext("Float64Array.from(values)", { values })],
  ["array of another realm", (values) => runInNewContext("Array.from(values)", { values })],
];

function* generated(ratings: Iterable<Rating>): Generator<Rating> {
  yield* ratings;
}

describe("ratings may come in", () => {
  it.each(typedArrays)("a %s", (_, make) => {
    const ratings = make(RATINGS);
    expect(tally(ratings, NPS_SCALE)).toStrictEqual({ scale: NPS_SCALE, counts: COUNTS, missing: 0 });
    expect(Array.from(ratings)).toEqual(RATINGS);
  });

  it.each<[string, Iterable<Rating>]>([
    ["an array", RATINGS],
    ["a frozen array", Object.freeze([...RATINGS])],
    ["a generator", generated(RATINGS)],
    ["an iterator", RATINGS.values()],
    ["the values of a Map", new Map(RATINGS.entries()).values()],
    ["an object with an iterator", { [Symbol.iterator]: () => RATINGS.values() }],
    ["a subclass of Array", new (class extends Array<number> {})(...RATINGS)],
    ["a proxy of an array", new Proxy(RATINGS, {})],
  ])("%s", (_, ratings) => {
    expect(tally(ratings, NPS_SCALE)).toStrictEqual({ scale: NPS_SCALE, counts: COUNTS, missing: 0 });
  });

  it("a Set, which holds each rating once", () => {
    expect(tally(new Set([10, 9, 9, null]), NPS_SCALE)).toStrictEqual({
      scale: NPS_SCALE,
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
      missing: 1,
    });
  });

  it("a generator, of which a bad rating is named by its index", () => {
    expect(() => tally(generated([...RATINGS, 11]), NPS_SCALE)).toThrow(
      new CxMetricsError(
        "tally: rating at index 5 must be an integer from 0 to 10, got 11",
        "invalid-rating",
        ["rating", 5],
      ),
    );
  });

  it("a Float16Array, where the engine has one", () => {
    const Float16 = (globalThis as { Float16Array?: { from: Maker } }).Float16Array;
    const ratings = Float16 === undefined ? RATINGS : Float16.from(RATINGS);
    expect(tally(ratings, NPS_SCALE).counts).toEqual(COUNTS);
  });
});

describe("a typed array", () => {
  it.each(typedArrays)("that is empty gives zeros: %s", (_, make) => {
    expect(tally(make([]), NPS_SCALE)).toStrictEqual({
      scale: NPS_SCALE,
      counts: Array(11).fill(0),
      missing: 0,
    });
  });

  it.each(typedArrays)("is refused at the first value off the scale: %s", (_, make) => {
    expect(() => tally(make([...RATINGS, 11, 12]), NPS_SCALE)).toThrow(
      new CxMetricsError(
        "tally: rating at index 5 must be an integer from 0 to 10, got 11",
        "invalid-rating",
        ["rating", 5],
      ),
    );
  });

  it.each(typedArrays)("is named by the first bad value in it, not by the lowest: %s", (_, make) => {
    expect(() => tally(make([1, 120, 0]), { min: 1, max: 5 })).toThrow(
      new CxMetricsError(
        "tally: rating at index 1 must be an integer from 1 to 5, got 120",
        "invalid-rating",
        ["rating", 1],
      ),
    );
  });

  it.each([
    ["Float32Array", Float32Array],
    ["Float64Array", Float64Array],
  ])("may hold doubles, whole ones only: %s", (_, Kind) => {
    for (const [value, inWords] of [[6.5, "6.5"] as const, [Number.NaN, "NaN"] as const]) {
      expect(() => tally(Kind.of(9, value), NPS_SCALE)).toThrow(
        new CxMetricsError(
          `tally: rating at index 1 must be an integer from 0 to 10, got ${inWords}`,
          "invalid-rating",
          ["rating", 1],
        ),
      );
    }
    expect(tally(Kind.of(-0), NPS_SCALE).counts[0]).toBe(1);
  });

  it.each([
    ["BigInt64Array", BigInt64Array],
    ["BigUint64Array", BigUint64Array],
  ])("of bigints is refused: %s", (_, Kind) => {
    expect(() => tally(Kind.of(9n, 10n) as never, NPS_SCALE)).toThrow(
      new CxMetricsError(
        "tally: rating at index 0 must be an integer from 0 to 10, got a bigint",
        "invalid-rating",
        ["rating", 0],
      ),
    );
    expect(tally(new Kind() as never, NPS_SCALE).counts).toEqual(Array(11).fill(0));
  });

  it("is read within its own part of a shared buffer", () => {
    const bytes = Uint8Array.of(99, 10, 9, 99).subarray(1, 3);
    const doubles = Float64Array.of(99, 10, 9, 99).subarray(1, 3);
    for (const ratings of [bytes, doubles]) {
      expect(tally(ratings, NPS_SCALE).counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    }
  });

  const long = Float64Array.from({ length: 10_000 }, (_, i) => i % 11);
  it("that is long is read to its end", () => {
    expect(tally(long, NPS_SCALE)).toEqual(tally(Array.from(long), NPS_SCALE));
    expect(tally(Uint8Array.from(long), NPS_SCALE)).toEqual(tally(Array.from(long), NPS_SCALE));
  });

  it.each([4095, 4096, 8192, 9999])("that is long names the index of a bad value: %d", (index) => {
    const ratings = long.slice();
    ratings[index] = -1;
    expect(() => tally(ratings, NPS_SCALE)).toThrow(
      `tally: rating at index ${index} must be an integer from 0 to 10, got -1`,
    );
  });

  it.each([
    ["Int16Array", Int16Array, 266],
    ["Uint32Array", Uint32Array, 266],
    ["Float32Array", Float32Array, 9.5],
  ])("that is long holds no byte's worth of a larger or broken value: %s", (_, Kind, value) => {
    const ratings = Array.from({ length: 20_000 }, (_, i) => (i === 12_345 ? value : i % 11));
    expect(() => tally(Kind.from(ratings), NPS_SCALE)).toThrow(
      `tally: rating at index 12345 must be an integer from 0 to 10, got ${value}`,
    );
  });

  it.each<[string, Scale, number[]]>([
    ["below zero", { min: -2, max: 2 }, [-2, 0, 2]],
    ["past a byte", { min: 250, max: 1250 }, [250, 1000, 1250]],
  ])("may be on a scale that goes %s", (_, scale, ratings) => {
    for (const kind of [Int16Array, Int32Array, Float32Array, Float64Array]) {
      expect(tally(kind.from(ratings), scale)).toEqual(tally(ratings, scale));
    }
  });

  it("of bytes may be on a scale that is not all bytes", () => {
    expect(tally(Uint8Array.of(0, 2), { min: -2, max: 2 }).counts).toEqual([0, 0, 1, 0, 1]);
    expect(() => tally(Uint8Array.of(255), { min: -2, max: 2 })).toThrow("got 255");
    expect(tally(Uint8Array.of(255, 255), { min: 250, max: 1250 }).counts[5]).toBe(2);
  });
});

describe("an array", () => {
  it("may have holes, which count as missing", () => {
    const sparse: Rating[] = [];
    sparse[2] = 9;
    sparse.length = 5;
    expect(tally(sparse, NPS_SCALE)).toStrictEqual(tally([null, null, 9, null, null], NPS_SCALE));
  });

  it("has each of its values read once", () => {
    let reads = 0;
    const ratings = [10, 9];
    Object.defineProperty(ratings, 0, {
      get: () => {
        reads++;
        return 10;
      },
    });
    expect(tally(ratings, NPS_SCALE).counts[10]).toBe(1);
    expect(reads).toBe(1);
  });
});

describe("ratings by the ten thousand", () => {
  const scales: [string, Scale][] = [
    ["0-10", NPS_SCALE],
    ["1-5", { min: 1, max: 5 }],
    ["two points", { min: 0, max: 1 }],
    ["0-100", { min: 0, max: 100 }],
    ["a scale below zero", { min: -3, max: 3 }],
    ["a scale past a byte", { min: 250, max: 260 }],
  ];
  const containers: [string, (values: readonly number[]) => Iterable<number>][] = [
    ["array", (values) => [...values]],
    [
      "array that began as holes",
      (values) =>
        Array(values.length)
          .fill(null)
          .map((_, i) => values[i] as number),
    ],
    ["Uint8Array", (values) => Uint8Array.from(values)],
    ["Int16Array", (values) => Int16Array.from(values)],
    ["Float64Array", (values) => Float64Array.from(values)],
  ];
  const cases = scales.flatMap(([range, scale]) =>
    containers
      .filter(([kind]) => kind !== "Uint8Array" || (scale.min >= 0 && scale.max < 256))
      .map(([kind, make]) => [range, kind, scale, make] as const),
  );

  it.each(cases)("on %s are counted as one by one, whatever their number: %s", (_, __, scale, make) => {
    const points = scale.max - scale.min + 1;
    for (const n of [points ** 2, 4096, 4097, 16_383, 16_385, 20_481, 40_001]) {
      const ratings = Array.from({ length: n }, (_, i) => scale.min + ((i * i + (i >> 3)) % points));
      expect(tally(make(ratings), scale)).toStrictEqual(tally(ratings.values(), scale));
    }
  });

  it.each(containers)("are refused at the first that is off the scale: %s", (_, make) => {
    for (const first of [0, 1, 254, 255, 4095, 4096, 20_001, 39_999, 40_000]) {
      const ratings = Array.from({ length: 40_002 }, (_, i) => i % 11);
      ratings[40_000] = 99;
      // 11 is off the scale, but has four bits as 10 has.
      ratings[first] = 11;
      expect(() => tally(make(ratings), NPS_SCALE)).toThrow(
        new CxMetricsError(
          `tally: rating at index ${first} must be an integer from 0 to 10, got 11`,
          "invalid-rating",
          ["rating", first],
        ),
      );
    }
  });

  it.each([
    ["array", (values: number[]) => values],
    ["Float64Array", (values: number[]) => Float64Array.from(values)],
    ["Float32Array", (values: number[]) => Float32Array.from(values)],
  ])("may not be decimals or far off the scale, in any place among four: %s", (_, make) => {
    for (const index of [20_000, 20_001, 20_002, 20_003, 20_004]) {
      for (const bad of [6.5, Number.NaN, -1, 16, Number.POSITIVE_INFINITY]) {
        const ratings = Array.from({ length: 20_005 }, (_, i) => i % 11);
        ratings[index] = bad;
        expect(() => tally(make(ratings), NPS_SCALE)).toThrow(
          `tally: rating at index ${index} must be an integer from 0 to 10, got ${bad}`,
        );
      }
    }
  });

  it("may not be bigints, in any place among four of an array", () => {
    for (const index of [20_000, 20_001, 20_002, 20_003, 20_004]) {
      const ratings: unknown[] = Array.from({ length: 20_005 }, (_, i) => i % 11);
      ratings[index] = 9n;
      expect(() => tally(ratings as Rating[], NPS_SCALE)).toThrow(
        `tally: rating at index ${index} must be an integer from 0 to 10, got a bigint`,
      );
    }
  });

  it("may be bytes on a scale that is not all bytes", () => {
    const bytes = Uint8Array.from({ length: 20_001 }, (_, i) => i % 3);
    expect(tally(bytes, { min: -1, max: 2 }).counts).toEqual([0, 6667, 6667, 6667]);
    expect(tally(bytes.fill(255), { min: 250, max: 260 }).counts[5]).toBe(20_001);
  });

  it("may be missing here and there in an array", () => {
    const ratings = Array.from({ length: 20_001 }, (_, i) => (i % 7 === 0 ? null : i % 11));
    delete ratings[5];
    expect(tally(ratings, NPS_SCALE)).toStrictEqual(tally(ratings.values(), NPS_SCALE));
  });

  it("have each of their values read once, where reading runs code", () => {
    const reads: string[] = [];
    const ratings = Array.from({ length: 5001 }, (_, i) => i % 11);
    const watched = new Proxy(ratings, {
      get: (target, name) => {
        if (/^\d/.test(String(name))) reads.push(String(name));
        return Reflect.get(target, name);
      },
    });
    expect(tally(watched, NPS_SCALE)).toEqual(tally(ratings, NPS_SCALE));
    expect(reads).toEqual([...ratings.keys()].map(String));
  });
});

describe("an iterable", () => {
  /** Counts how often it is begun, asked and closed. */
  function watched(values: readonly unknown[], failAt = Number.POSITIVE_INFINITY) {
    const seen = { begun: 0, asked: 0, closed: 0 };
    const iterable = {
      [Symbol.iterator]() {
        seen.begun++;
        let i = 0;
        return {
          next() {
            seen.asked++;
            if (i === failAt) throw new RangeError("the source failed");
            return i < values.length
              ? { done: false as const, value: values[i++] as Rating }
              : { done: true as const, value: undefined };
          },
          return() {
            seen.closed++;
            return { done: true as const, value: undefined };
          },
        };
      },
    };
    return { seen, iterable };
  }

  it("is begun once and asked once for each value and the end", () => {
    const { seen, iterable } = watched([10, null, 9]);
    tally(iterable, NPS_SCALE);
    expect(seen).toEqual({ begun: 1, asked: 4, closed: 0 });
  });

  it("is closed where a value is refused, and asked for no more", () => {
    const { seen, iterable } = watched([10, 11, 9]);
    expect(() => tally(iterable, NPS_SCALE)).toThrow(CxMetricsError);
    expect(seen).toEqual({ begun: 1, asked: 2, closed: 1 });
  });

  it("that throws has its own error passed through", () => {
    const { iterable } = watched([10, 9], 1);
    expect(() => tally(iterable, NPS_SCALE)).toThrow(new RangeError("the source failed"));
  });

  it("that is a generator runs its clean-up where a value is refused and where it throws itself", () => {
    const cleanedUp: string[] = [];
    function* source(name: string, last: () => Rating): Generator<Rating> {
      try {
        yield 10;
        yield last();
        yield 9;
      } finally {
        cleanedUp.push(name);
      }
    }
    const fail = (): Rating => {
      throw new RangeError("the source failed");
    };
    expect(() =>
      tally(
        source("refused", () => 6.5),
        NPS_SCALE,
      ),
    ).toThrow("got 6.5");
    expect(() => tally(source("failed", fail), NPS_SCALE)).toThrow(new RangeError("the source failed"));
    expect(cleanedUp).toEqual(["refused", "failed"]);
  });
});
