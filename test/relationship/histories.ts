// Random histories of relationships, dated by whole days and times of day.

import fc from "fast-check";
import type { RelationshipHistory } from "../../src/index.ts";

export const DAY = 86_400_000;

/** An instant from day 0 to 900. Most on whole days, so that many coincide. */
export const anyInstant: fc.Arbitrary<number> = fc
  .tuple(fc.nat({ max: 900 }), fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat({ max: DAY - 1 })))
  .map(([day, time]) => day * DAY + time);

const anyRating = fc.oneof(
  fc.record({ metric: fc.constant("nps" as const), rating: fc.option(fc.nat({ max: 10 })) }),
  fc.record({ metric: fc.constant("csat" as const), rating: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    metric: fc.constant("csat" as const),
    rating: fc.integer({ min: 1, max: 10 }),
    scale: fc.constant({ min: 1, max: 10 }),
  }),
  fc.record({ metric: fc.constant("ces" as const), rating: fc.integer({ min: 1, max: 7 }) }),
);

const anyContract = fc.tuple(anyInstant, fc.option(fc.nat({ max: 400 }))).map(([from, days]) => {
  return { from, to: days === null ? null : from + days * DAY };
});

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ arbitrary, weight: 3 }, fc.constantFrom(null, undefined));
}

/** A history with epoch milliseconds for instants. Each part may be unknown. */
export const anyHistory = fc.record({
  purchases: maybe(fc.array(fc.record({ at: anyInstant }), { maxLength: 7 })),
  firstContactAt: maybe(anyInstant),
  endedAt: fc.option(anyInstant, { freq: 2, nil: undefined }),
  onboardedAt: maybe(anyInstant),
  activity: maybe(fc.array(anyInstant, { maxLength: 8 })),
  contract: fc.option(anyContract, { freq: 2, nil: undefined }),
  answers: maybe(
    fc.array(
      fc.tuple(anyRating, anyInstant).map(([answer, at]) => ({ ...answer, at })),
      { maxLength: 5 },
    ),
  ),
  advocacy: maybe(
    fc.array(
      fc.record({
        kind: fc.constantFrom(
          "referral" as const,
          "review" as const,
          "testimonial" as const,
          "community" as const,
        ),
        at: anyInstant,
      }),
      { maxLength: 3 },
    ),
  ),
  shareOfPurchases: maybe(fc.constantFrom(0, 0.2, 0.5, 0.8, 1)),
  openComplaints: maybe(fc.array(anyInstant, { maxLength: 2 })),
}) satisfies fc.Arbitrary<RelationshipHistory>;

export type AnyHistory = typeof anyHistory extends fc.Arbitrary<infer History> ? History : never;

/** The same history with every instant replaced. */
export function mapInstants(history: AnyHistory, change: (at: number) => number): AnyHistory {
  const once = (at: number | null | undefined) => (typeof at === "number" ? change(at) : at);
  const each = <T extends { readonly at: number }>(list: readonly T[] | null | undefined) =>
    list?.map((item) => ({ ...item, at: change(item.at) }));
  const { contract } = history;
  return {
    ...history,
    purchases: each(history.purchases),
    firstContactAt: once(history.firstContactAt),
    endedAt: once(history.endedAt) ?? undefined,
    onboardedAt: once(history.onboardedAt),
    activity: history.activity?.map(change),
    contract: contract && { from: change(contract.from), to: once(contract.to) ?? null },
    answers: each(history.answers),
    advocacy: each(history.advocacy),
    openComplaints: history.openComplaints?.map(change),
  };
}

/** The same history with its lists in the opposite order. */
export function reversed(history: AnyHistory): AnyHistory {
  const back = <T>(list: readonly T[] | null | undefined) => (list ? [...list].reverse() : list);
  return {
    ...history,
    purchases: back(history.purchases),
    activity: back(history.activity),
    answers: back(history.answers),
    advocacy: back(history.advocacy),
    openComplaints: back(history.openComplaints),
  };
}
