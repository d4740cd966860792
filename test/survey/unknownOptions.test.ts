// Contract of every function that takes options: an option that it does not know is refused, never passed over.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  ces,
  csat,
  netScore,
  nps,
  responseRate,
  scoreBy,
  tallyFromCounts,
  tallyRows,
  topBox,
} from "../../src/index.ts";

/** The function, the options it knows, a near miss of one of them, and how to call it with further options. */
type Taker = [caller: string, known: string, mistyped: string, take: (further: object) => unknown];

const rating = (): number => 5;

const takers: Taker[] = [
  ["nps", "level, method, bands, scale", "confidence", (further) => nps([9], { ...further })],
  ["csat", "level, method, scale, satisfiedFrom", "satisfiedfrom", (further) => csat([5], { ...further })],
  ["ces", "scale, direction, level", "method", (further) => ces([5], { ...further })],
  [
    "topBox",
    "scale, from, level, method",
    "satisfiedFrom",
    (further) => topBox([5], { scale: CSAT_SCALE, from: 5, ...further }),
  ],
  [
    "netScore",
    "scale, top, bottom, level, method",
    "bands",
    (further) => netScore([5], { scale: CSAT_SCALE, top: 5, bottom: 2, ...further }),
  ],
  [
    "tallyRows",
    "scale, rating, weight",
    "weights",
    (further) => tallyRows([5], { scale: CSAT_SCALE, rating, ...further }),
  ],
  [
    "tallyFromCounts",
    "missing",
    "Missing",
    (further) => tallyFromCounts([[5, 1]], CSAT_SCALE, { ...further }),
  ],
  [
    "scoreBy",
    "metric, rating, weight, by",
    "groupBy",
    (further) => scoreBy([5], { metric: csat, rating, by: {}, ...further }),
  ],
  ["responseRate", "level", "levels", (further) => responseRate({ invited: 5, answered: 2 }, { ...further })],
];

describe.each(takers)("%s", (caller, known, mistyped, take) => {
  const refused = (got: string): CxMetricsError =>
    new CxMetricsError(`${caller}: options must be among ${known}, got ${got}`, "invalid-argument", [
      "options",
    ]);

  it.each([mistyped, "a", "A1_b", "x".repeat(41), "constructor", "toString"])(
    "refuses the unknown option %s, and names it",
    (name) => {
      for (const value of [1, null, false, "", {}]) {
        expect(() => take({ [name]: value })).toThrow(refused(`"${name}"`));
      }
    },
  );

  it.each([
    ["an address", "mail@example.org"],
    ["a sentence", "was not happy"],
    ["a number", "4711"],
    ["nothing", ""],
    ["more letters than a name has", "x".repeat(42)],
    ["letters with an accent", "é"],
    ["__proto__", "__proto__"],
  ])("refuses what is no name without repeating it: %s", (_, name) => {
    const further = Object.fromEntries([[name, 1]]);
    expect(() => take(further)).toThrow(refused("another name"));
  });

  it("passes over an unknown option that is undefined, and one that is inherited", () => {
    const expected = JSON.stringify(take({}));
    expect(JSON.stringify(take({ [mistyped]: undefined }))).toBe(expected);
    expect(JSON.stringify(take(Object.create({ [mistyped]: 1 })))).toBe(expected);
  });

  it("knows each option that it says it knows", () => {
    for (const name of known.split(", ")) {
      try {
        take({ [name]: Symbol("no option") });
      } catch (error) {
        expect((error as Error).message).not.toMatch(/options must be among/);
      }
    }
  });
});
