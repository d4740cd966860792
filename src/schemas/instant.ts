// The zod schema of an instant.

import * as z from "zod";
import type { Instant } from "../records/instant.ts";
import { epochOrNull } from "../time/epoch.ts";
import { wording } from "./wording.ts";

/**
 * A moment in time, for schemas of one's own: a valid `Date`, epoch milliseconds, or ISO 8601 with an offset. Passed
 * on as it is.
 *
 * @example
 * ```ts
 * import { instant } from "cx-metrics/schemas";
 * import * as z from "zod";
 *
 * const visit = z.object({ at: instant });
 * visit.safeParse({ at: "2026-03-09T17:30:00+07:00" }).success; // → true
 * visit.safeParse({ at: "2026-03-09" }).success; // → false
 * ```
 */
export const instant: z.ZodType<Instant> = /* @__PURE__ */ z.custom<Instant>(
  (value) => epochOrNull(value) !== null,
  /* @__PURE__ */ wording("a valid Date, epoch milliseconds, or ISO 8601 with an offset"),
);
