// Scores of answers that come in clusters, such as several contacts of one account.

import { checkedOptions, requireIterable } from "../errors.ts";
import { type ClusteredScore, type ClusteredScoreOptions, clusterFolding } from "./clusterFold.ts";
import type { ComparableScore } from "./comparableScore.ts";

/**
 * How sure is a score when some accounts answered several times?
 *
 * Answers of one account resemble each other, so that fifty answers of five accounts say less than fifty of fifty. The
 * score itself is the usual one. Its `standardError` is linearised over clusters: √(c ÷ (c − 1) · Σ z²) ÷ Σw, with z = Σw(v − v̄)
 * within each of the c clusters, as R's `svymean` with `ids`. `designEffect` is its square ÷ that of the same answers
 * taken one by one; `effectiveN` is the usual one divided by that, and never larger than the usual one, however well
 * the clusters happen to balance out.
 *
 * The interval is the scorer's own method with `effectiveN` for n. For NPS and CSAT this is multiplied by (t₁ ÷ t₂)², with
 * Student's critical values for n − 1 and c − 1 degrees of freedom (Korn & Graubard), because few clusters tell little of
 * their own spread; for CES Student's t has at most c − 1 degrees of freedom. {@link compare}, {@link compareToBenchmark}
 * and what builds on them take `effectiveN` and `standardError` from here, and allow for few clusters in the same way;
 * {@link mergeTallies}, which sees no clusters, loses them. {@link clusteredScoreBy} does this for each group.
 *
 * With one answer to each cluster nothing changes, but that the standard error of unweighted NPS and CSAT has the n − 1 of the
 * weighted one: it is larger by √(n ÷ (n − 1)). One cluster alone has no spread: `standardError`, `interval` and
 * `designEffect` are `null`. Where all answers agree their likeness within clusters cannot be seen, and `effectiveN` is as
 * if each cluster had given one answer, of all its weight. Fewer than about thirty clusters make a rough standard error,
 * and so do more whose sizes differ much or of which hardly any dissents.
 *
 * A row without a rating counts as missing and is in no cluster.
 *
 * Sources: D. A. Binder, "On the Variances of Asymptotically Normal Estimators from Complex Surveys", International
 * Statistical Review 51 (1983); E. L. Korn & B. I. Graubard, "Confidence Intervals for Proportions with Small Expected
 * Number of Positive Counts Estimated from Survey Data", Survey Methodology 24 (1998).
 *
 * @param rows - the rows
 * @param options - the scorer, and how to read a row's rating, weight and cluster
 * @throws {@link CxMetricsError} `invalid-rating` or `invalid-weight` naming the row's index, `invalid-argument` for an answered
 * row without a cluster, naming its index, and for a scorer that is none of nps, csat and ces
 *
 * @example
 * ```ts
 * import { clusteredScore, nps } from "cx-metrics";
 *
 * const rows = [
 *   { account: "a", answer: 10 },
 *   { account: "a", answer: 9 },
 *   { account: "b", answer: 2 },
 *   { account: "b", answer: 7 },
 *   { account: "c", answer: 9 },
 *   { account: "d", answer: 8 },
 * ];
 * const score = clusteredScore(rows, { metric: nps, rating: (r) => r.answer, cluster: (r) => r.account });
 * score.score; // ≈ 33.33
 * score.clusters; // → 4
 * score.standardError; // ≈ 43.51
 * score.designEffect; // ≈ 1.7037
 * score.effectiveN; // ≈ 3.5217
 * ```
 */
export function clusteredScore<Row, S extends ComparableScore>(
  rows: Iterable<Row>,
  options: ClusteredScoreOptions<Row, S>,
): ClusteredScore<S> {
  const caller = "clusteredScore";
  requireIterable(caller, ["rows"], rows);
  const known = ["metric", "rating", "weight", "cluster"] as const;
  const folding = clusterFolding(caller, checkedOptions(caller, options, known));
  const answers = folding.empty();
  let index = 0;
  for (const row of rows) folding.add(answers, row, index++);
  return folding.scored(answers);
}
