// Scores for the tests of comparisons, from counts.

import {
  CES_SCALE,
  type CesScore,
  CSAT_SCALE,
  type CsatScore,
  ces,
  csat,
  NPS_SCALE,
  type NpsScore,
  nps,
  tallyFromCounts,
} from "../../src/index.ts";

/** The score of so many detractors, passives and promoters. */
export function npsOf([detractors, passives, promoters]: readonly number[]): NpsScore {
  const counts = [
    [3, detractors],
    [8, passives],
    [10, promoters],
  ] as [number, number][];
  return nps(tallyFromCounts(counts, NPS_SCALE));
}

/** The score of so many satisfied of all. */
export function csatOf(satisfied: number, all: number): CsatScore {
  return csat(
    tallyFromCounts(
      [
        [5, satisfied],
        [2, all - satisfied],
      ],
      CSAT_SCALE,
    ),
  );
}

/** The score of so many of each rating from 1 to 7. */
export function cesOf(counts: readonly number[]): CesScore {
  return ces(
    tallyFromCounts(
      counts.map((count, cell) => [cell + 1, count]),
      CES_SCALE,
    ),
  );
}
