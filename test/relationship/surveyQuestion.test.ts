import { describe, expect, it } from "vitest";
import { METRICS, ratingFromLabel, type SurveyQuestionName, surveyQuestion } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const NAMES: readonly SurveyQuestionName[] = [
  "nps",
  "csat",
  "ces",
  "exit",
  "follow-up",
  "qualitative-feedback",
];
const RATED = ["nps", "csat", "ces"] as const;
const LANGUAGES = ["en", "id"] as const;

describe("the wording", () => {
  it("in English is that of the metrics", () => {
    for (const metric of [...RATED, "qualitative-feedback"] as const) {
      expect(surveyQuestion(metric, "en").question).toBe(METRICS[metric].question);
    }
  });

  it("asks who left about stopping to be a customer, in English too", () => {
    expect(surveyQuestion("exit", "en").question).toBe(
      "What is the main reason why you stopped being a customer of [company / product / service]?",
    );
  });

  it.each([
    [
      "nps",
      "Seberapa besar kemungkinan Anda akan merekomendasikan [perusahaan / produk / layanan] kepada teman atau rekan kerja?",
    ],
    ["csat", "Secara keseluruhan, seberapa puas Anda dengan [produk / layanan / interaksi]?"],
    ["ces", "Seberapa mudah bagi Anda menangani masalah Anda dengan bantuan [perusahaan]?"],
    ["exit", "Apa alasan utama Anda berhenti menjadi pelanggan [perusahaan / produk / layanan]?"],
    ["qualitative-feedback", "Apa alasan utama jawaban Anda?"],
  ] as const)("in Indonesian: %s", (survey, question) => {
    expect(surveyQuestion(survey, "id").question).toBe(question);
  });

  it.each(NAMES.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
    "of %s in %s is whole, and other words than in the other language",
    (survey, language) => {
      const asked = surveyQuestion(survey, language);
      expectPlainJson(asked);
      expect(asked).toMatchObject({ survey, language });
      expect(asked.question).toMatch(/^[A-Z].*\?$/);
      expect(asked.question).not.toBe(surveyQuestion(survey, language === "en" ? "id" : "en").question);
      if (survey === "qualitative-feedback") expect(asked.followUp).toBeNull();
      else expect(asked.followUp).toMatch(/^[A-Z].*\?$/);
    },
  );

  it("after a rating asks for its reason, in the words of the open question", () => {
    for (const language of LANGUAGES) {
      const { question } = surveyQuestion("qualitative-feedback", language);
      for (const survey of RATED) expect(surveyQuestion(survey, language).followUp).toBe(question);
    }
  });
});

describe("the scale", () => {
  it.each(RATED)(
    "of %s is that of the metric, its labels from the lowest rating to the highest",
    (survey) => {
      for (const language of LANGUAGES) {
        const { scale, labels, lowLabel, highLabel } = surveyQuestion(survey, language);
        expect(scale).toEqual(METRICS[survey].scale);
        const ratings = labels.map(({ rating }) => rating);
        const { min, max } = METRICS[survey].scale as { min: number; max: number };
        const every = Array.from({ length: max - min + 1 }, (_, i) => min + i);
        expect(ratings).toEqual(survey === "nps" ? [min, max] : every);
        expect([lowLabel, highLabel]).toEqual([labels[0]?.label, labels.at(-1)?.label]);
        expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length);
      }
    },
  );

  it("of labels reads back as its ratings, as survey tools write them", () => {
    for (const survey of RATED) {
      for (const language of LANGUAGES) {
        for (const { rating, label } of surveyQuestion(survey, language).labels) {
          const scale = METRICS[survey].scale as { min: number; max: number };
          expect(ratingFromLabel(`${rating} - ${label}`, scale)).toBe(rating);
        }
      }
    }
  });

  it("is none where the answer is in words", () => {
    for (const survey of ["exit", "follow-up", "qualitative-feedback"] as const) {
      expect(surveyQuestion(survey, "en")).toMatchObject({
        scale: null,
        lowLabel: null,
        highLabel: null,
        labels: [],
      });
    }
  });

  it("is the caller's own to change", () => {
    const first = surveyQuestion("ces", "en");
    (first.labels as unknown[]).pop();
    (first.scale as { max: number }).max = 5;
    expect(surveyQuestion("ces", "en").labels).toHaveLength(7);
    expect(METRICS.ces.scale?.max).toBe(7);
  });
});

describe("what it is about", () => {
  it("stands in place of the brackets, whatever characters it has", () => {
    expect(surveyQuestion("ces", "en", { subject: "Contoh $& [Desk]" }).question).toBe(
      "How easy did Contoh $& [Desk] make it to handle your issue?",
    );
    expect(surveyQuestion("follow-up", "id", { subject: "Contoh Desk" }).question).toBe(
      "Apakah masalah Anda dengan Contoh Desk sudah selesai, dan apakah Anda puas dengan penyelesaiannya?",
    );
    expect(surveyQuestion("qualitative-feedback", "en", { subject: "Contoh Desk" }).question).toBe(
      METRICS["qualitative-feedback"].question,
    );
    expect(surveyQuestion("nps", "en", { subject: undefined }).question).toContain("[");
  });
});

describe("what is refused", () => {
  it.each([
    [
      ["nsp", "en"],
      'survey must be "exit" or "ces" or "csat" or "follow-up" or "nps" or "qualitative-feedback", got a string',
    ],
    [["nps", "fr"], 'language must be "en" or "id", got a string'],
    [["nps", "en", { subject: " " }], "subject must be a string that is not blank, got a string"],
    [["nps", "en", { subject: 5 }], "subject must be a string that is not blank, got 5"],
    [["nps", "en", { company: "x" }], 'options must be among subject, got "company"'],
  ])("%j", (args, message) => {
    expect(() => surveyQuestion(...(args as Parameters<typeof surveyQuestion>))).toThrow(
      `surveyQuestion: ${message}`,
    );
  });
});
