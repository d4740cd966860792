// Contract of roles, sides and sectors: every row of the sources.

import { describe, expect, it } from "vitest";
import {
  classifyRole,
  classifySector,
  classifySide,
  type Decision,
  type FirstMatchRule,
  ROLE_RULES,
  ROLE_WORDS,
  type Role,
  type RoleEvidence,
  SECTOR_RULES,
  type Sector,
  type SectorEvidence,
  SIDE_RULES,
  surveyAudience,
} from "../../src/index.ts";
import { firstMatch } from "../../src/relationship/firstMatch.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const rulesOf = ({ because }: Decision<string>): readonly string[] => because.map(({ rule }) => rule);

describe("classifyRole", () => {
  it.each([
    ["the company that buys office chairs", { buys: true, uses: false }, "customer"],
    ["the employee who sits on them", { buys: false, uses: true }, "consumer"],
    ["the parent who buys a toy", { buys: true, uses: false }, "customer"],
    ["the child who plays with it", { buys: false, uses: true }, "consumer"],
    ["who buys for resale or as a gift", { buys: true, uses: false }, "customer"],
    ["who buys for themselves", { buys: true, uses: true }, "customer-and-consumer"],
    ["who does neither", { buys: false, uses: false }, "neither"],
  ] as const)("calls %s by their role", (_who, evidence, role) => {
    const result = classifyRole(evidence);
    expect(result).toStrictEqual({ label: role, because: [{ rule: rulesOf(result)[0], evidence }] });
  });

  it("reads what is not known neither as yes nor as no", () => {
    for (const evidence of [
      {},
      { buys: true },
      { buys: false, uses: null },
      { uses: true },
      { uses: false },
    ]) {
      expect(classifyRole(evidence)).toStrictEqual({ label: "undetermined", because: [] });
    }
  });

  it("has a rule for each of the four cases and no other", () => {
    expect(ROLE_RULES.map(({ label, when }) => [label, when.buys, when.uses])).toEqual([
      ["customer-and-consumer", true, true],
      ["customer", true, false],
      ["consumer", false, true],
      ["neither", false, false],
    ]);
  });

  it("speaks the words of those who call the buyer a client", () => {
    const labels = ROLE_WORDS["buyer-is-client"];
    expect(classifyRole({ buys: true, uses: false }, { labels }).label).toBe("client");
    expect(classifyRole({ buys: false, uses: true }, { labels }).label).toBe("customer");
    expect(classifyRole({ buys: true, uses: true }, { labels }).label).toBe("client-and-customer");
    expect(classifyRole({ buys: false, uses: false }, { labels }).label).toBe("neither");
  });

  it("follows the caller's rules", () => {
    const rules: readonly FirstMatchRule<Role, keyof RoleEvidence>[] = deepFreeze([
      { rule: "pays", label: "customer", when: { buys: true, uses: undefined } },
      { rule: "otherwise", label: "neither", when: {} },
    ]);
    expect(classifyRole({ buys: true }, { rules })).toStrictEqual({
      label: "customer",
      because: [{ rule: "pays", evidence: { buys: true } }],
    });
    expect(classifyRole({}, { rules })).toStrictEqual({
      label: "neither",
      because: [{ rule: "otherwise", evidence: {} }],
    });
  });

  const wrong = (rule: unknown) => () => classifyRole({}, { rules: [ROLE_RULES[0], rule] as never });
  const rule = { rule: "x", label: "customer", when: {} };

  it.each([
    [wrong(null), "rules at index 1 must be an object, got null"],
    [wrong({ ...rule, rule: " " }), "rules at index 1.rule must be a string that is not blank, got a string"],
    [wrong({ ...rule, rule: 5 }), "rules at index 1.rule must be a string that is not blank, got 5"],
    [
      wrong({ ...rule, rule: "buys-and-uses" }),
      "rules at index 1.rule must be a name of its own, got one used already",
    ],
    [
      wrong({ ...rule, label: "klien" }),
      'rules at index 1.label must be "customer" or "consumer" or "customer-and-consumer" or "neither", got a string',
    ],
    [wrong({ ...rule, when: null }), "rules at index 1.when must be an object, got null"],
    [wrong({ ...rule, when: "buys" }), "rules at index 1.when must be an object, got a string"],
    [wrong({ ...rule, when: ["buys"] }), "rules at index 1.when must be an object, got an array"],
    [
      wrong({ ...rule, when: { sells: true } }),
      "rules at index 1.when must be conditions on buys, uses, got a condition on something else",
    ],
    [
      wrong({ ...rule, when: { constructor: true } }),
      "rules at index 1.when must be conditions on buys, uses, got a condition on something else",
    ],
    [
      wrong({ ...rule, when: { buys: "yes" } }),
      "rules at index 1.when.buys must be true or false, got a string",
    ],
    [() => classifyRole({ buys: 1 } as never), "evidence.buys must be true, false or missing, got 1"],
    [
      () => classifyRole({}, { convention: "x" } as never),
      'options must be among rules, labels, got "convention"',
    ],
  ])("refuses what is wrong, case %#", (call, message) => {
    expect(call).toThrow(`classifyRole: ${message}`);
  });
});

