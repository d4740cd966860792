// Contract of the sentence about a comparison.

import { describe, expect, it } from "vitest";
import {
  type ComparableScore,
  compare,
  compareAll,
  comparePaired,
  compareToBenchmark,
  csat,
  type DescribableComparison,
  describeComparison,
  nps,
} from "../../src/index.ts";
import { cesOf, csatOf, npsOf } from "./samples.ts";

const comparison = (changes: Partial<DescribableComparison>): DescribableComparison => ({
  metric: "nps",
  difference: 12,
  interval: { low: 3, high: 21, level: 0.95, method: "adjusted-wald" },
  pValue: 0.0104,
  level: 0.95,
  ...changes,
});

const within = { low: -3, high: 27, level: 0.95, method: "adjusted-wald" };

describe("describeComparison", () => {
  it("says what rose, by how much, how surely, and how rare it would be by chance", () => {
    expect(describeComparison(comparison({}))).toBe(
      "NPS rose by 12 points (95 % interval 3 to 21); a difference like this would be rare if nothing had changed (p = 0.01).",
    );
    expect(
      describeComparison(comparison({ difference: -1, interval: { ...within, low: -2, high: -0.25 } })),
    ).toBe(
      "NPS fell by 1 point (95 % interval −2 to −0.3); a difference like this would be rare if nothing had changed (p = 0.01).",
    );
  });

  it("says that chance alone produces as much, and never that nothing has changed", () => {
    expect(describeComparison(comparison({ interval: within, pValue: 0.118 }))).toBe(
      "NPS rose by 12 points (95 % interval −3 to 27); a difference like this is within what chance alone produces (p = 0.12).",
    );
    expect(describeComparison(comparison({ interval: within, difference: 0, pValue: 1 }))).toBe(
      "NPS came out the same (95 % interval −3 to 27); a difference like this is within what chance alone produces (p = 1).",
    );
  });

  it("says it in Indonesian, with a decimal comma", () => {
    const language = "id";
    expect(describeComparison(comparison({ difference: 12.5 }), { language })).toBe(
      "NPS naik 12,5 poin (interval kepercayaan 95 %: 3 sampai 21); selisih seperti ini jarang terjadi jika sebenarnya tidak ada yang berubah (p = 0,01).",
    );
    expect(
      describeComparison(comparison({ difference: -2, interval: within, pValue: 0.3 }), { language }),
    ).toBe(
      "NPS turun 2 poin (interval kepercayaan 95 %: −3 sampai 27); selisih seperti ini masih dalam batas yang dapat timbul karena kebetulan (p = 0,3).",
    );
    expect(
      describeComparison(comparison({ difference: 0, interval: within, pValue: 1 }), { language }),
    ).toContain("NPS tercatat sama");
    expect(describeComparison(comparison({ level: 0.975 }), { language })).toContain(
      "interval kepercayaan 97,5 %",
    );
    expect(describeComparison({ ...comparison({}), adjustedPValue: 0.02 }, { language })).toContain(
      "(p = 0,02, disesuaikan dengan jumlah perbandingan)",
    );
    expect(describeComparison(comparison({ interval: within }), { language })).toContain("tidak sejalan");
    expect(describeComparison(comparison({ pValue: null }), { language })).toContain("tidak dapat diuji");
    expect(describeComparison(comparison({ difference: null }), { language })).toBe(
      "NPS tidak dapat dibandingkan: salah satu atau kedua sisi tidak memiliki jawaban.",
    );
    expect(describeComparison(comparison({ difference: 0.01 }), { language })).toContain(
      "naik kurang dari 0,1 poin",
    );
    const effort = compare(cesOf([1, 2, 3, 4, 3, 2, 1]), cesOf([0, 1, 2, 3, 4, 4, 4]));
    expect(describeComparison(effort, { language })).toContain("poin pada skalanya");
  });

  it("says that interval and test disagree where they do", () => {
    const borderline = "interval and test disagree on whether chance alone produces a difference like this";
    expect(describeComparison(comparison({ interval: within, pValue: 0.04 }))).toContain(borderline);
    expect(describeComparison(comparison({ pValue: 0.06 }))).toContain(`${borderline} (p = 0.06)`);
    for (const touching of [{ low: 0 }, { high: 0 }]) {
      const interval = { ...within, ...touching };
      expect(describeComparison(comparison({ interval, pValue: 0.04 }))).toContain(borderline);
    }
    const half = comparison({ interval: within, pValue: 0.5, level: 0.5 });
    expect(describeComparison(half)).toContain("within what chance alone produces");
    // Adjusted p-values go further than the intervals, which are not adjusted.
    expect(describeComparison(comparison({ pValue: 0.01, adjustedPValue: 0.06 }))).toContain(
      "chance alone produces (",
    );
  });

  it("holds the adjusted p-value against the level, and says that it is adjusted", () => {
    const groups = [
      { key: { plan: "Basic" }, score: csatOf(60, 100) },
      { key: { plan: "Pro" }, score: csatOf(74, 100) },
      { key: { plan: "Free" }, score: csatOf(62, 100) },
    ];
    const [, , proAndFree] = compareAll(groups);
    const [, proAndBasic] = compareAll(groups);
    expect(describeComparison(proAndBasic ?? expect.fail())).toMatch(
      /^CSAT is 14 points higher .*chance alone produces \(p = 0\.11, adjusted for the number of comparisons\)\.$/,
    );
    expect(describeComparison(proAndFree ?? expect.fail())).toContain("CSAT is 12 points higher");
    const [lower] = compareAll(groups, { against: { plan: "Pro" }, adjust: "none" });
    expect(describeComparison(lower ?? expect.fail())).toMatch(
      /^CSAT is 14 points lower .*rare if both were the same underneath \(p = 0\.036\)\.$/,
    );
    expect(describeComparison(lower ?? expect.fail(), { language: "id" })).toMatch(
      /^CSAT lebih rendah 14 poin .*keduanya sama \(p = 0,036\)\.$/,
    );
    const [same] = compareAll([groups[0], { key: { plan: "Pro" }, score: csatOf(60, 100) }] as typeof groups);
    expect(describeComparison(same ?? expect.fail())).toContain("CSAT came out equal in both");
    expect(describeComparison(same ?? expect.fail(), { language: "id" })).toContain(
      "CSAT keduanya sama besar",
    );
    const [, , higher] = compareAll(groups, { against: "each-other" });
    expect(describeComparison(higher ?? expect.fail(), { language: "id" })).toContain(
      "CSAT lebih tinggi 12 poin",
    );
  });

  it("speaks of groups or of a change as it is told, whatever made the comparison", () => {
    const [before, after] = [csatOf(60, 100), csatOf(74, 100)];
    const told = (of: "change" | "groups", language: "en" | "id"): string =>
      describeComparison(compare(before, after), { of, language });
    expect(told("groups", "en")).toMatch(/^CSAT is 14 points higher .* if both were the same underneath/);
    expect(told("groups", "id")).toMatch(/^CSAT lebih tinggi 14 poin .* sebenarnya keduanya sama/);
    expect(told("change", "en")).toMatch(/^CSAT rose by 14 points .* if nothing had changed/);
    const keyed = [before, after].map((score, i) => ({ key: { month: i }, score }));
    const [of] = compareAll(keyed, { adjust: "none" });
    expect(describeComparison(of ?? expect.fail(), { of: "change" })).toMatch(
      /^CSAT (rose|fell) by 14 points/,
    );
  });

  it("holds a score against its benchmark, with the interval of how far it is from it", () => {
    const met = compareToBenchmark(csatOf(18, 20), 70);
    expect(describeComparison(met)).toBe(
      "CSAT is 20 points above the benchmark of 70 (95 % interval −0.1 to 27.2); a difference like this is within what chance alone produces (p = 0.051).",
    );
    const missed = compareToBenchmark(csatOf(18, 20), 100);
    expect(describeComparison(missed)).toMatch(
      /^CSAT is 10 points below the benchmark of 100 .*would be rare if the benchmark were the true score/,
    );
    expect(describeComparison(missed, { language: "id" })).toMatch(
      /^CSAT 10 poin di bawah patokan 100 .*jika sebenarnya skornya sama dengan patokan itu/,
    );
    expect(describeComparison(met, { language: "id" })).toMatch(/^CSAT 20 poin di atas patokan 70 /);
    const hit = compareToBenchmark(csatOf(18, 20), 90);
    expect(describeComparison(hit)).toMatch(/^CSAT came out at the benchmark of 90 \(/);
    expect(describeComparison(hit, { language: "id" })).toMatch(/^CSAT tercatat sama dengan patokan 90 \(/);
    expect(() => describeComparison(met, { of: "change" })).toThrow(
      expect.objectContaining({
        message: "describeComparison: of must be left out where there is a benchmark, got a string",
        code: "invalid-argument",
        path: ["of"],
      }),
    );
    expect(() => describeComparison({ ...met, benchmark: "70" as never })).toThrow(
      "describeComparison: comparison.benchmark must be a finite number or missing, got a string",
    );
  });

  it("says that answers are lacking where they are", () => {
    expect(describeComparison(compare(nps([]), npsOf([1, 1, 1])))).toBe(
      "NPS cannot be compared: there are no answers on one side or both.",
    );
    expect(describeComparison(compare(cesOf([0, 0, 0, 1, 0, 0, 0]), cesOf([0, 0, 0, 0, 0, 1, 0])))).toBe(
      "CES rose by 2 points of its scale; these answers allow no test.",
    );
    expect(describeComparison(comparison({ interval: null }))).toContain("12 points; a difference");
  });

  it("rounds halves away from zero, and does not round a difference away", () => {
    expect(describeComparison(comparison({ difference: 12.25 }))).toContain("rose by 12.3 points");
    expect(describeComparison(comparison({ difference: 12.25 }), { decimals: 0 })).toContain(
      "rose by 12 points",
    );
    expect(describeComparison(comparison({ difference: -0.04 }))).toContain("fell by less than 0.1 points");
    expect(describeComparison(comparison({ difference: 0.4 }), { decimals: 0 })).toContain(
      "less than 1 point (",
    );
    expect(describeComparison(comparison({ level: 0.999 }))).toContain("99.9 % interval");
    expect(describeComparison(comparison({ pValue: 1e-9 }))).toContain("(p < 0.001)");
    expect(describeComparison(comparison({ pValue: 0.001 }))).toContain("(p = 0.001)");
  });

  it("shows two decimals of CES, whose scale is short, and as many as asked for, up to 15", () => {
    const effort = comparison({
      metric: "ces",
      difference: 0.256,
      interval: { ...within, low: -0.123, high: 0.635 },
    });
    expect(describeComparison(effort)).toContain(
      "rose by 0.26 points of its scale (95 % interval −0.12 to 0.64)",
    );
    expect(describeComparison(effort, { decimals: 0 })).toContain("less than 1 point of its scale");
    const third = comparison({ difference: 1 / 3 });
    expect(describeComparison(third, { decimals: 15 })).toContain("by 0.333333333333333 points");
  });

  it("describes pairs too", () => {
    const pairs = Array.from({ length: 30 }, () => [2, 5] as const);
    expect(describeComparison(comparePaired<ComparableScore>([...pairs, [5, 5]], { metric: csat }))).toMatch(
      /^CSAT rose by 96\.8 points .*rare if nothing had changed \(p < 0\.001\)\.$/,
    );
  });

  it("refuses what is no comparison, and unknown options", () => {
    expect(() => describeComparison(null as never)).toThrow(
      "describeComparison: comparison must be an object",
    );
    expect(() => describeComparison({} as never)).toThrow("describeComparison: metric must be");
    expect(() => describeComparison(comparison({ difference: "12" as never }))).toThrow(
      "describeComparison: comparison.difference must be a finite number or null, got a string",
    );
    expect(() => describeComparison(comparison({ interval: 5 as never }))).toThrow(
      "interval must be an object",
    );
    expect(() => describeComparison(comparison({ interval: 5 as never }))).toThrow(
      expect.objectContaining({ path: ["comparison", "interval"] }),
    );
    expect(() => describeComparison(comparison({}), { of: "waves" as never })).toThrow(
      expect.objectContaining({
        message: 'describeComparison: of must be "change" or "groups", got a string',
        path: ["of"],
      }),
    );
    expect(() => describeComparison(comparison({ interval: {} as never }))).toThrow(
      "comparison.interval.low must be a finite number, got undefined",
    );
    expect(() => describeComparison(comparison({ interval: { low: 1, high: null } as never }))).toThrow(
      "comparison.interval.high must be a finite number, got null",
    );
    expect(() => describeComparison(comparison({ pValue: Number.NaN }))).toThrow(
      "comparison.pValue must be a finite number or null, got NaN",
    );
    expect(() => describeComparison(comparison({ pValue: undefined as never }))).toThrow("comparison.pValue");
    expect(() => describeComparison(comparison({ adjustedPValue: "0.01" as never }))).toThrow(
      "comparison.adjustedPValue must be a finite number or null, got a string",
    );
    expect(() => describeComparison(comparison({ level: 95 }))).toThrow("level must be");
    expect(() => describeComparison(comparison({}), { language: "fr" as never })).toThrow("language must be");
    for (const decimals of [-1, 16, 1.5, "1" as never]) {
      expect(() => describeComparison(comparison({}), { decimals })).toThrow(
        "describeComparison: decimals must be an integer from 0 to 15",
      );
    }
  });
});
