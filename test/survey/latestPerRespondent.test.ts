// Contract of the duplicate policy.

import { describe, expect, it } from "vitest";
import { CxMetricsError, latestPerRespondent } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const day = (n: number): string => new Date(Date.UTC(2026, 2, n)).toISOString();
const answer = (respondentId: string | number | null, n: number, id = "") => ({
  respondentId,
  at: day(n),
  id,
});

describe("latestPerRespondent", () => {
  it("keeps each respondent's latest response, in the order given, and counts the others", () => {
    const rows = deepFreeze([answer("a", 3), answer("b", 1), answer("a", 9), answer("a", 5), answer("c", 2)]);
    const latest = latestPerRespondent(rows);
    expect(latest).toStrictEqual({
      responses: [rows[1], rows[2], rows[4]],
      duplicates: 2,
      afterAsOf: 0,
      withoutRespondent: 0,
      withoutTime: 0,
      asOf: null,
      withinDays: null,
    });
    expect(latest.responses[1]).toBe(rows[2]);
    expectPlainJson(latest);
  });

  it("compares moments, not texts, and keeps the one given later of two at the same moment", () => {
    const rows = [
      { respondentId: 1, at: "2026-03-02T03:00:00Z" },
      { respondentId: 1, at: "2026-03-02T09:00:00+07:00" },
      { respondentId: 2, at: Date.UTC(2026, 2, 2) },
      { respondentId: 2, at: new Date(Date.UTC(2026, 2, 2)) },
    ];
    expect(latestPerRespondent(rows).responses).toStrictEqual([rows[0], rows[3]]);
  });

  it("takes 1 and '1' for two people, and 0 and −0 for one", () => {
    expect(latestPerRespondent([answer(1, 1), answer("1", 2)]).duplicates).toBe(0);
    expect(latestPerRespondent([answer(0, 1), answer(-0, 2)]).duplicates).toBe(1);
  });

  it("treats __proto__ and other odd names as ordinary ones", () => {
    const rows = ["__proto__", "constructor", "__proto__"].map((name, i) => answer(name, i + 1));
    expect(latestPerRespondent(rows).responses).toStrictEqual(rows.slice(1));
  });

  it.each([
    ["null", null],
    ["undefined", undefined],
    ["empty", ""],
    ["blank", " \t"],
  ])("keeps and counts every response whose respondent is %s", (_, respondentId) => {
    const rows = [1, 2, 2].map((n) => ({ respondentId, at: day(n) }));
    expect(latestPerRespondent(rows)).toMatchObject({
      responses: rows,
      duplicates: 0,
      withoutRespondent: 3,
    });
  });

  it("keeps and counts responses without a time, with or without a respondent, before and after asOf", () => {
    const rows = [{ respondentId: "a" }, answer("a", 2), { respondentId: "a", at: null }, {}];
    expect(latestPerRespondent(rows, { asOf: day(3) })).toMatchObject({
      responses: rows,
      duplicates: 0,
      withoutRespondent: 1,
      withoutTime: 3,
    });
  });

  it("ignores and counts what came after asOf, so that an earlier response stands", () => {
    const rows = [answer("a", 2), answer("a", 5), answer(null, 5), answer("b", 4)];
    expect(latestPerRespondent(rows, { asOf: day(4) })).toStrictEqual({
      responses: [rows[0], rows[3]],
      duplicates: 0,
      afterAsOf: 2,
      withoutRespondent: 0,
      withoutTime: 0,
      asOf: "2026-03-04T00:00:00.000Z",
      withinDays: null,
    });
  });

  it("with withinDays keeps a response that lies further back than that from the one kept after it", () => {
    const rows = [1, 8, 14, 20].map((n) => answer("a", n));
    // 14 lies 6 days before 20, and 8 lies 12 before it: kept. 1 lies 7 before 8.
    expect(latestPerRespondent(rows, { withinDays: 7 })).toMatchObject({
      responses: [rows[1], rows[3]],
      duplicates: 2,
      withinDays: 7,
    });
    expect(latestPerRespondent(rows, { withinDays: 6 }).responses).toStrictEqual([rows[0], rows[1], rows[3]]);
  });

  it("with withinDays 0 drops only what came at the same moment", () => {
    const rows = [answer("a", 1), answer("a", 1), answer("a", 2)];
    const latest = latestPerRespondent(rows, { withinDays: -0 });
    expect(latest.responses).toStrictEqual([rows[1], rows[2]]);
    expectPlainJson(latest);
  });

  it("knows days of 24 hours, and fractions of them to the millisecond", () => {
    const rows = [0, 0.1].map((days) => ({ respondentId: "a", at: days * 86_400_000 }));
    expect(latestPerRespondent(rows, { withinDays: 0.1 }).duplicates).toBe(1);
    expect(latestPerRespondent(rows, { withinDays: 0.0999 }).duplicates).toBe(0);
  });

  it("does not let an answer to one question replace an answer to another", () => {
    const rows = [
      { ...answer("a", 1), metric: "nps" },
      { ...answer("a", 2), metric: "csat" },
      { ...answer("a", 3), metric: "nps" },
      { ...answer("a", 4), metric: null },
      answer("a", 5),
    ];
    expect(latestPerRespondent(rows).responses).toStrictEqual([rows[1], rows[2], rows[4]]);
  });

  it("of no responses is none", () => {
    expect(latestPerRespondent([])).toMatchObject({ responses: [], duplicates: 0 });
  });

  it("refuses what it cannot read, and says where", () => {
    const refused = (rows: unknown, message: string, code: string, path: unknown[]): void => {
      expect(() => latestPerRespondent(rows as never)).toThrow(
        expect.objectContaining({ message: `latestPerRespondent: ${message}`, code, path }),
      );
    };
    const id = "respondentId must be a string, a finite number or missing, got";
    refused([{}, { respondentId: true }], `responses at index 1.${id} true`, "invalid-argument", [
      "responses",
      1,
      "respondentId",
    ]);
    refused([{ respondentId: Number.NaN }], `responses at index 0.${id} NaN`, "invalid-argument", [
      "responses",
      0,
      "respondentId",
    ]);
    refused([null], "responses at index 0 must be an object, got null", "invalid-argument", ["responses", 0]);
    refused(["a"], "responses at index 0 must be an object, got a string", "invalid-argument", [
      "responses",
      0,
    ]);
    refused(
      [{}, { at: "yesterday" }],
      "responses at index 1.at must be a valid Date, epoch milliseconds, or ISO 8601 with an offset " +
        "(2026-03-09T10:30:00Z), got a string",
      "invalid-instant",
      ["responses", 1, "at"],
    );
    expect(() => latestPerRespondent([], { asOf: "2026-03-09" })).toThrow(
      /^latestPerRespondent: asOf must be/,
    );
    expect(() => latestPerRespondent("rows" as never)).toThrow(CxMetricsError);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "7", null])("refuses withinDays %s", (withinDays) => {
    expect(() => latestPerRespondent([], { withinDays: withinDays as never })).toThrow(
      /^latestPerRespondent: withinDays must be a finite number from 0 up, got /,
    );
  });

  it("refuses an option that it does not know", () => {
    expect(() => latestPerRespondent([], { days: 7 } as never)).toThrow(
      'latestPerRespondent: options must be among asOf, withinDays, got "days"',
    );
  });
});
