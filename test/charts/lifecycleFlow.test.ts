import { describe, expect, it } from "vitest";
import { type ChartSpec, lifecycleFlow } from "../../src/charts/index.ts";
import type { LifecycleTransitions } from "../../src/index.ts";
import * as results from "./results.ts";

/** A chart of so many customers from one stage to another. */
const flowOf = (...moves: readonly (readonly [from: string, to: string, count: number])[]): ChartSpec => {
  const transitions = moves.map(([from, to, count]) => ({ from, to, count }));
  return lifecycleFlow({ ...results.TRANSITIONS, transitions } as LifecycleTransitions);
};

interface Views {
  readonly layer: readonly {
    readonly data: {
      readonly values: readonly {
        readonly text: string;
        readonly quality?: string;
        readonly bottom?: number;
      }[];
    };
    readonly encoding: {
      readonly y: { readonly scale: { readonly domain: readonly number[] } };
      readonly tooltip?: unknown;
    };
  }[];
}
const layersOf = (spec: ChartSpec): Views["layer"] => (spec as unknown as Views).layer;

describe("bands between stages", () => {
  it("tell from where to where how many went", () => {
    const [bands] = layersOf(flowOf(["onboarding", "retention", 1200], ["churned", "churned", 3]));
    expect(new Set(bands?.data.values.map(({ text }) => text))).toEqual(
      new Set(["Onboarding → Retention: 1,200", "Churned → Churned: 3"]),
    );
    expect(bands?.encoding.tooltip).toEqual([
      { field: "text", type: "nominal", title: "Moves between lifecycle stages" },
    ]);
  });

  it("end on the plot, whichever column has more stages", () => {
    const spread = ["churned", "at-risk", "retention"] as const;
    for (const spec of [
      flowOf(...spread.map((to) => ["retention", to, 1] as const)),
      flowOf(...spread.map((from) => [from, "retention", 1] as const)),
    ]) {
      const [, stages] = layersOf(spec);
      const lowest = Math.max(...(stages?.data.values ?? []).map(({ bottom = 0 }) => bottom));
      expect(lowest).toBeCloseTo(1.06, 12);
      expect(stages?.encoding.y.scale.domain[0]).toBe(lowest);
    }
  });

  it("down to at risk are as bad as those down to churned, and up from there as good as any", () => {
    const qualityOf = (from: string, to: string): unknown =>
      layersOf(flowOf([from, to, 1]))[0]?.data.values[0]?.quality;
    expect([qualityOf("acquisition", "at-risk"), qualityOf("at-risk", "churned")]).toEqual(["bad", "bad"]);
    expect([qualityOf("at-risk", "acquisition"), qualityOf("churned", "at-risk")]).toEqual(["good", "good"]);
    expect(qualityOf("at-risk", "at-risk")).toBe("neutral");
  });

  it("are counted: the finding names the thickest that changes stage", () => {
    const moves = [
      ["retention", "retention", 9],
      ["retention", "churned", 2],
      ["acquisition", "churned", 3],
    ] as const;
    expect(flowOf(...moves).description).toBe(
      "14 customers, of whom 5 changed stage; most moved from Acquisition to Churned (3).",
    );
  });

  it("that are as thick as each other: the finding names the highest", () => {
    expect(flowOf(["at-risk", "churned", 2], ["onboarding", "retention", 2]).description).toBe(
      "4 customers, of whom 4 changed stage; most moved from Onboarding to Retention (2).",
    );
  });
});

const move = { from: "onboarding", to: "retention", count: 1 };
it.each<readonly [string, string, unknown]>([
  ["invalid-argument", "lifecycleFlow: result must be an object, got a string", "moves"],
  ["invalid-argument", "lifecycleFlow: transitions must be an array or another iterable, got undefined", {}],
  [
    "invalid-argument",
    "lifecycleFlow: transitions at index 1 must be an object, got null",
    { transitions: [move, null] },
  ],
  [
    "invalid-argument",
    'lifecycleFlow: transitions at index 0.from must be "advocacy" or "retention" or "onboarding" or "acquisition" or "at-risk" or "churned" or "undetermined", got a string',
    { transitions: [{ ...move, from: "elsewhere" }] },
  ],
  [
    "invalid-argument",
    'lifecycleFlow: transitions at index 1.to must be "advocacy" or "retention" or "onboarding" or "acquisition" or "at-risk" or "churned" or "undetermined", got undefined',
    { transitions: [move, { ...move, to: undefined }] },
  ],
  [
    "invalid-count",
    "lifecycleFlow: transitions at index 0.count must be a whole number from 0 up, got 0.5",
    { transitions: [{ ...move, count: 0.5 }] },
  ],
])("refuses no moves as %s: %s", (code, message, wrong) => {
  expect(() => lifecycleFlow(wrong as LifecycleTransitions)).toThrow(
    expect.objectContaining({ name: "CxMetricsError", code, message }),
  );
});
