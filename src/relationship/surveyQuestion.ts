// The questions of the surveys in words: question, scale, labels and the open question after it, in two languages.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import { METRICS } from "../survey/metricGuides.ts";
import type { Scale } from "../survey/scale.ts";
import { frozen } from "./ruleLists.ts";
import { SURVEY_KINDS } from "./surveyKinds.ts";
import type { SurveyKind } from "./surveyParty.ts";
import type { Wording } from "./wording.ts";

/** What can be asked: a survey, or what stands behind an answer. */
export type SurveyQuestionName = SurveyKind | "qualitative-feedback";

/** Options of {@link surveyQuestion}. */
export interface SurveyQuestionOptions {
  /**
   * What the question is about, in place of the words in brackets: the name of the company, product or service.
   * @defaultValue the brackets stay
   */
  readonly subject?: string | undefined;
}

/** What a rating is called. */
export interface RatingLabel {
  /** The rating. */
  readonly rating: number;
  /** What it is called. */
  readonly label: string;
}

/** A question as it is asked. */
export interface SurveyQuestion {
  /** What is asked, by name. */
  readonly survey: SurveyQuestionName;
  /** The language: English or Indonesian. */
  readonly language: "en" | "id";
  /** The question. */
  readonly question: string;
  /** The scale of the answer; `null` where it is given in words. */
  readonly scale: Scale | null;
  /** What the lowest rating is called; `null` where there is none. */
  readonly lowLabel: string | null;
  /** What the highest rating is called; `null` where there is none. */
  readonly highLabel: string | null;
  /** What each rating is called that has a name, from the lowest up. */
  readonly labels: readonly RatingLabel[];
  /** The open question after it; `null` where there is none. */
  readonly followUp: string | null;
}

/** A question in both languages. */
interface QuestionWording {
  readonly question: Wording;
  readonly followUp: Wording | null;
  /** The names of ratings; of two, they are those of the two ends. */
  readonly labels: { readonly en: readonly string[]; readonly id: readonly string[] };
}

/**
 * How is this survey worded?
 *
 * The English questions of NPS, CSAT and CES are those of {@link METRICS}, and so are the scales. NPS names the ends of its
 * scale, as it is customary, CSAT and CES every rating. The survey of those who left and the follow-up of important problems
 * are open questions. What a question is about stands in brackets unless `subject` says it.
 *
 * Change as little as possible: answers to another wording, or on other labels, are not comparable.
 *
 * Sources: as {@link METRICS}; ends of the NPS scale: Reichheld, "The One Number You Need to Grow", Harvard Business Review
 * (December 2003). The labels between the ends, the Indonesian wording, the open questions of exit survey and follow-up are
 * our own.
 *
 * @param survey - `"nps"`, `"csat"`, `"ces"`, `"exit"`, `"follow-up"`, or `"qualitative-feedback"`
 * @param language - `"en"` or `"id"`
 * @param options - what the question is about
 * @throws {@link CxMetricsError} `invalid-argument` for another survey or language, or a subject that is blank
 *
 * @example
 * ```ts
 * import { surveyQuestion } from "cx-metrics";
 *
 * const { question, scale, lowLabel, highLabel, followUp } = surveyQuestion("nps", "en", { subject: "Contoh Desk" });
 * question; // → "How likely are you to recommend Contoh Desk to a friend or colleague?"
 * scale; // → { min: 0, max: 10 }
 * [lowLabel, highLabel]; // → ["Not at all likely", "Extremely likely"]
 * followUp; // → "What is the main reason for your answer?"
 *
 * surveyQuestion("csat", "id").question;
 * // → "Secara keseluruhan, seberapa puas Anda dengan [produk / layanan / interaksi]?"
 * surveyQuestion("ces", "id").labels[6]; // → { rating: 7, label: "Sangat mudah" }
 * ```
 */
