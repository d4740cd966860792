// Pairs of ratings folded: the ratings of either side, and the steps between them.

import { refusal } from "../errors.ts";
import { type Cells, checkedCell, emptyCells, tallyOfCells } from "../survey/cells.ts";
import type { Scale } from "../survey/scale.ts";
import type { Rating, Tally } from "../survey/tally.ts";
import type { ComparableScore } from "./comparableScore.ts";

/** Pairs folded: the ratings of either side, and how often the answers rose or fell by how many steps. */
export interface FoldedPairs {
  readonly before: Tally;
  readonly after: Tally;
  readonly differences: Tally;
  /** One step in the unit of the score. */
  readonly unit: number;
}

/** Folds the pairs in one pass, with the scale and the classes of the score. */
export function foldPairs(
  caller: string,
  pairs: Iterable<readonly [Rating, Rating]>,
  score: ComparableScore,
): FoldedPairs {
  const { scale } = score.tally;
  const steps = stepsOf(score);
  const span = (steps.at(-1) as number) - (steps[0] as number);
  const before = emptyCells(scale, false);
  const after = emptyCells(scale, false);
  const differences = emptyCells({ min: -span, max: span }, false);
  let index = 0;
  for (const pair of pairs) {
    const [from, to] = cellsOf(caller, index++, pair, scale);
    if (from < 0 || to < 0) {
      differences.missing++;
      continue;
    }
    count(before, from);
    count(after, to);
    count(differences, (steps[to] as number) - (steps[from] as number) + span);
  }
  const tallies = [before, after, differences].map(tallyOfCells) as [Tally, Tally, Tally];
  const unit = score.metric === "ces" ? 1 : 100;
  return { before: tallies[0], after: tallies[1], differences: tallies[2], unit };
}

/** How many steps each rating of the scale counts, lowest first: its class, or the rating itself. */
function stepsOf(score: ComparableScore): readonly number[] {
  const { scale, counts } = score.tally;
  return counts.map((_, cell) => stepOf(score, scale.min + cell));
}

function stepOf(score: ComparableScore, rating: number): number {
  switch (score.metric) {
    case "nps":
      return Number(rating >= score.bands.passive) + Number(rating >= score.bands.promoter);
    case "csat":
      return Number(rating >= score.satisfiedFrom);
    case "ces":
      return rating;
  }
}

function count(cells: Cells, cell: number): void {
  cells.counts[cell] = (cells.counts[cell] as number) + 1;
}

/** The cells of a pair's ratings, below 0 where one is missing; both are checked even so. */
function cellsOf(caller: string, index: number, pair: unknown, scale: Scale): readonly [number, number] {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw refusal(caller, "invalid-argument", ["pairs", index], "a pair [before, after]", pair);
  }
  return [
    checkedCell(caller, "before", index, pair[0], scale),
    checkedCell(caller, "after", index, pair[1], scale),
  ];
}
