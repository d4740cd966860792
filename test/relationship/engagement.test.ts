// Contract of clients and customers: every row of the sources' table, every example industry.

import { describe, expect, it } from "vitest";
import {
  businessOrientation,
  classifyEngagement,
  ENGAGEMENT_CONVENTIONS,
  ENGAGEMENT_RULES,
  type EngagementEvidence,
  type EngagementLabel,
  INDUSTRIES,
  SERVICE_MODELS,
  serviceModelFor,
  type WeightedRule,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** The table of the sources, typed in apart from the code: criterion, what speaks for a client, what for a customer. */
const TABLE = [
  ["offering", ["professional-service"], ["standard-product", "standard-service"]],
  ["tailoring", ["bespoke"], ["catalogue"]],
  ["pricing", ["professional-fee"], ["list"]],
  ["involvement", ["high"], ["low"]],
  ["expectations", ["high"], ["moderate"]],
  ["priority", ["business"], ["personal"]],
  ["support", ["dedicated"], ["basic"]],
] as const;

const cells: readonly (readonly [string, string, EngagementLabel])[] = TABLE.flatMap(
  ([criterion, client, customer]) => [
    ...client.map((observed) => [criterion, observed, "client"] as const),
    ...customer.map((observed) => [criterion, observed, "customer"] as const),
  ],
);

const CLIENT: EngagementEvidence = deepFreeze({
  offering: "professional-service",
  tailoring: "bespoke",
  pricing: "professional-fee",
  involvement: "high",
  expectations: "high",
  priority: "business",
  support: "dedicated",
});

const CUSTOMER: EngagementEvidence = deepFreeze({
  offering: "standard-service",
  tailoring: "catalogue",
  pricing: "list",
  involvement: "low",
  expectations: "moderate",
  priority: "personal",
  support: "basic",
});

/** A subscriber to software whose needs outgrow it. */
const SUBSCRIBER: EngagementEvidence = deepFreeze({
  ...CUSTOMER,
  involvement: "high",
  expectations: "high",
  priority: "business",
});

describe("classifyEngagement", () => {
  it.each(cells)("takes %s %s for a vote for %s", (criterion, observed, label) => {
    const result = classifyEngagement({ [criterion]: observed });
    expect(result.label).toBe(label);
    expect(result.votes).toStrictEqual([{ criterion, observed, supports: label, weight: 1 }]);
    expect(result.confidence).toBe(1 / 7);
    expect(result.coverage).toBe(1 / 7);
  });

  it("knows the table's rows, the two disputed criteria without weight, and no others", () => {
    const weighing = ENGAGEMENT_RULES.filter(({ weight }) => weight > 0);
    const rows = weighing.map(({ criterion, observed, supports }) => [criterion, observed, supports]);
    expect(rows).toStrictEqual(cells);
    const others = ENGAGEMENT_RULES.filter(({ weight }) => weight === 0);
    expect(others.map(({ criterion, observed, supports }) => [criterion, observed, supports])).toStrictEqual([
      ["duration", "long", null],
      ["duration", "short", null],
      ["priceSensitivity", "high", null],
      ["priceSensitivity", "low", null],
    ]);
  });

  it("is certain where everything speaks for one label", () => {
    for (const [evidence, label] of [
      [CLIENT, "client"],
      [CUSTOMER, "customer"],
    ] as const) {
      expect(classifyEngagement(evidence)).toMatchObject({ label, confidence: 1, coverage: 1 });
    }
  });

  it("subtracts the second label's weight from the first's", () => {
    const { confidence, coverage, label } = classifyEngagement(SUBSCRIBER);
    expect([label, confidence, coverage]).toEqual(["customer", 1 / 7, 1]);
  });

  it("is undetermined without evidence, and says that nothing is known", () => {
    for (const evidence of [{}, { offering: null, support: undefined }]) {
      expect(classifyEngagement(evidence)).toStrictEqual({
        label: "undetermined",
        confidence: 0,
        coverage: 0,
        votes: [],
        clientCandidate: false,
        clientNeeds: [],
      });
    }
  });

  it("is undetermined at a tie, and says how much is known", () => {
    const result = classifyEngagement({ tailoring: "bespoke", pricing: "list" });
    expect(result).toMatchObject({ label: "undetermined", confidence: 0, coverage: 2 / 7 });
    expect(result.votes.map(({ supports }) => supports)).toEqual(["client", "customer"]);
  });

  it("lists duration and price without weight and takes no side, unless a convention does", () => {
    const evidence = { duration: "long", priceSensitivity: "low" } as const;
    const silent = classifyEngagement(evidence);
    expect(silent).toMatchObject({ label: "undetermined", coverage: 0 });
    expect(silent.votes).toStrictEqual([
      { criterion: "duration", observed: "long", supports: null, weight: 0 },
      { criterion: "priceSensitivity", observed: "low", supports: null, weight: 0 },
    ]);
  });

  it.each([
    [{ duration: "long-term-clients" }, { duration: "long" }, "client"],
    [{ duration: "long-term-clients" }, { duration: "short" }, "customer"],
    [{ duration: "short-term-clients" }, { duration: "long" }, "customer"],
    [{ duration: "short-term-clients" }, { duration: "short" }, "client"],
    [{ priceSensitivity: "price-sensitive-clients" }, { priceSensitivity: "high" }, "client"],
    [{ priceSensitivity: "price-sensitive-clients" }, { priceSensitivity: "low" }, "customer"],
    [{ priceSensitivity: "premium-paying-clients" }, { priceSensitivity: "high" }, "customer"],
    [{ priceSensitivity: "premium-paying-clients" }, { priceSensitivity: "low" }, "client"],
  ] as const)("by the convention %o reads %o as %s", (convention, evidence, label) => {
    const result = classifyEngagement(evidence, { convention });
    expect(result.label).toBe(label);
    expect(result.coverage).toBe(1 / 8);
    expect(result.votes[0]?.weight).toBe(1);
  });

  it("reads both disputed criteria where the convention names both", () => {
    const convention = {
      duration: "short-term-clients",
      priceSensitivity: "premium-paying-clients",
    } as const;
    const evidence = { ...CLIENT, duration: "short", priceSensitivity: "low" } as const;
    expect(classifyEngagement(evidence, { convention })).toMatchObject({ confidence: 1, coverage: 1 });
    const readings = ["duration", "priceSensitivity"].map((criterion) =>
      classifyEngagement(evidence, { convention }).votes.find((vote) => vote.criterion === criterion),
    );
    expect(readings.map((vote) => [vote?.supports, vote?.weight])).toEqual([
      ["client", 1],
      ["client", 1],
    ]);
  });

  it("finds the customer whose needs look like a client's, and says which", () => {
    const { label, clientCandidate, clientNeeds } = classifyEngagement(SUBSCRIBER);
    expect([label, clientCandidate]).toEqual(["customer", true]);
    expect(clientNeeds).toStrictEqual([
      { criterion: "involvement", observed: "high", supports: "client", weight: 1 },
      { criterion: "expectations", observed: "high", supports: "client", weight: 1 },
      { criterion: "priority", observed: "business", supports: "client", weight: 1 },
    ]);
    const tailored = classifyEngagement({ ...SUBSCRIBER, tailoring: "bespoke" });
    expect(tailored.clientNeeds[0]).toMatchObject({ criterion: "tailoring", observed: "bespoke" });
  });

  it("finds no candidate in a client, in a customer with a customer's needs, or in one of ordinary value", () => {
    for (const evidence of [CLIENT, CUSTOMER, { ...SUBSCRIBER, highValue: false }]) {
      expect(classifyEngagement(evidence).clientCandidate).toBe(false);
    }
    for (const highValue of [true, null, undefined]) {
      expect(classifyEngagement({ ...SUBSCRIBER, highValue }).clientCandidate).toBe(true);
    }
    const even = { offering: "standard-product", priority: "business", support: "basic" } as const;
    expect(classifyEngagement(even)).toMatchObject({ label: "customer", clientCandidate: false });
  });

  it("gives the caller's names to the label, the votes and the needs, and changes nothing else", () => {
    const labels = { client: "klien", customer: "pelanggan" };
    const renamed = classifyEngagement(SUBSCRIBER, { labels });
    const ours = JSON.stringify(classifyEngagement(SUBSCRIBER));
    const words = ours.replaceAll('"client"', '"klien"').replaceAll('"customer"', '"pelanggan"');
    expect(renamed).toStrictEqual(JSON.parse(words));
    const swapped = classifyEngagement(SUBSCRIBER, { labels: { client: "customer", customer: "client" } });
    expect(swapped).toMatchObject({ label: "client", clientCandidate: true });
  });

  it("weighs by the caller's table", () => {
    const rules: readonly WeightedRule<EngagementLabel>[] = deepFreeze([
      { criterion: "offering", observed: "standard-service", supports: "customer", weight: 1 },
      { criterion: "support", observed: "dedicated", supports: "client", weight: 3 },
      { criterion: "support", observed: "basic", supports: "customer", weight: 1 },
      { criterion: "duration", observed: "long", supports: "client", weight: 1 },
    ]);
    const evidence = { offering: "standard-service", support: "dedicated", priority: "personal" } as const;
    const result = classifyEngagement(evidence, { rules });
    expect(result).toMatchObject({ label: "client", confidence: 2 / 5, coverage: 4 / 5 });
    expect(result.votes).toHaveLength(2);
    // Observed with the light rule of a heavy criterion: known in full, voting lightly.
    expect(classifyEngagement({ support: "basic" }, { rules })).toMatchObject({
      confidence: 1 / 5,
      coverage: 3 / 5,
    });
  });

  it("lets the convention stand over the caller's rules on its criterion", () => {
    const rules = [
      { criterion: "duration", observed: "long", supports: "client", weight: 5 },
      { criterion: "support", observed: "basic", supports: "customer", weight: 1 },
    ] as const;
    const convention = { duration: "short-term-clients" } as const;
    const { label, votes } = classifyEngagement({ duration: "long" }, { rules, convention });
    expect([label, votes[0]?.weight]).toEqual(["customer", 1]);
  });

  it("takes a weight of −0 for 0, and hands on nothing else of a caller's rule", () => {
    const rule = {
      criterion: "pricing",
      observed: "list",
      supports: "customer",
      weight: -0,
      note: () => 1,
    } as const;
    const rules = [
      rule,
      { criterion: "support", observed: "basic", supports: "customer", weight: 1 },
    ] as const;
    const result = classifyEngagement({ pricing: "list", support: "basic" }, { rules });
    expectPlainJson(result);
    expect(result.votes[0]).toStrictEqual({
      criterion: "pricing",
      observed: "list",
      supports: "customer",
      weight: 0,
    });
  });

  it("reads no other field of the record", () => {
    const record = { ...CUSTOMER, name: "Sari", buys: 7 };
    expect(classifyEngagement(record)).toStrictEqual(classifyEngagement(CUSTOMER));
  });

  const wrong = (evidence: unknown, options?: unknown) => () =>
    classifyEngagement(evidence as EngagementEvidence, options as { labels?: { client: string } });
  const row = { criterion: "support", observed: "basic", supports: "customer", weight: 1 };

  it.each([
    [wrong(null), "evidence must be an object, got null"],
    [
      wrong({ offering: "Sari" }),
      'evidence.offering must be "professional-service" or "standard-product" or "standard-service", got a string',
    ],
    [wrong({ highValue: "yes" }), "evidence.highValue must be true, false or missing, got a string"],
    [wrong({}, { rule: [] }), 'options must be among convention, rules, labels, got "rule"'],
    [wrong({}, { convention: "long-term-clients" }), "convention must be an object, got a string"],
    [
      wrong({}, { convention: { durations: "x" } }),
      'convention must be among duration, priceSensitivity, got "durations"',
    ],
    [
      wrong({}, { convention: { duration: "long" } }),
      'convention.duration must be "long-term-clients" or "short-term-clients", got a string',
    ],
    [
      wrong({}, { convention: { priceSensitivity: "long-term-clients" } }),
      'convention.priceSensitivity must be "price-sensitive-clients" or "premium-paying-clients", got a string',
    ],
    [wrong({}, { labels: "klien" }), "labels must be an object, got a string"],
    [
      wrong({}, { labels: { consumer: "konsumen" } }),
      "labels must be names for client, customer, got a name for another label",
    ],
    [
      wrong({}, { labels: { client: " " } }),
      "labels.client must be a string that is not blank, got a string",
    ],
    [wrong({}, { labels: { client: 5 } }), "labels.client must be a string that is not blank, got 5"],
    [
      wrong({}, { labels: { client: "customer" } }),
      'labels must be different from each other and from "undetermined", got one name twice',
    ],
    [
      wrong({}, { labels: { client: "undetermined" } }),
      'labels must be different from each other and from "undetermined", got one name twice',
    ],
    [wrong({}, { rules: [] }), "rules must be an array of objects, one at least, got an array"],
    [wrong({}, { rules: row }), "rules must be an array of objects, one at least, got an object"],
    [wrong({}, { rules: [row, 5] }), "rules at index 1 must be an object, got 5"],
    [
      wrong({}, { rules: [{ ...row, criterion: "highValue" }] }),
      'rules at index 0.criterion must be "offering" or',
    ],
    [
      wrong({}, { rules: [{ ...row, observed: "high" }] }),
      'rules at index 0.observed must be "dedicated" or "basic", got a string',
    ],
    [
      wrong({}, { rules: [{ ...row, supports: "consumer" }] }),
      'rules at index 0.supports must be "client" or "customer", got a string',
    ],
    [
      wrong({}, { rules: [{ ...row, weight: -1 }] }),
      "rules at index 0.weight must be a whole number from 0 to 1000000, got -1",
    ],
    [
      wrong({}, { rules: [{ ...row, weight: 0.1 }] }),
      "rules at index 0.weight must be a whole number from 0 to 1000000, got 0.1",
    ],
    [
      wrong({}, { rules: [{ ...row, weight: 1_000_001 }] }),
      "rules at index 0.weight must be a whole number from 0 to 1000000, got a number of a million or more",
    ],
    [
      wrong({}, { rules: [{ ...row, supports: null }] }),
      "rules at index 0.weight must be 0 where supports is null, got 1",
    ],
    [
      wrong({}, { rules: [row, { ...row, supports: "client" }] }),
      "rules at index 1 must be about an observation of its own, got one that has a rule already",
    ],
    [wrong({}, { rules: [{ ...row, weight: 0 }] }), "rules must be rules of which one has weight, got none"],
  ])("refuses what is wrong, case %#", (call, message) => {
    expect(call).toThrow(`classifyEngagement: ${message}`);
  });

  it("leaves an option that is undefined at its default", () => {
    const options = { convention: { duration: undefined }, rules: undefined, labels: { client: undefined } };
    expect(classifyEngagement(SUBSCRIBER, options)).toStrictEqual(classifyEngagement(SUBSCRIBER));
  });

  it("answers in plain JSON from frozen tables, and is not changed by what is done to its answers", () => {
    const result = classifyEngagement(SUBSCRIBER);
    expectPlainJson(result);
    for (const vote of result.votes) Object.assign(vote, { supports: "client" });
    expect(classifyEngagement(SUBSCRIBER).label).toBe("customer");
    expect(Object.isFrozen(ENGAGEMENT_RULES[0])).toBe(true);
    expect(Object.isFrozen(ENGAGEMENT_CONVENTIONS["long-term-clients"][0])).toBe(true);
    expectPlainJson(ENGAGEMENT_RULES);
  });
});

describe("businessOrientation", () => {
  it("keeps words apart", () => {
    expect([businessOrientation("law firm"), businessOrientation("lawfirm")]).toEqual([
      "client-based",
      "unknown",
    ]);
  });

  it.each([
    ["client-based", "insurance agency", "agen asuransi"],
    ["client-based", "advertising agency", "agensi periklanan"],
    ["client-based", "accounting firm", "firma akuntansi"],
    ["client-based", "law firm", "firma hukum"],
    ["client-based", "property agency", "agensi properti"],
    ["client-based", "design agency", "agensi desain"],
    ["client-based", "consultancy", "konsultan"],
    ["customer-based", "bank", "perbankan"],
    ["customer-based", "retail shop", "toko ritel"],
    ["customer-based", "FMCG", "barang konsumsi"],
    ["customer-based", "subscription service", "layanan berlangganan"],
    ["customer-based", "streaming", "layanan streaming"],
    ["customer-based", "restaurant", "restoran"],
    ["both", "SaaS", "perangkat lunak sebagai layanan"],
  ])("is %s for a %s (%s)", (orientation, english, indonesian) => {
    expect(businessOrientation(english)).toBe(orientation);
    expect(businessOrientation(indonesian)).toBe(orientation);
  });

  it("has each name once", () => {
    const names = INDUSTRIES.flatMap((industry) => industry.names);
    expect(new Set(names).size).toBe(names.length);
    expect(INDUSTRIES).toHaveLength(13);
  });

  it("does not mind capitals, hyphens, accents and spaces", () => {
    for (const name of ["LAW  FIRM", " law-firm ", "Law_Firm.", "láw firm"]) {
      expect(businessOrientation(name)).toBe("client-based");
    }
    expect(businessOrientation("fast moving consumer goods")).toBe("customer-based");
  });

  it("does not guess from a part of a name", () => {
    for (const name of ["law", "blood bank", "", "  ", "__proto__"]) {
      expect(businessOrientation(name)).toBe("unknown");
    }
  });

  it("looks in the caller's industries, the first counting", () => {
    const industries = [
      { names: ["Bank"], orientation: "both" as const },
      { names: ["bank"], orientation: "client-based" as const },
    ];
    expect(businessOrientation("BANK", { industries })).toBe("both");
    expect(businessOrientation("restaurant", { industries })).toBe("unknown");
  });

  it.each([
    [
      { names: "bank", orientation: "both" },
      "names must be an array of strings that are not blank, one at least, got a string",
    ],
    [
      { names: [], orientation: "both" },
      "names must be an array of strings that are not blank, one at least, got an array",
    ],
    [
      { names: ["bank", "-"], orientation: "both" },
      "names must be an array of strings that are not blank, one at least, got an array",
    ],
    [
      { names: [5], orientation: "both" },
      "names must be an array of strings that are not blank, one at least, got an array",
    ],
    [
      { names: ["bank"], orientation: "b2b" },
      'orientation must be "client-based" or "customer-based" or "both", got a string',
    ],
  ])("refuses the industry %o", (industry, message) => {
    const industries = [industry] as never;
    expect(() => businessOrientation("bank", { industries })).toThrow(
      `businessOrientation: industries at index 0.${message}`,
    );
  });

  it("refuses a name that is no string", () => {
    const message = "businessOrientation: industry must be a string, got 5";
    expect(() => businessOrientation(5 as never)).toThrow(message);
  });
});

describe("serviceModelFor", () => {
  it("gives the rows of the sources' table on support, service, role and expectations", () => {
    expect(serviceModelFor("client")).toMatchObject({
      engagement: "client",
      name: { en: "client", id: "klien" },
      supportLevel: "dedicated",
      providerRole: { en: "client service manager" },
      expectationLevel: "high",
    });
    expect(serviceModelFor("customer")).toMatchObject({
      engagement: "customer",
      name: { en: "customer", id: "pelanggan" },
      supportLevel: "basic",
      providerRole: { en: "customer success manager" },
      expectationLevel: "moderate",
    });
    expect(SERVICE_MODELS.client.service.en).toMatch(/^client service:/);
    expect(SERVICE_MODELS.customer.service.en).toMatch(/^customer service:/);
  });

  it("names the levels as the evidence does, so that each model votes for its own label", () => {
    for (const { engagement, supportLevel, expectationLevel } of Object.values(SERVICE_MODELS)) {
      const evidence = { support: supportLevel, expectations: expectationLevel };
      expect(classifyEngagement(evidence).label).toBe(engagement);
    }
  });

  it("has no model for whom it does not know, and refuses what is no label", () => {
    expect(serviceModelFor("undetermined")).toBeNull();
    const message =
      'serviceModelFor: engagement must be "client" or "customer" or "undetermined", got a string';
    expect(() => serviceModelFor("klien" as never)).toThrow(message);
  });
});
