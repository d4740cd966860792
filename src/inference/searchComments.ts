// The search for themes: each comment read once, its rating counted with every theme it mentions.

import { refusal } from "../errors.ts";
import { type Cells, countAnswer, emptyCells, tallyOfCells } from "../survey/cells.ts";
import type { Scale } from "../survey/scale.ts";
import type { Rating, Tally } from "../survey/tally.ts";
import type { CheckedCodebook } from "./codebook.ts";

/** How to read a response. */
interface Reading<Row> {
  readonly comment: (row: Row) => string | null | undefined;
  readonly rating: (row: Row) => Rating;
}

/** Where a theme is mentioned, and how those who mention it rate. */
interface Mentions<K extends string> {
  readonly theme: K;
  /** Places in the input. */
  readonly responses: readonly number[];
  readonly answers: Tally;
}

/** What a search has found. */
interface Found<K extends string> {
  /** How many responses have a comment. */
  readonly n: number;
  readonly withoutComment: number;
  /** Ratings of those who have a comment. */
  readonly answers: Tally;
  /** In the order of the codebook. */
  readonly mentions: readonly Mentions<K>[];
  /** Places in the input of comments that mention no theme. */
  readonly unmatched: readonly number[];
}

/** Looks for the themes of a codebook in the comments. */
export function searchComments<Row, K extends string>(
  caller: string,
  rows: Iterable<Row>,
  { comment, rating }: Reading<Row>,
  { themes, mentionedIn }: CheckedCodebook<K>,
  scale: Scale,
): Found<K> {
  const groups = themes.map(() => emptyGroup(scale));
  const [silent, all, unmatched] = [emptyGroup(scale), emptyGroup(scale), emptyGroup(scale)];
  const groupsOf = (text: string | null): readonly Group[] => {
    if (text === null) return [silent];
    const found = mentionedIn(text);
    return found.size === 0 ? [all, unmatched] : [all, ...Array.from(found, (t) => groups[t] as Group)];
  };
  let index = 0;
  for (const row of rows) {
    const text = checkedComment(caller, index, comment(row));
    const answer = rating(row);
    for (const { responses, cells } of groupsOf(text)) {
      responses.push(index);
      countAnswer(caller, cells, index, answer);
    }
    index++;
  }
  return {
    n: all.responses.length,
    withoutComment: silent.responses.length,
    answers: tallyOfCells(all.cells),
    mentions: groups.map(({ responses, cells }, t) => ({
      theme: themes[t] as K,
      responses,
      answers: tallyOfCells(cells),
    })),
    unmatched: unmatched.responses,
  };
}

/** Responses that have something in common, and their ratings. */
interface Group {
  readonly responses: number[];
  readonly cells: Cells;
}

function emptyGroup(scale: Scale): Group {
  return { responses: [], cells: emptyCells(scale, false) };
}

/** The comment, `null` where it is missing or blank. */
function checkedComment(caller: string, index: number, comment: unknown): string | null {
  if (comment === null || comment === undefined) return null;
  if (typeof comment !== "string") {
    throw refusal(caller, "invalid-argument", ["comment", index], "a string or missing", comment);
  }
  return comment.trim() === "" ? null : comment;
}
