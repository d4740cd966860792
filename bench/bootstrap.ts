// How long a bootstrap interval takes from a tally: of a million answers against ten thousand, and against drawing the
// answers one by one (row 8).

import { bootstrapInterval, NPS_SCALE, nps, type Tally, tally } from "cx-metrics";
import { measure, printRatios, ratioOf, report, seeded } from "./harness.ts";

const REPLICATES = 10_000;
const MILLION = 1_000_000;

/** Row by row a full bootstrap would take minutes, so that a part of it is timed and counted up. */
const PART = 2;

function ratingsOf(n: number): Uint8Array {
  const random = seeded(20260503);
  return Uint8Array.from({ length: n }, () => Math.floor(random() ** 0.5 * 11));
}

const score = (answers: Tally): number | null => nps(answers).score;

function fromTally(answers: Tally): unknown {
  return bootstrapInterval(answers, score, { random: seeded(1), replicates: REPLICATES });
}

/** The plain bootstrap: as many ratings drawn with replacement, counted, scored. */
function fromRows(ratings: Uint8Array, replicates: number): (number | null)[] {
  const random = seeded(1);
  return Array.from({ length: replicates }, () => {
    const counts = new Array<number>(11).fill(0);
    for (let i = 0; i < ratings.length; i++) {
      const rating = ratings[Math.floor(random() * ratings.length)] as number;
      counts[rating] = (counts[rating] as number) + 1;
    }
    return score({ scale: NPS_SCALE, counts, missing: 0 });
  });
}

const rows = ratingsOf(MILLION);
const [few, many] = [tally(ratingsOf(MILLION / 100), NPS_SCALE), tally(rows, NPS_SCALE)];
const times = await measure(
  [
    { name: "1e4 answers", run: () => fromTally(few) },
    { name: "1e6 answers", run: () => fromTally(many) },
    { name: `1e6 rows, ${PART} resamples`, run: () => fromRows(rows, PART) },
  ],
  25,
);
printRatios(`bootstrapInterval of NPS, ${REPLICATES.toLocaleString("en")} resamples`, times, "1e4 answers");
report({
  row: 8,
  what: "bootstrap of 1e6 answers ÷ of 1e4",
  most: 1.1,
  ratio: ratioOf(times, "1e6 answers", "1e4 answers"),
});
report({
  row: 8,
  what: "bootstrap of a tally ÷ of its 1e6 rows",
  most: 1 / 500,
  ratio: ratioOf(times, "1e6 answers", `1e6 rows, ${PART} resamples`, PART / REPLICATES),
});
