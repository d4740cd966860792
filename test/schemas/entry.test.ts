import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { textOf } from "../support/sources.ts";

/** What a file loads when it runs: its imports without those of types alone, which compilation erases. */
function loadedBy(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);
  const loaded: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) {
      loaded.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly) {
      loaded.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      loaded.push(node.arguments[0]?.getText() ?? "");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return loaded;
}

/** The packages that a file loads, directly or by way of others. */
function packagesBehind(entry: string): string[] {
  const packages = new Set<string>();
  const files = new Set<string>();
  const visit = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    for (const name of loadedBy(path)) {
      if (name.startsWith(".")) visit(posix.join(posix.dirname(path), name));
      else packages.add(name);
    }
  };
  visit(entry);
  return [...packages].sort();
}

describe("what the entries load", () => {
  it("the root loads a few functions of date-fns, and no zod", () => {
    const packages = packagesBehind("src/index.ts");
    expect(packages.filter((name) => !/^(date-fns|@date-fns\/utc)\//.test(name))).toEqual([]);
    expect(packages.length).toBeGreaterThan(0);
  });

  it("the schemas load zod, and a few functions of date-fns that know the weeks of a year", () => {
    const packages = packagesBehind("src/schemas/index.ts");
    expect(packages.filter((name) => !/^(date-fns|@date-fns\/utc)\//.test(name))).toEqual(["zod"]);
  });
});
