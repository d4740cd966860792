// Means, variances and correlations of several columns, in one pass over their rows.

/** The moments of every two of several columns, and of each with itself, in the making. */
export interface Comoments {
  /** The first value of each column, which all are taken relative to; NaN before there is one. */
  readonly origins: Float64Array;
  /**
   * The moments of each pair in six doubles, in the order of {@link PairMoments}; that of columns x ≤ y has the number
   * y(y + 1) ÷ 2 + x. Doubles in a row take a fraction of the time that objects take.
   */
  readonly sums: Float64Array;
}

/** Two columns over the rows that have both: how many, means less the origins, and sums of squares and products about them. */
export interface PairMoments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly squaresX: number;
  readonly squaresY: number;
  readonly products: number;
}

const FIELDS = 6;

/** No rows yet. */
export function emptyComoments(columns: number): Comoments {
  return {
    origins: new Float64Array(columns).fill(Number.NaN),
    sums: new Float64Array((FIELDS * columns * (columns + 1)) / 2),
  };
}

/**
 * Adds a row. A pair of columns that lacks either value does not see it.
 *
 * Deviations from running means, themselves relative to a first value, so that large means cost no digits and columns that
 * agree have a variance of exactly 0: B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and
 * Products", Technometrics 4 (1962).
 *
 * @param row - a finite value for each column, up to 1e100 in size, NaN where it is missing; callers see to it
 */
export function addRow({ origins, sums }: Comoments, row: Float64Array): void {
  let place = 0;
  for (let y = 0; y < row.length; y++) {
    const valueY = row[y] as number;
    if (Number.isNaN(origins[y])) origins[y] = valueY;
    const fromOriginY = valueY - (origins[y] as number);
    for (let x = 0; x <= y; x++, place += FIELDS) {
      const fromOriginX = (row[x] as number) - (origins[x] as number);
      if (!Number.isNaN(fromOriginX + fromOriginY)) addPair(sums, place, fromOriginX, fromOriginY);
    }
  }
}

function addPair(sums: Float64Array, place: number, x: number, y: number): void {
  const n = (sums[place] as number) + 1;
  const fromMeanX = x - (sums[place + 1] as number);
  const fromMeanY = y - (sums[place + 2] as number);
  const meanX = (sums[place + 1] as number) + fromMeanX / n;
  const meanY = (sums[place + 2] as number) + fromMeanY / n;
  sums[place] = n;
  sums[place + 1] = meanX;
  sums[place + 2] = meanY;
  sums[place + 3] = (sums[place + 3] as number) + fromMeanX * (x - meanX);
  sums[place + 4] = (sums[place + 4] as number) + fromMeanY * (y - meanY);
  sums[place + 5] = (sums[place + 5] as number) + fromMeanX * (y - meanY);
}

/** The moments of two columns. Their x is the one that comes first. */
export function pairOf({ sums }: Comoments, a: number, b: number): PairMoments {
  const [x, y] = [Math.min(a, b), Math.max(a, b)];
  const place = FIELDS * ((y * (y + 1)) / 2 + x);
  const [n, meanX, meanY, squaresX, squaresY, products] = sums.subarray(
    place,
    place + FIELDS,
  ) as unknown as Six;
  return { n, meanX, meanY, squaresX, squaresY, products };
}

type Six = readonly [number, number, number, number, number, number];

/** The fewest rows that any two columns have together. */
export function fewestRows({ sums }: Comoments): number {
  return sums.reduce(
    (fewest, n, i) => (i % FIELDS === 0 ? Math.min(fewest, n) : fewest),
    Number.POSITIVE_INFINITY,
  );
}

/** The mean of a column over the rows that have another one too; `null` of none. */
export function meanBeside(moments: Comoments, column: number, other: number): number | null {
  const { n, meanX, meanY } = pairOf(moments, column, other);
  return n === 0 ? null : (moments.origins[column] as number) + (column < other ? meanX : meanY);
}

/** A correlation so near 0 is what rounding leaves of none. */
const NEXT_TO_NONE = 1e-14;

/** Pearson's correlation, −1…1; `null` where either column does not vary. */
export function correlationOf({ squaresX, squaresY, products }: PairMoments): number | null {
  const scale = Math.sqrt(squaresX) * Math.sqrt(squaresY);
  if (!(scale > 0)) return null;
  const correlation = products / scale;
  if (Math.abs(correlation) < NEXT_TO_NONE) return 0;
  // Rounding must not carry it past 1.
  return Math.min(Math.max(correlation, -1), 1);
}
