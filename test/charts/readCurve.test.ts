import { describe, expect, it } from "vitest";
import { type Curve, drawnSteps, type Step } from "../../src/charts/readCurve.ts";

const step = (time: number, survival: number, low: number | null, high: number | null): Step => ({
  time,
  atRisk: 10 - time,
  survival,
  low,
  high,
});

/** When the steps of a curve are drawn. */
const drawnAt = (...steps: readonly Step[]): readonly number[] => {
  const curve: Curve = { name: "All", n: 10, events: 4, level: 0.95, steps, median: null };
  return drawnSteps(curve).map(({ time }) => time);
};

describe("the steps of a curve that are drawn", () => {
  it("are those at which it falls, and the last", () => {
    const steps = [
      step(1, 1, null, null),
      step(2, 0.9, null, null),
      step(3, 0.9, null, null),
      step(4, 0.9, null, null),
    ];
    expect(drawnAt(...steps)).toEqual([2, 4]);
  });

  it("are those at which either limit of its band changes, too", () => {
    const steps = [
      step(1, 0.9, 0.7, 1),
      step(2, 0.9, 0.6, 1),
      step(3, 0.9, 0.6, 0.95),
      step(4, 0.9, 0.6, 0.95),
      step(5, 0.9, null, 0.95),
      step(6, 0.9, null, null),
      step(7, 0.9, null, null),
      step(8, 0.9, null, null),
    ];
    expect(drawnAt(...steps)).toEqual([1, 2, 3, 5, 6, 8]);
    expect(drawnAt(step(1, 1, 0.9, null), step(2, 1, 0.9, 1), step(3, 1, 0.9, 1))).toEqual([1, 2, 3]);
    expect(drawnAt(step(1, 1, null, 1), step(2, 1, null, 1), step(3, 1, null, 1))).toEqual([1, 3]);
  });

  it("are none of a curve without steps", () => {
    expect(drawnAt()).toEqual([]);
  });
});
