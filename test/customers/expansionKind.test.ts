import { describe, expect, it } from "vitest";
import { type ExpansionKind, expansionKind } from "../../src/index.ts";

type Lines = readonly (readonly [string, number])[];

const CASES: readonly (readonly [ExpansionKind, Lines, Lines])[] = [
  ["unchanged", [], []],
  ["unchanged", [["crm", 0]], [["mail", 0]]],
  [
    "unchanged",
    [["crm", 5]],
    [
      ["crm", 5],
      ["mail", 0],
    ],
  ],
  ["new", [], [["crm", 5]]],
  [
    "new",
    [["mail", 0]],
    [
      ["crm", 5],
      ["mail", 2],
    ],
  ],
  ["churned", [["crm", 5]], []],
  [
    "churned",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [["crm", 0]],
  ],
  ["up-sell", [["crm", 5]], [["crm", 6]]],
  [
    "up-sell",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [
      ["mail", 2],
      ["crm", 6],
    ],
  ],
  [
    "cross-sell",
    [["crm", 5]],
    [
      ["crm", 5],
      ["mail", 2],
    ],
  ],
  [
    "cross-sell",
    [
      ["crm", 5],
      ["mail", 0],
    ],
    [
      ["crm", 5],
      ["mail", 2],
    ],
  ],
  [
    "up-sell-and-cross-sell",
    [["crm", 5]],
    [
      ["crm", 6],
      ["mail", 2],
    ],
  ],
  ["contraction", [["crm", 5]], [["crm", 4]]],
  [
    "contraction",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [["crm", 5]],
  ],
  [
    "contraction",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [["mail", 1]],
  ],
  [
    "mixed",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [["crm", 9]],
  ],
  [
    "mixed",
    [["crm", 5]],
    [
      ["crm", 4],
      ["mail", 2],
    ],
  ],
  ["mixed", [["crm", 5]], [["mail", 50]]],
  [
    "mixed",
    [
      ["crm", 5],
      ["mail", 2],
    ],
    [
      ["crm", 4],
      ["mail", 3],
      ["chat", 1],
    ],
  ],
];

describe("expansionKind", () => {
  it.each(CASES)("is %s from %j to %j", (kind, before, after) => {
    expect(expansionKind(before, after)).toBe(kind);
    expect(expansionKind(new Map(before), new Map([...after].reverse()))).toBe(kind);
  });

  it("keeps lines apart by their name as it is", () => {
    expect(expansionKind([["__proto__", 1]], [["__proto__", 2]])).toBe("up-sell");
    expect(
      expansionKind(
        [[1, 1]],
        [
          [1, 1],
          ["1", 1],
        ],
      ),
    ).toBe("cross-sell");
  });

  it.each(["before", "after"])(
    "refuses a line of %s that is none, is listed twice or has no amount",
    (name) => {
      const call = (lines: unknown) => () =>
        name === "before" ? expansionKind(lines as never, []) : expansionKind([], lines as never);
      expect(
        call([
          ["crm", 1],
          ["crm", 2],
        ]),
      ).toThrow(
        expect.objectContaining({
          message: `expansionKind: ${name} at index 1.id must be different in each, got one given before`,
          code: "invalid-argument",
          path: [name, 1, "id"],
        }),
      );
      expect(call([["crm", -1]])).toThrow(expect.objectContaining({ path: [name, 0, "amount"] }));
      expect(call([[" ", 1]])).toThrow(expect.objectContaining({ path: [name, 0, "id"] }));
      expect(call({ crm: 1 })).toThrow(expect.objectContaining({ path: [name] }));
    },
  );
});
