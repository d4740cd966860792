// Themes: the colours of charts on light and on dark paper.

import type { Json, JsonObject } from "./chartSpec.ts";
import type { ChartLabels } from "./labels.ts";

/** On what a chart is drawn. */
export type ChartTheme = "light" | "dark";

/** The colours of a theme. All marks stand out from the background by 3:1 or more, all text by 4.5:1 or more. */
export interface Colours {
  readonly background: string;
  readonly text: string;
  readonly mutedText: string;
  /** Lines that help to read and that nothing is lost without. */
  readonly grid: string;
  /** What is good, and what is neither good nor bad of a single series. */
  readonly good: string;
  readonly bad: string;
  readonly neutral: string;
  /** Series that stand side by side. */
  readonly series: readonly string[];
  /** The ends of a scale from little to much, and text that can be read on all of it. */
  readonly sequence: {
    readonly from: string;
    readonly to: string;
    /** From this share of the way on, text changes its colour. */
    readonly turn: number;
    readonly textBefore: string;
    readonly textAfter: string;
  };
}

/**
 * Blue against orange, which the colour-blind tell apart: M. Okabe & K. Ito, "Color Universal Design" (2008). On white their
 * colours are darkened, and on black lightened, as far as the contrast asks for.
 */
export const THEMES: Readonly<Record<ChartTheme, Colours>> = {
  light: {
    background: "#ffffff",
    text: "#1f2933",
    mutedText: "#52606d",
    grid: "#e4e7eb",
    good: "#0072b2",
    bad: "#c65200",
    neutral: "#6f7782",
    series: ["#0072b2", "#c65200", "#00805d", "#b0548a", "#8a6d00", "#1f2933"],
    sequence: { from: "#7096bd", to: "#08306b", turn: 0.29, textBefore: "#000000", textAfter: "#ffffff" },
  },
  dark: {
    background: "#16191d",
    text: "#e4e7eb",
    mutedText: "#b8c1cc",
    grid: "#333a42",
    good: "#56b4e9",
    bad: "#f08c3a",
    neutral: "#9aa5b1",
    series: ["#56b4e9", "#f08c3a", "#2bb58c", "#e08ebb", "#f0e442", "#e4e7eb"],
    sequence: { from: "#33719f", to: "#cfe8fb", turn: 0.09, textBefore: "#ffffff", textAfter: "#000000" },
  },
};

const FONT = "Helvetica, Arial, sans-serif";

/** Sizes of text, in pixels. */
export const TITLE_SIZE = 16;
export const SUBTITLE_SIZE = 12;
export const LABEL_SIZE = 11;

/** How Vega-Lite draws what a chart itself leaves open. */
export function configOf(
  { background, text, mutedText, grid }: Colours,
  { decimalSign: decimal, thousandsSign: thousands, percent }: ChartLabels,
): Json {
  return {
    background,
    font: FONT,
    locale: {
      number: {
        decimal,
        thousands,
        grouping: [3],
        currency: ["", ""],
        // What stands behind a number; a format of Vega's has nothing in front of one.
        percent: percent.split("{value}")[1] || "%",
      },
    },
    view: { stroke: null },
    axis: {
      labelColor: mutedText,
      titleColor: mutedText,
      labelFontSize: LABEL_SIZE,
      titleFontSize: LABEL_SIZE,
      titleFontWeight: "normal",
      labelLimit: 240,
      labelFlush: false,
      labelSeparation: 4,
      titleLimit: 400,
      gridColor: grid,
      domainColor: mutedText,
      tickColor: mutedText,
    },
    legend: {
      orient: "top",
      title: null,
      labelColor: text,
      titleColor: mutedText,
      labelFontSize: LABEL_SIZE,
      titleFontSize: LABEL_SIZE,
      titleFontWeight: "normal",
      labelLimit: 300,
    },
    title: {
      anchor: "start",
      color: text,
      fontSize: TITLE_SIZE,
      subtitleColor: mutedText,
      subtitleFontSize: SUBTITLE_SIZE,
      subtitleLineHeight: 16,
      subtitlePadding: 6,
      offset: 14,
      limit: 0,
    },
    text: { color: text, fontSize: LABEL_SIZE },
  };
}

/** What stands above one view of several, in the letters of an axis. */
export function viewTitle({ mutedText }: Colours, text: string): JsonObject {
  return { text, fontSize: LABEL_SIZE, fontWeight: "normal", color: mutedText, offset: 2 };
}
