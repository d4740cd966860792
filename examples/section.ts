// What the report is made of before it is text or a page: sections of sentences, tables and charts.

import type { ChartOptions, ChartSpec } from "cx-metrics/charts";
import type { Column } from "./table.ts";

/** The report, of which there are two views: text.ts and page.ts. */
export interface Report {
  readonly title: string;
  readonly notes: string;
  readonly sections: readonly Section[];
}

/** A question, and what answers it. */
export interface Section {
  /** Where links to it lead. */
  readonly id: string;
  readonly title: string;
  /** What helps to read it. */
  readonly notes: string;
  readonly parts: readonly Part[];
  /** What of it belongs on the first page. */
  readonly summary?: Table | undefined;
  /** What its numbers allow to say. */
  readonly findings?: readonly Finding[] | undefined;
  /** The figures of it that a reader in a hurry looks for. */
  readonly headlines?: readonly Headline[] | undefined;
}

/** One or more sentences, or something to look at. */
export type Part = string | Table | Picture | Findings | Headlines;

/** A table. A row without cells parts the rows above it from those below. */
export interface Table {
  /** What stands in it, where the title of the section does not say so. */
  readonly caption?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart, which only the page has. */
export interface Picture {
  readonly title: string;
  /** As wide as the page, or one of several side by side. */
  readonly size: "wide" | "small";
  /** What to bear in mind besides the finding of the chart. */
  readonly note?: string | undefined;
  readonly draw: (options: ChartOptions) => ChartSpec;
}

/** Sentences about a plan, or about all plans together. */
export interface Finding {
  readonly plan: string;
  readonly text: string;
}

/** What there is to say about a plan, by the section that says it. */
export interface Findings {
  readonly title: string;
  readonly bySection: readonly { readonly section: Section; readonly texts: readonly string[] }[];
}

/** Figures in large letters, which only the page has: the sections below say the same. */
export interface Headlines {
  readonly headlines: readonly Headline[];
}

/** A figure with its name, and how exactly it is known. */
export interface Headline {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
}
