// The report as one HTML page, which holds its charts and loads nothing.

import { readFileSync } from "node:fs";
import { type ChartTheme, chartSvg } from "cx-metrics/charts";
import { type Html, html, trusted } from "./html.ts";
import { tableHtml } from "./pageTable.ts";
import type { Findings, Headlines, Part, Picture, Report, Section } from "./section.ts";
import { typeset } from "./typeset.ts";

/** The whole page: markup that is both HTML and XML. */
export async function pageOf({ title, notes, sections }: Report): Promise<string> {
  const style = trusted(readFileSync(new URL("report.css", import.meta.url), "utf8"));
  const bodies: Html[] = [];
  for (const section of sections) bodies.push(await sectionHtml(section));
  const page = html`<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${typeset(notes)}</p>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
</ol>
</nav>
<main>
${bodies}
</main>
</body>
</html>
`;
  return page.markup;
}

async function sectionHtml(section: Section): Promise<Html> {
  const { id, title, notes, parts } = section;
  const shown: Html[] = [];
  for (const [i, run] of runsOf(parts).entries()) {
    const drawn: Html[] = [];
    for (const [j, part] of run.entries()) drawn.push(await partHtml(part, `${id}-${i}-${j}`, title));
    shown.push(run.length > 1 ? html`<div class="side-by-side">${drawn}</div>` : html`${drawn}`);
  }
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="notes">${typeset(notes)}</p>
${shown}
</section>`;
}

/** The parts, of which small charts that follow each other stand side by side. */
function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isSmall(part) && isSmall(run[0])) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isSmall(part: Part): boolean {
  return typeof part === "object" && "draw" in part && part.size === "small";
}

async function partHtml(part: Part, id: string, sectionTitle: string): Promise<Html> {
  if (typeof part === "string") return html`<p>${typeset(part)}</p>`;
  if ("draw" in part) return pictureHtml(part, id);
  if ("rows" in part) return tableHtml(part, sectionTitle);
  return "headlines" in part ? headlinesHtml(part) : findingsHtml(part);
}

/** A chart on light and on dark paper, of which the style shows one. Its title and finding are text that wraps. */
async function pictureHtml({ title, size, note = "", draw }: Picture, id: string): Promise<Html> {
  const width = size === "wide" ? 560 : 230;
  const drawn = async (theme: ChartTheme): Promise<Html> => {
    const svg = await chartSvg({ ...draw({ theme, width }), title: null });
    return trusted(withOwnIds(svg, `${id}-${theme}`));
  };
  return html`<figure class="${size}">
<figcaption><strong>${title}</strong> ${typeset(`${draw({}).description} ${note}`)}</figcaption>
<div class="scroll" role="group" aria-label="${title}" tabindex="0">
<div class="on-light">${await drawn("light")}</div>
<div class="on-dark">${await drawn("dark")}</div>
</div>
</figure>`;
}

/** A picture whose parts are called as no part of another one is. */
function withOwnIds(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [, id = ""] of svg.matchAll(/ id="([^"]+)"/g)) ids.set(id, `${prefix}-${ids.size}`);
  return svg.replace(/( id="|url\(#)([\w-]+)/g, (whole, before: string, id: string) =>
    ids.has(id) ? `${before}${ids.get(id)}` : whole,
  );
}

function findingsHtml({ title, bySection }: Findings): Html {
  return html`<section class="findings">
<h3>${title}</h3>
<dl>
${bySection.map(
  ({ section, texts }) =>
    html`<div><dt><a href="#${section.id}">${section.title}</a></dt>${texts.map(
      (text) => html`<dd>${typeset(text)}</dd>`,
    )}</div>`,
)}
</dl>
</section>`;
}

function headlinesHtml({ headlines }: Headlines): Html {
  return html`<dl class="headlines">
${headlines.map(
  ({ name, value, detail }) =>
    html`<div><dt>${name}</dt><dd><strong>${typeset(value)}</strong> <span>${typeset(detail)}</span></dd></div>`,
)}
</dl>`;
}
