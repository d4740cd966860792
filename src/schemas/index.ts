// cx-metrics/schemas: zod schemas of the records. The only entry that loads zod.

/**
 * Zod schemas of the records, for `parseRows` or on their own. The only entry that loads zod.
 *
 * @module cx-metrics/schemas
 */

export { instant } from "./instant.ts";
export {
  cesResponse,
  csatResponse,
  npsResponse,
  type ResponseOf,
  surveyResponse,
  surveyResponseOn,
} from "./survey.ts";
