// The declarations of the schemas entry, as a TypeScript consumer sees them.
import { type NpsResponse, parseRows } from "cx-metrics";
import { npsResponse } from "cx-metrics/schemas";

const rows: readonly NpsResponse[] = parseRows(npsResponse, []).rows;

export { rows };
