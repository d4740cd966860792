// Weights: which ones can be reckoned with.

/** The squares of weights inside these limits neither overflow nor vanish. */
export const SMALLEST_WEIGHT = 1e-100;
export const LARGEST_WEIGHT = 1e100;

/** How far sums of many rounded weights may be from what exact sums would be, relative to their size. */
export const WEIGHT_ROUNDING = 1e-6;

/** What a weight must be, for errors. */
export const USABLE_WEIGHT = "0 or a number from 1e-100 to 1e100";

export function isUsableWeight(weight: unknown): weight is number {
  if (typeof weight !== "number") return false;
  return weight === 0 || (weight >= SMALLEST_WEIGHT && weight <= LARGEST_WEIGHT);
}
