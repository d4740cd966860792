// Every way to run the exercise from the command line.

import { fileURLToPath } from "node:url";
import { installed } from "./installed.mjs";

const FREEZE = fileURLToPath(new URL("freeze.mjs", import.meta.url));
const NODES = [20, 22, 24, 26];
const FORMATS = { mjs: "ES module", cjs: "CommonJS" };

/** Hardened environments, for which the root entry is made. */
const HARDENED = {
  "--frozen-intrinsics": ["--frozen-intrinsics"],
  "--disallow-code-generation-from-strings": ["--disallow-code-generation-from-strings"],
  "frozen globalThis": ["--import", FREEZE],
};

const { platform, arch } = process;
const bun = installed("@oven", `bun-${platform}-${arch.replace("arm64", "aarch64")}`, "bin", "bun");
const deno = installed(".bin", "deno");

function waysOfNode(version) {
  const program = installed(`node${version}-${platform}-${arch}`, "bin", "node");
  return Object.entries(FORMATS).flatMap(([ending, format]) => [
    { name: `Node ${version}, ${format}`, program, args: [`whole.${ending}`], extent: "whole" },
    ...Object.entries(HARDENED).map(([name, flags]) => ({
      name: `Node ${version}, ${format}, ${name}`,
      program,
      args: [...flags, `root.${ending}`],
      extent: "root",
    })),
  ]);
}

/** Name, program, arguments, and what the exercise is of. */
export const WAYS = [
  ...NODES.flatMap(waysOfNode),
  {
    name: "Deno without permissions, ES module",
    program: deno,
    args: ["run", "--quiet", "--no-prompt", "--no-remote", "whole.mjs"],
    extent: "whole",
  },
  ...Object.entries(FORMATS).map(([ending, format]) => ({
    name: `Bun, ${format}`,
    program: bun,
    args: ["run", "--no-install", `whole.${ending}`],
    extent: "whole",
  })),
];
