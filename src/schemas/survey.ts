// Zod schemas of survey responses.

import * as z from "zod";
import { checkedOptions, requireOneOf } from "../errors.ts";
import type { CesResponse, CsatResponse, NpsResponse, SurveyResponse } from "../records/surveyResponse.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../records/weight.ts";
import { CES_SCALE, CSAT_SCALE, checkedScale, NPS_SCALE, type Scale, scaleInWords } from "../survey/scale.ts";
import { identifierOrMissing, textOrMissing } from "./fields.ts";
import { instant } from "./instant.ts";
import { responseColumns } from "./surveyCells.ts";
import { rowOfText } from "./textCells.ts";
import { inWords, wording } from "./wording.ts";

/** The record that belongs to each metric. */
export interface ResponseOf {
  /** Net Promoter Score. */
  readonly nps: NpsResponse;
  /** Customer satisfaction score. */
  readonly csat: CsatResponse;
  /** Customer effort score. */
  readonly ces: CesResponse;
}

/** Options of {@link surveyResponseOn}. */
export interface SurveyResponseOptions {
  /**
   * What the cells of a row hold: values of the record's types (`"typed"`), or text as a CSV reader gives it (`"text"`).
   * @defaultValue `"typed"`
   */
  readonly cells?: "typed" | "text" | undefined;
}

/**
 * The schema of a metric's responses on a scale of the caller's: `csat` on 1-10, `ces` on 1-5.
 *
 * What passes can be scored on that scale without a throw. Further properties are kept as they are. Text is not
 * converted: `"9"` is refused, unless the option `cells: "text"` says that the rows are those of a CSV file, in which
 * every cell is text. Then
 *
 * - `rating` is read as by `ratingFromLabel`: `"10 - Extremely likely"` is 10, `"N/A"` is missing. What is not on the
 *   scale or cannot be read is refused, and so is a row without this property: a renamed column must not pass for one
 *   in which nobody answered.
 * - `weight` is a number with a decimal point: `"1.25"`, `".85"`, `"1e-05"`; not `"1,25"`, `"0x1"` or `"Infinity"`.
 * - `at` is ISO 8601 with an offset.
 * - An empty cell, or one of nothing but white space, is missing: `null`. A `weight` must not be missing, for a weight
 *   of 1 in its place would be a guess; a file without that column is one without weights.
 * - `metric` may be absent and is then filled in; where it is present it must be the metric's name.
 * - `responseId`, `respondentId`, `channel`, `touchpoint`, `segment` and `comment` are kept as they are (`"007"` is no
 *   number, and `"Pro "` is not `"Pro"`), where white space around a rating, weight or instant does not matter.
 *
 * Some readers convert cells by themselves: what is no text is judged as in typed rows. Columns must have the record's
 * names, so map those of the file to them. Ask for further columns with `.and`, which sees the cells as they are in
 * the file, and for the record's own with `.refine`, which sees what was read.
 *
 * @param metric - `"nps"`, `"csat"` or `"ces"`
 * @param scale - the scale that ratings must be on
 * @param options - what the cells hold
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` where the scale is none, and for an unknown option
 *
 * @example
 * ```ts
 * import { NPS_SCALE, parseRows } from "cx-metrics";
 * import { surveyResponseOn } from "cx-metrics/schemas";
 *
 * const tenPoint = surveyResponseOn("csat", { min: 1, max: 10 });
 * parseRows(tenPoint, [{ metric: "csat", rating: 8 }, { metric: "csat", rating: 0 }]).rejected; // → 1
 *
 * const { rows, issues } = parseRows(surveyResponseOn("nps", NPS_SCALE, { cells: "text" }), [
 *   { rating: "10 - Extremely likely", segment: "Pro", comment: "" },
 *   { rating: "11", segment: "", comment: "Fine." },
 * ]);
 * rows; // → [{ metric: "nps", rating: 10, segment: "Pro", comment: null }]
 * issues; // → [{ index: 1, path: ["rating"], message: "must be an integer from 0 to 10 or missing, got 11" }]
 * ```
 */
