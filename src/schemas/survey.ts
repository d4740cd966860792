// Zod schemas of survey responses.

import * as z from "zod";
import { describe, requireOneOf } from "../errors.ts";
import type { CesResponse, CsatResponse, NpsResponse, SurveyResponse } from "../records/surveyResponse.ts";
import { CES_SCALE, CSAT_SCALE, checkedScale, NPS_SCALE, type Scale, scaleInWords } from "../survey/scale.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../survey/weight.ts";
import { instant } from "./instant.ts";

/** The record that belongs to each metric. */
export interface ResponseOf {
  /** Net Promoter Score. */
  readonly nps: NpsResponse;
  /** Customer satisfaction score. */
  readonly csat: CsatResponse;
  /** Customer effort score. */
  readonly ces: CesResponse;
}

/**
 * The schema of a metric's responses on a scale of the caller's: `csat` on 1-10, `ces` on 1-5.
 *
 * What passes can be scored on that scale without a throw. Text is not converted: `"9"` is refused
 * (`ratingFromLabel` reads labels). Further properties are kept as they are.
 *
 * @param metric - `"nps"`, `"csat"` or `"ces"`
 * @param scale - the scale that ratings must be on
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` where the scale is none
 *
 * @example
 * ```ts
 * import { parseRows } from "cx-metrics";
 * import { surveyResponseOn } from "cx-metrics/schemas";
 *
 * const tenPoint = surveyResponseOn("csat", { min: 1, max: 10 });
 * parseRows(tenPoint, [{ metric: "csat", rating: 8 }, { metric: "csat", rating: 0 }]).rejected; // → 1
 * ```
 */
export function surveyResponseOn<M extends keyof ResponseOf>(
  metric: M,
  scale: Scale,
): z.ZodType<ResponseOf[M]> {
  requireOneOf("surveyResponseOn", "metric", metric, ["nps", "csat", "ces"]);
  return responseObject(metric, checkedScale("surveyResponseOn", scale)) as unknown as z.ZodType<
    ResponseOf[M]
  >;
}

type Wording = (issue: { readonly input?: unknown }) => string;

function wording(requirement: string, inWords = describe): { readonly error: Wording } {
  return { error: ({ input }) => `must be ${requirement}, got ${inWords(input)}` };
}

/** A rating in words, `"unreadable"` included, which is what `ratingFromLabel` makes of a label without one. */
function ratingInWords(rating: unknown): string {
  return rating === "unreadable" ? "a label that could not be read" : describe(rating);
}

/** Database keys are numbers as often as text. */
const identifier = /* @__PURE__ */ z
  .union([z.string(), z.number()], /* @__PURE__ */ wording("text, a number or missing"))
  .nullish();
const text = /* @__PURE__ */ z.string(/* @__PURE__ */ wording("text or missing")).nullish();

// The inferred type is what lets zod tell the members of a union apart; the public constants have written-out types.
function responseObject<M extends string>(metric: M, scale: Scale) {
  const onScale = wording(`an integer from ${scaleInWords(scale)} or missing`, ratingInWords);
  const usableWeight = wording(USABLE_WEIGHT);
  return z.looseObject(
    {
      metric: z.literal(metric, wording(`"${metric}"`)),
      rating: z.int(onScale).min(scale.min, onScale).max(scale.max, onScale).nullish(),
      responseId: identifier,
      respondentId: identifier,
      at: instant.nullish(),
      channel: text,
      touchpoint: text,
      segment: text,
      comment: text,
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
        : `must be an object, got ${describe(input)}`,
  },
);
