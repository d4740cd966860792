// The report as plain text, for a terminal: its sentences and tables.

import type { Findings, Part, Report, Section, Table } from "./section.ts";
import { section, table, wrapped } from "./table.ts";

/** The whole report. */
export function textOf({ title, notes, sections }: Report): string {
  return `${[section(title, [wrapped(notes)]), ...sections.map(sectionText)].join("\n\n\n")}\n`;
}

function sectionText({ title, notes, parts }: Section): string {
  return section(title, [wrapped(notes)], ...parts.flatMap(partTexts));
}

/** A part as text, or nothing of what only the page has. */
function partTexts(part: Part): readonly string[] {
  if (typeof part === "string") return [wrapped(part)];
  if ("rows" in part) return [tableText(part)];
  return "bySection" in part ? [findingsText(part)] : [];
}

function tableText({ caption, columns, rows }: Table): string {
  return [...(caption === undefined ? [] : [`${caption}:`]), table(columns, rows)].join("\n\n");
}

function findingsText({ title, bySection }: Findings): string {
  const texts = bySection.flatMap(({ texts }) => texts);
  return [wrapped(title), ...texts.map((text) => wrapped(text, "- "))].join("\n");
}
