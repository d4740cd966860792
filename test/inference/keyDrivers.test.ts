// Contract of the key drivers, and their golden numbers.

import { describe, expect, it } from "vitest";
import { CxMetricsError, type KeyDrivers, keyDrivers } from "../../src/index.ts";
import golden from "../golden/inferenceDrivers.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

type Row = readonly (number | null)[];

/** The outcome in the first column, the drivers behind it by the names d1, d2, …. */
function driversOf(rows: Iterable<Row>, columns: number, missing?: "listwise" | "pairwise"): KeyDrivers {
  const drivers = Object.fromEntries(
    Array.from({ length: columns }, (_, i) => [`d${i + 1}`, (row: Row) => row[i + 1]]),
  );
  return keyDrivers(rows, { outcome: (row) => row[0], drivers, missing });
}

describe("keyDrivers agrees with R", () => {
  it.each(golden.drivers)("$name", (known) => {
    const rows = known.rows as Row[];
    const result = driversOf(rows, known.means.length, known.missing as "listwise");
    // The smallest eigenvalue of longley's correlations is a twelve-thousandth of the largest.
    const tolerance = known.conditionNumber > 1000 ? 1e-9 : 1e-11;
    expect(result.n).toBe(known.n);
    expect(result.rows).toBe(rows.length);
    expectClose(result.rSquared, known.rSquared, tolerance);
    expectClose(result.adjustedRSquared, known.adjustedRSquared, tolerance);
    expectClose(result.collinearity?.smallestEigenvalue as number, known.smallestEigenvalue, tolerance);
    expectClose(result.collinearity?.conditionNumber as number, known.conditionNumber, tolerance);
    for (const { driver, n, share, ...figures } of result.drivers) {
      const i = Number(driver.slice(1)) - 1;
      expectClose(figures.relativeWeight, known.relativeWeights[i] as number, tolerance);
      expectClose(share, (known.relativeWeights[i] as number) / known.rSquared, tolerance);
      expectClose(figures.standardizedCoefficient, known.standardizedCoefficients[i] as number, tolerance);
      expectClose(figures.correlation, known.correlations[i] as number, tolerance);
      expectClose(figures.varianceInflation, known.varianceInflation[i] as number, tolerance);
      expectClose(figures.mean, known.means[i] as number, tolerance);
      expect(figures.missing).toBe(rows.filter((row) => row[i + 1] === null).length);
      const used = rows.filter((row) =>
        known.missing === "pairwise" ? row[0] !== null && row[i + 1] !== null : !row.includes(null),
      );
      expect(n).toBe(used.length);
    }
    expect(result.outcomeMissing).toBe(rows.filter((row) => row[0] === null).length);
  });
});

