// Links of the guides lead somewhere. `npm run docs` looks at the pages of the built site in the same way.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { filesBelow } from "../support/sources.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function check(folder: string, ...paths: readonly string[]): { status: number | null; lines: string[] } {
  const script = join(root, "scripts/check-links.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...paths], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, lines: `${stderr}${stdout}`.trim().split("\n") };
}

describe("links", () => {
  it("of the guides lead somewhere", () => {
    const guides = filesBelow("docs", ".md").filter((path) => !path.startsWith("docs/api/"));
    const pages = [
      "README.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
      ...guides,
      "examples/README.md",
    ];
    const { status, lines } = check(root, ...pages);
    expect(lines.slice(0, -1)).toEqual([]);
    expect(lines.at(-1)).toMatch(/^\d{2,} links in \d+ files, 0 broken$/);
    expect(status).toBe(0);
  });
});

describe("the search for broken links", () => {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-links-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const linesFor = (text: string, name = "page.md"): readonly string[] => {
    mkdirSync(join(folder, "sub"), { recursive: true });
    writeFileSync(join(folder, "sub/other.md"), "# Other\n\n## A `heading`, twice\n\n## A heading, twice\n");
    writeFileSync(join(folder, "picture.svg"), "<svg></svg>");
    writeFileSync(join(folder, name), text);
    const { status, lines } = check(folder, name);
    expect(status).toBe(lines.length === 1 ? 0 : 1);
    return lines.slice(0, -1);
  };

  it("finds files that are not there, in all that can be a link", () => {
    expect(linesFor("[a](gone.md) [b]: x\n\n[c]: lost.md\n")).toEqual([
      "page.md: gone.md: no such file",
      "page.md: lost.md: no such file",
    ]);
    expect(
      linesFor('<img src="no.svg"> <source srcset="picture.svg 1x, away.svg 2x"> <a href="off">'),
    ).toEqual([
      "page.md: no.svg: no such file",
      "page.md: away.svg: no such file",
      "page.md: off: no such file",
    ]);
  });

  it("finds places that a file does not have", () => {
    expect(
      linesFor("# Here\n\n[a](#here) [b](#there) [c](sub/other.md#other) [d](sub/other.md#none)"),
    ).toEqual([
      "page.md: #there: no such place in the file",
      "page.md: sub/other.md#none: no such place in the file",
    ]);
    expect(linesFor("[a](sub/other.md#a-heading-twice) [b](sub/other.md#a-heading-twice-1)")).toEqual([]);
  });

  it("leaves code and other sites alone", () => {
    expect(linesFor("`[a](gone.md)`\n\n```ts\n[b](gone.md)\n```\n[c](https://example.com/gone)")).toEqual([]);
  });

  it("reads pages of a site", () => {
    const page =
      '<h1 id="top">a</h1><a class="x" href="#top">b</a><a href="page.html#bottom">c</a><script src="none.js">';
    expect(linesFor(page, "page.html")).toEqual([
      "page.html: page.html#bottom: no such place in the file",
      "page.html: none.js: no such file",
    ]);
  });
});
