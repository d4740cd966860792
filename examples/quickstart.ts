// Scores an array of answers: the shortest useful program.

import { fileURLToPath } from "node:url";
import { nps, roundHalfAwayFromZero } from "cx-metrics";

/** What this example prints. */
export function quickstart(): string {
  const { score, interval, n, missing } = nps([10, 10, 9, 9, 9, 8, 7, 4, 2, 1, null]);
  // No answers have no score. The types say so, and so should what is shown.
  if (score === null || interval === null) return "NPS: nobody answered\n";
  const [shown, low, high] = [score, interval.low, interval.high].map((value) =>
    roundHalfAwayFromZero(value),
  );
  return `NPS ${shown} (95% interval ${low} to ${high}), ${n} answered, ${missing} did not\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(quickstart());
