import { describe, expectTypeOf, it } from "vitest";
import {
  classifyEngagement,
  classifyRole,
  type Decision,
  type EngagementClassification,
  escalationFor,
  ROLE_WORDS,
  type Role,
  type ServiceModel,
  serviceModelFor,
} from "../../src/index.ts";

describe("classifications", () => {
  it("have our labels without names of the caller's", () => {
    expectTypeOf(classifyEngagement({})).toEqualTypeOf<EngagementClassification<"client" | "customer">>();
    expectTypeOf(classifyRole({})).toEqualTypeOf<Decision<Role>>();
  });

  it("have the caller's names too, letter for letter", () => {
    const { label } = classifyEngagement({}, { labels: { client: "klien", customer: "pelanggan" } });
    expectTypeOf(label).toEqualTypeOf<"client" | "customer" | "klien" | "pelanggan" | "undetermined">();
    const role = classifyRole({}, { labels: ROLE_WORDS["buyer-is-client"] });
    expectTypeOf(role.label).toExtend<Role | "client" | "client-and-customer" | "undetermined">();
  });

  it("refuse values, labels and conventions that do not exist", () => {
    // @ts-expect-error no such offering
    classifyEngagement({ offering: "advice" });
    // @ts-expect-error no such label
    classifyEngagement({}, { labels: { consumer: "konsumen" } });
    // @ts-expect-error a reading of the price, not of the duration
    classifyEngagement({}, { convention: { duration: "price-sensitive-clients" } });
    // @ts-expect-error no such fact
    classifyRole({}, { rules: [{ rule: "x", label: "neither", when: { sells: true } }] });
    // @ts-expect-error asOf has to be given
    escalationFor({ openedAt: 0 }, {});
  });

  it("lead to a service model or to none", () => {
    expectTypeOf(serviceModelFor("client")).toEqualTypeOf<ServiceModel | null>();
  });
});
