// Packs the tarball, lints it, and uses it as its users would: installed in an empty project, as ES module and
// CommonJS, and type-checked under four versions of TypeScript.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed, installRuntimes } from "../test/runtimes/installed.mjs";
import { check, conclude } from "./checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const fixtures = join(root, "test", "package");
const work = mkdtempSync(join(tmpdir(), "cx-metrics-"));

function run(command, args, folder) {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

try {
  run("npm", ["run", "build", "--silent"], root);
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", work], root);
  const tarball = join(
    work,
    readdirSync(work).find((name) => name.endsWith(".tgz")),
  );

  const bin = (name) => join(root, "node_modules", ".bin", name);
  check("publint --strict", () => run(bin("publint"), ["--strict", tarball], root));
  check("are the types wrong?", () => run(bin("attw"), [tarball, "--profile", "node16"], root));

  // Installed without zod and vega first: the root and charts entries and their types must not need them.
  const consumer = join(work, "consumer");
  cpSync(fixtures, consumer, { recursive: true });
  const manifest = { name: "consumer", private: true, type: "module" };
  writeFileSync(join(consumer, "package.json"), JSON.stringify(manifest));
  const install = (...specs) =>
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", ...specs], consumer);
  install(tarball);
  installRuntimes();
  const compilers = {
    5.5: installed("typescript55"),
    5.9: join(root, "node_modules", "typescript59"),
    "6.0": join(root, "node_modules", "typescript"),
    "7.0": join(root, "node_modules", "typescript7"),
  };
  const compile = (version, config) =>
    run(process.execPath, [join(compilers[version], "bin", "tsc"), "-p", config], consumer);

  check("ES module, without zod", () => run(process.execPath, ["root.mjs"], consumer));
  check("CommonJS, without zod", () => run(process.execPath, ["root.cjs"], consumer));
  check("charts as ES module, without vega", () => run(process.execPath, ["charts.mjs"], consumer));
  check("charts as CommonJS, without vega", () => run(process.execPath, ["charts.cjs"], consumer));
  for (const version of Object.keys(compilers)) {
    check(`types of the root and charts alone, TypeScript ${version}`, () =>
      compile(version, "tsconfig.root.json"),
    );
  }

  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  install(...["zod", "vega", "vega-lite"].map((name) => `${name}@${devDependencies[name]}`));
  check("charts as ES module, with vega", () => run(process.execPath, ["charts.mjs", "with-vega"], consumer));
  check("charts as CommonJS, with vega", () => run(process.execPath, ["charts.cjs", "with-vega"], consumer));
  check("ES module, with the schemas", () => run(process.execPath, ["schemas.mjs"], consumer));
  check("CommonJS, with the schemas", () => run(process.execPath, ["schemas.cjs"], consumer));
  for (const version of Object.keys(compilers)) {
    check(`types of both entries, TypeScript ${version}`, () => compile(version, "tsconfig.schemas.json"));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

conclude();