describe("keyDrivers", () => {
  const rows = [
    { overall: 9, speed: 5, price: 4 },
    { overall: 7, speed: 4, price: 4 },
    { overall: 4, speed: 2, price: 3 },
    { overall: 8, speed: 4, price: 2 },
    { overall: 2, speed: 1, price: 2 },
    { overall: 6, speed: null, price: 3 },
    { overall: undefined, speed: 3, price: 1 },
  ];
  const outcome = (row: (typeof rows)[number]) => row.overall;
  const price = (row: (typeof rows)[number]) => row.price;
  const speed = (row: (typeof rows)[number]) => row.speed;

  it("has the heaviest driver first, and says what it left out", () => {
    const result = keyDrivers(deepFreeze(rows), { outcome, drivers: { price, speed } });
    expect(result).toMatchObject({
      rows: 7,
      n: 5,
      missing: "listwise",
      outcomeMissing: 1,
      undefinedBecause: null,
      collinearity: { strong: false },
    });
    expect(result.drivers.map(({ driver, n, missing }) => [driver, n, missing])).toEqual([
      ["speed", 5, 1],
      ["price", 5, 0],
    ]);
    expect(result.drivers.map(({ mean }) => mean)).toEqual([3.2, 3]);
    expectPlainJson(result);
  });

  it("keeps rows with a gap for the correlations that do not need it", () => {
    const result = keyDrivers(rows, { outcome, drivers: { price, speed }, missing: "pairwise" });
    expect(result).toMatchObject({ missing: "pairwise", n: 5, rows: 7 });
    expect(result.drivers.map(({ driver, n }) => [driver, n])).toEqual([
      ["speed", 5],
      ["price", 6],
    ]);
  });

  it("reads each row once, from any iterable", () => {
    const attitude = golden.drivers.flatMap(({ name, rows }) => (name === "attitude" ? (rows as Row[]) : []));
    let read = 0;
    function* generator(): Generator<Row> {
      for (const row of attitude) {
        read++;
        yield row;
      }
    }
    expect(driversOf(generator(), 6)).toStrictEqual(driversOf(attitude, 6));
    expect(read).toBe(30);
  });

  it("has drivers of equal weight in the order given", () => {
    const square: Row[] = [
      [0, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
      [2, 1, 1],
    ];
    const result = driversOf(square, 2);
    expect(result.rSquared).toBeCloseTo(1, 12);
    expect(result.adjustedRSquared).toBeCloseTo(1, 12);
    expect(result.drivers.map(({ driver, share }) => [driver, share])).toEqual([
      ["d1", expect.closeTo(0.5, 12)],
      ["d2", expect.closeTo(0.5, 12)],
    ]);
  });

  it("has no shares of an R² of 0", () => {
    const result = driversOf(
      [
        [0, 0],
        [1, 1],
        [0, 2],
      ],
      1,
    );
    expect(result.rSquared).toBe(0);
    expect(result.drivers[0]).toMatchObject({ relativeWeight: 0, share: null, correlation: 0 });
    expectPlainJson(result);
  });

  /** Passes where nothing is known of the weights, for that reason. */
  function expectUnknown(result: KeyDrivers, because: KeyDrivers["undefinedBecause"]): void {
    expect(result).toMatchObject({ rSquared: null, adjustedRSquared: null, undefinedBecause: because });
    for (const driver of result.drivers) {
      expect(driver).toMatchObject({ relativeWeight: null, share: null });
      expect(driver).toMatchObject({ standardizedCoefficient: null, varianceInflation: null });
    }
    expectPlainJson(result);
  }

  it("of fewer rows than drivers + 2 is null", () => {
    for (const few of [
      [],
      [[1, 2, 3]],
      [
        [1, 2, 3],
        [2, 3, 5],
        [5, 1, 2],
      ],
    ] as Row[][]) {
      const result = driversOf(few, 2);
      expectUnknown(result, "too-few-rows");
      expect(result.collinearity).toBeNull();
      expect(result.n).toBe(few.length);
      expectPlainJson(result);
    }
    expect(driversOf([], 2).drivers[0]).toMatchObject({ mean: null, correlation: null });
  });

  it("of an outcome or a driver that does not vary is null", () => {
    const varied = [1, 2, 4, 3, 5];
    const flat = driversOf(
      varied.map((x) => [7, x, x * x]),
      2,
    );
    expectUnknown(flat, "constant-outcome");
    expect(flat.drivers[0]).toMatchObject({ mean: 3, correlation: null });
    const dull = driversOf(
      varied.map((x) => [x, x * x, 0.1]),
      2,
    );
    expectUnknown(dull, "constant-driver");
    expect(dull.drivers[0]?.correlation).toBeCloseTo(0.98, 2);
    expect(dull.drivers[1]).toMatchObject({ mean: 0.1, correlation: null });
    expect(
      driversOf(
        varied.map((x) => [x, 3]),
        1,
      ).undefinedBecause,
    ).toBe("constant-driver");
  });

  it("of drivers of which one follows from the others is null, and says so", () => {
    const rows = [1, 2, 4, 3, 5, 9].map((x, i): Row => [x, i, x + 2 * i, x % 3, (x % 3) + x]);
    const result = driversOf(rows, 4);
    expectUnknown(result, "collinear-drivers");
    expect(result.collinearity).toEqual({
      smallestEigenvalue: expect.closeTo(0, 12),
      conditionNumber: null,
      strong: true,
    });
    expect(result.drivers[0]?.correlation).toBeGreaterThan(0.8);
  });

  it("calls collinearity strong from a tenfold inflation of some driver's variance on", () => {
    const noisy = (size: number): Row[] =>
      Array.from({ length: 40 }, (_, i) => [i, i % 7, (i % 7) + size * ((i * i) % 5)]);
    const [weak, strong] = [driversOf(noisy(1), 2), driversOf(noisy(0.2), 2)];
    expect(weak.collinearity?.strong).toBe(false);
    expect(strong.collinearity?.strong).toBe(true);
    expect(strong.drivers[0]?.varianceInflation).toBeGreaterThan(10);
    const beside = driversOf(
      noisy(0.2).map((row, i): Row => [...row, i % 3]),
      3,
    );
    expect(beside.drivers.map(({ varianceInflation }) => (varianceInflation as number) > 10)).toContain(
      false,
    );
    expect(beside.collinearity?.strong).toBe(true);
  });

  it("finds one driver alone collinear with nothing, without the least rounding", () => {
    for (const last of [2, 3, 4, 5, 6, 7]) {
      const result = driversOf(
        [0, 1, last].map((x, i): Row => [i % 2, x]),
        1,
      );
      expect(result.collinearity).toStrictEqual({ smallestEigenvalue: 1, conditionNumber: 1, strong: false });
    }
  });

  it("does not repair pairwise correlations that contradict each other", () => {
    // Every two columns are seen together in a third of the rows each: 1 and 2 agree, 2 and 3 agree, 1 and 3 oppose.
    const steps = [1, 2, 3, 4, 5, 6];
    const drivers = [
      ...steps.map((x): Row => [x % 3, x, x + (x % 2), null]),
      ...steps.map((x): Row => [x % 3, null, x, x + (x % 2)]),
      ...steps.map((x): Row => [x % 3, x, null, -x]),
    ];
    const result = driversOf(drivers, 3, "pairwise");
    expectUnknown(result, "not-positive-semidefinite");
    expect(result.collinearity?.smallestEigenvalue).toBeLessThan(-0.5);
    expect(result.collinearity).toMatchObject({ conditionNumber: null, strong: true });
    expectPlainJson(result);
  });

  it("nor does it where only the outcome contradicts the drivers", () => {
    const steps = [1, 2, 3, 4, 5, 6];
    const contradicting = [
      ...steps.map((x): Row => [x, x + (x % 2) / 4, null]),
      ...steps.map((x): Row => [x, null, x - (x % 2) / 4]),
      ...steps.map((x): Row => [null, x, (x * x) % 7]),
    ];
    const result = driversOf(contradicting, 2, "pairwise");
    expect(result.undefinedBecause).toBe("not-positive-semidefinite");
    expect(result.collinearity?.smallestEigenvalue).toBeGreaterThan(0);
  });

  it("refuses what is no figure, naming driver and index", () => {
    const options = { outcome, drivers: { price, speed } };
    const call = (row: object) => () => keyDrivers([rows[0], row as never], options as never);
    expect(call({ overall: Number.NaN, speed: 1, price: 1 })).toThrow(
      "keyDrivers: outcome at index 1 must be a finite number up to 1e100 in size, or missing, got NaN",
    );
    expect(call({ overall: 1, speed: "fast", price: 1 })).toThrow(
      "keyDrivers: drivers.speed at index 1 must be a finite number up to 1e100 in size, or missing, got a string",
    );
    expect(call({ overall: "5", speed: 1, price: 1 })).toThrow("outcome at index 1");
    expect(call({ overall: 1, speed: 1, price: -1e101 })).toThrow("drivers.price at index 1");
    expect(call({ overall: 1, speed: 1e100, price: -1e100 })).not.toThrow();
  });

  it("refuses wrong options", () => {
    const call = (options: object) => () => keyDrivers(rows, options as never);
    expect(call({ outcome, drivers: {} })).toThrow(
      new CxMetricsError(
        "keyDrivers: drivers must be one driver or more, got an object",
        "invalid-argument",
        ["drivers"],
      ),
    );
    expect(call({ outcome })).toThrow("keyDrivers: drivers must be an object, got undefined");
    expect(call({ outcome, drivers: { price: 1 } })).toThrow(
      "keyDrivers: drivers.price must be a function, got 1",
    );
    expect(call({ drivers: { price } })).toThrow("keyDrivers: outcome must be a function, got undefined");
    expect(call({ outcome, drivers: { price }, missing: "mean" })).toThrow('"listwise" or "pairwise"');
    expect(call({ outcome, drivers: { price }, weight: 1 })).toThrow('got "weight"');
    expect(() => keyDrivers(5 as never, { outcome, drivers: { price } })).toThrow("keyDrivers: rows must be");
  });
});
