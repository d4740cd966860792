// Drawings: how a chart is put together from its views, a finding, theme and words.

import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { withDisplay } from "./display.ts";
import type { Frame } from "./frame.ts";
import { textWidth } from "./textWidth.ts";
import { configOf, SUBTITLE_SIZE, TITLE_SIZE } from "./theme.ts";
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
  const { colours, words } = frame;
  const width = Math.max(LEAST, frame.width);
  return withDisplay({
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: finding,
    title: {
      text: linesOf(frame.title ?? title, width, (text) => textWidth(text, TITLE_SIZE, true)),
      subtitle: linesOf(finding, width, (text) => textWidth(text, SUBTITLE_SIZE)),
    },
    ...body,
    config: configOf(colours, words.labels),
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

/** Lines are this wide at least, in pixels: labels beside a narrow plot leave room for them. */
const LEAST = 240;

/** A text broken into lines that fit a width, between words where it can be; a number keeps its percent sign. */
export function linesOf(text: string, most: number, widthOf: (text: string) => number): readonly string[] {
  const words = text.trim().split(/\s+(?![%\s])/);
  const [first, ...others] = words.flatMap((word) => piecesOf(word, most, widthOf)) as [string, ...string[]];
  const lines: string[] = [];
  let line = first;
  for (const word of others) {
    const longer = `${line} ${word}`;
    if (widthOf(longer) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map(drawableText);
}

/** A word too long for a line, in pieces; a line has room for any letter. */
function piecesOf(word: string, most: number, widthOf: (text: string) => number): readonly string[] {
  const pieces: string[] = [];
  let [piece, width] = ["", 0];
  for (const letter of word) {
    const more = widthOf(letter);
    if (width + more > most) {
      pieces.push(piece);
      [piece, width] = ["", 0];
    }
    [piece, width] = [piece + letter, width + more];
  }
  return [...pieces, piece];
}
