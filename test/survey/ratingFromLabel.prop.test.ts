// Laws of reading ratings out of labels.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratingFromLabel, type Scale, tally } from "../../src/index.ts";
import { anyScale, ratingOn } from "../support/arbitraries.ts";

/** Text that looks like a label more often than chance would have it. */
const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "9",
        "10",
        "-1",
        ".0",
        "/",
        " of ",
        " out of ",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        ":",
        "=",
        ".",
        ",",
      ),
      fc.constantFrom(" ", "\u00a0", "\t", "likely", "N/A", "null", "−", "e", "é", "٩", "“", "”", "\u0000"),
      fc.integer({ min: -30, max: 1100 }).map(String),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fragments,
);

/** A scale with a rating on it. */
const rated = anyScale().chain((scale) => fc.record({ scale: fc.constant(scale), rating: ratingOn(scale) }));

/** Every way of writing a rating that is understood. */
function spellings(rating: number, { max }: Scale): string[] {
  const end = max >= 0 ? [`${rating}/${max}`, `${rating} out of ${max}`, `${rating} Of ${max} - label`] : [];
  return [
    `${rating}`,
    `${rating}.0`,
    `${rating}`.replace("-", "−"),
    `[${rating}]`,
    `( ${rating} )`,
    `[${rating}] label`,
    `(${rating}) – label`,
    `${rating} - label`,
    `${rating} – Étiquette`,
    `${rating}: label`,
    `${rating}. label`,
    `${rating} (label)`,
    ...end,
  ];
}

describe("ratingFromLabel", () => {
  it("makes of any text a rating on the scale, null or unreadable, and throws at none", () => {
    fc.assert(
      fc.property(anyScale(), anyText, (scale, text) => {
        const rating = ratingFromLabel(text, scale);
        if (rating === "unreadable") return;
        expect(Object.is(rating, -0)).toBe(false);
        expect(() => tally([rating], scale)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("reads every rating of every scale back, however it is written", () => {
    fc.assert(
      fc.property(rated, ({ scale, rating }) => {
        for (const text of spellings(rating, scale)) expect(ratingFromLabel(text, scale), text).toBe(rating);
      }),
    );
  });

  it("reads no rating that is not on the scale", () => {
    fc.assert(
      fc.property(anyScale(), fc.integer({ min: -9999, max: 9999 }), (scale, number) => {
        fc.pre(number < scale.min || number > scale.max);
        for (const text of spellings(number, scale))
          expect(ratingFromLabel(text, scale), text).toBe("unreadable");
      }),
    );
  });

  it("does not look at white space around the text, nor at letter case", () => {
    const space = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\u00a0", "\u2003"), maxLength: 5 });
    fc.assert(
      fc.property(anyScale(), anyText, space, space, (scale, text, before, after) => {
        expect(ratingFromLabel(before + text + after, scale)).toBe(ratingFromLabel(text, scale));
      }),
    );
    fc.assert(
      fc.property(anyScale(), fragments, (scale, text) => {
        expect(ratingFromLabel(text.toUpperCase(), scale)).toBe(ratingFromLabel(text.toLowerCase(), scale));
      }),
    );
  });

  it("agrees with itself", () => {
    fc.assert(
      fc.property(anyScale(), anyText, (scale, text) => {
        expect(ratingFromLabel(text, Object.freeze(scale))).toBe(ratingFromLabel(text, scale));
      }),
    );
  });

  it("answers for long text of any kind", () => {
    fc.assert(
      fc.property(anyScale(), anyText, (scale, text) => {
        const long = text.repeat(Math.ceil(200_000 / Math.max(1, text.length)));
        expect([null, "unreadable"]).toContain(ratingFromLabel(long, scale));
      }),
    );
  });
});
