// Themes of open comments: what respondents write about, and how they score when they do.

import { checkedOptions, requireFunction, requireIterable } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import { proportionRate, type Rate } from "../statistics/rate.ts";
import { subtractTally } from "../survey/mergeTallies.ts";
import { type NpsScore, nps } from "../survey/nps.ts";
import type { Answers, Rating, Tally } from "../survey/tally.ts";
import { type Codebook, checkedCodebook } from "./codebook.ts";
import { type ComparableScore, checkedScore, differenceOf, rangeOf } from "./comparableScore.ts";
import { checkedComparing, comparisonOf } from "./compare.ts";
import type { Comparison } from "./comparison.ts";
import { searchComments } from "./searchComments.ts";

/** How {@link themes} reads a response. */
export interface ThemesOptions<Row, K extends string, S extends ComparableScore = NpsScore> {
  /** For each theme the words and phrases that tell of it; `*` at the start or end of one stands for the rest of a word. */
  readonly codebook: Codebook<K>;
  /** Reads the comment of a response; called once for each. */
  readonly comment: (row: Row) => string | null | undefined;
  /** Reads the rating of a response; called once for each. */
  readonly rating: (row: Row) => Rating;
  /**
   * The scorer: `nps`, `csat`, `ces`, or a closure with options such as `(answers) => csat(answers, { satisfiedFrom: 5 })`.
   * @defaultValue `nps`
   */
  readonly metric?: ((answers: Answers) => S) | undefined;
  /**
   * Confidence level of all intervals, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** One theme: who mentions it, and how they score. */
export interface Theme<K extends string = string, S extends ComparableScore = ComparableScore> {
  /** The theme by name. */
  readonly theme: K;
  /** Comments that mention it, out of all comments; policy `"mentioned-in-comments"`. */
  readonly mentions: Rate;
  /** Score of those whose comment mentions it. */
  readonly mentioning: S;
  /** Score of those whose comment does not. */
  readonly others: S;
  /** The two compared: `mentioning` − `others`. */
  readonly comparison: Comparison;
  /** What the score of all would lose without those who mention it: score of all − score of `others`, below 0 for a cost. */
  readonly impact: number | null;
  /** Which share of all that the score lacks to its best is lacking with those who mention it, 0…1. */
  readonly shareOfGap: number | null;
  /** The responses that mention it, by their place in the input. */
  readonly responses: readonly number[];
}

/** The themes by mentions, with what they were looked for in. Comments are pointed to, never repeated. */
export interface Themes<K extends string = string, S extends ComparableScore = ComparableScore> {
  /** How many responses have a comment. */
  readonly n: number;
  /** How many have none, or a blank one. */
  readonly withoutComment: number;
  /** Score of those who have a comment. */
  readonly score: S;
  /** The most mentioned first; as many mentions, in the order of the codebook. */
  readonly themes: readonly Theme<K, S>[];
  /** The responses whose comment mentions no theme, by their place in the input. */
  readonly unmatched: readonly number[];
  /** Confidence level of all intervals. */
  readonly level: number;
}

/**
 * What do respondents write about, and how do those who do so score?
 *
 * A comment mentions a theme where it has any of the theme's words or phrases, once however often; it may mention several.
 * This looks words up. It understands no negation ("not slow" mentions "slow"), irony or context: read some of the
 * `responses` before you act on a theme, and read `unmatched` to mend the codebook.
 *
 * - Case does not matter, nor does the encoding of a letter (full-width, ligature, composed or not); "ß" is "ss", and the
 *   Turkish "İ", "I", "ı" and "i" are one letter. Accents do matter: list "café" and "cafe".
 * - A term is found as whole words: "late" is not in "plate". `"refund*"` finds "refunded", `"*bayar*"` finds
 *   "pembayaran": so list languages that build words with affixes.
 * - Words of a phrase may stand on two lines, and with an apostrophe or hyphen between them; other punctuation ends a
 *   phrase. "customer" is found in "customer's".
 * - Chinese, Japanese, Thai, Lao, Khmer and Burmese set no spaces between words, so their terms are found anywhere in a
 *   text, as are emoji.
 *
 * All figures are of the responses that have a comment: those who write differ from those who do not, and so may their
 * score. `comparison` tells how far a theme's difference is within chance, in words by `describeComparison` with
 * `of: "groups"`; where you look at many themes, adjust the p-values. Those who mention a theme differ in more than that,
 * so a difference is no proof of a cause.
 *
 * `impact` is in the score's unit, the score of all less the score of `others`: with everybody rating, the share of
 * mentions times the difference. `shareOfGap` puts what each respondent lacks to the best answer (a detractor 200 points
 * of NPS, a passive 100) over what all lack. As comments mention several themes, neither adds up over themes. Both are
 * `null` where nobody is left to compare with, and where there is no gap.
 *
 * The time it takes is in proportion to the text, whatever the number of terms, and the same in every locale.
 *
 * Source: own definition. The search is that of Aho & Corasick, Communications of the ACM 18 (1975); letters follow Unicode
 * Standard Annexes #15 (normalisation) and #24 (scripts).
 *
 * @param responses - one for each respondent
 * @param options - the codebook; how to read comment and rating; scorer and level
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scorer's scale, `invalid-argument` for a comment
 * that is neither text nor missing, for a codebook or theme that is empty, for a term without letters or with `*`
 * inside, and for a wrong option. No message repeats text
 *
 * @example
 * ```ts
 * import { themes } from "cx-metrics";
 *
 * const responses = [
 *   { rating: 2, comment: "Still waiting for my refund!" },
 *   { rating: 9, comment: "Lovely support team" },
 *   { rating: 4, comment: "REFUNDED late, and delivery was late too" },
 *   { rating: 8, comment: "ok" },
 *   { rating: 10, comment: null },
 * ];
 * const found = themes(responses, {
 *   codebook: { delivery: ["delivery", "shipping"], refunds: ["refund*", "money back"] },
 *   comment: (row) => row.comment,
 *   rating: (row) => row.rating,
 * });
 * found.themes.map(({ theme, mentions }) => [theme, mentions.rate]); // → [["refunds", 0.5], ["delivery", 0.25]]
 * found.themes[0]?.comparison.difference; // → -150
 * found.themes[0]?.impact; // → -75
 * found.unmatched; // → [1, 3]
 * ```
 */
export function themes<Row, const K extends string, S extends ComparableScore = NpsScore>(
  responses: Iterable<Row>,
  options: ThemesOptions<Row, K, S>,
): Themes<K, S> {
  const caller = "themes";
  requireIterable(caller, ["responses"], responses);
  const known = ["codebook", "comment", "rating", "metric", "level"] as const;
  const { comment, rating } = checkedOptions(caller, options, known);
  const metric = (options.metric ?? nps) as (answers: Answers) => S;
  for (const [name, read] of Object.entries({ comment, rating, metric })) {
    requireFunction(caller, [name], read);
  }
  const codebook = checkedCodebook(caller, options.codebook);
  const level = checkedLevel(caller, options.level);
  const scored = (answers: Answers): S => checkedScore(caller, ["metric"], metric(answers));
  const { scale } = scored([]).tally;
  const found = searchComments(caller, responses, { comment, rating }, codebook, scale);
  const score = scored(found.answers);
  return {
    n: found.n,
    withoutComment: found.withoutComment,
    score,
    // As many mentions stay in the order of the codebook: the sort is stable.
    themes: found.mentions
      .map(
        ({ theme, responses, answers }): Theme<K, S> => ({
          theme,
          mentions: proportionRate(caller, responses.length, found.n, "mentioned-in-comments", { level }),
          ...figuresOf(caller, score, answers, scored, level),
          responses,
        }),
      )
      .sort((a, b) => b.mentions.numerator - a.mentions.numerator),
    unmatched: found.unmatched,
    level,
  };
}

type ThemeFigures<S extends ComparableScore> = Pick<
  Theme<string, S>,
  "mentioning" | "others" | "comparison" | "impact" | "shareOfGap"
>;

/** What the ratings of those who mention a theme, next to those of all, say of it. */
function figuresOf<S extends ComparableScore>(
  caller: string,
  all: S,
  mentions: Tally,
  scored: (answers: Answers) => S,
  level: number,
): ThemeFigures<S> {
  const mentioning = scored(mentions);
  const others = scored(subtractTally(all.tally, mentions));
  const comparing = checkedComparing(caller, all, { level });
  const gap = gapOf(all);
  return {
    mentioning,
    others,
    comparison: comparisonOf(others, mentioning, comparing),
    impact: differenceOf(others, all),
    // Rounding must not carry it past the whole.
    shareOfGap: gap > 0 ? Math.min(gapOf(mentioning) / gap, 1) : null,
  };
}

/** What the answers lack to the best score, summed over the answers. */
function gapOf(score: ComparableScore): number {
  const { low, high } = rangeOf(score.metric, score.tally.scale);
  const best = score.metric === "ces" && score.direction === "lower-is-easier" ? low : high;
  return score.n * Math.abs(best - (score.score ?? best));
}
