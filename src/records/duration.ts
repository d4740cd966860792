// How long somebody was observed, as a record.

/**
 * One customer's time under observation, and whether its end was seen.
 *
 * Times are in whatever unit the caller chose, counted from each customer's own beginning. Plain JSON.
 */
export interface Duration {
  /** How long the customer was followed: a number from 0 to 1e50. */
  readonly time: number;
  /** Whether the customer was seen to leave then; `false` where that is still to come, or was not seen. */
  readonly observed: boolean;
  /**
   * From which time on the customer was followed (late entry): before `time`, or 0. Whoever left before that time would
   * never have come into the data, so the customer is counted among those at risk after it only.
   * @defaultValue 0, from the beginning
   */
  readonly entry?: number | undefined;
  /**
   * How many customers the row stands for: 0, or a number from 1e-100 to 1e100.
   * @defaultValue 1
   */
  readonly weight?: number | undefined;
}
