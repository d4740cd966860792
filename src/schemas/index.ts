// cx-metrics/schemas: zod schemas of the records. The only entry that loads zod.

/**
 * Zod schemas of the records, for `parseRows` or on their own. The only entry that loads zod.
 *
 * @module cx-metrics/schemas
 */

export { type CustomerRecordOf, type CustomerRecordOptions, customerRecord } from "./customerRecord.ts";
export {
  orderRecord,
  referredCustomer,
  revenueRecord,
  supportCase,
  tenureRecord,
} from "./customers.ts";
export {
  careCase,
  churnSignals,
  engagementEvidence,
  partyEvidence,
  supportInteraction,
} from "./evidence.ts";
export { instant } from "./instant.ts";
export { relationshipHistory, surveyParty } from "./relationships.ts";
export {
  cesResponse,
  csatResponse,
  npsResponse,
  type ResponseOf,
  type SurveyResponseOptions,
  surveyResponse,
  surveyResponseOn,
} from "./survey.ts";
