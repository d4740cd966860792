// The runtimes of this folder, which npm installs with their binaries.

import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The path of what a package of this folder holds. */
export function installed(...path) {
  return join(folder, "node_modules", ...path);
}

/** Installs what package-lock.json names, unless that has been done. */
export function installRuntimes() {
  const lock = join(folder, "package-lock.json");
  const done = installed(".package-lock.json");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  execFileSync("npm", ["ci", "--silent", "--no-audit", "--no-fund"], { cwd: folder });
}
