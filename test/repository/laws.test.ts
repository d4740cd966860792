import { expect, it } from "vitest";
import { exportsOf, filesBelow, textOf } from "../support/sources.ts";

/** What the law files import from src, or read from a namespace of it. */
const laws = filesBelow("test", ".prop.test.ts")
  .flatMap((path) => [...textOf(path).matchAll(/^(?:import|const) (?:type )?\{([^}]*)\} (?:=|from)/gm)])
  .map(([, names]) => names)
  .join(", ");

/** Functions begin with a small letter, constants and classes with a capital. */
const functions = ["src/index.ts", "src/charts/index.ts", "src/schemas/index.ts"].flatMap((entry) =>
  exportsOf(entry)
    .filter(({ name, isType }) => !isType && /^[a-z]/.test(name))
    .map(({ name }) => name),
);

it.each(functions)("%s has a law", (name) => {
  expect(laws).toMatch(new RegExp(`\\b${name}\\b`));
});
