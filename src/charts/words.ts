// Words and numbers as charts show them, in the language of the reader.

import { refusal, refusalInWords } from "../errors.ts";
import type { Interval } from "../statistics/interval.ts";
import { roundHalfAwayFromZero } from "../statistics/rounding.ts";
import { ENGLISH } from "./english.ts";
import { INDONESIAN } from "./indonesian.ts";
import type { ChartLabels, GivenLabels } from "./labels.ts";

/** Labels, and how numbers are written among them. */
export interface Words {
  readonly labels: ChartLabels;
  /** A number with so many decimals, thousands apart. */
  readonly number: (value: number, decimals: number) => string;
  /** A proportion in percent. */
  readonly percent: (share: number, decimals?: number) => string;
  /** `95 % interval 11 to 17`, of limits that are written already: in which unit, the caller knows. */
  readonly limits: (level: number, low: string, high: string) => string;
  /** An interval in brackets behind a figure; nothing where there is none. */
  readonly interval: (interval: Interval | null, decimals: number) => string;
  /** `1 answer`, `2,828 answers`. */
  readonly answers: (n: number) => string;
  /** `1 customer`, `2,828 customers`. */
  readonly customers: (n: number) => string;
  /** `1 cohort`, `12 cohorts`. */
  readonly cohorts: (n: number) => string;
  /** `1 comment`, `2,828 comments`. */
  readonly comments: (n: number) => string;
}

const LANGUAGES: Readonly<Record<"en" | "id", ChartLabels>> = { en: ENGLISH, id: INDONESIAN };

/** The words asked for: of a language, or a caller's own in place of the English ones. */
export function wordsOf(caller: string, asked: "en" | "id" | GivenLabels): Words {
  const labels = labelsOf(caller, asked);
  const number = (value: number, decimals: number): string => numberOf(labels, value, decimals);
  const counted = (n: number, one: string, many: string): string =>
    filled(n === 1 ? one : many, { n: number(n, 0) });
  const percent = (share: number, decimals = 0): string =>
    filled(labels.percent, { value: number(100 * share, decimals) });
  const limits = (level: number, low: string, high: string): string =>
    filled(labels.interval, { level: percent(level, decimalsOfLevel(level)), low, high });
  return {
    labels,
    number,
    percent,
    limits,
    interval: (interval, decimals) =>
      interval === null
        ? ""
        : ` (${limits(interval.level, number(interval.low, decimals), number(interval.high, decimals))})`,
    answers: (n) => counted(n, labels.oneAnswer, labels.manyAnswers),
    customers: (n) => counted(n, labels.oneCustomer, labels.manyCustomers),
    cohorts: (n) => counted(n, labels.oneCohort, labels.manyCohorts),
    comments: (n) => counted(n, labels.oneComment, labels.manyComments),
  };
}

function labelsOf(caller: string, asked: unknown): ChartLabels {
  if (asked === "en" || asked === "id") return LANGUAGES[asked];
  if (typeof asked !== "object" || asked === null) {
    throw refusal(caller, "invalid-argument", ["labels"], '"en" or "id" or an object', asked);
  }
  const given = Object.entries(asked).filter(([, label]) => label !== undefined);
  for (const [name, label] of given) {
    if (!Object.hasOwn(ENGLISH, name)) {
      throw refusalInWords(caller, "invalid-argument", ["labels"], "names of labels", "another name");
    }
    if (typeof label !== "string") {
      throw refusal(caller, "invalid-argument", ["labels", name], "a string", label);
    }
  }
  const labels = given.map(([name, label]) => [name, drawableText(label as string)]);
  return { ...ENGLISH, ...Object.fromEntries(labels) };
}

/** Vega mistakes a title that is called like a property of every object for something else, but not with a space behind it. */
export function drawableText(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** A template with its `{names}` replaced, each by its text as it stands. */
export function filled(template: string, texts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(texts, name) ? (texts[name] as string) : whole,
  );
}

function numberOf({ decimalSign, thousandsSign }: ChartLabels, value: number, decimals: number): string {
  const rounded = roundHalfAwayFromZero(value, decimals);
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split(".") as [string, string?];
  const grouped = whole.replace(/\d(?=(\d{3})+$)/g, (digit) => digit + thousandsSign);
  const sign = rounded < 0 ? "−" : "";
  return fraction === undefined ? sign + grouped : sign + grouped + decimalSign + fraction;
}

/** As many decimals as tell 99.9 % from 100 %, up to six. */
function decimalsOfLevel(level: number): number {
  let decimals = 0;
  while (decimals < 6 && Math.abs(roundHalfAwayFromZero(100 * level, decimals) - 100 * level) > 1e-9)
    decimals++;
  return decimals;
}
