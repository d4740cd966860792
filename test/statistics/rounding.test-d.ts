import { expectTypeOf, it } from "vitest";
import { nps, roundHalfAwayFromZero } from "../../src/index.ts";

it("a number is rounded to a number, null to null, and a score to what it is", () => {
  const number: number = 2.5;
  expectTypeOf(roundHalfAwayFromZero(number)).toEqualTypeOf<number>();
  expectTypeOf(roundHalfAwayFromZero(2.5, 1)).toEqualTypeOf<number>();
  expectTypeOf(roundHalfAwayFromZero(null)).toEqualTypeOf<null>();
  expectTypeOf(roundHalfAwayFromZero(nps([]).score, 1)).toEqualTypeOf<number | null>();
});

it("decimals may be absent or undefined", () => {
  roundHalfAwayFromZero(2.5, undefined);
});

it("text is no number", () => {
  // @ts-expect-error text is no number
  roundHalfAwayFromZero("2.5");
});
