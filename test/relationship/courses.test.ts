import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Classifier,
  type Course,
  running,
  runsBetween,
  staying,
} from "../../src/relationship/courses.ts";
import type { Bounds } from "../../src/relationship/firstMatch.ts";
import { checkedNaming } from "../../src/relationship/labels.ts";
import { DAY } from "../../src/time/epoch.ts";

/** Whether the figure of a course is within bounds, through time. */
function within(bounds: Bounds, figure: Course): Classifier<"within", never, "figure"> {
  return {
    courses: { figure },
    rules: [{ rule: "within", label: "within", when: { figure: bounds } }],
    called: checkedNaming("test", ["within"], undefined),
    names: { figure: {} },
  };
}

function labels(classifier: Classifier<"within", never, "figure">, start: number, end: number): object[] {
  return runsBetween(classifier, start, end).map(({ decision, from }) => [from, decision.label]);
}

it("a fact that others from the same moment on replace never held, whatever it passed there", () => {
  const figure = [staying(0, 1), running(DAY, 0), staying(DAY, 0)];
  expect(labels(within({ atLeast: 1 }, figure), 0, 2 * DAY)).toEqual([
    [0, "within"],
    [DAY, "undetermined"],
  ]);
});

describe("a clock that passes a figure", () => {
  const bound = fc.oneof(
    fc.double({ min: -400, max: 400, noNaN: true }),
    fc.integer({ min: -4_000_000, max: 4_000_000 }).map((n) => n / 10_000),
  );
  const unit = fc.oneof(fc.constantFrom(DAY, -DAY), fc.double({ min: 1000, max: 1e9, noNaN: true }));
  const start = fc.integer({ min: -6e13, max: 2.5e14 });
  const kind = fc.constantFrom("atLeast", "atMost", "above", "below");

  it("changes the label in the very millisecond", () => {
    fc.assert(
      fc.property(bound, unit, start, kind, (figure, length, from, name) => {
        const crossing = Math.round(from + figure * length);
        const [first, last] = [crossing - 5, crossing + 5];
        const classifier = within({ [name]: figure }, [running(first - 1, from, length)]);
        const found = labels(classifier, first, last);
        const each = Array.from({ length: 11 }, (_, i) => labels(classifier, first + i, first + i)[0]);
        const changes = each.filter((now, i) => i === 0 || label(now) !== label(each[i - 1]));
        expect(found).toEqual(changes);
        expect(found).toHaveLength(2);
      }),
    );
  });
});

function label(run: object | undefined): unknown {
  return (run as readonly unknown[])[1];
}
