// What every chart is told: title, width, labels and theme.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import { textAt } from "./input.ts";
import type { GivenLabels } from "./labels.ts";
import { type ChartTheme, type Colours, THEMES } from "./theme.ts";
import { type Words, wordsOf } from "./words.ts";

/** Options that all charts have. */
export interface ChartOptions {
  /**
   * What stands above the chart.
   * @defaultValue what the chart shows, in a word or two
   */
  readonly title?: string | undefined;
  /**
   * Width of the plot in pixels, from 100 to 4,000, without the labels beside it.
   * @defaultValue 560
   */
  readonly width?: number | undefined;
  /**
   * The language, `"en"` or `"id"`, or words of your own in place of the English ones.
   * @defaultValue `"en"`
   */
  readonly labels?: "en" | "id" | GivenLabels | undefined;
  /**
   * Whether the chart is drawn on light or on dark paper.
   * @defaultValue `"light"`
   */
  readonly theme?: ChartTheme | undefined;
}

/** Options, read. */
export interface Frame {
  readonly caller: string;
  /** The title asked for. */
  readonly title: string | undefined;
  readonly width: number;
  readonly words: Words;
  readonly colours: Colours;
}

/** The frame of a chart, or a throw for an option that is wrong or that neither all charts nor this one have. */
export function frameOf<T extends ChartOptions>(
  caller: string,
  options: T,
  own: readonly (keyof T & string)[] = [],
): Frame {
  const known = ["title", "width", "labels", "theme", ...own] as readonly (keyof T & string)[];
  const { title, width = 560, labels = "en", theme = "light" } = checkedOptions(caller, options, known);
  if (title !== undefined) textAt(caller, ["title"], title);
  if (!(Number.isFinite(width) && width >= 100 && width <= 4000)) {
    throw refusal(caller, "invalid-argument", ["width"], "a number from 100 to 4000", width);
  }
  requireOneOf(caller, ["theme"], theme, ["light", "dark"]);
  return { caller, title, width, words: wordsOf(caller, labels), colours: THEMES[theme] };
}
