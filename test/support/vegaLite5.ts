// Vega-Lite 5, from a folder of its own: the project itself has version 6.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const folder = new URL("../vegalite5/", import.meta.url);
const fromFolder = createRequire(new URL("package.json", folder));

/** The parts of the packages that the tests use. */
interface Compiler {
  compile(spec: unknown, options: { readonly logger: unknown }): { readonly spec: unknown };
}
interface Vega {
  parse(spec: unknown): unknown;
  readonly View: new (
    runtime: unknown,
    options: { readonly renderer: "none"; readonly logger: unknown },
  ) => { toSVG(): Promise<string>; finalize(): void };
}
interface Validator {
  (spec: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
interface AjvModule {
  readonly Ajv: new (options: object) => { compile(schema: unknown): Validator };
}

/** Whether the folder has been installed (`npm ci` in it). */
export const HAS_VEGA_LITE_5: boolean = existsSync(fileURLToPath(new URL("node_modules", folder)));

/** A function that says where a specification breaks the schema of Vega-Lite 5. */
export function schemaChecker(): (spec: unknown) => readonly string[] {
  const { Ajv } = fromFolder("ajv") as AjvModule;
  const schema: unknown = fromFolder("vega-lite/build/vega-lite-schema.json");
  // The schema names formats that ajv does not know, and has unions that its strict mode refuses.
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return (spec) =>
    valid(spec) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Draws a specification, and returns what its makers complained about. */
export async function drawWithVegaLite5(spec: unknown): Promise<{ svg: string; complaints: string[] }> {
  const { compile } = fromFolder("vega-lite") as Compiler;
  const { parse, View } = fromFolder("vega") as Vega;
  const complaints: string[] = [];
  const ignore = (): unknown => logger;
  const complain = (...parts: unknown[]): unknown => {
    complaints.push(parts.map(String).join(" "));
    return logger;
  };
  const logger: object = { level: ignore, error: complain, warn: complain, info: ignore, debug: ignore };
  const view = new View(parse(compile(spec, { logger }).spec), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, complaints };
}
