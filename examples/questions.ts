// What the survey asks: where the answers to each question are, and what scores them.

import {
  type Answers,
  CES_SCALE,
  type ComparableScore,
  CSAT_SCALE,
  ces,
  csat,
  NPS_SCALE,
  nps,
  type Scale,
} from "cx-metrics";

/** One question of the survey. */
export interface Question {
  readonly metric: "nps" | "csat" | "ces";
  readonly name: string;
  /** The score in words. */
  readonly meaning: string;
  /** The heading of its column in the export. */
  readonly column: string;
  readonly scale: Scale;
  readonly scorer: (answers: Answers) => ComparableScore;
  /** How many decimals of the score are worth showing. */
  readonly decimals: number;
}

export const QUESTIONS: readonly Question[] = [
  {
    metric: "nps",
    name: "NPS",
    meaning: "% promoters (9-10) minus % detractors (0-6)",
    column: "Q1 How likely are you to recommend Contoh Desk to a friend or colleague?",
    scale: NPS_SCALE,
    scorer: nps,
    decimals: 0,
  },
  {
    metric: "csat",
    name: "CSAT",
    meaning: "% satisfied (4-5 on 1-5)",
    column: "Q2 How would you rate your overall satisfaction with Contoh Desk?",
    scale: CSAT_SCALE,
    scorer: csat,
    decimals: 0,
  },
  {
    metric: "ces",
    name: "CES",
    meaning: "mean ease, 1 (difficult) to 7 (easy)",
    column: "Q3 If you had a problem: how easy did Contoh Desk make it to handle your issue?",
    scale: CES_SCALE,
    scorer: ces,
    decimals: 2,
  },
];
