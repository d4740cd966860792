// How the cells of a survey response are read where they are text.

import { ratingFromLabel } from "../survey/ratingFromLabel.ts";
import type { Scale } from "../survey/scale.ts";
import { asItIs, decimal, nameableNumber, type TextColumns, trimmed } from "./textCells.ts";

/** The columns of responses with ratings on a scale. */
export function responseColumns(scale: Scale): TextColumns {
  return {
    readers: [
      ["rating", (cell) => ratingOfCell(cell, scale)],
      ["responseId", asItIs],
      ["respondentId", asItIs],
      ["at", trimmed],
      ["channel", asItIs],
      ["touchpoint", asItIs],
      ["segment", asItIs],
      ["comment", asItIs],
      ["weight", decimal],
    ],
    // An empty rating says that nobody answered.
    needed: ["rating"],
  };
}

/** A label's rating. A number that is not on the scale is passed on as that number, to be refused as such. */
function ratingOfCell(cell: string, scale: Scale): number | null | "unreadable" {
  const rating = ratingFromLabel(cell, scale);
  return rating === "unreadable" ? (nameableNumber(cell) ?? rating) : rating;
}
