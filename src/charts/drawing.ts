// Drawings: how a chart is put together from its views, a finding, theme and words.

import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { withDisplay } from "./display.ts";
import type { Frame } from "./frame.ts";
import { configOf } from "./theme.ts";
import { drawableText } from "./words.ts";

/** What a chart shows, before theme and words are put to it. */
export interface Drawing {
  /** The title where the caller gives none. */
  readonly title: string;
  /** The finding, which stands below the title too. */
  readonly finding: string;
  /** The views. */
  readonly body: JsonObject;
}

/** The specification of a drawing. */
export function chartOf(frame: Frame, { title, finding, body }: Drawing): ChartSpec {
  const { colours, words, width } = frame;
  const { decimalSign, thousandsSign } = words.labels;
  return withDisplay({
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: finding,
    title: {
      text: linesOf(frame.title ?? title, width, TITLE_LETTER),
      subtitle: linesOf(finding, width, SUBTITLE_LETTER),
    },
    ...body,
    config: configOf(colours, decimalSign, thousandsSign),
  });
}

/** The chart of a result without data: a text that says so. */
export function emptyChart(frame: Frame, title: string, finding: string): ChartSpec {
  const { colours, words, width } = frame;
  const body = {
    width,
    height: 60,
    data: { values: [{ text: words.labels.noData }] },
    mark: { type: "text", fontSize: 13, color: colours.mutedText },
    encoding: { text: { field: "text", type: "nominal" } },
  };
  return chartOf(frame, { title, finding, body });
}

/** About how wide a letter is, in pixels, in the sizes of titles and of what stands below them. */
const TITLE_LETTER = 8.5;
const SUBTITLE_LETTER = 6.2;

/** A text broken into lines that fit a width, between words where it can be. */
function linesOf(text: string, width: number, letter: number): readonly string[] {
  const most = Math.max(12, Math.floor(width / letter));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((whole) => piecesOf(whole, most))) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map(drawableText);
}

/** A word too long for a line, in pieces. */
function piecesOf(word: string, most: number): readonly string[] {
  const letters = Array.from(word);
  const pieces: string[] = [];
  for (let i = 0; i < letters.length; i += most) pieces.push(letters.slice(i, i + most).join(""));
  return pieces;
}
