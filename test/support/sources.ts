// The project's own files, as text, for tests that look at the repository.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The project's root folder, with a slash at its end. */
const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Paths below a folder with a given ending, relative to the root, in order. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The text of one of the project's files. */
export function textOf(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}

/** What a TypeScript file imports or re-exports, types included. */
export function importsOf(path: string): string[] {
  return ts.preProcessFile(textOf(path), true, true).importedFiles.map((file) => file.fileName);
}

/** The public names of an entry, and whether each is a value or only a type. */
export function exportsOf(path: string): { readonly name: string; readonly isType: boolean }[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);
  return source.statements.filter(ts.isExportDeclaration).flatMap((declaration) => {
    const clause = declaration.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) return [];
    return clause.elements.map((element) => ({
      name: element.name.text,
      isType: declaration.isTypeOnly || element.isTypeOnly,
    }));
  });
}
