// A moment in time, as records carry it.

/**
 * A moment in time: a `Date`, milliseconds since 1970-01-01T00:00:00Z (fractions are dropped), or an ISO 8601 date and
 * time with its offset (`"2026-03-09T17:30:00+07:00"`, `"2026-03-09T10:30Z"`). Seconds since 1970, as databases and Unix
 * count, would be read as milliseconds, and fall in January 1970: multiply them by 1000.
 *
 * A date without a time, or a time without an offset, is no moment: it throws, because filling the gap from the host's
 * zone would give each machine its own answer. The offset is `Z` or hours and minutes with a colon, so that
 * `new Date(text)` reads every accepted text as the same moment.
 */
export type Instant = Date | string | number;
