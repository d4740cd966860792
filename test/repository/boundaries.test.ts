import { describe, expect, it } from "vitest";
import { NPS_SCALE, nps, parseRows, ratingFromLabel, scoreBy, tallyRows } from "../../src/index.ts";
import { npsResponse } from "../../src/schemas/index.ts";

/** Rows made one by one, so that the test holds none of them. */
function* rows<Row>(count: number, row: (i: number) => Row): Generator<Row> {
  for (let i = 0; i < count; i++) yield row(i);
}

describe("large input", () => {
  it("of three million answers in an array, each rating as often as the others, is scored", () => {
    const { score, n } = nps(Array.from({ length: 3_000_008 }, (_, i) => i % 11));
    expect(n).toBe(3_000_008);
    expect(score).toBe(-500 / 11);
  });

  it("of a million rows is grouped and weighted without being held", () => {
    const fold = { rating: (row: { rating: number }) => row.rating, weight: () => 0.5 };
    const { counts } = tallyRows(
      rows(1_000_000, (i) => ({ rating: i % 11 })),
      { scale: NPS_SCALE, ...fold },
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
    const groups = scoreBy(
      rows(1_000_000, (i) => ({ rating: i % 11, day: i % 365 })),
      { metric: nps, rating: (row) => row.rating, by: { day: (row) => row.day } },
    );
    expect(groups.map(({ key }) => key.day)).toEqual(Array.from({ length: 365 }, (_, day) => day));
  });

  it("of half a million bad rows is counted in full and kept in part", () => {
    const bad = rows(500_000, (i) => ({ metric: "nps", rating: 11 + (i % 5) }));
    const { rows: good, rejected, issueCount, issues } = parseRows(npsResponse, bad);
    expect({ good: good.length, rejected, issueCount, kept: issues.length }).toEqual({
      good: 0,
      rejected: 500_000,
      issueCount: 500_000,
      kept: 1000,
    });
  });

  it("of a label of two hundred thousand spaces is read or refused", () => {
    const spaces = " ".repeat(200_000);
    expect(ratingFromLabel(spaces, NPS_SCALE)).toBeNull();
    expect(ratingFromLabel(`9${spaces}- likely`, NPS_SCALE)).toBe("unreadable");
    expect(ratingFromLabel(`${spaces}9`, NPS_SCALE)).toBe(9);
  });
});
