import { describe, expect, it } from "vitest";
import { textOf } from "../support/sources.ts";

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const manifest = JSON.parse(textOf("package.json"));
const deno = JSON.parse(textOf("deno.json"));

describe("deno.json", () => {
  it("has the version and the entries of package.json", () => {
    expect(deno.version).toBe(manifest.version);
    const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
    expect(Object.keys(deno.exports)).toEqual(entries);
  });

  it("imports the dependencies in the versions of package.json", () => {
    const versions = { ...manifest.devDependencies, ...manifest.dependencies };
    for (const specifier of Object.values<string>(deno.imports).filter((target) =>
      target.startsWith("npm:"),
    )) {
      const [, name = "", range = ""] = /^npm:\/?((?:@[^/]+\/)?[^@/]+)@([^/]+)/.exec(specifier) ?? [];
      expect(range.replace("^", ""), name).toBe(versions[name].replace("^", ""));
    }
  });
});

const LOCKS = [
  "package-lock.json",
  "bench/peers/package-lock.json",
  "test/runtimes/package-lock.json",
  "test/vegalite5/package-lock.json",
];

describe.each(LOCKS)("%s", (path) => {
  const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(textOf(path)).packages;

  it("holds no download addresses", () => {
    expect(Object.keys(locked).filter((name) => locked[name]?.resolved !== undefined)).toEqual([]);
  });

  // A lock file made where some of them could not be had lacks them, and `npm ci` refuses such a file everywhere.
  it("holds every optional package that a package names", () => {
    const names = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    const present = new Set(Object.keys(locked).map((name) => name.split("node_modules/").at(-1)));
    expect(names.filter((name) => !present.has(name))).toEqual([]);
  });
});

it("CHANGELOG.md has a section for the version", () => {
  expect(textOf("CHANGELOG.md")).toContain(`## [${manifest.version}]`);
});
