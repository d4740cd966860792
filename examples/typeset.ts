// Texts and figures as a printer sets them, and a terminal does not.

import { count } from "./table.ts";

/** A text with real minus signs, and no line broken before a percent sign or inside of "n = 5" and "2026-04". */
export function typeset(text: string): string {
  return text
    .replace(/(?<=^|[\s(])-(?=[\s\d])/g, "\u2212")
    .replace(/(?<=\b\d{4}-)(?=\d\d\b)/g, "\u2060")
    .replace(/(?<=\d) %/g, "\u00a0%")
    .replace(/\bn = (?=\d)/g, "n\u00a0=\u00a0");
}

/** Figures with real minus signs, thousands apart, and a longer dash where there is none. */
export function typesetFigures(cell: string): string {
  return typeset(cell.replace(/(?<=^| )-$/, "\u2013")).replace(/(?<![\d.])\d{4,}/g, (whole) =>
    count(Number(whole)),
  );
}
