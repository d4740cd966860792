// Laws of the key drivers.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyDriver, type KeyDrivers, keyDrivers } from "../../src/index.ts";
import { shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "../survey/alike.ts";

type Row = readonly (number | null)[];

const anyRating = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 10 }), weight: 9 }, fc.constant(null));

/** Rows of an outcome and `width` drivers. */
function rowsOf(width: number, cell: fc.Arbitrary<number | null> = anyRating): fc.Arbitrary<Row[]> {
  return fc.array(fc.array(cell, { minLength: width + 1, maxLength: width + 1 }), { maxLength: 25 });
}

const anyRows = fc.integer({ min: 1, max: 4 }).chain((width) => fc.tuple(fc.constant(width), rowsOf(width)));
const anyPolicy = fc.constantFrom("listwise", "pairwise");

function driversOf(
  rows: readonly Row[],
  columns: readonly number[],
  missing?: "listwise" | "pairwise",
): KeyDrivers {
  const drivers = Object.fromEntries(columns.map((column) => [`d${column}`, (row: Row) => row[column]]));
  return keyDrivers(rows, { outcome: (row) => row[0], drivers, missing });
}

function columnsOf(width: number): number[] {
  return Array.from({ length: width }, (_, i) => i + 1);
}

/** By name, because equal weights may swap their places by rounding. */
function byName(drivers: readonly KeyDriver[]): KeyDriver[] {
  return [...drivers].sort((a, b) => Number(a.driver > b.driver) - Number(a.driver < b.driver));
}

/** Whether rounding is far from deciding if the weights exist. */
function isSound({ collinearity }: KeyDrivers): boolean {
  return collinearity !== null && collinearity.smallestEigenvalue > 1e-3;
}

describe("keyDrivers", () => {
  it("gives weights from 0 up that sum to R², and shares that sum to 1", () => {
    fc.assert(
      fc.property(anyRows, anyPolicy, ([width, rows], policy) => {
        const result = driversOf(deepFreeze(rows), columnsOf(width), policy);
        expectPlainJson(result);
        expect(result.rSquared === null).toBe(result.undefinedBecause !== null);
        if (result.rSquared === null) return;
        const weights = result.drivers.map(({ relativeWeight }) => relativeWeight as number);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        expectAlike(
          weights.reduce((sum, weight) => sum + weight, 0),
          result.rSquared,
        );
        expect(result.rSquared).toBeLessThanOrEqual(1);
        if (result.rSquared === 0) return;
        expectAlike(
          result.drivers.reduce((sum, { share }) => sum + (share as number), 0),
          1,
        );
      }),
    );
  });

  it("has an R² that is the sum of coefficients times correlations", () => {
    fc.assert(
      fc.property(anyRows, ([width, rows]) => {
        const result = driversOf(rows, columnsOf(width));
        fc.pre(isSound(result));
        const explained = result.drivers.map(
          ({ standardizedCoefficient, correlation }) =>
            (standardizedCoefficient as number) * (correlation as number),
        );
        expectAlike(
          explained.reduce((sum, part) => sum + part, 0),
          result.rSquared,
        );
      }),
    );
  });

  it("does not depend on the order of rows or drivers", () => {
    const cases = anyRows.chain(([width, rows]) =>
      fc.tuple(shuffled(columnsOf(width)), shuffled(rows), anyPolicy),
    );
    fc.assert(
      fc.property(cases, ([[columns, otherColumns], [rows, otherRows], policy]) => {
        const [a, b] = [driversOf(rows, columns, policy), driversOf(otherRows, otherColumns, policy)];
        fc.pre(isSound(a));
        expectAlike({ ...a, drivers: byName(a.drivers) }, { ...b, drivers: byName(b.drivers) });
      }),
    );
  });

  it("does not depend on the units of the columns; a driver turned round turns its coefficient", () => {
    const unit = fc.tuple(fc.constantFrom(-3, -0.5, 0.1, 20), fc.integer({ min: -1000, max: 1000 }));
    const cases = anyRows.chain(([width, rows]) =>
      fc.tuple(
        fc.constant(width),
        fc.constant(rows),
        fc.array(unit, { minLength: width + 1, maxLength: width + 1 }),
        anyPolicy,
      ),
    );
    fc.assert(
      fc.property(cases, ([width, rows, units, policy]) => {
        const rescaled = rows.map((row) =>
          row.map((value, column) => {
            const [factor, offset] = units[column] as [number, number];
            return value === null ? null : factor * value + offset;
          }),
        );
        const [a, b] = [
          driversOf(rows, columnsOf(width), policy),
          driversOf(rescaled, columnsOf(width), policy),
        ];
        fc.pre(isSound(a));
        expectAlike(b.rSquared, a.rSquared);
        const others = byName(b.drivers);
        byName(a.drivers).forEach((driver, i) => {
          const other = others[i] as KeyDriver;
          const sign = Math.sign((units[0]?.[0] as number) * (units[i + 1]?.[0] as number));
          expectAlike(other.relativeWeight, driver.relativeWeight);
          expectAlike(other.varianceInflation, driver.varianceInflation);
          if (driver.standardizedCoefficient === null) return;
          expectAlike(other.standardizedCoefficient, sign * driver.standardizedCoefficient + 0);
        });
      }),
    );
  });

  it("of one driver is the squared correlation", () => {
    fc.assert(
      fc.property(rowsOf(1), anyPolicy, (rows, policy) => {
        const { rSquared, drivers } = driversOf(rows, [1], policy);
        fc.pre(rSquared !== null);
        expectAlike(rSquared, (drivers[0]?.correlation as number) ** 2);
        expectAlike(drivers[0]?.varianceInflation, 1);
      }),
    );
  });

  it("of uncorrelated drivers are the squared correlations", () => {
    const outcomes = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(outcomes, (values) => {
        const rows = values.map((value, i): Row => [value, i & 1, (i >> 1) & 1, (i >> 2) & 1]);
        const { rSquared, drivers } = driversOf(rows, [1, 2, 3]);
        fc.pre(rSquared !== null);
        for (const { relativeWeight, correlation, standardizedCoefficient } of drivers) {
          expectAlike(relativeWeight, (correlation as number) ** 2);
          expectAlike(standardizedCoefficient, correlation);
        }
      }),
    );
  });

  it("of complete rows is the same by either policy, up to its name", () => {
    const complete = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.tuple(fc.constant(width), rowsOf(width, fc.integer({ min: 0, max: 10 }))));
    fc.assert(
      fc.property(complete, ([width, rows]) => {
        const listwise = driversOf(rows, columnsOf(width));
        expect({ ...driversOf(rows, columnsOf(width), "pairwise"), missing: "listwise" }).toStrictEqual(
          listwise,
        );
      }),
    );
  });
});
