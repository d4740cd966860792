// Iterative proportional fitting on the cells of a table, with bounds on the weights where they are wanted.

/** A margin of the table: for each cell its category, and for each category the share of all weight that it should have. */
export interface TableMargin {
  readonly categoryOf: readonly number[];
  readonly targets: readonly number[];
}

/** The lowest and the highest weight that each cell may have, both above 0. */
export interface CellBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How exactly the margins are to be hit, and for how long that is tried. */
export interface Patience {
  /** The largest residual at which the margins count as hit. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** How raking ended. */
export interface RakedTable {
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Adjusts the cells, which weigh 1 together, in place to one margin after the other until all are hit.
 *
 * Each adjustment is the projection onto one constraint that moves the weights least, in the sense of Kullback and
 * Leibler: W. E. Deming & F. F. Stephan, Annals of Mathematical Statistics 11 (1940), for margins. Bounds are one more
 * constraint to project onto; because they are inequalities, each cell's last correction is taken back first (R. L.
 * Dykstra, "An Iterative Procedure for Obtaining I-Projections onto the Intersection of Convex Sets", Annals of
 * Probability 13 (1985)), without which the end would depend on the order of the margins.
 */
export function rakeTable(
  cells: Float64Array,
  margins: readonly TableMargin[],
  bounds: CellBounds | null,
  { tolerance, maxIterations }: Patience,
): RakedTable {
  const corrections = new Float64Array(cells.length).fill(1);
  if (bounds !== null) clampCells(cells, bounds, corrections);
  for (let iterations = 0; ; iterations++) {
    const converged = worstResidual(cells, margins) <= tolerance;
    if (converged || iterations >= maxIterations) return { converged, iterations };
    for (const margin of margins) adjustTo(cells, margin);
    if (bounds !== null) clampCells(cells, bounds, corrections);
  }
}

/** What each category of a margin weighs. */
export function weightsByCategory(
  cells: Float64Array | readonly number[],
  { categoryOf, targets }: TableMargin,
): Float64Array {
  const sums = new Float64Array(targets.length);
  for (let cell = 0; cell < cells.length; cell++) {
    const category = categoryOf[cell] as number;
    sums[category] = (sums[category] as number) + (cells[cell] as number);
  }
  return sums;
}

/** The margin with the shares that no cell can fill shared out among the other categories, in proportion. */
export function reachableMargin(cells: Float64Array, margin: TableMargin): TableMargin {
  const weights = weightsByCategory(cells, margin);
  const filled = margin.targets.map((target, category) => (weights[category] === 0 ? 0 : target));
  let sum = 0;
  for (const target of filled) sum += target;
  // Where nothing weighs anything, there is nothing to share out.
  return { ...margin, targets: filled.map((target) => (sum === 0 ? 0 : target / sum)) };
}

function adjustTo(cells: Float64Array, margin: TableMargin): void {
  const sums = weightsByCategory(cells, margin);
  for (let cell = 0; cell < cells.length; cell++) {
    const weight = cells[cell] as number;
    if (weight === 0) continue;
    const category = margin.categoryOf[cell] as number;
    // Divided first: no quotient above 1, whatever the weights, so that nothing overflows.
    cells[cell] = (margin.targets[category] as number) * (weight / (sums[category] as number));
  }
}

/** A cell without weight has rows that count for nothing, and stays so. */
function clampCells(cells: Float64Array, { lower, upper }: CellBounds, corrections: Float64Array): void {
  for (let cell = 0; cell < cells.length; cell++) {
    const weight = cells[cell] as number;
    if (weight === 0) continue;
    const free = weight * (corrections[cell] as number);
    const clamped = Math.min(Math.max(free, lower[cell] as number), upper[cell] as number);
    corrections[cell] = free / clamped;
    cells[cell] = clamped;
  }
}

function worstResidual(cells: Float64Array, margins: readonly TableMargin[]): number {
  let worst = 0;
  for (const margin of margins) {
    const sums = weightsByCategory(cells, margin);
    margin.targets.forEach((target, category) => {
      worst = Math.max(worst, Math.abs((sums[category] as number) - target));
    });
  }
  return worst;
}