describe("surveyAudience", () => {
  it.each([
    ["customer", ["purchase-experience"]],
    ["consumer", ["usage-experience"]],
    ["customer-and-consumer", ["purchase-experience", "usage-experience"]],
    ["neither", []],
    ["undetermined", []],
  ] as const)("asks a %s about %o", (role, subjects) => {
    expect(surveyAudience(role)).toStrictEqual(subjects);
  });

  it("refuses what is no role", () => {
    expect(() => surveyAudience("client" as never)).toThrow(
      'surveyAudience: role must be "customer" or "consumer"',
    );
  });
});

describe("classifySide", () => {
  it.each([
    ["marketing served by IT", { sameOrganisation: true, pays: false }, "internal", ["same-organisation"]],
    [
      "a department that is charged",
      { sameOrganisation: true, pays: true },
      "internal",
      ["same-organisation"],
    ],
    [
      "a buyer from outside",
      { sameOrganisation: false, pays: true },
      "external",
      ["other-organisation", "pays"],
    ],
    ["a prospect", { sameOrganisation: false }, "external", ["other-organisation"]],
    ["who pays", { pays: true }, "external", ["pays"]],
    ["who does not pay", { pays: false }, "undetermined", []],
    ["who is not known", {}, "undetermined", []],
  ] as const)("places %s", (_who, party, side, rules) => {
    const result = classifySide(party);
    expect([result.label, rulesOf(result)]).toEqual([side, rules]);
  });

  it("takes names and rules, and refuses other options", () => {
    const labels = { internal: "dalam", external: "luar" };
    expect(classifySide({ pays: true }, { labels }).label).toBe("luar");
    expect(classifySide({ pays: true }, { rules: SIDE_RULES.slice(0, 2) }).label).toBe("undetermined");
    expect(() => classifySide({}, { asOf: 0 } as never)).toThrow(
      "classifySide: options must be among rules, labels",
    );
    expect(() => classifySide(undefined as never)).toThrow(
      "classifySide: party must be an object, got undefined",
    );
  });
});

