// Contract of the metric guides.

import { describe, expect, it } from "vitest";
import { CES_SCALE, CSAT_SCALE, METRICS, metricsFor, NPS_SCALE, type Touchpoint } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

describe("METRICS", () => {
  it("is frozen plain data, and each guide stands under its own name", () => {
    expectPlainJson(METRICS);
    expect(Object.isFrozen(METRICS)).toBe(true);
    for (const [name, guide] of Object.entries(METRICS)) {
      expect(guide.metric).toBe(name);
      expect([guide, guide.touchpoints].every((value) => Object.isFrozen(value))).toBe(true);
      expect(guide.scale === null || Object.isFrozen(guide.scale)).toBe(true);
    }
  });

  it("has a question for each survey and none for what is read from records", () => {
    for (const { source, question, scale, touchpoints, name, rule, when, goodFor } of Object.values(
      METRICS,
    )) {
      expect(source).toBe(question === null ? "records" : "survey");
      expect(question ?? "none").toMatch(/^\w/);
      if (source === "records") expect(scale).toBeNull();
      expect(touchpoints.length).toBeGreaterThan(0);
      expect([name, rule, when, goodFor].every((text) => text.length > 3)).toBe(true);
    }
  });

  it("has the scales that the scorers use", () => {
    expect([METRICS.nps.scale, METRICS.csat.scale, METRICS.ces.scale]).toEqual([
      NPS_SCALE,
      CSAT_SCALE,
      CES_SCALE,
    ]);
  });
});

describe("metricsFor", () => {
  it.each<[Touchpoint, string[]]>([
    ["service-interaction", ["csat", "qualitative-feedback"]],
    [
      "problem-handling",
      ["csat", "ces", "qualitative-feedback", "first-contact-resolution", "average-resolution-time"],
    ],
    ["purchase", ["csat", "expectation-gap", "qualitative-feedback"]],
    ["project-end", ["csat", "expectation-gap", "qualitative-feedback"]],
    [
      "periodic",
      [
        "csat",
        "nps",
        "qualitative-feedback",
        "retention-rate",
        "churn-rate",
        "customer-lifetime-value",
        "customer-acquisition-cost",
      ],
    ],
    ["exit", ["qualitative-feedback"]],
  ])("%s calls for %j", (touchpoint, metrics) => {
    expect(metricsFor(touchpoint).map((guide) => guide.metric)).toEqual(metrics);
  });

  it("refuses a touchpoint that is none", () => {
    expect(() => metricsFor("birthday" as never)).toThrow(
      'metricsFor: touchpoint must be "service-interaction" or "problem-handling" or "purchase" or ' +
        '"project-end" or "periodic" or "exit", got a string',
    );
  });
});
