import { describe, expect, it } from "vitest";
import { allSnippets, run, typeErrorsIn } from "../support/snippets.ts";
import { exportsOf, filesBelow, textOf } from "../support/sources.ts";

const snippets = allSnippets();

describe("every code block of README.md, docs/ and the doc comments", () => {
  it.each(snippets.map((snippet) => [snippet.place, snippet] as const))(
    "%s runs and yields what it says",
    async (_place, snippet) => {
      for (const { line, actual, expected } of await run(snippet)) expect(actual, line).toEqual(expected);
    },
  );

  it("compiles under the strictest settings", () => {
    expect(typeErrorsIn(snippets)).toEqual([]);
  });
});

describe("every public function", () => {
  const functions = ["src/index.ts", "src/charts/index.ts", "src/schemas/index.ts"].flatMap((entry) =>
    exportsOf(entry)
      .filter(({ name, isType }) => !isType && /^[a-z]/.test(name))
      .map(({ name }) => name),
  );
  const sources = filesBelow("src", ".ts").map(textOf).join("\n");

  it.each(functions)("%s has an example in its doc comment", (name) => {
    // The doc comment right above the declaration: from the last opening before it.
    const declaration = new RegExp(`\\*/\\nexport (?:async function|function|const) ${name}\\b`).exec(
      sources,
    );
    if (declaration === null) throw new Error(`${name} has no doc comment`);
    const before = sources.slice(0, declaration.index);
    expect(before.slice(before.lastIndexOf("/**"))).toContain("@example");
  });
});
