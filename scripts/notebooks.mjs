// Runs the sources and the notebooks of examples/ as their users would: under Deno, and in Jupyter's kernels for Deno and
// Node. Each cell must show what is committed.
//
//   npm run notebooks               checks, and changes nothing
//   npm run notebooks -- --update   writes what the cells show, after a wanted change
//
// Works in a folder of its own: a copy of the sources for Deno, the built package under node_modules for Node.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed, installRuntimes } from "../test/runtimes/installed.mjs";
import { check, conclude } from "./checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const tool = (name) => installed(".bin", name);
const update = process.argv.includes("--update");

/** What cannot be checked on this machine. Where changes are let in nothing may be missing. */
function skip(name, reason) {
  if (process.env.CI) check(name, () => ensure(false, reason));
  else console.log(`skip  ${name}: ${reason}`);
}

function ensure(condition, message) {
  if (!condition) throw new Error(message);
}

function run(command, args, { folder = root, env = {} } = {}) {
  return execFileSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 600_000,
  });
}

/** A Python that can talk to kernels, installed where that is possible; `null` where there is none. */
function pythonWithJupyter() {
  const found = () =>
    ["/usr/bin/python3", "python3"].find((python) =>
      succeeds(() => run(python, ["-c", "import jupyter_client, nbformat"])),
    );
  const packages = ["python3-jupyter-client", "python3-nbformat"];
  const apt = (...args) => run("apt-get", ["-qq", ...args], { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (found() === undefined && process.getuid?.() === 0) {
    succeeds(() => {
      apt("update");
      apt("install", "-y", "--no-install-recommends", ...packages);
    });
  }
  return found() ?? null;
}

function succeeds(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** Deno finds the sources by the checkout's deno.json. The lock file keeps what npm serves the same, and the pictures with it. */
function layOutForDeno(work) {
  cpSync(join(root, "src"), join(work, "src"), { recursive: true });
  const config = readJson(join(root, "deno.json"));
  const lock = { path: join(root, "test", "runtimes", "deno.lock"), frozen: !update };
  writeFileSync(join(work, "deno.json"), JSON.stringify({ ...config, lock }));
}

/** Node finds the package as npm lays it out, with the packages that the notebook tells to install. */
function layOutForNode(work) {
  const modules = join(work, "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  run(join(root, "node_modules", ".bin", "tsup"), [
    "--silent",
    "--out-dir",
    join(modules, "cx-metrics", "dist"),
  ]);
  cpSync(join(root, "package.json"), join(modules, "cx-metrics", "package.json"));
  for (const name of ["zod", "vega", "vega-lite", "papaparse", "@types/papaparse"]) {
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
}

function layOutNotebooks(work) {
  for (const folder of ["data", "notebooks"]) {
    cpSync(join(root, "examples", folder), join(work, "examples", folder), { recursive: true });
  }
  const kernels = {
    deno: [tool("deno"), "jupyter", "--kernel", "--conn", "{connection_file}"],
    tslab: [tool("tslab"), "kernel", "--config-path", "{connection_file}"],
  };
  for (const [name, argv] of Object.entries(kernels)) {
    const folder = join(work, "jupyter", "kernels", name);
    mkdirSync(folder, { recursive: true });
    const spec = { argv, display_name: name, language: "typescript" };
    writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec));
  }
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const sourceOf = (cell) => [cell.source].flat().join("");
const codeCells = (notebook) => notebook.cells.filter((cell) => cell.cell_type === "code");

/** Runs a notebook, and checks cell by cell. */
function checkNotebook(kernel, python, work, env) {
  const [path, copy] = [root, work].map((folder) => join(folder, "examples", "notebooks", `${kernel}.ipynb`));
  const script = join(root, "scripts", "notebooks.py");
  const ran = check(`${kernel}.ipynb: runs`, () => run(python, [script, kernel, copy], { env }));
  if (!ran) return;
  const committed = codeCells(readJson(path));
  const shown = codeCells(readJson(copy)).map((cell, i) =>
    check(`${kernel}.ipynb: ${cell.id}`, () => {
      ensureShown(kernel, cell);
      if (!update) ensureCommitted(cell, committed[i]);
    }),
  );
  if (update && shown.every(Boolean)) cpSync(copy, path);
}

/** One output of the kind that the cell asks for, and nothing of the machine that it ran on. */
function ensureShown(kernel, cell) {
  const { outputs } = cell;
  const shown = JSON.stringify(outputs, null, 1);
  ensure(outputs.length === 1 && !/"(?:error|stderr)"/.test(shown), `shows ${shown.slice(0, 3000)}`);
  for (const folder of [root, homedir(), tmpdir()]) {
    ensure(folder === "/" || !shown.includes(folder), `names the folder ${folder}`);
  }
  const code = sourceOf(cell);
  const data = outputs[0].data ?? {};
  const html = [data["text/html"] ?? ""].flat().join("");
  const isChart = /\b\w+(?:Chart|Trend|Heatmap)\(/.test(code);
  if (isChart) ensure(/<svg [\s\S]*<\/svg>/.test(html), "shows no picture");
  else if (code.includes("displayTable(")) ensure(/<td [\s\S]*<\/table>/.test(html), "shows no table");
  if (kernel !== "deno") return;
  const sentence = [data["text/plain"] ?? ""].flat().join("");
  ensure(sentence.length > 0, "shows no text");
  if (!isChart) return;
  const spec = data["application/vnd.vegalite.v5+json"];
  ensure(spec?.$schema === "https://vega.github.io/schema/vega-lite/v5.json", "shows no specification");
  ensure(spec.description === sentence, "says something other than the specification");
}

function ensureCommitted(cell, committed) {
  const [now, before] = [cell, committed].map(({ outputs }) => JSON.stringify(outputs));
  if (now === before) return;
  let from = 0;
  while (now[from] === before[from]) from++;
  const [shown, expected] = [now, before].map((text) => text.slice(Math.max(0, from - 60), from + 60));
  throw new Error(`shows …${shown}… instead of …${expected}…`);
}

const work = mkdtempSync(join(tmpdir(), "cx-metrics-notebooks-"));
try {
  installRuntimes();
  layOutForDeno(work);
  layOutNotebooks(work);
  const env = {
    DENO_DIR: join(root, "node_modules", ".cache", "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    JUPYTER_PATH: join(work, "jupyter"),
    JUPYTER_RUNTIME_DIR: join(work, "jupyter", "runtime"),
    NO_COLOR: "1",
  };
  const deno = (...args) => run(tool("deno"), args, { folder: work, env });

  const denoNotebook = readJson(join(root, "examples", "notebooks", "deno.ipynb"));
  const cells = join(work, "examples", "notebooks", "cells.ts");
  writeFileSync(cells, codeCells(denoNotebook).map(sourceOf).join("\n"));
  const entries = ["index.ts", "charts/index.ts", "schemas/index.ts"].map((entry) => join("src", entry));
  check("deno check: the entries and the cells of deno.ipynb", () => deno("check", ...entries, cells));
  check("deno test: every example of the doc comments", () => deno("test", "--quiet", "--doc", "src"));
  check("deno publish --dry-run", () =>
    run(tool("deno"), ["publish", "--dry-run", "--allow-dirty"], {
      env: { ...env, DENO_NO_PACKAGE_JSON: "1" },
    }),
  );

  const python = pythonWithJupyter();
  if (python === null) {
    skip(
      "notebooks",
      "no Python here has jupyter_client and nbformat, and Debian's packages cannot be installed",
    );
  } else {
    checkNotebook("deno", python, work, env);
    check("the package is built for Node", () => layOutForNode(work));
    checkNotebook("tslab", python, work, env);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

conclude();