export function surveyResponseOn<M extends keyof ResponseOf>(
  metric: M,
  scale: Scale,
  options: SurveyResponseOptions = {},
): z.ZodType<ResponseOf[M]> {
  const caller = "surveyResponseOn";
  requireOneOf(caller, ["metric"], metric, ["nps", "csat", "ces"]);
  const ratingScale = checkedScale(caller, scale);
  const { cells = "typed" } = checkedOptions(caller, options, ["cells"]);
  requireOneOf(caller, ["cells"], cells, ["typed", "text"]);
  const typed = responseObject(metric, ratingScale);
  const columns = responseColumns(ratingScale);
  // A file seldom says in each row which question it holds the answers to. One that does must be right.
  const schema =
    cells === "typed" ? typed : z.preprocess((row) => rowOfText(row, columns, { metric }), typed);
  return schema as unknown as z.ZodType<ResponseOf[M]>;
}

/** A rating in words, and what stands for one: `ratingFromLabel` makes `"unreadable"` of a label without a rating. */
function ratingInWords(rating: unknown): string {
  return rating === "unreadable" ? "a label that could not be read" : inWords(rating);
}

// The inferred type is what lets zod tell the members of a union apart; the public constants have written-out types.
function responseObject<M extends string>(metric: M, scale: Scale) {
  const onScale = wording(`an integer from ${scaleInWords(scale)} or missing`, ratingInWords);
  const usableWeight = wording(USABLE_WEIGHT);
  return z.looseObject(
    {
      metric: z.literal(metric, wording(`"${metric}"`)),
      rating: z.int(onScale).min(scale.min, onScale).max(scale.max, onScale).nullish(),
      responseId: identifierOrMissing,
      respondentId: identifierOrMissing,
      at: instant.nullish(),
      channel: textOrMissing,
      touchpoint: textOrMissing,
      segment: textOrMissing,
      comment: textOrMissing,
      weight: z.number(usableWeight).refine(isUsableWeight, usableWeight).optional(),
    },
    wording("an object"),
  );
}

const npsObject = /* @__PURE__ */ responseObject("nps", NPS_SCALE);
const csatObject = /* @__PURE__ */ responseObject("csat", CSAT_SCALE);
const cesObject = /* @__PURE__ */ responseObject("ces", CES_SCALE);

/**
 * An answer to the Net Promoter question: `{ metric: "nps", rating: 0-10, … }`. Further properties are kept.
 *
 * @example
 * ```ts
 * import { npsResponse } from "cx-metrics/schemas";
 *
 * npsResponse.safeParse({ metric: "nps", rating: 10, plan: "Pro" }).success; // → true
 * npsResponse.safeParse({ metric: "nps", rating: "10" }).success; // → false
 * ```
 */
export const npsResponse: z.ZodType<NpsResponse> = npsObject;

/**
 * An answer to the satisfaction question: `{ metric: "csat", rating: 1-5, … }`. Further properties are kept.
 *
 * @example
 * ```ts
 * import { csatResponse } from "cx-metrics/schemas";
 *
 * csatResponse.safeParse({ metric: "csat", rating: null }).success; // → true
 * csatResponse.safeParse({ metric: "csat", rating: 6 }).success; // → false
 * ```
 */
export const csatResponse: z.ZodType<CsatResponse> = csatObject;

/**
 * An answer to the effort question: `{ metric: "ces", rating: 1-7, … }`. Further properties are kept.
 *
 * @example
 * ```ts
 * import { cesResponse } from "cx-metrics/schemas";
 *
 * cesResponse.safeParse({ metric: "ces", rating: 7, at: "2026-03-09T10:30:00Z" }).success; // → true
 * cesResponse.safeParse({ metric: "ces", rating: 7, at: "9 March" }).success; // → false
 * ```
 */
export const cesResponse: z.ZodType<CesResponse> = cesObject;

/**
 * A survey response of any metric, told apart by `metric`, on the metrics' usual scales.
 *
 * @example
 * ```ts
 * import { parseRows } from "cx-metrics";
 * import { surveyResponse } from "cx-metrics/schemas";
 *
 * const { rows, issues } = parseRows(surveyResponse, [
 *   { metric: "nps", rating: 9 },
 *   { metric: "ces", rating: 6.5 },
 * ]);
 * rows.length; // → 1
 * issues; // → [{ index: 1, path: ["rating"], message: "must be an integer from 1 to 7 or missing, got 6.5" }]
 * ```
 */
export const surveyResponse: z.ZodType<SurveyResponse> = /* @__PURE__ */ z.discriminatedUnion(
  "metric",
  [npsObject, csatObject, cesObject],
  {
    error: ({ input }) =>
      typeof input === "object" && input !== null && !Array.isArray(input)
        ? 'must be "nps", "csat" or "ces"'
        : `must be an object, got ${inWords(input)}`,
  },
);
