// Groups as flat rows, for tables, data frames and charts.

import { CxMetricsError, requireIterable, requireObject } from "../errors.ts";
import type { GroupValue } from "../records/groupValue.ts";
import type { Interval } from "../statistics/interval.ts";
import type { Score, Share } from "./score.ts";
import type { Group } from "./scoreBy.ts";

/** The columns that every score has. */
export interface ScoreColumns {
  /** The metric by name. */
  readonly metric: string;
  /** The score; `null` where nobody answered. */
  readonly score: number | null;
  /** Lower limit of the interval; `null` where there is none. */
  readonly low: number | null;
  /** Upper limit of the interval; `null` where there is none. */
  readonly high: number | null;
  /** Standard error in the score's unit. */
  readonly standardError: number | null;
  /** How many answered. */
  readonly n: number;
  /** How many did not. */
  readonly missing: number;
  /** Kish's effective sample size. */
  readonly effectiveN: number;
}

/** A column for each of a score's shares, such as `promoters` with values from 0 to 1. */
export type ShareColumns<S> = {
  readonly [F in keyof S as S[F] extends Share ? F : never]: number | null;
};

/** A column for each of a score's further figures, such as `mean` or `net`. */
export type FigureColumns<S> = {
  readonly [F in Exclude<keyof S, keyof ScoreColumns> as S[F] extends number | null ? F : never]: S[F];
};

/** One flat row: a column for each dimension, for the score and its interval, for its shares and further figures. */
export type TidyRow<K extends string, S> = { readonly [D in K]: GroupValue } & ScoreColumns &
  ShareColumns<S> &
  FigureColumns<S>;

/**
 * Lays groups out as flat rows: one row for each group, one value in each column.
 *
 * Columns: the dimensions; `metric`, `score`, `low`, `high`, `standardError`, `n`, `missing`, `effectiveN`; the metric's own
 * shares as proportions (`promoters`, `passives`, `detractors`; `satisfied`; `easy`, `difficult`); and its own figures
 * (`mean`, `satisfiedFrom`; `net`).
 * Values are in the units of the score and not rounded. No groups give no rows.
 *
 * @param groups - what {@link scoreBy} returned
 * @throws {@link CxMetricsError} `invalid-argument` for a dimension that is named like one of the columns
 *
 * @example
 * ```ts
 * import { csat, scoreBy, tidy } from "cx-metrics";
 *
 * const rows = [
 *   { channel: "chat", rating: 5 },
 *   { channel: "chat", rating: 2 },
 *   { channel: "phone", rating: 4 },
 * ];
 * const groups = scoreBy(rows, { metric: csat, rating: (r) => r.rating, by: { channel: (r) => r.channel } });
 * tidy(groups).map(({ channel, score, n, satisfied }) => ({ channel, score, n, satisfied }));
 * // → [{ channel: "chat", score: 50, n: 2, satisfied: 0.5 }, { channel: "phone", score: 100, n: 1, satisfied: 1 }]
 * ```
 */
export function tidy<K extends string, S extends Score>(
  groups: Iterable<Group<K, S>>,
): readonly TidyRow<K, S>[] {
  requireIterable("tidy", ["groups"], groups);
  return Array.from(groups, (group, index) => {
    requireObject("tidy", ["groups", index], group);
    const { key, score } = group;
    requireObject("tidy", ["groups", index, "key"], key);
    requireObject("tidy", ["groups", index, "score"], score);
    requireObject("tidy", ["groups", index, "score", "tally"], score.tally);
    const common = commonColumns(score);
    const columns = { ...common, ...ownColumns(score, common) };
    for (const dimension of Object.keys(key)) {
      if (Object.hasOwn(columns, dimension)) {
        throw new CxMetricsError(
          `tidy: dimension "${dimension}" must have another name, because a column is called that`,
          "invalid-argument",
          ["groups", dimension],
        );
      }
    }
    // Entries, not assignment: a dimension called `__proto__` is a column like any other.
    const entries = [...Object.entries(key), ...Object.entries(columns)];
    return Object.fromEntries(entries) as unknown as TidyRow<K, S>;
  });
}

function commonColumns(score: Score): ScoreColumns {
  const { metric, interval, standardError, n, missing, effectiveN } = score;
  return { metric, score: score.score, ...limitColumns(interval), standardError, n, missing, effectiveN };
}

function limitColumns(interval: Interval | null): { low: number | null; high: number | null } {
  return { low: interval?.low ?? null, high: interval?.high ?? null };
}

/** The metric's shares and further figures. */
function ownColumns(score: Score, common: ScoreColumns): Record<string, number | null> {
  const columns: [string, number | null][] = [];
  for (const [name, field] of Object.entries(score) as [string, unknown][]) {
    if (name in common || name === "interval") continue;
    if (isShare(field)) columns.push([name, field.share]);
    else if (typeof field === "number" || field === null) columns.push([name, field]);
  }
  return Object.fromEntries(columns);
}

function isShare(field: unknown): field is Share {
  return typeof field === "object" && field !== null && "count" in field && "share" in field;
}
