// Days of the histories that tests are about.

/** Midnight in UTC, so many days after 1 January 2026. */
export function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
}
