// The example of a mixed book of accounts runs, prints what is committed, and shows every kind of account.
//
// To write the committed file again after a wanted change (once the package is built: npx tsup --no-dts --silent):
//   npx tsx examples/accounts.ts > examples/accounts.txt

import { describe, expect, it } from "vitest";
import { ACCOUNTS } from "../../examples/accountBook.ts";
import { accounts } from "../../examples/accounts.ts";
import { textOf } from "../support/sources.ts";

const printed = accounts();

/** The cells of an account's lines behind its name, in the order of the tables. */
function linesOf(name: string): string[][] {
  return printed
    .split("\n")
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.split(/ {2,}/).slice(1));
}

describe("the book of accounts", () => {
  it("prints the committed output", () => {
    expect(printed).toBe(textOf("examples/accounts.txt"));
  });

  it("fits a terminal: lines of at most 100 plain characters, none with space at its end", () => {
    for (const line of printed.split("\n")) expect(line).toMatch(/^(?:[ -~]{0,99}[!-~])?$/);
  });

  it("names every account once, and shows each in all tables but that of surveys", () => {
    expect(new Set(ACCOUNTS.map(({ name }) => name)).size).toBe(ACCOUNTS.length);
    expect(ACCOUNTS.length).toBeGreaterThanOrEqual(15);
    for (const { name } of ACCOUNTS) expect(linesOf(name).length).toBeGreaterThanOrEqual(3);
  });

  it("has an account of every kind, and some of whom too little is known", () => {
    const column = (table: number, cell: number): Set<string | undefined> =>
      new Set(ACCOUNTS.map(({ name }) => linesOf(name)[table]?.[cell]));
    expect(column(0, 0)).toEqual(new Set(["client", "customer", "customer, candidate", "undetermined"]));
    expect(column(1, 1)).toEqual(new Set(["external", "internal", "undetermined"]));
    expect(column(1, 2)).toEqual(new Set(["b2b", "b2c", "b2g", "npo", "undetermined"]));
    expect(column(2, 0)).toEqual(
      new Set(["advocacy", "retention", "onboarding", "acquisition", "at-risk", "churned", "undetermined"]),
    );
    expect(column(2, 2)).toEqual(
      new Set(["prospect", "new", "returning", "loyal", "advocate", "undetermined"]),
    );
  });

  it("counts votes as one does by hand", () => {
    // Two needs and the offer, tailoring, list price and basic support of a customer: 4 of 7 votes against 3.
    expect(linesOf("Awan SaaS, 400 seats")[0]).toEqual([
      "customer, candidate",
      "0.14",
      "1.00",
      "offering, tailoring +2",
    ]);
    // Two known of seven, both of a customer.
    expect(linesOf("Citra, web shop")[0]).toEqual(["customer", "0.29", "0.29", "offering, pricing"]);
    expect(linesOf("Indah, met at a fair")[0]).toEqual(["undetermined", "0.00", "0.00", "-"]);
  });

  it("asks nobody without consent, and nobody twice at once", () => {
    for (const { name, consent } of ACCOUNTS) {
      const due = linesOf(name)
        .slice(3)
        .filter(([, status]) => status === "due");
      expect(due.length).toBeLessThanOrEqual(consent === true ? 1 : 0);
    }
  });

  it("prints a book of nobody", () => {
    expect(accounts([])).toContain("Surveys\n=======");
  });
});
