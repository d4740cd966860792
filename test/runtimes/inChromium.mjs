// The exercise as an ES module in Chromium, which gets the installed package file by file, as it is.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { build } from "esbuild";
import { CHROMIUM } from "../support/chromium.ts";
import { ENTRIES } from "../support/exerciseBundles.ts";

const PEERS = ["zod", "vega", "vega-lite"];
const LIMIT = 120_000;
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript" };

/** The outcome of `whole.mjs` in a folder with the package installed. */
export async function outcomeInChromium(folder) {
  await bundlePeers(folder);
  const page = pageOf(importsOf(folder));
  const outcome = JSON.parse(await textFrom(page, folder));
  if (outcome.error !== undefined) throw new Error(outcome.error);
  return outcome;
}

/** Other packages are bundled: they import more than an import map can well list. */
async function bundlePeers(folder) {
  await build({
    entryPoints: Object.fromEntries(PEERS.map((name) => [name, name])),
    outdir: join(folder, "peers"),
    absWorkingDir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    logLevel: "error",
  });
}

function importsOf(folder) {
  const { exports } = JSON.parse(
    readFileSync(join(folder, "node_modules", "cx-metrics", "package.json"), "utf8"),
  );
  const entries = Object.keys(ENTRIES).map((name) => {
    const file = exports[name.replace("cx-metrics", ".")].import.default;
    return [name, file.replace("./", "/node_modules/cx-metrics/")];
  });
  return Object.fromEntries([...entries, ...PEERS.map((name) => [name, `/peers/${name}.js`])]);
}

function pageOf(imports) {
  return `<!doctype html>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script>
const report = (error) => fetch("/outcome", { method: "POST", body: JSON.stringify({ error: String(error) }) });
addEventListener("error", ({ message, target }) => report(message ?? target.src), true);
addEventListener("unhandledrejection", ({ reason }) => report(reason));
</script>
<script type="module" src="/whole.mjs"></script>`;
}

/** Serves a page with the files of a folder to a browser, until the page sends a text. */
async function textFrom(page, folder) {
  const server = createServer();
  let browser;
  let timer;
  try {
    return await new Promise((settle, reject) => {
      timer = setTimeout(() => reject(new Error("the page sent nothing")), LIMIT);
      server.on("request", async (request, response) => {
        if (request.method !== "POST") return answer(request, response, page, folder);
        const parts = await request.toArray();
        response.end();
        settle(Buffer.concat(parts).toString("utf8"));
      });
      server.listen(0, "127.0.0.1", () => {
        const profile = `--user-data-dir=${join(folder, "profile")}`;
        const flags = ["--headless", "--no-sandbox", "--disable-gpu", profile];
        const url = `http://127.0.0.1:${server.address().port}/`;
        browser = spawn(CHROMIUM, [...flags, url], { stdio: "ignore" });
        browser.on("error", reject);
      });
    });
  } finally {
    clearTimeout(timer);
    if (browser !== undefined) await ended(browser);
    server.closeAllConnections();
    server.close();
  }
}

function answer({ url }, response, page, folder) {
  if (url === "/") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    return;
  }
  try {
    const text = readFileSync(join(folder, normalize(url)));
    response.writeHead(200, { "content-type": TYPES[extname(url)] ?? "text/plain" }).end(text);
  } catch {
    response.writeHead(404).end();
  }
}

/** Its profile can be deleted only after it has ended. */
function ended(browser) {
  return new Promise((settle) => {
    browser.on("exit", settle);
    browser.kill();
  });
}
