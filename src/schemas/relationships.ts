// Zod schemas of what happened between a party and its provider: histories, and what surveys are planned from.

import * as z from "zod";
import { SEVERITIES } from "../relationship/careFacts.ts";
import {
  ADVOCACY_KINDS,
  type AdvocacyAct,
  RELATIONSHIP_METRICS,
  type RelationshipAnswer,
  type RelationshipContract,
  type RelationshipHistory,
} from "../relationship/relationshipHistory.ts";
import { EVENT_KINDS, SURVEY_KINDS } from "../relationship/surveyKinds.ts";
import type { SurveyEvent, SurveyInvitation, SurveyParty } from "../relationship/surveyParty.ts";
import { METRICS } from "../survey/metricGuides.ts";
import { checkedScale, NPS_SCALE, type Scale, sameScale } from "../survey/scale.ts";
import { figureOrMissing, listOrMissing, word, wordOrMissing } from "./evidenceFields.ts";
import { beginning, flagOrMissing, identifierOrMissing, instantOrMissing, notBefore } from "./fields.ts";
import { instant } from "./instant.ts";
import { wording } from "./wording.ts";

/**
 * What is known of the relationship with one party: purchases, contract, answers, advocacy, complaints and dates. Everything
 * may be missing, which is "not known"; an empty list says that there was nothing. Further properties are kept.
 *
 * What passes can be given to `classifyLoyalty` and to every function of the lifecycle. Nothing is converted.
 *
 * @example
 * ```ts
 * import { relationshipHistory } from "cx-metrics/schemas";
 *
 * const at = "2026-03-02T09:00:00Z";
 * relationshipHistory.safeParse({ purchases: [{ at }], answers: [{ metric: "nps", rating: 9, at }] }).success; // → true
 * relationshipHistory.safeParse({ answers: [{ metric: "csat", rating: 9, at }] }).success; // → false
 * relationshipHistory.safeParse({ contract: { from: at, to: "2026-03-01T09:00:00Z" } }).success; // → false
 * ```
 */
export const relationshipHistory: z.ZodType<RelationshipHistory> = /* @__PURE__ */ historyObject();

function historyObject(): z.ZodType<RelationshipHistory> {
  const figure = z.number(wording("a finite number or missing")).nullish();
  return z.looseObject(
    {
      purchases: listOrMissing(z.looseObject({ at: instant, amount: figure }, wording("an object"))),
      firstContactAt: instantOrMissing,
      endedAt: instantOrMissing,
      onboardedAt: instantOrMissing,
      activity: listOrMissing(instant),
      contract: contractObject().nullish(),
      answers: listOrMissing(answerObject()),
      advocacy: listOrMissing(advocacyObject()),
      shareOfPurchases: figureOrMissing(0, 1),
      openComplaints: listOrMissing(instant),
    },
    wording("an object"),
  );
}

function contractObject(): z.ZodType<RelationshipContract> {
  return z
    .looseObject({ from: instant, to: instantOrMissing }, wording("an object or missing"))
    .refine(...notBefore<RelationshipContract>("to", "from"));
}

function advocacyObject(): z.ZodType<AdvocacyAct> {
  return z.looseObject({ kind: word(ADVOCACY_KINDS), at: instant }, wording("an object"));
}

function answerObject(): z.ZodType<RelationshipAnswer> {
  const rating = z.int(wording("a whole number or missing")).nullish();
  const scale = z.custom<Scale>(isScale, wording("a scale or missing")).nullish();
  return z
    .looseObject({ metric: word(RELATIONSHIP_METRICS), rating, scale, at: instant }, wording("an object"))
    .refine(({ metric, scale }) => metric !== "nps" || !scale || sameScale(scale, NPS_SCALE), {
      path: ["scale"],
      error: "must be 0 to 10 or missing for NPS, got another",
    })
    .refine(
      ({ metric, rating, scale }) => {
        const { min, max } = scale ?? (METRICS[metric].scale as Scale);
        return rating === null || rating === undefined || (rating >= min && rating <= max);
      },
      { path: ["rating"], error: "must be on its scale or missing, got a number off it" },
    );
}

function isScale(value: unknown): boolean {
  try {
    checkedScale("", value as Scale);
    return true;
  } catch {
    return false;
  }
}

/**
 * What is known of a party that may be asked: consent, role, events and invitations. Everything may be missing, which is "not
 * known". Further properties are kept.
 *
 * What passes can be given to `surveysDue`. Nothing is converted.
 *
 * @example
 * ```ts
 * import { surveyParty } from "cx-metrics/schemas";
 *
 * const event = { kind: "purchase", at: "2026-03-02T09:00:00Z", eventId: "order-7" };
 * surveyParty.safeParse({ consent: true, events: [event], invitations: [] }).success; // → true
 * surveyParty.safeParse({ consent: true, events: [event, event] }).success; // → false
 * ```
 */
export const surveyParty: z.ZodType<SurveyParty> = /* @__PURE__ */ surveyPartyObject();

function surveyPartyObject(): z.ZodType<SurveyParty> {
  return z
    .looseObject(
      {
        consent: flagOrMissing,
        buys: flagOrMissing,
        uses: flagOrMissing,
        events: listOrMissing(eventObject()),
        invitations: listOrMissing(invitationObject()),
      },
      wording("an object"),
    )
    .refine(({ events }) => areNamedOnce(events ?? []), {
      path: ["events"],
      error: "must be events of which no two have one eventId, got one twice",
    });
}

function eventObject(): z.ZodType<SurveyEvent> {
  return z.looseObject(
    {
      kind: word(EVENT_KINDS),
      at: beginning,
      eventId: identifierOrMissing,
      requiredSolution: flagOrMissing,
      severity: wordOrMissing(SEVERITIES),
    },
    wording("an object"),
  );
}

function invitationObject(): z.ZodType<SurveyInvitation> {
  return z.looseObject(
    {
      survey: word(SURVEY_KINDS),
      at: beginning,
      eventId: identifierOrMissing,
      answered: flagOrMissing,
    },
    wording("an object"),
  );
}

/** A blank name is none. */
function areNamedOnce(events: readonly SurveyEvent[]): boolean {
  const names = events.flatMap(({ eventId }) =>
    eventId === null || eventId === undefined || String(eventId).trim() === "" ? [] : [eventId],
  );
  return new Set(names).size === names.length;
}
