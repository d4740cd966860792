import { expectTypeOf, it } from "vitest";
import {
  DEFAULT_SURVEY_POLICY,
  type SurveyDecision,
  type SurveyPlan,
  type SurveyPolicy,
  type SurveyPolicyChanges,
  type SurveyQuestion,
  surveyQuestion,
  surveysDue,
} from "../../src/index.ts";

it("a plan is made of decisions", () => {
  expectTypeOf(surveysDue({}, { asOf: 0 })).toEqualTypeOf<SurveyPlan>();
  expectTypeOf<SurveyPlan["decisions"][number]>().toEqualTypeOf<SurveyDecision>();
  expectTypeOf(DEFAULT_SURVEY_POLICY).toEqualTypeOf<SurveyPolicy>();
  expectTypeOf<SurveyPolicy>().toExtend<SurveyPolicyChanges>();
});

it("the kind of survey that is due can be worded at once", () => {
  const [decision] = surveysDue({}, { asOf: 0 }).decisions;
  if (decision) expectTypeOf(surveyQuestion(decision.survey, "id")).toEqualTypeOf<SurveyQuestion>();
});

it("mistakes are seen by the compiler", () => {
  // @ts-expect-error without a moment nothing is due
  surveysDue({}, {});
  // @ts-expect-error there is no such event
  surveysDue({ events: [{ kind: "sale", at: 0 }] }, { asOf: 0 });
  // @ts-expect-error there is no such survey
  surveysDue({ invitations: [{ survey: "phone", at: 0 }] }, { asOf: 0 });
  // @ts-expect-error there is no such part of a policy
  surveysDue({}, { asOf: 0, policy: { quiet: 5 } });
  // @ts-expect-error there is no such language
  surveyQuestion("nps", "fr");
});
