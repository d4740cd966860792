import { expectTypeOf, it } from "vitest";
import {
  annualizeChurn,
  type ExpansionKind,
  expansionKind,
  grossRevenueRetention,
  type LifetimeValue,
  netRevenueRetention,
  quickRatio,
  type Rate,
  type RevenueMovement,
  revenueMovement,
} from "../../src/index.ts";

declare const rate: Rate;
declare const movement: RevenueMovement;

it("annualizeChurn is null only where the rate may be", () => {
  expectTypeOf(annualizeChurn(0.05, 12)).toEqualTypeOf<number>();
  expectTypeOf(annualizeChurn(rate.rate, 12)).toEqualTypeOf<number | null>();
  expectTypeOf(annualizeChurn(null, 12)).toEqualTypeOf<null>();
});

it("revenueMovement takes maps and pairs", () => {
  expectTypeOf(revenueMovement(new Map([["ana", 5]]), [])).toEqualTypeOf<RevenueMovement>();
  revenueMovement([["ana", 5]], [[1, 5]], { seenBefore: new Set(["ana", 1]) });
  // @ts-expect-error an object is no list of pairs
  revenueMovement({ ana: 5 }, []);
  // @ts-expect-error an account pays one amount
  revenueMovement([["ana", 5, 6]], []);
});

it("the rates take a movement, or no more than they need of one", () => {
  expectTypeOf(netRevenueRetention(movement)).toEqualTypeOf<number | null>();
  grossRevenueRetention({ starting: 10, contraction: 1, churned: 2 });
  // @ts-expect-error net retention needs the expansion
  netRevenueRetention({ starting: 10, contraction: 1, churned: 2 });
  // @ts-expect-error what was gained is needed
  quickRatio({ contraction: 1, churned: 2 });
});

it("every field of the results is required and read-only", () => {
  expectTypeOf<Required<RevenueMovement>>().toEqualTypeOf<RevenueMovement>();
  expectTypeOf<Readonly<RevenueMovement>>().toEqualTypeOf<RevenueMovement>();
  expectTypeOf<Required<LifetimeValue>>().toEqualTypeOf<LifetimeValue>();
  expectTypeOf<Readonly<LifetimeValue>>().toEqualTypeOf<LifetimeValue>();
  expectTypeOf(expansionKind([], [])).toEqualTypeOf<ExpansionKind>();
});
