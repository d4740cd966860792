// What stands in for Vitest's `describe`, `it` and hooks where mutants are tested: it collects the tests, so that they can be run
// many times over without loading anything again. `expect` and `vi` are Vitest's own.

import { format } from "node:util";

export { expect, expectTypeOf, vi } from "vitest";

/** Every test: its name, its file, and how to run it with the hooks around it. */
export const tests = [];

let file = "";
let suite = { name: "", after: [] };

/** Names the file whose tests come next. */
export function inFile(name) {
  file = name;
  suite = { name: "", after: [] };
}

export const describe = Object.assign(addSuite, {
  each: (rows) => (name, body) => eachOf(rows, name, (title, row) => addSuite(title, () => body(...row))),
  runIf: (condition) => (condition ? describe : { ...describe, each: () => () => {} }),
});

export const it = Object.assign(addTest, {
  each: (rows) => (name, body) => eachOf(rows, name, (title, row) => addTest(title, () => body(...row))),
  runIf: (condition) => (condition ? it : () => {}),
});

export function afterEach(hook) {
  suite.after.push(hook);
}

function addSuite(name, body) {
  const outer = suite;
  suite = { name: joined(outer.name, name), after: [...outer.after] };
  body();
  suite = outer;
}

function addTest(name, body) {
  const { after } = suite;
  tests.push({
    id: String(tests.length),
    file,
    name: joined(suite.name, name),
    run: () => ranWith(body, after),
  });
}

function joined(outer, name) {
  const title = typeof name === "function" ? name.name : name;
  return outer === "" ? title : `${outer} ${title}`;
}

function eachOf(rows, name, add) {
  const spread = rows.every(Array.isArray);
  for (const row of rows) {
    const values = spread ? row : [row];
    add(format(name, ...values), values);
  }
}

async function ranWith(body, after) {
  try {
    await body();
  } finally {
    for (const hook of after) await hook();
  }
}
