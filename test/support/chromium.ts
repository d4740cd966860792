// Chromium without a window, where one is installed.

import { execFileSync, spawnSync } from "node:child_process";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Its program, or `null` where there is none. */
export const CHROMIUM: string | null =
  NAMES.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0) ?? null;

/** Runs it on a page, in a window of that size, and returns what the tasks print. */
export function browse(
  page: string,
  { width, height }: { readonly width: number; readonly height: number },
  ...tasks: readonly string[]
): string {
  if (CHROMIUM === null) throw new Error("no Chromium is installed");
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  return execFileSync(CHROMIUM, [...flags, `--window-size=${width},${height}`, ...tasks, `file://${page}`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 28,
    timeout: 100_000,
  });
}
