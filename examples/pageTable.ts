// Tables of the report in HTML.

import { type Html, html } from "./html.ts";
import type { Table } from "./section.ts";
import type { Column } from "./table.ts";
import { typeset, typesetFigures } from "./typeset.ts";
import { MAY_BE_CHANCE } from "./verdict.ts";

/** A table. The names at the beginning of a row are its headings. */
export function tableHtml({ caption, columns, rows }: Table, sectionTitle: string): Html {
  const name = caption ?? sectionTitle;
  const headings = columns.map(({ title, align }) => html`<th scope="col" class="${align}">${title}</th>`);
  return html`<div class="scroll" role="group" aria-label="${name}" tabindex="0">
<table>
<caption class="${caption === undefined ? "unseen" : "seen"}">${name}</caption>
<thead><tr>${headings}</tr></thead>
${blocksOf(rows).map(
  (block) => html`<tbody>
${block.map((row) => html`<tr>${cellsHtml(columns, row)}</tr>`)}
</tbody>`,
)}
</table>
</div>`;
}

function cellsHtml(columns: readonly Column[], row: readonly string[]): readonly Html[] {
  const figures = columns.findIndex(({ align }) => align === "right");
  const names = figures === -1 ? 1 : figures;
  return columns.map(({ align }, c) => {
    const cell = row[c] ?? "";
    if (c < names) return html`<th scope="row" class="${align}">${cell}</th>`;
    if (align === "right") return html`<td class="right">${typesetFigures(cell)}</td>`;
    const kind = cell.length > LONG ? "long" : cell === MAY_BE_CHANCE ? "quiet" : "left";
    return html`<td class="${kind}">${typeset(cell)}</td>`;
  });
}

/** From how many letters on a cell may be broken into lines. */
const LONG = 60;

/** Rows between those without cells. */
function blocksOf(rows: Table["rows"]): readonly Table["rows"][] {
  const ends = rows.flatMap((row, i) => (row.length === 0 ? [i] : []));
  return [-1, ...ends].map((end, i) => rows.slice(end + 1, ends[i]));
}
