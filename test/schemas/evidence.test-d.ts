import { expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type {
  CareCase,
  ChurnSignals,
  EngagementEvidence,
  RelationshipHistory,
  RoleEvidence,
  SectorEvidence,
  SideEvidence,
  SupportInteraction,
  SurveyParty,
} from "../../src/index.ts";
import {
  careCase,
  churnSignals,
  engagementEvidence,
  partyEvidence,
  relationshipHistory,
  supportInteraction,
  surveyParty,
} from "../../src/schemas/index.ts";

it("the schemas are zod types of the evidence", () => {
  expectTypeOf(partyEvidence).toEqualTypeOf<z.ZodType<RoleEvidence & SideEvidence & SectorEvidence>>();
  expectTypeOf(engagementEvidence).toEqualTypeOf<z.ZodType<EngagementEvidence>>();
  expectTypeOf(supportInteraction).toEqualTypeOf<z.ZodType<SupportInteraction>>();
  expectTypeOf(careCase).toEqualTypeOf<z.ZodType<CareCase>>();
  expectTypeOf(churnSignals).toEqualTypeOf<z.ZodType<ChurnSignals>>();
  expectTypeOf(relationshipHistory).toEqualTypeOf<z.ZodType<RelationshipHistory>>();
  expectTypeOf(surveyParty).toEqualTypeOf<z.ZodType<SurveyParty>>();
  expectTypeOf<z.infer<typeof surveyParty>>().toEqualTypeOf<SurveyParty>();
});
