// Differences that would lose their digits if they were computed as written.

/**
 * log(1 + x) − x, which is about −x²÷2 for small x. Relative accuracy 1e-15.
 *
 * By log(1 + x) = 2·artanh(v) with v = x ÷ (2 + x) (DLMF 4.6.4), whose leading term less x is −x·v.
 *
 * @param x - more than −1; callers see to it
 */
export function log1pMinusArgument(x: number): number {
  if (Math.abs(x) > 0.5) return Math.log1p(x) - x;
  const v = x / (2 + x);
  const square = v * v;
  let power = 1;
  let sum = 1 / 3;
  for (let k = 5; power > 1e-18; k += 2) {
    power *= square;
    sum += power / k;
  }
  return v * (2 * square * sum - x);
}

/** e^x − 1 − x, which is about x²÷2 for small x. Relative accuracy 1e-15. Any x. */
export function expm1MinusArgument(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x;
  let term = (x * x) / 2;
  let sum = term;
  for (let k = 3; Math.abs(term) > sum * 1e-17; k++) {
    term *= x / k;
    sum += term;
  }
  return sum;
}

/**
 * (a + b)·x − a, as if in twice the precision: 1e-16 of its own size even where the two nearly agree, for a and b
 * up to 1e150.
 *
 * Sum and product keep their rounding errors: T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numerische Mathematik 18 (1971).
 */
export function sumTimesMinus(a: number, b: number, x: number): number {
  const sum = a + b;
  const bInSum = sum - a;
  const sumError = a - (sum - bInSum) + (b - bInSum);
  const product = sum * x;
  const sumHead = upperHalf(sum);
  const sumRest = sum - sumHead;
  const xHead = upperHalf(x);
  const xRest = x - xHead;
  const productError = sumHead * xHead - product + sumHead * xRest + sumRest * xHead + sumRest * xRest;
  return product - a + (productError + sumError * x);
}

/** The upper 26 bits of a double: products of two such halves are exact. */
function upperHalf(x: number): number {
  const scaled = x * 134217729; // 2²⁷ + 1
  return scaled - (scaled - x);
}
