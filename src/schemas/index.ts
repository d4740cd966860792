// cx-metrics/schemas: zod schemas of the records. The only entry that loads zod.

export { instant } from "./instant.ts";
export {
  cesResponse,
  csatResponse,
  npsResponse,
  type ResponseOf,
  surveyResponse,
  surveyResponseOn,
} from "./survey.ts";
