// Contract of the differences that keep their digits, against their Taylor series and whole-number arithmetic.

import { describe, it } from "vitest";
import { expm1MinusArgument, log1pMinusArgument, sumTimesMinus } from "../../src/statistics/cancellation.ts";
import { expectClose } from "../support/closeTo.ts";

describe("log1pMinusArgument", () => {
  it("keeps its digits next to 0", () => {
    for (const x of [1e-150, -1e-12, 1e-8]) {
      expectClose(log1pMinusArgument(x), (-x * x) / 2 + x ** 3 / 3, 1e-15);
    }
    expectClose(log1pMinusArgument(0), 0, 0);
  });

  it("is log(1 + x) − x on either side of its change of method", () => {
    for (const x of [-0.99, -0.500001, -0.499999, 0.499999, 0.500001, 1, 1e6]) {
      expectClose(log1pMinusArgument(x), Math.log1p(x) - x, 1e-14);
    }
  });
});

describe("expm1MinusArgument", () => {
  it("keeps its digits next to 0", () => {
    for (const x of [1e-150, -1e-12, 1e-8]) {
      expectClose(expm1MinusArgument(x), (x * x) / 2 + x ** 3 / 6, 1e-15);
    }
    expectClose(expm1MinusArgument(0), 0, 0);
  });

  it("is e^x − 1 − x on either side of its change of method", () => {
    for (const x of [-30, -0.500001, -0.499999, 0.499999, 0.500001, 1, 50]) {
      expectClose(expm1MinusArgument(x), Math.expm1(x) - x, 1e-14);
    }
  });
});

describe("sumTimesMinus", () => {
  it("is exact where the sum and the product both need more than 53 bits", () => {
    // (2⁵³ + 1)·(1 + 2⁻⁵²) − 2⁵³ = 3 + 2⁻⁵², by hand.
    expectClose(sumTimesMinus(2 ** 53, 1, 1 + 2 ** -52), 3, 1e-15);
    // (10¹² + ½)·(½ + 2⁻⁵⁰) less 5·10¹¹ in whole numbers: 2⁵⁰ times it is 2⁴⁸ + 10¹² + ½.
    expectClose(
      sumTimesMinus(5e11, 5e11 + 0.5, 0.5 + 2 ** -50),
      Number(2n * (2n ** 48n + 10n ** 12n) + 1n) / 2 ** 51,
      1e-15,
    );
  });
});
