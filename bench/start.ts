// What importing the package costs a process that starts: Node with an import over Node without one (row 9).

import { spawnSync } from "node:child_process";
import { measure, printRatios, ratioOf, report } from "./harness.ts";

const root = new URL("..", import.meta.url);

/** Runs a line of code in a process of its own. */
function node(type: "module" | "commonjs", code: string): () => number {
  return () => {
    const { status, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, "-e", code], {
      cwd: root,
    });
    if (status !== 0) throw new Error(String(stderr));
    return status;
  };
}

const times = await measure(
  [
    { name: "bare, ES module", run: node("module", "") },
    { name: "cx-metrics, ES module", run: node("module", 'import "cx-metrics"') },
    { name: "date-fns, ES module", run: node("module", 'import "date-fns"') },
    { name: "zod, ES module", run: node("module", 'import "zod"') },
    { name: "bare, CommonJS", run: node("commonjs", "") },
    { name: "cx-metrics, CommonJS", run: node("commonjs", 'require("cx-metrics")') },
    { name: "date-fns, CommonJS", run: node("commonjs", 'require("date-fns")') },
    { name: "zod, CommonJS", run: node("commonjs", 'require("zod")') },
  ],
  25,
  2,
);
for (const kind of ["ES module", "CommonJS"]) {
  const ofKind = new Map([...times].filter(([name]) => name.endsWith(kind)));
  printRatios(`Cold import, ${kind}`, ofKind, `bare, ${kind}`);
  const ratio = ratioOf(times, `cx-metrics, ${kind}`, `bare, ${kind}`);
  report({ row: 9, what: `import, ${kind} ÷ bare Node`, most: 1.3, ratio });
}
