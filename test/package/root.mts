// The declarations of the root entry, as a TypeScript consumer sees them.
import { type Group, type NpsScore, nps, retentionRate, scoreBy, tidy } from "cx-metrics";

const score: NpsScore = nps(new Uint8Array([10, 9, 6]), { level: 0.9 });
const figure: number | null = score.score;
const rows = [{ plan: "Basic", rating: 9 }];
const groups: readonly Group<"plan", NpsScore>[] = scoreBy(rows, {
  metric: nps,
  rating: (row) => row.rating,
  by: { plan: (row) => row.plan },
});
const promoters: number | null | undefined = tidy(groups)[0]?.promoters;
const rate: number | null = retentionRate({ atStart: 200, atEnd: 190, acquired: 30 }).rate;
// @ts-expect-error an unknown method is refused
nps([10], { method: "guess" });

export { figure, promoters, rate };
