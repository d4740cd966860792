// Instants as milliseconds since 1970, which can be put in order; texts with different offsets cannot.

import type { Instant } from "cx-metrics";

/** `Date` reads every text that the package accepts as an instant. */
export const epoch = (at: Instant): number => new Date(at).getTime();