export function surveyQuestion(
  survey: SurveyQuestionName,
  language: "en" | "id",
  options: SurveyQuestionOptions = {},
): SurveyQuestion {
  const caller = "surveyQuestion";
  requireOneOf(caller, ["survey"], survey, [...SURVEY_KINDS, "qualitative-feedback"]);
  requireOneOf(caller, ["language"], language, ["en", "id"]);
  const { subject } = checkedOptions(caller, options, ["subject"]);
  if (subject !== undefined && (typeof subject !== "string" || subject.trim() === "")) {
    throw refusal(caller, "invalid-argument", ["subject"], "a string that is not blank", subject);
  }
  const { question, followUp, labels } = QUESTIONS[survey];
  const scale = survey === "exit" || survey === "follow-up" ? null : METRICS[survey].scale;
  const named = scale === null ? [] : namedRatings(scale, labels[language]);
  const about = (words: string): string =>
    subject === undefined ? words : words.replace(/\[[^\]]*\]/, () => subject);
  return {
    survey,
    language,
    question: about(question[language]),
    scale: scale && { min: scale.min, max: scale.max },
    lowLabel: named[0]?.label ?? null,
    highLabel: named.at(-1)?.label ?? null,
    labels: named,
    followUp: followUp?.[language] ?? null,
  };
}

/** Two names are those of the two ends; more are those of every rating. */
function namedRatings({ min, max }: Scale, names: readonly string[]): readonly RatingLabel[] {
  const step = (max - min) / (names.length - 1);
  return names.map((label, i) => ({ rating: min + i * step, label }));
}

const QUESTIONS: Readonly<Record<SurveyQuestionName, QuestionWording>> = /* @__PURE__ */ wordings();

function wordings(): Readonly<Record<SurveyQuestionName, QuestionWording>> {
  const english = (metric: "nps" | "csat" | "ces" | "qualitative-feedback"): string =>
    METRICS[metric].question as string;
  const why: Wording = { en: english("qualitative-feedback"), id: "Apa alasan utama jawaban Anda?" };
  const none = { en: [], id: [] };
  return frozen({
    nps: {
      question: {
        en: english("nps"),
        id: "Seberapa besar kemungkinan Anda akan merekomendasikan [perusahaan / produk / layanan] kepada teman atau rekan kerja?",
      },
      followUp: why,
      labels: {
        en: ["Not at all likely", "Extremely likely"],
        id: ["Sangat tidak mungkin", "Sangat mungkin"],
      },
    },
    csat: {
      question: {
        en: english("csat"),
        id: "Secara keseluruhan, seberapa puas Anda dengan [produk / layanan / interaksi]?",
      },
      followUp: why,
      labels: {
        en: [
          "Very dissatisfied",
          "Dissatisfied",
          "Neither satisfied nor dissatisfied",
          "Satisfied",
          "Very satisfied",
        ],
        id: ["Sangat tidak puas", "Tidak puas", "Netral", "Puas", "Sangat puas"],
      },
    },
    ces: {
      question: {
        en: english("ces"),
        id: "Seberapa mudah bagi Anda menangani masalah Anda dengan bantuan [perusahaan]?",
      },
      followUp: why,
      labels: {
        en: [
          "Very difficult",
          "Difficult",
          "Somewhat difficult",
          "Neither difficult nor easy",
          "Somewhat easy",
          "Easy",
          "Very easy",
        ],
        id: ["Sangat sulit", "Sulit", "Agak sulit", "Netral", "Agak mudah", "Mudah", "Sangat mudah"],
      },
    },
    exit: {
      question: {
        en: "What is the main reason why you stopped being a customer of [company / product / service]?",
        id: "Apa alasan utama Anda berhenti menjadi pelanggan [perusahaan / produk / layanan]?",
      },
      followUp: {
        en: "What would have to change for you to come back?",
        id: "Apa yang perlu berubah agar Anda kembali?",
      },
      labels: none,
    },
    "follow-up": {
      question: {
        en: "Is your problem with [product / service] solved, and are you satisfied with the solution?",
        id: "Apakah masalah Anda dengan [produk / layanan] sudah selesai, dan apakah Anda puas dengan penyelesaiannya?",
      },
      followUp: { en: "What is left for us to do?", id: "Apa yang masih perlu kami lakukan?" },
      labels: none,
    },
    "qualitative-feedback": { question: why, followUp: null, labels: none },
  });
}
