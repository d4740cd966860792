// The public surface of each entry as text: every exported name with its declaration, without comments, in alphabetical
// order. `npm run api-report` rewrites docs/api-report/; a test compares, so that a change shows up in review.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

const ENTRIES = {
  root: "src/index.ts",
  charts: "src/charts/index.ts",
  schemas: "src/schemas/index.ts",
} as const;

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
};

/** The report of each entry by its name. */
export function apiReports(): Readonly<Record<keyof typeof ENTRIES, string>> {
  const paths = Object.values(ENTRIES).map((path) => root + path);
  const program = ts.createProgram(paths, COMPILER_OPTIONS);
  const report = (path: string): string => `${declarations(program, root + path).join("\n\n")}\n`;
  return {
    root: report(ENTRIES.root),
    charts: report(ENTRIES.charts),
    schemas: report(ENTRIES.schemas),
  };
}

function declarations(program: ts.Program, path: string): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${path} is no module`);
  return checker
    .getExportsOfModule(module)
    .map((exported) => ({
      name: exported.name,
      symbol: exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, symbol }) => (symbol.declarations ?? []).map((node) => declared(name, node)).join("\n"));
}

/** The declaration of a name as it would stand in a declaration file. */
function declared(name: string, node: ts.Declaration): string {
  // A variable's keywords stand on its statement.
  const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const { outputText } = ts.transpileDeclaration(whole.getText(), {
    compilerOptions: { ...COMPILER_OPTIONS, removeComments: true },
  });
  const text = outputText.replace(/\nexport \{\};\n$/, "").trim();
  if (text === "") throw new Error(`${name} has no declaration`);
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../docs/api-report/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(apiReports()))
    writeFileSync(new URL(`${name}.txt`, folder), text);
}
