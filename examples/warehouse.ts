// Scores counts that a warehouse made: the database folds the rows, this adds months up to a quarter.

import { fileURLToPath } from "node:url";
import { mergeTallies, NPS_SCALE, nps, roundHalfAwayFromZero, type Tally, tallyFromCounts } from "cx-metrics";

/**
 * What a driver returns for
 *
 *   SELECT to_char(answered_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM') AS month, rating, count(*) AS answers
 *   FROM nps_answers GROUP BY month, rating
 *
 * Counts are `bigint` in most drivers; the rating is NULL for those who were asked and did not answer.
 */
const ROWS: readonly { readonly month: string; readonly rating: number | null; readonly answers: bigint }[] =
  [
    { month: "2026-01", rating: 10, answers: 412n },
    { month: "2026-01", rating: 8, answers: 305n },
    { month: "2026-01", rating: 5, answers: 283n },
    { month: "2026-01", rating: null, answers: 51n },
    { month: "2026-02", rating: 9, answers: 467n },
    { month: "2026-02", rating: 7, answers: 290n },
    { month: "2026-02", rating: 3, answers: 243n },
    { month: "2026-03", rating: 10, answers: 1044n },
    { month: "2026-03", rating: 7, answers: 556n },
    { month: "2026-03", rating: 6, answers: 400n },
    { month: "2026-03", rating: null, answers: 97n },
  ];

/** What this example prints. */
export function warehouse(): string {
  const months = [...new Set(ROWS.map(({ month }) => month))].sort();
  const tallies = months.map((month) =>
    tallyFromCounts(
      ROWS.filter((row) => row.month === month).map(({ rating, answers }) => [rating, answers] as const),
      NPS_SCALE,
    ),
  );
  // A tally is plain JSON, so a job can store each month's and another read them back.
  const stored: readonly Tally[] = JSON.parse(JSON.stringify(tallies));
  // Tallies add up exactly. The mean of three monthly scores would give each month the same say.
  const quarter = mergeTallies(stored);
  const lines = months.map((month, i) => line(month, stored[i] as Tally));
  return [...lines, line("2026-Q1", quarter), ""].join("\n");
}

function line(period: string, tally: Tally): string {
  const { score, interval, n, missing } = nps(tally);
  const [shown, low, high] = [score, interval?.low ?? null, interval?.high ?? null].map(
    (value) => roundHalfAwayFromZero(value, 1)?.toFixed(1) ?? "-",
  );
  return `${period}  NPS ${shown} (95% interval ${low} to ${high}), ${n} answered, ${missing} did not`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(warehouse());
