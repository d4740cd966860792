// The example's page: one file that loads nothing, says what the printed report says, and can be read by everybody.

import { describe, expect, it } from "vitest";
import { pageOf } from "../../examples/page.ts";
import { type ReportFiles, report } from "../../examples/report.ts";
import { textOf } from "../support/sources.ts";

const data = (name: string): string => textOf(`examples/data/${name}.csv`);
const files: ReportFiles = {
  survey: data("survey-export"),
  customers: data("customers"),
  orders: data("orders"),
  cases: data("cases"),
};
const page = await pageOf(report(files));
const printed = textOf("examples/output.txt");

/** An element's start in a page. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** All elements of a page, in order. Throws where the page is not well-formed. */
function tagsOf(markup: string): readonly Tag[] {
  const token =
    /<!DOCTYPE html>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|#39);/y;
  const tags: Tag[] = [];
  const open: string[] = [];
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex;
    const found = token.exec(markup);
    if (found === null) throw new Error(`no markup at ${at}: ${markup.slice(at, at + 60)}`);
    const [, isEnd, name, attributes = "", isEmpty] = found;
    if (name === undefined) continue;
    if (isEnd === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> at ${at} ends no element`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
    tags.push({ name, attributes: new Map(pairs.map(([, key = "", value = ""]) => [key, value])) });
    if (isEmpty !== "/") open.push(name);
  }
  if (open.length > 0) throw new Error(`never ended: ${open.join(", ")}`);
  return tags;
}

/** A text of the page as the terminal has it: no entities, and figures set as plain characters. */
function plain(markup: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return markup
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] as string)
    .replace(/[\u2212\u2013]/g, "-")
    .replaceAll("\u2060", "")
    .replaceAll("\u00a0", " ");
}

const matches = (of: string, pattern: RegExp): readonly string[] =>
  [...of.matchAll(pattern)].map(([, found = ""]) => found);

describe("the example's page", () => {
  const tags = tagsOf(page);

  it("is well-formed, and calls no two elements the same", () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/(?:href="#|url\(#|aria-labelledby=")([\w-]+)/g)) {
      expect(ids).toContain(id);
    }
    for (const [name, attribute] of [
      ["html", "lang"],
      ["meta", "charset"],
      ["title", undefined],
    ] as const) {
      const found = tags.find((tag) => tag.name === name);
      expect(found, name).toBeDefined();
      if (attribute !== undefined) expect(found?.attributes.get(attribute)).toMatch(/^(en|utf-8)$/);
    }
  });

  it("loads nothing: no address, no script, no file", () => {
    const namespaces = new Set(["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"]);
    namespaces.add("http://www.w3.org/1999/xlink");
    for (const [address] of page.matchAll(/\w+:\/\/[^"'\s)]*/g)) expect(namespaces).toContain(address);
    for (const { name, attributes } of tags) {
      expect(["script", "link", "img", "image", "iframe", "object", "embed", "use"]).not.toContain(name);
      expect([...attributes.keys()].filter((key) => key === "src" || key.startsWith("on"))).toEqual([]);
    }
    expect(page).not.toMatch(/@import|url\((?!#)/);
  });

  it("has the sections of the printed report, in order and in its table of contents", () => {
    const printedTitles = matches(printed, /^(.+)\n=+$/gm);
    const headings = tags.flatMap(({ name }) => (/^h\d$/.test(name) ? Number(name.slice(1)) : []));
    const [title, contents, ...titles] = matches(page, /<h[12][^>]*>([^<]*)<\/h[12]>/g).map(plain);
    expect([title, ...titles]).toEqual(printedTitles);
    expect(contents).toBe("Contents");
    expect(matches(page, /<li><a href="#[\w-]+">([^<]*)<\/a><\/li>/g).map(plain)).toEqual(titles);
    expect(headings[0]).toBe(1);
    headings.slice(1).forEach((level, i) => {
      expect(level).toBeGreaterThan(1);
      expect(level).toBeLessThanOrEqual((headings[i] as number) + 1);
    });
  });

  it("says of every chart in words what it shows, beside it and for those who cannot see it", () => {
    const figures = matches(page, /<figure[^>]*>([\s\S]*?)<\/figure>/g);
    expect(figures.length).toBeGreaterThan(25);
    expect(tags.filter(({ name }) => name === "svg").length).toBe(2 * figures.length);
    for (const figure of figures) {
      const [caption = ""] = matches(figure, /<figcaption>([\s\S]*?)<\/figcaption>/g);
      const names = matches(figure, /<svg role="img" aria-label="([^"]+)"/g);
      expect(names.length).toBe(2);
      for (const name of names) expect(plain(caption)).toContain(plain(name));
    }
    expect(
      figures.some((figure) => plain(figure).includes("mentioned most, in 35 % of 1,046 comments.")),
    ).toBe(true);
  });

  it("has a chart of each kind of result", () => {
    const titles = matches(page, /<figcaption><strong>([^<]*)/g);
    for (const title of [
      ...["NPS: the score and its answers", "CES by plan", "CSAT by plan and quarter", "NPS by month"],
      ...["NPS by month: __proto__", "What NPS goes with: Pro", "Themes of comments: Enterprise"],
      ...["Customers who came, came back and left", "How many of each cohort are still there"],
      ...["How many are still customers", "Where the half-year&#39;s change of revenue came from"],
    ]) {
      expect(titles).toContain(title);
    }
  });

  it("has the tables of the printed report, each with a caption and headings", () => {
    const tables = matches(page, /<table>([\s\S]*?)<\/table>/g);
    // A long last cell goes on in the next line.
    const lines = printed
      .replace(/\n {10,}/g, " ")
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/).join("|"));
    expect(tables.length).toBe(printed.match(/^-+(?: {2}-+)+$/gm)?.length);
    let from = 0;
    for (const table of tables) {
      expect(table).toMatch(/^\s*<caption[^>]*>[^<]+<\/caption>\s*<thead>/);
      for (const [heading] of table.matchAll(/<th [^>]*>/g)) expect(heading).toMatch(/ scope="(col|row)"/);
      for (const row of matches(table, /<tr>([\s\S]*?)<\/tr>/g)) {
        const cells = matches(row, /<t[hd][^>]*>([^<]*)</g).map(plain);
        const line = cells.map((cell) => cell.replace(/(?<=\d),(?=\d{3})/g, "")).join("|");
        const at = lines.indexOf(line, from);
        expect(at, `"${line}" in examples/output.txt, after line ${from}`).toBeGreaterThanOrEqual(0);
        from = at + 1;
      }
    }
  });

  it("finds what the printed report finds", () => {
    const findings = matches(page, /<dd>([^<]*)<\/dd>/g).map(plain);
    const bullets = matches(printed, /^- ((?:.+\n {2})*.+)$/gm).map((text) => text.replaceAll("\n  ", " "));
    expect(findings).toEqual(bullets);
    for (const plan of ["Basic", "Enterprise", "Pro", "__proto__", "(none)"]) {
      const [ofPlan = ""] = matches(
        page,
        new RegExp(`<h3>${plan.replace(/[()]/g, "\\$&")}</h3>([\\s\\S]*?)</dl>`, "g"),
      );
      for (const topic of [/NPS (rose|fell) by/, /Months that stand out/, /drives NPS|weighs/, /comments/]) {
        expect(plain(ofPlan)).toMatch(topic);
      }
    }
  });

  it("shows the figures of the printed report in large letters", () => {
    const large = [...page.matchAll(/<dt>([^<]*)<\/dt><dd><strong>([^<]*)<\/strong> <span>([^<]*)/g)].map(
      (found) => found.slice(1).map(plain).join(": "),
    );
    expect(large.length).toBe(6);
    expect(large).toContain("NPS: 14: 95 % interval 11 to 17, n = 2,828");
    expect(printed).toMatch(/^NPS +14 +11 to 17 +2828 /m);
    expect(large).toContain("First contact resolution: 62.6 %: 95 % interval 60.6 to 64.5, n = 2,390");
    expect(printed).toMatch(/^First contact resolution +62\.6 +60\.6 to 64\.5 +1495 of 2390 /m);
    const net = /^Half-year +(?:\d+ +){7}(\d+\.\d)/m.exec(printed)?.[1];
    expect(large).toContain(`Net revenue retention: ${net} %: half-year, 1,559 customers`);
  });

  it("repeats nothing that a respondent wrote, and names no customer", () => {
    for (const name of ["@example", "R-0", "C-0", "S-0", "O-0", "bagus", "mudah", "Tagihan"]) {
      expect(page.includes(name), name).toBe(false);
    }
  });

  it("is the same in every run, and wherever it is made", async () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Apia";
    try {
      expect((await pageOf(report(files))) === page).toBe(true);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });
});

describe("the style of the example's page", () => {
  const style = textOf("examples/report.css");

  it("has text that stands out by 4.5:1, on light and on dark paper", () => {
    const palettes = matches(style, /:root \{([^}]*--paper[^}]*)\}/g).map(
      (rules) =>
        new Map([...rules.matchAll(/--(\w+): (#\w{6});/g)].map(([, name, colour]) => [name, colour])),
    );
    expect(palettes.length).toBe(2);
    for (const palette of palettes) {
      for (const text of ["text", "muted", "accent"]) {
        for (const paper of ["paper", "panel"]) {
          const contrast = contrastOf(palette.get(text) as string, palette.get(paper) as string);
          expect(contrast, `${text} on ${paper}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  it("shows the charts of one theme, and on paper those on light ground", () => {
    expect(style).toMatch(/\.on-dark \{\s*display: none;/);
    expect(style).toMatch(/@media screen and \(prefers-color-scheme: dark\) \{/);
    expect(style).toMatch(/@media print \{\s*@page \{\s*size: A4;/);
  });

  /** WCAG 2.2, "contrast ratio". */
  function contrastOf(a: string, b: string): number {
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }
});

describe("the page of other files", () => {
  const [survey = "", customers = "", orders = "", cases = ""] = Object.values(files).map(
    (text) => text.split(/\r?\n/)[0],
  );
  const empty: ReportFiles = { survey, customers, orders, cases };

  it("is well-formed where the files are empty", async () => {
    const made = await pageOf(report(empty));
    expect(tagsOf(made).some(({ name }) => name === "figure")).toBe(true);
    expect(made.match(/NaN|undefined|Infinity|\bnull\b/g)).toBeNull();
  });

  it("takes names for names, whatever is in them", async () => {
    const plan = "<b onclick='x'>&amp;</b>";
    const answers = [..."0123456789"].map(
      (id) => `R-${id},2026-0${1 + (Number(id) % 6)}-05T03:00:00Z,,${plan},,${id},,,<script>slow</script>`,
    );
    const terms = `C-1,${plan},79,2025-05-01T00:00:00Z,,`;
    const made = await pageOf(
      report({ ...empty, survey: [survey, ...answers].join("\n"), customers: [customers, terms].join("\n") }),
    );
    expect(new Set(tagsOf(made).map(({ name }) => name))).not.toContain("b");
    expect(made.includes("&lt;b onclick=&#39;x&#39;&gt;&amp;amp;&lt;/b&gt;")).toBe(true);
    for (const comment of ["<script", "&lt;script", ">slow"]) expect(made.includes(comment)).toBe(false);
  });
});
