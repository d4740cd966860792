import { expect, it } from "vitest";
import { segmentChart } from "../../src/charts/index.ts";
import { nps } from "../../src/index.ts";
import { draw } from "./render.ts";

it("keys of several dimensions name each value", async () => {
  const groups = [{ key: { plan: "Pro", since: 2025 }, score: nps([9]) }];
  expect((await draw(segmentChart(groups))).texts).toContain("Pro · 2025 (n = 1)");
});

it("names that occur again are counted up, past those that are taken", async () => {
  const names = ["a", 2, "a (2)", "2", true, "true", "a"];
  const groups = names.map((plan) => ({ key: { plan }, score: nps([9]) }));
  const { texts } = await draw(segmentChart(groups));
  expect(texts.filter((text) => text.endsWith(" (n = 1)"))).toEqual(
    ["a", "2", "a (2)", "2 (2)", "true", "true (2)", "a (3)"].map((name) => `${name} (n = 1)`),
  );
});

it("a key that is none, or has a value that is none, is refused with the way to it", () => {
  const refused = (key: unknown): (() => unknown) => {
    const groups = [{}, key].map((one) => ({ key: one as Record<string, string>, score: nps([9]) }));
    return () => segmentChart(groups);
  };
  const place = { code: "invalid-argument", path: ["groups", 1, "key"] };
  const message = "segmentChart: groups at index 1.key must be an object, got null";
  expect(refused(null)).toThrow(expect.objectContaining({ ...place, message }));
  const values =
    "segmentChart: groups at index 1.key must be of strings, finite numbers, booleans or null, got another value";
  for (const value of [Number.NaN, undefined, {}]) {
    expect(refused({ plan: value })).toThrow(expect.objectContaining({ ...place, message: values }));
  }
});
