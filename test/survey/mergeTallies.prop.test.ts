// Laws of adding tallies up and taking them apart.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTallies, type Scale, subtractTally, type Tally, tally } from "../../src/index.ts";
import { anyScale, shuffled, tallyOfWeighted, tallyOn, weightedRowsOn } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

/** As many tallies on one scale, weighted and not. */
function tallies(count: number): fc.Arbitrary<readonly Tally[]> {
  return anyScale().chain((scale) => fc.array(tallyOn(scale), { minLength: count, maxLength: count }));
}

/** Equal but for rounding, and for weights of 1 that an unweighted tally leaves out. */
function expectSameAnswers(actual: Tally, expected: Tally): void {
  const zero = weightless(actual.scale);
  expectAlike(mergeTallies([actual, zero]), mergeTallies([expected, zero]), 1e-9);
}

/** No answers at all, and yet weighted. */
function weightless(scale: Scale): Tally {
  return tallyOfWeighted([], scale);
}

describe("mergeTallies", () => {
  it("does not depend on the order of two tallies", () => {
    fc.assert(
      fc.property(tallies(2), ([a, b]) => {
        expect(mergeTallies([a, b] as Tally[])).toStrictEqual(mergeTallies([b, a] as Tally[]));
      }),
    );
  });

  it("does not depend on which two of three are merged first, but for rounding", () => {
    fc.assert(
      fc.property(tallies(3), (three) => {
        const [a, b, c] = three as [Tally, Tally, Tally];
        const all = mergeTallies([a, b, c]);
        expectAlike(mergeTallies([mergeTallies([a, b]), c]), all, 1e-12);
        expectAlike(mergeTallies([a, mergeTallies([b, c])]), all, 1e-12);
      }),
    );
  });

  it("with the tally of no answers changes nothing, but for rounding", () => {
    fc.assert(
      fc.property(tallies(1), ([a]) => {
        const one = a as Tally;
        expect(mergeTallies([one])).toStrictEqual(one);
        expectAlike(mergeTallies([one, tally([], one.scale)]), one, 1e-12);
      }),
    );
  });

  it("of weighted rows is the tally of the rows together, but for rounding", () => {
    const parts = anyScale().chain((scale) =>
      fc.tuple(fc.constant(scale), fc.array(weightedRowsOn(scale), { minLength: 1, maxLength: 4 })),
    );
    fc.assert(
      fc.property(parts, ([scale, lists]) => {
        const merged = mergeTallies(lists.map((rows) => tallyOfWeighted(rows, scale)));
        expectAlike(merged, tallyOfWeighted(lists.flat(), scale), 1e-12);
      }),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(tallies(3), (three) => {
        const merged = mergeTallies(deepFreeze(three));
        expectPlainJson(merged);
        expect(mergeTallies(three)).toStrictEqual(merged);
      }),
    );
  });

  it("gives a tally that can be merged again, whatever the weights", () => {
    const weight = fc.oneof(
      fc.constantFrom(0, 1e-100, 1e100),
      fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
    );
    const parts = anyScale().chain((scale) =>
      fc.array(
        weightedRowsOn(scale, weight).map((rows) => tallyOfWeighted(rows, scale)),
        { minLength: 1, maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(parts, (tallies) => {
        const merged = mergeTallies(tallies);
        expect(mergeTallies([merged])).toStrictEqual(merged);
        expectPlainJson(merged);
      }),
    );
  });
});

describe("subtractTally", () => {
  it("undoes a merge, but for rounding", () => {
    fc.assert(
      fc.property(tallies(2), (two) => {
        const [a, b] = two as [Tally, Tally];
        expectSameAnswers(subtractTally(mergeTallies([a, b]), b), a);
        expectSameAnswers(subtractTally(mergeTallies([a, b]), a), b);
      }),
    );
  });

  it("undoes a merge of unweighted tallies exactly", () => {
    const unweighted = tallies(2).map((two) =>
      two.map(({ scale, counts, missing }) => ({ scale, counts, missing })),
    );
    fc.assert(
      fc.property(unweighted, (two) => {
        const [a, b] = two as [Tally, Tally];
        expect(subtractTally(mergeTallies([a, b]), b)).toStrictEqual(a);
      }),
    );
  });

  it("of a tally from itself leaves zeros, and of nothing leaves all", () => {
    fc.assert(
      fc.property(tallies(1), ([a]) => {
        const one = a as Tally;
        const { weights, squaredWeights, ...rest } = subtractTally(one, one);
        expect(rest).toStrictEqual(tally([], one.scale));
        for (const sums of [weights, squaredWeights]) expect(sums ?? rest.counts).toStrictEqual(rest.counts);
        expectAlike(subtractTally(one, tally([], one.scale)), one, 1e-12);
      }),
    );
  });

  it("leaves a tally that can be merged again, whatever the weights were", () => {
    const weight = fc.constantFrom(0, 1e-100, 1e-8, 0.1, 0.2, 0.3, 1 / 3, 1, 1e8, 1e100);
    const split = anyScale().chain((scale) =>
      fc.tuple(fc.constant(scale), weightedRowsOn(scale, weight), weightedRowsOn(scale, weight)),
    );
    fc.assert(
      fc.property(split, ([scale, kept, erased]) => {
        const part = tallyOfWeighted(erased, scale);
        const all = tallyOfWeighted([...kept, ...erased], scale);
        const rest = subtractTally(all, part);
        expect(mergeTallies([rest])).toStrictEqual(rest);
        expectPlainJson(rest);
        expect([rest.counts, rest.missing]).toEqual([
          tallyOfWeighted(kept, scale).counts,
          tallyOfWeighted(kept, scale).missing,
        ]);
      }),
    );
  });

  it("takes answers out part by part, in any order, whatever they weigh", () => {
    const weight = fc.double({ min: 0.5, max: 1, noNaN: true });
    const power = fc.integer({ min: 0, max: 4 });
    const weights = fc.tuple(weight, power).map(([digits, exponent]) => digits * 10 ** exponent);
    const parts = anyScale().chain((scale) =>
      fc
        .array(weightedRowsOn(scale, weights), { minLength: 1, maxLength: 4 })
        .chain((lists) => fc.tuple(fc.constant(scale), shuffled(lists))),
    );
    fc.assert(
      fc.property(parts, ([scale, [lists, others]]) => {
        let rest = tallyOfWeighted(lists.flat(), scale);
        for (const rows of others) rest = subtractTally(rest, tallyOfWeighted(rows, scale));
        expect(rest).toStrictEqual(weightless(scale));
      }),
    );
  });

  it("leaves its input as it is and agrees with itself", () => {
    fc.assert(
      fc.property(tallies(2), (two) => {
        const [a, b] = deepFreeze(two) as [Tally, Tally];
        const all = deepFreeze(mergeTallies([a, b]));
        expect(subtractTally(all, b)).toStrictEqual(subtractTally(all, b));
      }),
    );
  });
});
