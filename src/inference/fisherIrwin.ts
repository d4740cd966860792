// The Fisher-Irwin test of a two-by-two table.

/** Logarithms of equal likelihoods may differ by rounding; R allows for as much. */
const AS_LIKELY = 1e-7;

/** Successes of trials, which for weighted answers need not be whole ones. */
interface Successes {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The two-sided p-value by Irwin's rule: all tables of the same margins that are as likely as the observed one, or less.
 *
 * Its rivals double the smaller tail, or take the tail at the other end that is no larger. R's `fisher.test` follows
 * Irwin's rule too. Effective numbers of weighted answers, successes and failures, are rounded to whole ones. The time taken grows with the
 * smallest margin, which the callers' rule for choosing this test keeps below the square root of the total.
 *
 * Source: J. O. Irwin, "Tests of Significance for Differences Between Percentages Based on Small Numbers", Metron 12 (1935);
 * I. Campbell, "Chi-squared and Fisher-Irwin Tests of Two-by-Two Tables with Small Sample Recommendations", Statistics in
 * Medicine 26 (2007).
 */
export function fisherIrwinPValue(first: Successes, second: Successes): number {
  const observed = Math.round(first.successes);
  const successes = observed + Math.round(second.successes);
  // Failures are rounded as successes are, so that it does not matter which of the two is called a success.
  const n = observed + Math.round(first.trials - first.successes);
  const m = successes - observed + Math.round(second.trials - second.successes);
  const lowest = Math.max(0, successes - m);
  const highest = Math.min(successes, n);
  const logWeights = [0];
  let [logWeight, largest] = [0, 0];
  for (let k = lowest; k < highest; k++) {
    // Each table from its neighbour: no large logarithms of factorials cancel.
    logWeight += Math.log(((successes - k) * (n - k)) / ((k + 1) * (m - successes + k + 1)));
    logWeights.push(logWeight);
    largest = Math.max(largest, logWeight);
  }
  const asLikely = (logWeights[observed - lowest] as number) + AS_LIKELY;
  let [all, asUnlikely] = [0, 0];
  for (const weight of logWeights) {
    const likelihood = Math.exp(weight - largest);
    all += likelihood;
    if (weight <= asLikely) asUnlikely += likelihood;
  }
  return asUnlikely / all;
}
