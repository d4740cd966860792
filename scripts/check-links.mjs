// Looks for links that lead nowhere: in Markdown, and in the pages of a built site. Links to other sites are not followed.
//
// node scripts/check-links.mjs PATH...   files, or folders with all that is in them

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Files below these paths, with these endings. Markdown among the pages of a site has been copied there from elsewhere. */
function pagesBelow(path) {
  if (statSync(path).isFile()) return [path];
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(?:md|html)$/.test(file));
  return pages.filter((file) => !/[\\/](?:node_modules|api[\\/]media)[\\/]/.test(file));
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);

/** What the attributes of tags link to. */
function linksOfTags(text) {
  const attributes = text.matchAll(/<[a-z][^<>]*?\s(href|src|srcset)="([^"]*)"/g);
  return [...attributes].flatMap(([, name, value]) =>
    (name === "srcset" ? value.split(",").map((part) => part.trim().split(/\s/)[0]) : [value]).map(unescaped),
  );
}

/** The text of a Markdown file without its code, in which brackets are no links. */
function prose(text) {
  return text
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1\2/gm, "")
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
}

function linksOfMarkdown(text) {
  const plain = prose(text);
  const inline = [...plain.matchAll(/\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\))?)>?(?:\s+"[^"]*")?\s*\)/g)];
  const defined = [...plain.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm)];
  return [...[...inline, ...defined].map(([, target]) => target), ...linksOfTags(plain)];
}

/** The places in a Markdown file that can be linked to, as GitHub names them after its headings. */
function anchorsOfMarkdown(text) {
  const seen = new Map();
  const headings = text
    .replace(/^( *)(`{3,})[^\n]*\n[\s\S]*?\n\1\2/gm, "")
    .matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  const named = [...headings].map(([, heading]) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
  return new Set([...named, ...anchorsOfTags(text)]);
}

function anchorsOfTags(text) {
  return new Set(
    [...text.matchAll(/<[a-z][^<>]*?\s(?:id|name)="([^"]*)"/g)].map(([, name]) => unescaped(name)),
  );
}

const texts = new Map();
function textOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file, "utf8"));
  return texts.get(file);
}

const anchors = new Map();
function anchorsOf(file) {
  const read = file.endsWith(".md") ? anchorsOfMarkdown : anchorsOfTags;
  if (!anchors.has(file)) anchors.set(file, read(textOf(file)));
  return anchors.get(file);
}

/** Why a link leads nowhere; `null` where it leads somewhere, or out of here. */
function trouble(page, link) {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return null;
  const [path = "", hash = ""] = link.split("#").map(decodeURIComponent);
  const target = path === "" ? page : resolve(dirname(page), path.replace(/\?.*$/, ""));
  const kind = statSync(target, { throwIfNoEntry: false });
  if (kind === undefined) return "no such file";
  if (hash === "" || !/\.(?:md|html)$/.test(target)) return null;
  return anchorsOf(target).has(hash) ? null : "no such place in the file";
}

const pages = process.argv.slice(2).flatMap(pagesBelow);
let count = 0;
const broken = [];
for (const page of pages) {
  const links = page.endsWith(".md") ? linksOfMarkdown(textOf(page)) : linksOfTags(textOf(page));
  count += links.length;
  for (const link of new Set(links)) {
    const why = trouble(page, link);
    if (why !== null) broken.push(`${relative(".", page)}: ${link}: ${why}`);
  }
}
for (const line of broken) console.error(line);
console.log(`${count} links in ${pages.length} files, ${broken.length} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
