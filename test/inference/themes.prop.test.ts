// Laws of the themes of comments.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ces, mergeTallies, type Rating, themes } from "../../src/index.ts";
import { matcherOf } from "../../src/inference/termMatcher.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "../survey/alike.ts";

interface Response {
  readonly comment: string | null;
  readonly rating: Rating;
}

const comment = (row: Response) => row.comment;
const rating = (row: Response) => row.rating;

const anyWord = fc.string({ unit: fc.constantFrom("a", "b", "ä", "ß", "退"), minLength: 1, maxLength: 3 });
const anyText = fc
  .array(fc.oneof(anyWord, fc.constantFrom(" ", "\n", ", ", "-", "'", "👍")), { maxLength: 12 })
  .map((parts) => parts.join(""));
const anyTerm = fc
  .tuple(
    fc.constantFrom("", "*"),
    fc.array(anyWord, { minLength: 1, maxLength: 2 }),
    fc.constantFrom("", "*"),
  )
  .map(([start, words, end]) => `${start}${words.join(" ")}${end}`);
const anyCodebook = fc.record({
  one: fc.array(anyTerm, { minLength: 1, maxLength: 4 }),
  two: fc.array(anyTerm, { minLength: 1, maxLength: 4 }),
  three: fc.constant(["退", "*a*"]),
});
const anyResponses = fc.array(
  fc.record({
    comment: fc.option(anyText),
    rating: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  { maxLength: 15 },
);

describe("themes", () => {
  it("put each response with a comment among those who mention or the others, and find it again", () => {
    fc.assert(
      fc.property(anyResponses, anyCodebook, (responses, codebook) => {
        const found = themes(deepFreeze(responses), { codebook, comment, rating });
        expectPlainJson(found);
        expect(found.n + found.withoutComment).toBe(responses.length);
        const matched = new Set<number>();
        for (const { mentions, mentioning, others, responses: places } of found.themes) {
          expect([mentions.numerator, mentions.denominator]).toEqual([places.length, found.n]);
          expect(mergeTallies([mentioning.tally, others.tally])).toEqual(found.score.tally);
          expect(mentioning.n + mentioning.missing).toBe(places.length);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          for (const place of places) matched.add(place);
        }
        expect(matched.size + found.unmatched.length).toBe(found.n);
        for (const place of found.unmatched) expect(matched.has(place)).toBe(false);
      }),
    );
  });

  it("have an impact that is the share of mentions, of those who rate, times the difference", () => {
    fc.assert(
      fc.property(anyResponses, anyCodebook, (responses, codebook) => {
        const found = themes(responses, { codebook, comment, rating });
        for (const { mentioning, comparison, impact, shareOfGap } of found.themes) {
          if (comparison.difference !== null) {
            expectAlike(impact, (mentioning.n / found.score.n) * comparison.difference);
          }
          if (shareOfGap === null) continue;
          expect(shareOfGap).toBeGreaterThanOrEqual(0);
          expect(shareOfGap).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("have shares of the gap of a mean that sum to 1 where each comment mentions one theme", () => {
    const scale = { min: 0, max: 10 };
    const rows = fc.array(
      fc.record({ comment: fc.constantFrom("a", "b", "c"), rating: fc.integer({ min: 0, max: 10 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (responses) => {
        const found = themes(responses, {
          codebook: { a: ["a"], b: ["b"], c: ["c"] },
          comment,
          rating,
          metric: (answers) => ces(answers, { scale }),
        });
        const shares = found.themes.map(({ shareOfGap }) => shareOfGap);
        if (shares[0] == null) expect(shares).toEqual([null, null, null]);
        else
          expectAlike(
            shares.reduce<number>((sum, share) => sum + (share as number), 0),
            1,
          );
      }),
    );
  });

  it("find the same whatever the case, the normal form, and the white space between words", () => {
    fc.assert(
      fc.property(anyText, anyCodebook, (text, codebook) => {
        const mentionsOf = (written: string): unknown =>
          themes([{ comment: `${written}.`, rating: 5 }], { codebook, comment, rating }).themes.map(
            ({ theme, mentions }) => [theme, mentions.numerator],
          );
        const expected = mentionsOf(text);
        expect(mentionsOf(text.toUpperCase())).toEqual(expected);
        expect(mentionsOf(text.normalize("NFD"))).toEqual(expected);
        expect(mentionsOf(text.replace(/ /g, " \r\n\t"))).toEqual(expected);
        expect(mentionsOf(`"${text}"`)).toEqual(expected);
      }),
    );
  });

  it("find every pattern that a text includes, and no other", () => {
    const anyPattern = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(anyPattern, { maxLength: 12 }), text, (patterns, searched) => {
        const expected = patterns.flatMap((pattern, i) => (searched.includes(pattern) ? [i] : []));
        expect([...matcherOf(patterns)(searched)].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
