// Laws of the classifications: total and exclusive, blind to order, monotone in the votes, and renamed without a trace.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  businessOrientation,
  CARE_STEPS,
  type CareCase,
  type Classification,
  carePlan,
  classifyEngagement,
  classifyRole,
  classifySector,
  classifySide,
  classifySupport,
  ENGAGEMENT_RULES,
  type EngagementConvention,
  type EngagementEvidence,
  type EngagementLabel,
  escalationFor,
  INDUSTRIES,
  ROLE_RULES,
  SECTOR_RULES,
  SUPPORT_RULES,
  type SupportInteraction,
  serviceModelFor,
  surveyAudience,
  type WeightedRule,
} from "../../src/index.ts";
import { shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** Evidence on any of the criteria of a table, each with one of its values. */
function evidenceOn<E>(rules: readonly WeightedRule<string>[]): fc.Arbitrary<E> {
  const values = new Map<string, string[]>();
  for (const { criterion, observed } of rules) {
    values.set(criterion, [...(values.get(criterion) ?? []), observed]);
  }
  const fields = [...values].map(([criterion, all]) => [criterion, fc.constantFrom(...all)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }) as unknown as fc.Arbitrary<E>;
}

const anyEngagement = evidenceOn<EngagementEvidence>(ENGAGEMENT_RULES);
const anyInteraction = evidenceOn<SupportInteraction>(SUPPORT_RULES);
const anyFlag = fc.constantFrom(true, false, null, undefined);
const anyConvention: fc.Arbitrary<EngagementConvention> = fc.record({
  duration: fc.constantFrom("long-term-clients", "short-term-clients", undefined),
  priceSensitivity: fc.constantFrom("price-sensitive-clients", "premium-paying-clients", undefined),
});
/** The usual table with weights of the caller's. */
const anyRules: fc.Arbitrary<readonly WeightedRule<EngagementLabel>[]> = fc
  .array(fc.integer({ min: 0, max: 5 }), {
    minLength: ENGAGEMENT_RULES.length,
    maxLength: ENGAGEMENT_RULES.length,
  })
  .filter((weights) => weights.slice(0, 15).some((weight) => weight > 0))
  .map((weights) =>
    ENGAGEMENT_RULES.map((rule, i) => ({
      ...rule,
      weight: rule.supports === null ? 0 : (weights[i] as number),
    })),
  );
const anySector = fc.record({
  legalForm: fc.constantFrom("individual", "company", "government", "non-profit", null),
  purpose: fc.constantFrom("personal-use", "return-on-investment", "public-task", "mission", null),
  publicTender: anyFlag,
  stakeholders: fc.option(fc.nat({ max: 5 })),
  decision: fc.constantFrom("emotional", "calculated", null),
});

/** What the votes for a label weigh. */
function weightFor(label: string, votes: Classification<string>["votes"]): number {
  return votes.filter(({ supports }) => supports === label).reduce((sum, { weight }) => sum + weight, 0);
}

function reversed<E extends object>(evidence: E): E {
  return Object.fromEntries(Object.entries(evidence).reverse()) as E;
}

describe("classifyEngagement and classifySupport", () => {
  it("have one label, which outweighs the other, and figures between 0 and 1", () => {
    const check = (result: Classification<string>, labels: readonly [string, string]): void => {
      expectPlainJson(result);
      const [a, b] = [weightFor(labels[0], result.votes), weightFor(labels[1], result.votes)];
      expect(result.label).toBe(a > b ? labels[0] : b > a ? labels[1] : "undetermined");
      expect(result.confidence).toBeGreaterThanOrEqual(0);
      expect(result.coverage).toBeGreaterThanOrEqual(result.confidence);
      expect(result.coverage).toBeLessThanOrEqual(1);
    };
    fc.assert(
      fc.property(anyEngagement, anyConvention, anyRules, (evidence, convention, rules) => {
        deepFreeze([evidence, convention, rules]);
        check(classifyEngagement(evidence, { convention, rules }), ["client", "customer"]);
      }),
    );
    fc.assert(
      fc.property(anyInteraction, fc.constantFrom("prose", "summary-table"), (interaction, convention) => {
        check(classifySupport(interaction, { convention }), ["customer-service", "customer-care"]);
      }),
    );
  });

  it("do not mind the order of the evidence", () => {
    fc.assert(
      fc.property(anyEngagement, anyInteraction, (evidence, interaction) => {
        expect(classifyEngagement(reversed(evidence))).toStrictEqual(classifyEngagement(evidence));
        expect(classifySupport(reversed(interaction))).toStrictEqual(classifySupport(interaction));
      }),
    );
  });

  it("do not mind the order of the rules, but for the order of the votes", () => {
    fc.assert(
      fc.property(
        anyEngagement,
        anyRules.chain((rules) => shuffled(rules)),
        (evidence, [rules, other]) => {
          const { votes: _, clientNeeds: __, ...result } = classifyEngagement(evidence, { rules });
          expect(classifyEngagement(evidence, { rules: other })).toMatchObject(result);
        },
      ),
    );
  });

  it("never lower a label by one more vote for it", () => {
    const standing = ({ label, confidence }: Classification<string>, of: string): number =>
      label === of ? confidence : label === "undetermined" ? 0 : -confidence;
    fc.assert(
      fc.property(
        anyEngagement,
        fc.constantFrom(...ENGAGEMENT_RULES),
        anyRules,
        (evidence, { criterion, observed, supports }, rules) => {
          fc.pre(supports !== null && !Object.hasOwn(evidence, criterion));
          const before = classifyEngagement(evidence, { rules });
          const after = classifyEngagement({ ...evidence, [criterion]: observed }, { rules });
          expect(standing(after, supports as string)).toBeGreaterThanOrEqual(
            standing(before, supports as string),
          );
          expect(after.coverage).toBeGreaterThanOrEqual(before.coverage);
        },
      ),
    );
  });

  it("know nothing from no evidence, whatever the rules", () => {
    fc.assert(
      fc.property(anyConvention, anyRules, (convention, rules) => {
        const result = classifyEngagement({}, { convention, rules });
        expect(result).toMatchObject({
          label: "undetermined",
          confidence: 0,
          coverage: 0,
          clientCandidate: false,
        });
      }),
    );
  });

  it("change only the labels where labels are renamed", () => {
    const [client, customer] = ["\u0001", "\u0002"];
    fc.assert(
      fc.property(anyEngagement, anyConvention, anyFlag, (evidence, convention, highValue) => {
        const party = { ...evidence, highValue };
        const renamed = classifyEngagement(party, { convention, labels: { client, customer } });
        const back = JSON.parse(JSON.stringify(renamed), (key, value) =>
          (key === "label" || key === "supports") && (value === client || value === customer)
            ? value === client
              ? "client"
              : "customer"
            : value,
        );
        expect(back).toStrictEqual(classifyEngagement(party, { convention }));
      }),
    );
  });

  it("find candidates among customers only, never for want of evidence", () => {
    fc.assert(
      fc.property(anyEngagement, anyFlag, (evidence, highValue) => {
        const { label, clientCandidate, clientNeeds } = classifyEngagement({ ...evidence, highValue });
        if (!clientCandidate) return;
        expect(label).toBe("customer");
        expect(clientNeeds.length).toBeGreaterThan(0);
        expect(highValue).not.toBe(false);
      }),
    );
  });

  it("lead to a service model wherever there is a label", () => {
    fc.assert(
      fc.property(anyEngagement, (evidence) => {
        const { label } = classifyEngagement(evidence);
        expect(serviceModelFor(label)?.engagement ?? "undetermined").toBe(label);
      }),
    );
  });
});

describe("classifyRole, classifySide and classifySector", () => {
  it("are decided by the first rule alone: those after it change no label", () => {
    fc.assert(
      fc.property(anySector, (party) => {
        const { label, because } = classifySector(party);
        const first = SECTOR_RULES.findIndex(({ rule }) => rule === because[0]?.rule);
        expect(classifySector(party, { rules: SECTOR_RULES.slice(0, first + 1 || undefined) }).label).toBe(
          label,
        );
        if (first > 0) {
          expect(classifySector(party, { rules: SECTOR_RULES.slice(0, first) }).label).toBe("undetermined");
        }
      }),
    );
  });

  it("cite only what is known, as it is, and do not mind its order", () => {
    fc.assert(
      fc.property(anySector, (party) => {
        const result = classifySector(deepFreeze(party));
        expectPlainJson(result);
        for (const { evidence } of result.because) expect(party).toMatchObject(evidence);
        expect(classifySector(reversed(party))).toStrictEqual(result);
        expect(result.label === "undetermined").toBe(result.because.length === 0);
      }),
    );
  });

  it("change only the label where labels are renamed", () => {
    const labels = { b2c: "A", b2b: "B", b2g: "C", npo: "D" };
    fc.assert(
      fc.property(anySector, (party) => {
        const { label, because } = classifySector(party);
        const name = label === "undetermined" ? label : labels[label];
        expect(classifySector(party, { labels })).toStrictEqual({ label: name, because });
      }),
    );
  });

  it("know a role exactly where both facts are known, whatever the order of the rules", () => {
    fc.assert(
      fc.property(anyFlag, anyFlag, shuffled(ROLE_RULES), (buys, uses, [, rules]) => {
        const { label } = classifyRole({ buys, uses });
        expect(label === "undetermined").toBe(buys == null || uses == null);
        expect(classifyRole({ buys, uses }, { rules }).label).toBe(label);
        if (label === "undetermined") return;
        const subjects = [buys && "purchase-experience", uses && "usage-experience"].filter(Boolean);
        expect(surveyAudience(label)).toEqual(subjects);
      }),
    );
  });

  it("put a party on the side on which it is known to be", () => {
    fc.assert(
      fc.property(anyFlag, anyFlag, (sameOrganisation, pays) => {
        const { label } = classifySide({ sameOrganisation, pays });
        const side = sameOrganisation ?? (pays === true ? false : null);
        expect(label).toBe(side === null ? "undetermined" : side ? "internal" : "external");
      }),
    );
  });
});

describe("businessOrientation", () => {
  it("finds every name of every industry, however it is written", () => {
    const anyName = fc.constantFrom(
      ...INDUSTRIES.flatMap(({ names, orientation }) => names.map((name) => [name, orientation] as const)),
    );
    const anySpace = fc.constantFrom(" ", "-", "  ", "_", " - ");
    fc.assert(
      fc.property(anyName, anySpace, fc.boolean(), ([name, orientation], space, upper) => {
        const written = name.replaceAll(/[ -]/g, space);
        expect(businessOrientation(` ${upper ? written.toUpperCase() : written}`)).toBe(orientation);
      }),
    );
  });
});

const HOUR = 3_600_000;
const OPENED = Date.UTC(2026, 2, 2, 9);

const anyInstant = fc.integer({ min: 0, max: 500 }).map((hours) => OPENED + hours * HOUR);
const anyCase: fc.Arbitrary<CareCase> = fc
  .record({
    solutions: fc.array(anyInstant, { maxLength: 2 }),
    severity: fc.constantFrom("low", "normal", "high", "critical", null),
    providerAtFault: anyFlag,
    satisfied: anyFlag,
    verifiedAt: fc.option(anyInstant),
    escalated: anyFlag,
    contacts: fc.option(fc.integer({ min: 1, max: 5 })),
    responseDueAt: fc.option(anyInstant),
    resolutionDueAt: fc.option(anyInstant),
  })
  .map(({ solutions, ...rest }) => {
    const [firstSolvedAt = null, lastSolvedAt = null] = solutions.sort((a, b) => a - b);
    return { openedAt: OPENED, firstSolvedAt, lastSolvedAt, ...rest };
  });

describe("carePlan and escalationFor", () => {
  it("agree with each other, and say so in plain JSON", () => {
    fc.assert(
      fc.property(anyCase, anyInstant, (record, asOf) => {
        const plan = carePlan(deepFreeze(record), { asOf });
        expectPlainJson(plan);
        expect(plan.escalation).toStrictEqual(escalationFor(record, { asOf }));
        expect(plan.status === "back-to-service").toBe(
          plan.steps.some(({ reason }) => reason === "not-satisfied"),
        );
      }),
    );
  });

  it("list each step of the manner once, due never before the solution and held without one", () => {
    fc.assert(
      fc.property(anyCase, anyInstant, (record, asOf) => {
        const { steps, manner, handedOverAt } = carePlan(record, { asOf });
        const rows = CARE_STEPS.filter((row) => row.manner === "either" || row.manner === manner.label);
        expect(steps.map(({ step }) => step)).toEqual(rows.map(({ step }) => step));
        for (const { state, dueAt } of steps) {
          if (handedOverAt === null) expect([state, dueAt]).toEqual(["held", null]);
          else if (dueAt !== null) expect(Date.parse(dueAt)).toBeGreaterThan(Date.parse(handedOverAt));
          if (state === "due") expect(Date.parse(dueAt as string)).toBeLessThanOrEqual(asOf);
        }
      }),
    );
  });

  it("see nothing of what comes after asOf", () => {
    fc.assert(
      fc.property(anyCase, anyInstant, (record, asOf) => {
        const past = <T>(instant: T): T | null => (Number(instant) <= asOf ? instant : null);
        const known = {
          ...record,
          firstSolvedAt: past(record.firstSolvedAt),
          lastSolvedAt: past(record.lastSolvedAt),
        };
        // The oracle forgets the future; the functions must do so by themselves.
        expect(carePlan(record, { asOf })).toStrictEqual(carePlan(known, { asOf }));
      }),
    );
  });

  it("become no less pressing as an open case grows older", () => {
    const order = ["none", "watch", "escalate"];
    fc.assert(
      fc.property(anyCase, anyInstant, anyInstant, (record, a, b) => {
        const { firstSolvedAt: _, lastSolvedAt: __, ...rest } = record;
        const unsolved = { ...rest, escalated: false };
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((asOf) =>
          order.indexOf(escalationFor(unsolved, { asOf }).label),
        );
        expect(later).toBeGreaterThanOrEqual(sooner as number);
      }),
    );
  });
});
