// The metrics as a guide: what each asks, on which scale, when, and what it is good for.

import { requireOneOf } from "../errors.ts";
import { CES_SCALE, CSAT_SCALE, NPS_SCALE, type Scale } from "./scale.ts";

/**
 * A moment in the relationship at which something can be asked or measured.
 *
 * - `service-interaction`: any contact with service
 * - `problem-handling`: a contact with service that required a problem to be solved, whether or not it was
 * - `purchase`: after something was bought
 * - `project-end`: when a project or engagement is completed
 * - `periodic`: at regular intervals, whatever happened
 * - `exit`: when a customer has left
 */
export type Touchpoint =
  | "service-interaction"
  | "problem-handling"
  | "purchase"
  | "project-end"
  | "periodic"
  | "exit";

/** The metrics that have a guide, by name. */
export type MetricName =
  | "csat"
  | "nps"
  | "ces"
  | "expectation-gap"
  | "qualitative-feedback"
  | "retention-rate"
  | "churn-rate"
  | "customer-lifetime-value"
  | "customer-acquisition-cost"
  | "first-contact-resolution"
  | "average-resolution-time";

/** What to know about a metric before using it. */
export interface MetricGuide {
  /** The metric by name. */
  readonly metric: MetricName;
  /** Its name in words. */
  readonly name: string;
  /** Where its figures come from: from answers, or from records of customers and cases. */
  readonly source: "survey" | "records";
  /** The question as it is asked; `null` where nobody is asked. */
  readonly question: string | null;
  /** The usual scale of the answer; `null` where the answer is no rating or the scale is the caller's choice. */
  readonly scale: Scale | null;
  /** How the figure comes about, in words. */
  readonly rule: string;
  /** When to ask or measure it, in words. */
  readonly when: string;
  /** The moments at which to ask or measure it. */
  readonly touchpoints: readonly Touchpoint[];
  /** What it is good for. */
  readonly goodFor: string;
}

const TOUCHPOINTS: readonly Touchpoint[] = [
  "service-interaction",
  "problem-handling",
  "purchase",
  "project-end",
  "periodic",
  "exit",
];

/**
 * For each metric: the question, the scale, when to ask, and what it is good for. Frozen plain data.
 *
 * CSAT, NPS, CES, retention and churn have their customary wording and timing. Ours are the questions of the
 * expectation gap and of qualitative feedback, the touchpoints of the expectation gap, and calling `periodic` what no
 * event triggers. Wording in brackets is for the caller to fill in.
 *
 * Sources: as named by {@link csat}, {@link nps}, {@link ces}, {@link expectationGap}, {@link retentionRate},
 * {@link churnRate}, {@link firstContactResolution} and {@link resolutionTime}, whose `mean` is the average resolution
 * time.
 *
 * @example
 * ```ts
 * import { METRICS } from "cx-metrics";
 *
 * METRICS.ces.scale; // → { min: 1, max: 7 }
 * METRICS.nps.when; // → "periodically, every 3 to 6 months"
 * ```
 */
export const METRICS: Readonly<Record<MetricName, MetricGuide>> = /* @__PURE__ */ metricGuides();

/**
 * Which metrics belong to a touchpoint, surveys first?
 *
 * The guides of {@link METRICS} that name the touchpoint, in the order of that table. A recommendation of what can be
 * asked or measured there, not of asking everything at once: one short survey with a comment field is enough for
 * most moments.
 *
 * @param touchpoint - the moment in the relationship
 * @throws {@link CxMetricsError} `invalid-argument` for a touchpoint that is none of these
 *
 * @example
 * ```ts
 * import { metricsFor } from "cx-metrics";
 *
 * metricsFor("purchase").map((guide) => guide.metric);
 * // → ["csat", "expectation-gap", "qualitative-feedback"]
 * ```
 */
export function metricsFor(touchpoint: Touchpoint): readonly MetricGuide[] {
  requireOneOf("metricsFor", ["touchpoint"], touchpoint, TOUCHPOINTS);
  return Object.values(METRICS).filter((guide) => guide.touchpoints.includes(touchpoint));
}

