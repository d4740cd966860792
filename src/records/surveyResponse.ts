// One answered or unanswered survey question, as a record.

import type { Identifier } from "./identifier.ts";
import type { Instant } from "./instant.ts";

/** What every survey response may carry. Where a database or an export writes `null`, that is the same as absent. */
export interface SurveyResponseBase {
  /** The answer; `null` or absent where the question was not answered. */
  readonly rating?: number | null | undefined;
  /** Identifies the response. */
  readonly responseId?: Identifier | null | undefined;
  /** Identifies who was asked. */
  readonly respondentId?: Identifier | null | undefined;
  /** When it was answered. */
  readonly at?: Instant | null | undefined;
  /** How it was asked: e-mail, chat, phone, in-app, … */
  readonly channel?: string | null | undefined;
  /** What it was asked about: purchase, support case, onboarding, … */
  readonly touchpoint?: string | null | undefined;
  /** The group that the respondent belongs to: plan, region, industry, … */
  readonly segment?: string | null | undefined;
  /** What the respondent wrote. */
  readonly comment?: string | null | undefined;
  /** How many people the answer stands for: 0, or a number from 1e-100 to 1e100. */
  readonly weight?: number | undefined;
}

/** An answer to "How likely are you to recommend us?", 0-10. */
export interface NpsResponse extends SurveyResponseBase {
  /** Which question was asked; tells the members of the union apart. */
  readonly metric: "nps";
}

/** An answer to "How satisfied are you?", 1-5. */
export interface CsatResponse extends SurveyResponseBase {
  /** Which question was asked; tells the members of the union apart. */
  readonly metric: "csat";
}

/** An answer to "How easy was it?", 1-7. */
export interface CesResponse extends SurveyResponseBase {
  /** Which question was asked; tells the members of the union apart. */
  readonly metric: "ces";
}

/**
 * One survey response of any metric, told apart by `metric`.
 *
 * @example
 * ```ts
 * import { nps, type SurveyResponse } from "cx-metrics";
 *
 * const responses: SurveyResponse[] = [
 *   { metric: "nps", rating: 9, segment: "Pro", at: "2026-03-09T10:30:00Z" },
 *   { metric: "csat", rating: 4 },
 * ];
 * nps(responses.filter((r) => r.metric === "nps").map((r) => r.rating)).score; // → 100
 * ```
 */
export type SurveyResponse = NpsResponse | CsatResponse | CesResponse;
