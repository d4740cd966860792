// The web page of the cookbook does in Chromium what it says, with the files that its addresses stand for.

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, CHROMIUM } from "../support/chromium.ts";
import { textOf } from "../support/sources.ts";

const SITE = "https://cdn.jsdelivr.net/npm/";
const [, source = ""] = /```html\n(<!doctype html>[\s\S]*?)```/.exec(textOf("docs/cookbook.md")) ?? [];

const manifest = JSON.parse(textOf("package.json"));
const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** What stands behind an address without a file: the one that a package names for such addresses. */
function scriptOf(name: string): string {
  return path(`node_modules/${name}/${JSON.parse(textOf(`node_modules/${name}/package.json`)).jsdelivr}`);
}

it("names entries where the package has them, and the versions of Vega that the package takes", () => {
  const addresses = [...source.matchAll(/https?:[^"\s]+/g)].map(([address]) => address);
  expect(addresses.sort()).toEqual(
    [
      `${SITE}cx-metrics${manifest.exports["."].import.default.slice(1)}`,
      `${SITE}cx-metrics${manifest.exports["./charts"].import.default.slice(1)}`,
      `${SITE}vega-lite@${manifest.peerDependencies["vega-lite"].slice(1, 2)}`,
      `${SITE}vega@${manifest.peerDependencies.vega.slice(1, 2)}`,
    ].sort(),
  );
});

describe("the page, in Chromium", () => {
  if (CHROMIUM === null) it("is skipped: no Chromium is installed here", () => undefined);

  describe.runIf(CHROMIUM !== null)("as it opens, and with other answers", () => {
    const folder = mkdtempSync(join(tmpdir(), "cx-metrics-page-"));
    afterAll(() => rmSync(folder, { recursive: true }));

    beforeAll(async () => {
      await build({
        entryPoints: { index: path("src/index.ts"), "charts/index": path("src/charts/index.ts") },
        outdir: join(folder, "cx-metrics/dist"),
        bundle: true,
        splitting: true,
        format: "esm",
        external: ["vega", "vega-lite"],
      });
      for (const name of ["vega", "vega-lite"]) copyFileSync(scriptOf(name), join(folder, `${name}.js`));
    });

    function opened(page: string): string {
      const local = page.replaceAll(/https:\S*?npm\/(vega(?:-lite)?)@\d/g, "./$1.js").replaceAll(SITE, "./");
      writeFileSync(join(folder, "page.html"), local);
      const tasks = ["--allow-file-access-from-files", "--virtual-time-budget=10000", "--dump-dom"];
      return browse(join(folder, "page.html"), { width: 800, height: 900 }, ...tasks);
    }

    it("draws the score under its own name, and says which lines could not be read", () => {
      const shown = opened(source);
      expect(shown).toContain('<p id="unread">Line 5 was not read.</p>');
      expect(shown).toMatch(/<svg [^>]*class="marks"/);
      expect(shown).toContain('aria-label="NPS 25 (95 % interval −44 to 73) from 4 answers');
    });

    it("has no score where nobody answered", () => {
      const shown = opened(source.replace(/(<textarea[^>]*>)[^<]*/, "$1"));
      expect(shown).toContain('aria-label="NPS: no answers, so there is no score."');
      expect(shown).toContain('<p id="unread"></p>');
    });
  });
});