function metricGuides(): Readonly<Record<MetricName, MetricGuide>> {
  const guides: Record<MetricName, MetricGuide> = {
    csat: {
      metric: "csat",
      name: "Customer satisfaction score",
      source: "survey",
      question: "How would you rate your overall satisfaction with [product / service / interaction]?",
      scale: CSAT_SCALE,
      rule: "satisfied answers ÷ all answers × 100",
      when: "after a service interaction, a purchase or the end of a project, and at regular intervals",
      touchpoints: ["service-interaction", "problem-handling", "purchase", "project-end", "periodic"],
      goodFor: "a quick picture of satisfaction at one touchpoint",
    },
    nps: {
      metric: "nps",
      name: "Net Promoter Score",
      source: "survey",
      question: "How likely are you to recommend [company / product / service] to a friend or colleague?",
      scale: NPS_SCALE,
      rule: "percentage of promoters − percentage of detractors",
      when: "periodically, every 3 to 6 months",
      touchpoints: ["periodic"],
      goodFor: "finding advocates, and customers at risk",
    },
    ces: {
      metric: "ces",
      name: "Customer effort score",
      source: "survey",
      question: "How easy did [company] make it to handle your issue?",
      scale: CES_SCALE,
      rule: "mean ease",
      when: "after a service interaction that required a problem to be solved, whether or not it was",
      touchpoints: ["problem-handling"],
      goodFor: "finding obstacles to remove",
    },
    "expectation-gap": {
      metric: "expectation-gap",
      name: "Expectation gap",
      source: "survey",
      question: "What did you expect of [product / service], and what did you receive?",
      scale: null,
      rule: "mean of received − expected",
      when: "the expectation before a purchase or project, what was received after it",
      touchpoints: ["purchase", "project-end"],
      goodFor: "finding promises that raise expectations beyond what is delivered",
    },
    "qualitative-feedback": {
      metric: "qualitative-feedback",
      name: "Qualitative feedback",
      source: "survey",
      question: "What is the main reason for your answer?",
      scale: null,
      rule: "open comments, interviews and reviews, read and grouped by theme",
      when: "with every survey, and from those who left",
      touchpoints: [...TOUCHPOINTS],
      goodFor: "the reasons behind the numbers",
    },
    "retention-rate": {
      metric: "retention-rate",
      name: "Customer retention rate",
      source: "records",
      question: null,
      scale: null,
      rule: "(customers at the end − customers acquired) ÷ customers at the start",
      when: "each period, for evaluation in the long term",
      touchpoints: ["periodic"],
      goodFor: "the health of the relationship",
    },
    "churn-rate": {
      metric: "churn-rate",
      name: "Churn rate",
      source: "records",
      question: null,
      scale: null,
      rule: "customers who left in the period ÷ customers at its start",
      when: "each period, to track losses and their trend",
      touchpoints: ["periodic"],
      goodFor: "seeing where action is urgent",
    },
    "customer-lifetime-value": {
      metric: "customer-lifetime-value",
      name: "Customer lifetime value",
      source: "records",
      question: null,
      scale: null,
      rule: "the value of a customer over the whole relationship",
      when: "each period, once retention is known",
      touchpoints: ["periodic"],
      goodFor: "the success of customer care, and what a customer is worth winning for",
    },
    "customer-acquisition-cost": {
      metric: "customer-acquisition-cost",
      name: "Customer acquisition cost",
      source: "records",
      question: null,
      scale: null,
      rule: "what was spent on winning customers ÷ customers won",
      when: "each period",
      touchpoints: ["periodic"],
      goodFor: "what growth costs, next to what a customer is worth",
    },
    "first-contact-resolution": {
      metric: "first-contact-resolution",
      name: "First contact resolution",
      source: "records",
      question: null,
      scale: null,
      rule: "cases solved at first contact ÷ solved cases",
      when: "from every case that required a problem to be solved",
      touchpoints: ["problem-handling"],
      goodFor: "the success of customer service",
    },
    "average-resolution-time": {
      metric: "average-resolution-time",
      name: "Average resolution time",
      source: "records",
      question: null,
      scale: null,
      rule: "mean time from the opening of a case to its first solution",
      when: "from every case that required a problem to be solved",
      touchpoints: ["problem-handling"],
      goodFor: "the success of customer service",
    },
  };
  for (const guide of Object.values(guides)) {
    Object.freeze(guide.touchpoints);
    Object.freeze(guide);
  }
  return Object.freeze(guides);
}
