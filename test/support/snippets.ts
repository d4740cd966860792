// The code blocks of the guides and of doc comments, as programs that can be run and compared with what they promise.
//
// `expression; // → literal` promises that the expression deeply equals the literal, `// ≈ literal` that it does to
// the decimals shown. The comment stands behind the statement or on a line of its own below it.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as charts from "../../src/charts/index.ts";
import * as root from "../../src/index.ts";
import * as schemas from "../../src/schemas/index.ts";
import { filesBelow, textOf } from "./sources.ts";

/** One code block. */
export interface Snippet {
  /** File and line where it begins. */
  readonly place: string;
  readonly language: "ts" | "js";
  readonly code: string;
}

/** One promise of a code block, and what came of it. */
export interface Promised {
  readonly line: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

const FENCE = /^([ \t]*(?:\* ?)?)```(ts|js)\n([\s\S]*?)\n[ \t]*(?:\* ?)?```$/gm;

function snippetsOf(path: string): Snippet[] {
  const text = textOf(path);
  return [...text.matchAll(FENCE)].map((match) => {
    const [, prefix = "", language, body = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    const margin = prefix.trimEnd().length;
    const code = body
      .split("\n")
      .map((row) => (row.startsWith(prefix) ? row.slice(prefix.length) : row.slice(margin)))
      .join("\n");
    return { place: `${path}:${line}`, language: language as Snippet["language"], code };
  });
}

/** Every code block that a user can read. */
export function allSnippets(): Snippet[] {
  return ["README.md", ...filesBelow("docs", ".md"), ...filesBelow("src", ".ts")]
    .filter((path) => !path.startsWith("docs/api/"))
    .flatMap(snippetsOf);
}

const loadBuiltin = createRequire(import.meta.url);

const PROMISE = /^[ \t]*\/\/ ([→≈]) (.*)$/;

/** The parameters of the asynchronous function whose body is {@link programOf} a code block. */
export const PROGRAM_PARAMETERS = ["exports", "require", "__promised"] as const;

/** A code block as CommonJS that hands each promised expression to `__promised`, with its line, its kind and its literal. */
export function programOf(snippet: Snippet): string {
  return ts.transpileModule(withChecks(snippet), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  }).outputText;
}

/** Runs a code block and returns what became of its promises. */
export async function run(snippet: Snippet): Promise<Promised[]> {
  const results: Promised[] = [];
  const modules: Readonly<Record<string, unknown>> = {
    "cx-metrics": root,
    "cx-metrics/charts": charts,
    "cx-metrics/schemas": schemas,
    zod: await import("zod"),
  };
  const load = (name: string): unknown => {
    if (name.startsWith("node:")) return loadBuiltin(name);
    if (!(name in modules)) throw new Error(`${snippet.place} imports ${name}, which snippets cannot`);
    return modules[name];
  };
  const record = (line: string, actual: unknown, kind: string, literal: string): void => {
    results.push({ line, ...compared(actual, kind, literal) });
  };
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  await new AsyncFunction(...PROGRAM_PARAMETERS, programOf(snippet))({}, load, record);
  return results;
}

/** The program with each promised expression wrapped in a call that records it. */
function withChecks({ code, place }: Snippet): string {
  const source = ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const promise = promiseAfter(code, node.end);
      if (promise !== null) {
        const start = node.getStart(source);
        const expression = code.slice(start, node.expression.end);
        const line = expression.replaceAll(/\s+/g, " ");
        const text = `__promised(${JSON.stringify(line)}, (${expression}), ${promise.map((part) => JSON.stringify(part)).join(", ")});`;
        edits.push({ start, end: node.end, text });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const promised = code.split("\n").filter((row) => /\/\/ [→≈]/.test(row)).length;
  if (promised !== edits.length) throw new Error(`${place}: a // → or // ≈ belongs to no statement`);
  let checked = code;
  for (const { start, end, text } of edits.reverse()) {
    checked = checked.slice(0, start) + text + checked.slice(end);
  }
  return checked;
}

/** The promise behind a statement or on the line below it: its kind and its literal. */
function promiseAfter(code: string, end: number): [kind: string, literal: string] | null {
  const [rest = "", next = ""] = code.slice(end).split("\n");
  const match = PROMISE.exec(rest) ?? (rest.trim() === "" ? PROMISE.exec(next) : null);
  return match === null ? null : [match[1] as string, match[2] as string];
}

/** Under `≈` numbers that agree to the decimals shown are replaced by the expected ones. */
export function compared(
  actual: unknown,
  kind: string,
  literal: string,
): { actual: unknown; expected: unknown } {
  const source = ts.createSourceFile("literal.ts", `(${literal});`, ts.ScriptTarget.ES2022, true);
  const statement = source.statements[0] as ts.ExpressionStatement;
  const expression = (statement.expression as ts.ParenthesizedExpression).expression;
  const expected: unknown = new Function(`return (${literal});`)();
  return { actual: kind === "≈" ? roundedLike(actual, expression) : actual, expected };
}

function roundedLike(actual: unknown, shown: ts.Expression): unknown {
  if (ts.isPrefixUnaryExpression(shown) && typeof actual === "number") {
    return -(roundedLike(-actual, shown.operand) as number);
  }
  if (ts.isNumericLiteral(shown) && typeof actual === "number") {
    const decimals = shown.getText().split(".")[1]?.length ?? 0;
    const agree = Math.abs(actual - Number(shown.text)) <= 0.5000001 * 10 ** -decimals;
    return agree ? Number(shown.text) : actual;
  }
  if (ts.isArrayLiteralExpression(shown) && Array.isArray(actual)) {
    return actual.map((item, i) => {
      const element = shown.elements[i];
      return element === undefined ? item : roundedLike(item, element);
    });
  }
  if (ts.isObjectLiteralExpression(shown) && typeof actual === "object" && actual !== null) {
    const copy: Record<string, unknown> = { ...actual };
    for (const property of shown.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const name = (property.name as ts.Identifier | ts.StringLiteral).text;
      copy[name] = roundedLike(copy[name], property.initializer);
    }
    return copy;
  }
  return actual;
}

/** Type errors in code blocks, each with its place. */
export function typeErrorsIn(snippets: readonly Snippet[]): string[] {
  const folder = fileURLToPath(new URL("../snippets/", import.meta.url));
  const files = new Map<string, Snippet>(
    snippets
      .filter(({ language }) => language === "ts")
      .map((snippet, i) => [`${folder}${i}.ts`, snippet] as const),
  );
  const configPath = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configPath, ts.sys.readFile).config,
    ts.sys,
    fileURLToPath(new URL("..", import.meta.url)),
  );
  const options = { ...config.options, noUnusedLocals: false };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => {
    const snippet = files.get(path);
    // A block without an import or export would otherwise be a script, whose names are everybody's.
    return snippet === undefined ? readFile(path) : `${snippet.code}\nexport {};\n`;
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const path = diagnostic.file?.fileName ?? "";
    const place = files.get(path)?.place ?? path;
    return `${place}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}
