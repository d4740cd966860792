// Contract of reading ratings out of labels.

import { describe, expect, it } from "vitest";
import {
  CES_SCALE,
  CSAT_SCALE,
  CxMetricsError,
  NPS_SCALE,
  ratingFromLabel,
  type Scale,
} from "../../src/index.ts";

describe("ratingFromLabel", () => {
  it.each([
    ["9", 9],
    ["0", 0],
    ["10", 10],
    [" 9 ", 9],
    ["\t9\r\n", 9],
    ["\u00a09\u00a0", 9],
    ["\ufeff9", 9],
    ["09", 9],
    ["9.0", 9],
    ["10.00", 10],
    ["-0", 0],
    ["−0", 0],
    ["-0.0", 0],
  ])("reads a number alone: %j is %i", (text, rating) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBe(rating);
  });

  it.each([
    ["[9]", 9],
    ["(9)", 9],
    ["[ 9 ]", 9],
    ["( 9.0 )", 9],
    ["[10] Extremely likely", 10],
    ["(10) Extremely likely", 10],
    ["[0]: not at all", 0],
    ["[0]not at all", 0],
    ["(0) - not at all", 0],
    ["(0) “not at all”", 0],
  ])("reads a number in brackets: %j is %i", (text, rating) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBe(rating);
  });

  it.each([
    ["9/10", 9],
    ["9 / 10", 9],
    ["9.0/10", 9],
    ["9 out of 10", 9],
    ["9 OUT OF 10", 9],
    ["9 out  of 10", 9],
    ["9 of 10", 9],
    ["[9]/10", 9],
    ["(9) of 10", 9],
    ["10/10 - Great!", 10],
    ["10 out of 10 (great)", 10],
  ])("reads a number with the scale's end: %j is %i", (text, rating) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBe(rating);
  });

  it.each([
    ["10 - Extremely likely", 10],
    ["10-Extremely likely", 10],
    ["0 – Not at all likely", 0],
    ["0 — Not at all likely", 0],
    ["0: Not at all likely", 0],
    ["0 : Not at all likely", 0],
    ["0 = Not at all likely", 0],
    ["0=Not at all likely", 0],
    ["0. Not at all likely", 0],
    ["0) Not at all likely", 0],
    ["0 (not at all likely)", 0],
    ["0 [not at all likely]", 0],
    ["0(not at all likely)", 0],
    ['0 - "not at all likely"', 0],
    ["0 – «pas du tout»", 0],
    ["0 - ¡nada!", 0],
    ["10 – Äußerst wahrscheinlich", 10],
    ["10 - 非常に", 10],
    ["10 - Sangat mungkin", 10],
    ["9 - better than 8 of 10", 9],
    ["10 - Очень", 10],
  ])("reads a number with a label that is set off: %j is %i", (text, rating) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBe(rating);
  });

  it.each([
    "",
    " ",
    "\t\n",
    "-",
    "–",
    "—",
    "N/A",
    "n/a",
    "NA",
    "#N/A",
    "NaN",
    "null",
    "NULL",
    "Not applicable",
    "not answered",
    "No answer",
    " no answer ",
  ])("takes an empty cell or a usual word for no answer as null: %j", (text) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBeNull();
  });

  it.each([
    ["leading words", "Score 9"],
    ["letters before what sets a label off", "9th - good"],
    ["a number before the label", "[9] 5 a"],
    ["a label without a number", "Extremely likely"],
    ["a word for no answer within a label", "N/A - skipped"],
    ["a choice", "9 or 10"],
    ["a range", "9-10"],
    ["a range with spaces", "9 – 10"],
    ["a number after a separator", "9: 10"],
    ["a decimal", "6.5"],
    ["a decimal with a comma", "6,5"],
    ["a decimal on top of a whole number", "9.01"],
    ["a list", "9, 10"],
    ["an exponent", "1e1"],
    ["a hexadecimal", "0x9"],
    ["a plus sign", "+9"],
    ["a percentage", "9%"],
    ["a date", "9/10/2026"],
    ["a decimal end of the scale", "9/10.5"],
    ["a full stop and nothing", "9."],
    ["a separator and nothing", "9 -"],
    ["a label that is not set off", "9 likely"],
    ["a unit", "9 stars"],
    ["a label run together", "9likely"],
    ["other words with of", "9 of course"],
    ["one bracket", "[9"],
    ["brackets that do not match", "[9)"],
    ["a label inside the brackets", "(9 - likely)"],
    ["another scale's end", "9/5"],
    ["another scale's end, in words", "4 out of 5"],
    ["no end of the scale", "9/"],
    ["a number off the scale", "11"],
    ["a number below the scale", "-1"],
    ["a number far off the scale", "2026"],
    ["digits of another script", "٩"],
    ["full-width digits", "９"],
    ["a superscript", "⁹"],
    ["a symbol for a label", "9 - ★★★"],
    ["true", "true"],
    ["an infinity", "Infinity"],
    ["a formula", "=9"],
  ])("guesses nothing: %s is unreadable", (_, text) => {
    expect(ratingFromLabel(text, NPS_SCALE)).toBe("unreadable");
  });

  it.each<[string, Scale, number | "unreadable"]>([
    ["9/10", { min: 0, max: 5 }, "unreadable"],
    ["4/5", CSAT_SCALE, 4],
    ["5 - Very satisfied", CSAT_SCALE, 5],
    ["0", CSAT_SCALE, "unreadable"],
    ["7 out of 7", CES_SCALE, 7],
    ["-2", { min: -2, max: 2 }, -2],
    ["−2 – strongly disagree", { min: -2, max: 2 }, -2],
    ["[-2] strongly disagree", { min: -2, max: 2 }, -2],
    ["-3", { min: -2, max: 2 }, "unreadable"],
    ["1000", { min: 0, max: 1000 }, 1000],
    ["500/1000", { min: 0, max: 1000 }, 500],
  ])("reads ratings on the scale only: %j on $1 is $2", (text, scale, rating) => {
    expect(ratingFromLabel(text, scale)).toBe(rating);
  });

  it("reads the ratings of a scale of large numbers", () => {
    const scale = { min: 10_000, max: 10_010 };
    expect(ratingFromLabel("10005", scale)).toBe(10_005);
    expect(ratingFromLabel("10005/10010", scale)).toBe(10_005);
  });

  it("gives up on a cell longer than any label, but not on white space around one", () => {
    expect(ratingFromLabel(`9 - ${"a".repeat(996)}`, NPS_SCALE)).toBe(9);
    expect(ratingFromLabel(`9 - ${"a".repeat(997)}`, NPS_SCALE)).toBe("unreadable");
    expect(ratingFromLabel(`${" ".repeat(200_000)}9${" ".repeat(200_000)}`, NPS_SCALE)).toBe(9);
  });

  it.each([" ", "(", "9 ", "9 - ", "9 out ", "[ ", "a", "٩", "😀", "-", "9"])(
    "answers for 200,000 repetitions of %j too",
    (part) => {
      expect([null, "unreadable"]).toContain(ratingFromLabel(part.repeat(200_000), NPS_SCALE));
      expect(ratingFromLabel(`9${part.repeat(200_000)}!`, NPS_SCALE)).toBe("unreadable");
    },
  );

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["9", 9],
    ["an object", new String("9")],
  ])("refuses what is no string: %s", (inWords, text) => {
    expect(() => ratingFromLabel(text as never, NPS_SCALE)).toThrow(
      new CxMetricsError(`ratingFromLabel: text must be a string, got ${inWords}`, "invalid-argument", [
        "text",
      ]),
    );
  });
});
