import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { exportsOf, filesBelow, importsOf, textOf } from "../support/sources.ts";

/** Which folders a folder may import from. `""` is src itself, where errors.ts and index.ts stand. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "": ["statistics", "records", "time", "survey", "customers", "inference", "relationship"],
  statistics: [""],
  records: [""],
  time: ["", "records"],
  survey: ["", "statistics", "records", "time"],
  customers: ["", "statistics", "records", "time"],
  inference: ["", "statistics", "records", "time", "survey", "customers"],
  relationship: ["", "statistics", "records", "time", "survey"],
  charts: ["", "statistics", "records", "time", "survey", "customers", "inference", "relationship"],
  schemas: ["", "records", "time", "survey", "relationship"],
};

/** Which folders may import a package. */
const PACKAGE_USERS: Readonly<Record<string, string>> = {
  zod: "schemas",
  "date-fns": "time",
  "@date-fns/utc": "time",
  "simple-statistics": "statistics",
  vega: "charts",
  "vega-lite": "charts",
};

const sources = filesBelow("src", ".ts");

function folderOf(path: string): string {
  return path.split("/").slice(1, -1).join("/");
}

function localImports(path: string): string[] {
  return importsOf(path)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(path), name));
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

describe("imports point one way", () => {
  it.each(sources)("%s imports only from the folders below its own", (path) => {
    for (const target of localImports(path)) {
      const [from, to] = [folderOf(path), folderOf(target)];
      if (from !== to) expect(MAY_IMPORT[from], `${path} → ${target}`).toContain(to);
    }
  });

  it("errors.ts imports nothing", () => {
    expect(importsOf("src/errors.ts")).toEqual([]);
  });

  it("nothing imports an index.ts", () => {
    for (const path of sources) {
      expect(localImports(path).filter((target) => target.endsWith("index.ts"))).toEqual([]);
    }
  });

  it("no file imports itself by way of others", () => {
    const finished = new Set<string>();
    const visit = (path: string, above: readonly string[]): void => {
      expect(above, [...above, path].join(" → ")).not.toContain(path);
      if (finished.has(path)) return;
      for (const target of localImports(path)) visit(target, [...above, path]);
      finished.add(path);
    };
    for (const path of sources) visit(path, []);
  });
});

describe("packages", () => {
  it.each(sources)("%s imports only packages that its folder may use", (path) => {
    for (const specifier of importsOf(path).filter((name) => !name.startsWith("."))) {
      expect(PACKAGE_USERS[packageOf(specifier)], `${path} → ${specifier}`).toBe(folderOf(path));
    }
  });

  it("date-fns is imported function by function, zod as a namespace", () => {
    for (const path of sources) {
      expect(importsOf(path)).not.toContain("date-fns");
      if (importsOf(path).includes("zod")) expect(textOf(path)).toContain('import * as z from "zod";');
    }
  });

  it("the root entry reaches neither zod nor the schemas", () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const target of localImports(path)) visit(target);
    };
    visit("src/index.ts");
    expect([...reached].filter((path) => importsOf(path).includes("zod"))).toEqual([]);
  });
});

describe("files", () => {
  it.each(sources)("%s says in its first line what it is", (path) => {
    expect(textOf(path)).toMatch(/^\/\/ \S.*[.,;:]?\n/);
  });

  it("the entries export by name, and each name once", () => {
    for (const entry of ["src/index.ts", "src/charts/index.ts", "src/schemas/index.ts"]) {
      expect(textOf(entry)).not.toMatch(/export \*/);
      const names = exportsOf(entry).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
