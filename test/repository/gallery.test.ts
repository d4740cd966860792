// The gallery is what the code draws, and looks right in a browser.
//
// To draw it again after a wanted change (once the package is built: npx tsup --no-dts --silent):
//   npx tsx examples/gallery.ts docs
// With the name of a folder in SCREENSHOTS the pictures that Chromium takes are kept there, to be looked at.

import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { guide, page, pictures } from "../../examples/gallery.ts";
import { browse, CHROMIUM } from "../support/chromium.ts";
import { exportsOf, filesBelow, textOf } from "../support/sources.ts";

const drawn = await pictures();

describe("docs/gallery.md and its pictures", () => {
  it("are the guide of today and no picture more than it shows", () => {
    const files = guide(drawn);
    expect(textOf("docs/gallery.md")).toBe(files.get("gallery.md"));
    const present = filesBelow("docs/gallery", ".svg").map((path) => path.replace("docs/", ""));
    expect(present).toEqual([...files.keys()].filter((path) => path.endsWith(".svg")).sort());
  });

  it("show every chart of the package", () => {
    const charts = exportsOf("src/charts/index.ts")
      .filter(
        ({ name, isType }) => !isType && /^[a-z].*(?:Chart|Trend|Heatmap|Waterfall|Map|Flow)$/.test(name),
      )
      .map(({ name }) => name);
    expect(charts).toHaveLength(12);
    expect(new Set(drawn.map(({ chart }) => chart.name.split("-")[0]))).toEqual(new Set(charts));
  });

  it("describe no picture in words that would end its description", () => {
    for (const { description } of drawn) expect(description).not.toMatch(/["&<>]/);
  });
});

const folder = mkdtempSync(join(tmpdir(), "cx-metrics-gallery-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Findings {
  readonly width: number;
  readonly charts: number;
  /** How many texts each chart has. */
  readonly texts: readonly number[];
  readonly troubles: readonly string[];
}

/** What a reader of the page would stumble over, in a window of that size. */
function look(
  html: string,
  { width, height }: { readonly width: number; readonly height: number },
): Findings {
  const script = `<script>${textOf("test/support/lookAtCharts.js")}</script></head>`;
  writeFileSync(
    join(folder, "page.html"),
    html.replace("</head>", () => script),
  );
  // In a frame, because a window of Chromium is 500 px wide at least.
  const frame = `<!doctype html><iframe src="page.html" width="${width}" height="${height}" style="border: 0"></iframe>
<pre id="findings"></pre><script>
addEventListener("message", ({ data }) => { document.getElementById("findings").textContent = data; });
</script>`;
  writeFileSync(join(folder, "frame.html"), frame);
  const size = { width: width + 40, height: height + 40 };
  const printed = browse(join(folder, "frame.html"), size, "--virtual-time-budget=10000", "--dump-dom");
  return JSON.parse(/<pre id="findings">(.*)<\/pre>/.exec(printed)?.[1] ?? "null");
}

describe("the page of all charts, in Chromium", () => {
  if (CHROMIUM === null) it("is skipped: no Chromium is installed here", () => undefined);

  describe.runIf(CHROMIUM !== null).each([
    { width: 320, height: 16_000 },
    { width: 1280, height: 10_000 },
  ])("$width px wide, light and dark", (size) => {
    it("has text that fits, overlaps nothing and can be read", () => {
      const findings = look(page(drawn), size);
      expect(findings.troubles).toEqual([]);
      expect(findings).toMatchObject({ width: size.width, charts: 26 });
      for (const texts of findings.texts) expect(texts).toBeGreaterThan(10);
    });

    it("can be photographed", () => {
      const file = join(folder, "gallery.html");
      writeFileSync(file, page(drawn));
      const shot = join(process.env["SCREENSHOTS"] ?? folder, `gallery-${size.width}.png`);
      browse(file, size, `--screenshot=${shot}`);
      expect(statSync(shot).size).toBeGreaterThan(50_000);
    });
  });

  it.runIf(CHROMIUM !== null)("would be found wrong, if it were", () => {
    const figure = (name: string, inside: string, width = 200): string =>
      `<figure><svg width="${width}" viewBox="0 0 200 100"><rect width="200" height="100" fill="#ffffff"/>${inside}</svg><figcaption>${name}</figcaption></figure>`;
    const text = (x: number, y: number, more = 'fill="#000000" font-size="11"'): string =>
      `<text x="${x}" y="${y}" ${more}>some text</text>`;
    const bad = [
      figure("good", text(10, 20) + text(10, 40) + text(10, 60, 'fill="#767676" font-size="11"')),
      figure("out", text(180, 50)),
      figure("across", text(10, 20) + text(40, 24)),
      figure("pale", text(10, 20, 'fill="#8a8a8a" font-size="11"')),
      figure(
        "on a mark",
        `<rect width="200" height="100" fill="#000000" fill-opacity="0.7"/>${text(10, 20)}`,
      ),
      figure("small", text(10, 20), 150),
      figure(
        "unseen",
        text(10, 20) + text(12, 20, 'opacity="0"') + text(12, 20, 'fill="#fff" stroke="#fff"'),
      ),
    ];
    const html = `<!doctype html><html><head><meta charset="utf-8"></head><body>${bad.join("")}<div style="width: 900px; height: 9px">`;
    const { troubles } = look(html, { width: 600, height: 2000 });
    expect(troubles.map((trouble) => trouble.replace(/[\d.]+/g, "N"))).toEqual([
      'out: "some text" stands out by N px',
      'across: "some text" and "some text" overlap by N px',
      'pale: "some text" has a contrast of N',
      'on a mark: "some text" has a contrast of N',
      'small: "some text" is N px high',
      "the page scrolls sideways",
    ]);
  });
});