describe("classifySector", () => {
  const cases: readonly (readonly [SectorEvidence, Sector | "undetermined", string | null])[] = [
    [{ legalForm: "individual" }, "b2c", "is-individual"],
    [{ purpose: "personal-use" }, "b2c", "buys-for-personal-use"],
    [{ decision: "emotional" }, "b2c", "emotional-decision"],
    [{ legalForm: "company" }, "b2b", "is-company"],
    [{ purpose: "return-on-investment" }, "b2b", "buys-for-return"],
    [{ stakeholders: 3 }, "b2b", "many-stakeholders"],
    [{ decision: "calculated" }, "b2b", "calculated-decision"],
    [{ legalForm: "government" }, "b2g", "is-government"],
    [{ publicTender: true }, "b2g", "buys-by-tender"],
    [{ purpose: "public-task" }, "b2g", "buys-for-public-task"],
    [{ legalForm: "non-profit" }, "npo", "is-non-profit"],
    [{ purpose: "mission" }, "npo", "buys-for-mission"],
    [{ legalForm: "individual", purpose: "return-on-investment" }, "b2b", "individual-in-business"],
    [{ legalForm: "company", publicTender: true, purpose: "mission" }, "b2b", "is-company"],
    [{ purpose: "mission", publicTender: true }, "npo", "buys-for-mission"],
    [{ publicTender: true, decision: "emotional" }, "b2g", "buys-by-tender"],
    [{ stakeholders: 2 }, "undetermined", null],
    [{ publicTender: false, stakeholders: 0 }, "undetermined", null],
    [{}, "undetermined", null],
  ];

  it.each(cases)("takes %o for %s, by %s", (party, sector, rule) => {
    const result = classifySector(party);
    expect([result.label, rulesOf(result)[0] ?? null]).toEqual([sector, rule]);
    expectPlainJson(result);
  });

  it("is walked rule by rule above", () => {
    const walked = new Set(cases.map(([, , rule]) => rule));
    expect(SECTOR_RULES.filter(({ rule }) => !walked.has(rule))).toEqual([]);
  });

  it("cites every rule for the label that holds, with what it saw, and none for another", () => {
    const party = {
      legalForm: "company",
      purpose: "return-on-investment",
      stakeholders: 6,
      publicTender: true,
    } as const;
    expect(classifySector(party)).toStrictEqual({
      label: "b2b",
      because: [
        { rule: "is-company", evidence: { legalForm: "company" } },
        { rule: "buys-for-return", evidence: { purpose: "return-on-investment" } },
        { rule: "many-stakeholders", evidence: { stakeholders: 6 } },
      ],
    });
  });

  it("knows bounds on figures, exact figures and lists of words in a caller's rules", () => {
    const by = (when: unknown, party: SectorEvidence): string =>
      classifySector(party, { rules: [{ rule: "only", label: "npo", when }] as never }).label;
    for (const [when, holding, failing] of [
      [{ atLeast: 2 }, 2, 1],
      [{ above: 2 }, 3, 2],
      [{ atMost: 2 }, 2, 3],
      [{ below: 2 }, 1, 2],
      [{ atLeast: 2, below: 4, above: undefined }, 3, 4],
      [2, 2, 3],
    ] as const) {
      expect(by({ stakeholders: when }, { stakeholders: holding })).toBe("npo");
      expect(by({ stakeholders: when }, { stakeholders: failing })).toBe("undetermined");
    }
    const listed = { legalForm: ["non-profit", "government"] };
    expect(by(listed, { legalForm: "government" })).toBe("npo");
    expect(by(listed, { legalForm: "company" })).toBe("undetermined");
    expect(by(listed, {})).toBe("undetermined");
  });

  const wrong = (when: unknown) => () =>
    classifySector({}, { rules: [{ rule: "x", label: "npo", when }] as never });
  const figure =
    "rules at index 0.when.stakeholders must be a finite number or an object of atLeast, atMost, above, below";

  it.each([
    [wrong({ stakeholders: "3" }), `${figure}, got a string`],
    [wrong({ stakeholders: Number.NaN }), `${figure}, got NaN`],
    [wrong({ stakeholders: null }), `${figure}, got null`],
    [wrong({ stakeholders: {} }), `${figure}, got an object`],
    [wrong({ stakeholders: [3] }), `${figure}, got an array`],
    [wrong({ stakeholders: { atLeast: "3" } }), `${figure}, got an object`],
    [wrong({ stakeholders: { least: 3 } }), `${figure}, got an object`],
    [wrong({ stakeholders: { atLeast: 3, most: 5 } }), `${figure}, got an object`],
    [
      wrong({ decision: "slow" }),
      'rules at index 0.when.decision must be "emotional" or "calculated", got a string',
    ],
    [
      wrong({ decision: ["emotional", 5] }),
      'rules at index 0.when.decision must be "emotional" or "calculated", got 5',
    ],
    [
      () => classifySector({ stakeholders: 1.5 }),
      "party.stakeholders must be a whole number from 0 up, got 1.5",
    ],
    [
      () => classifySector({ legalForm: "PT" as never }),
      'party.legalForm must be "individual" or "company" or "government" or "non-profit", got a string',
    ],
  ])("refuses what is wrong, case %#", (call, message) => {
    expect(call).toThrow(`classifySector: ${message}`);
  });
});

describe("an ordered rule", () => {
  it("does not take a figure that is not known for a small one", () => {
    const rules = [{ rule: "few", label: "few", when: { purchases: { atMost: 2 } } }];
    for (const purchases of [null, undefined]) {
      expect(firstMatch({ purchases }, rules, (label) => label).label).toBe("undetermined");
    }
    expect(firstMatch({ purchases: 0 }, rules, (label) => label).label).toBe("few");
  });
});
