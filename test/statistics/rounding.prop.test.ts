import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfAwayFromZero } from "../../src/index.ts";

const anyDecimals = fc.integer({ min: 0, max: 15 });

/** Numbers of every size, and many on a half or next to one. */
const anyValue = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), aroundHalves());

function aroundHalves(): fc.Arbitrary<number> {
  return fc
    .tuple(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([whole, places, steps]) => stepped(Number(`${whole}.5e-${places}`), steps));
}

/** The double so many steps away. */
function stepped(value: number, steps: number): number {
  if (value === 0) return value;
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] as bigint) + BigInt(steps);
  return new Float64Array(bits.buffer)[0] as number;
}

/** Rounding by whole-number arithmetic on the shortest decimal form. */
function roundedByDigits(value: number, decimals: number): number {
  const [digits = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const surplus = fraction.length - Number(exponent) - decimals;
  if (surplus <= 0) return value + 0;
  const unit = 10n ** BigInt(surplus);
  const quotient = (2n * BigInt(whole + fraction) + unit) / (2n * unit);
  return Math.sign(value) * Number(`${quotient}e-${decimals}`) + 0;
}

describe("the laws of roundHalfAwayFromZero", () => {
  it("agrees with whole-number arithmetic on the shortest decimal form", () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, (value, decimals) => {
        expect(roundHalfAwayFromZero(value, decimals)).toBe(roundedByDigits(value, decimals));
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with Intl.NumberFormat's halfExpand", () => {
    const formats = Array.from(
      { length: 16 },
      (_, maximumFractionDigits) =>
        new Intl.NumberFormat("en-US", {
          maximumFractionDigits,
          useGrouping: false,
          // Not yet among the options that TypeScript knows for ES2022.
          ...{ roundingMode: "halfExpand" },
        }),
    );
    const moderate = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), aroundHalves());
    fc.assert(
      fc.property(moderate, anyDecimals, (value, decimals) => {
        const printed = Number((formats[decimals] as Intl.NumberFormat).format(value)) + 0;
        expect(roundHalfAwayFromZero(value, decimals)).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });

  it("rounding again changes nothing, to the same or to more decimals", () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, fc.nat({ max: 15 }), (value, decimals, more) => {
        const rounded = roundHalfAwayFromZero(value, decimals);
        expect(roundHalfAwayFromZero(rounded, Math.min(decimals + more, 15))).toBe(rounded);
      }),
    );
  });

  it("a number and its mirror image are rounded to mirror images", () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, (value, decimals) => {
        expect(roundHalfAwayFromZero(-value, decimals)).toBe(0 - roundHalfAwayFromZero(value, decimals));
      }),
    );
  });

  it("keeps the order of numbers", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyDecimals, (a, b, decimals) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(roundHalfAwayFromZero(low, decimals)).toBeLessThanOrEqual(
          roundHalfAwayFromZero(high, decimals),
        );
      }),
    );
  });

  it("moves a number by half a unit at most", () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, (value, decimals) => {
        const moved = Math.abs(roundHalfAwayFromZero(value, decimals) - value);
        // The last digits of the doubles themselves.
        const slack = Math.abs(value) * 2 ** -51;
        expect(moved).toBeLessThanOrEqual(0.5 * 10 ** -decimals + slack);
      }),
    );
  });

  it("keeps no more decimals than asked for", () => {
    const moderate = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(moderate, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const [, fraction = ""] = String(roundHalfAwayFromZero(value, decimals)).split(".");
        expect(fraction.length).toBeLessThanOrEqual(decimals);
      }),
    );
  });

  it("is finite and never −0", () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, (value, decimals) => {
        const rounded = roundHalfAwayFromZero(value, decimals);
        expect(Number.isFinite(rounded)).toBe(true);
        expect(Object.is(rounded, -0)).toBe(false);
      }),
    );
  });
});
