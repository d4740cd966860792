// Loyalty and lifecycle once more, straight from what their documentation says, moment by moment and without any table.

import type { AnyHistory } from "./histories.ts";
import { DAY } from "./histories.ts";

interface Known {
  readonly purchases: readonly number[];
  readonly begun: number | null;
  readonly knowsPurchases: boolean;
  readonly over: boolean;
  readonly contractOver: boolean;
  readonly inForce: boolean;
  readonly contract: { from: number; to: number } | null;
  readonly gap: number;
  readonly low: number | null;
  readonly high: number | null;
}

function medianGap(moments: readonly number[]): number | null {
  const apart = [...new Set(moments)].sort((a, b) => a - b);
  if (apart.length < 3) return null;
  const gaps = apart.slice(1).map((at, i) => at - (apart[i] as number));
  gaps.sort((a, b) => a - b);
  const half = gaps.length / 2;
  const [a, b] = [gaps[Math.ceil(half) - 1] as number, gaps[Math.floor(half)] as number];
  return Math.max(7 * DAY, (a + b) / 2);
}

/** The most recent of the latest answers to each question that passes. */
function standing(
  history: AnyHistory,
  at: number,
  passes: (metric: string, rating: number, max: number) => boolean,
) {
  const dates = ["nps", "csat", "ces"].flatMap((metric) => {
    const given = (history.answers ?? []).filter(
      (a) => a.metric === metric && a.rating !== null && a.at <= at,
    );
    const latest = Math.max(...given.map((a) => a.at));
    const last = given.filter((a) => a.at === latest);
    const maxOf = (a: (typeof given)[number]) =>
      "scale" in a ? 10 : ({ nps: 10, csat: 5, ces: 7 } as const)[a.metric];
    const share = (a: (typeof given)[number]) => {
      const min = metric === "nps" ? 0 : 1;
      return ((a.rating as number) - min) / (maxOf(a) - min);
    };
    const [worst] = last.sort((a, b) => share(a) - share(b));
    return worst !== undefined && passes(metric, worst.rating as number, maxOf(worst)) ? [latest] : [];
  });
  return dates.length === 0 ? null : Math.max(...dates);
}

function isLow(metric: string, rating: number, max: number): boolean {
  if (metric === "nps") return rating <= 6;
  if (metric === "ces") return rating <= 3;
  return max === 5 ? rating <= 2 : rating <= 3;
}

function isHigh(metric: string, rating: number, max: number): boolean {
  if (metric === "nps") return rating >= 9;
  if (metric === "ces") return rating >= 5;
  return max === 5 ? rating >= 4 : rating >= 8;
}

function knownAt(history: AnyHistory, at: number): Known {
  const purchases = (history.purchases ?? []).map((p) => p.at).filter((p) => p <= at);
  const given = history.contract != null && history.contract.from <= at ? history.contract : null;
  const endedAt =
    history.endedAt !== undefined && history.endedAt !== null && history.endedAt <= at
      ? history.endedAt
      : null;
  const contract =
    given === null
      ? null
      : {
          from: given.from,
          to:
            endedAt !== null && endedAt >= given.from
              ? Math.min(endedAt, given.to ?? Infinity)
              : (given.to ?? Infinity),
        };
  const starts = [...purchases, ...(contract === null ? [] : [contract.from])];
  return {
    purchases,
    begun: starts.length === 0 ? null : Math.min(...starts),
    knowsPurchases: history.purchases != null,
    over: endedAt !== null && !starts.some((start) => start > endedAt),
    contractOver: contract !== null && contract.to <= at && !purchases.some((p) => p >= contract.to),
    inForce: contract !== null && at < contract.to,
    contract,
    gap: medianGap(purchases) ?? 90 * DAY,
    low: standing(history, at, isLow),
    high: standing(history, at, isHigh),
  };
}

export function expectedStage(history: AnyHistory, at: number, risk: number | null): string {
  const known = knownAt(history, at);
  const { begun, contract, inForce, gap, low } = known;
  const upToNow = (list: readonly number[] | null | undefined) => (list ?? []).filter((each) => each <= at);
  const uses = upToNow(history.activity);
  let silent = 0;
  if (begun !== null && !inForce) {
    const ends = contract === null ? [] : [contract.from, contract.to];
    silent = at - Math.max(...known.purchases, ...ends, ...uses.filter((use) => use >= begun));
  }
  if (known.over || known.contractOver || silent >= 4 * gap) return "churned";
  if (begun === null && known.knowsPurchases) return "acquisition";
  const unusedSince = Math.max(...uses, contract?.from ?? 0);
  const useGap = medianGap(uses) ?? 90 * DAY;
  const unused = inForce && history.activity != null && at - unusedSince >= 2 * useGap;
  const agreedTo = history.contract?.to ?? Infinity;
  if (
    (risk !== null && risk >= 0.6) ||
    upToNow(history.openComplaints).length > 0 ||
    (low !== null && at - low < 180 * DAY) ||
    silent >= 2 * gap ||
    unused ||
    (inForce && agreedTo - at <= 30 * DAY && agreedTo - (contract?.from ?? 0) > 60 * DAY)
  ) {
    return "at-risk";
  }
  const broughtIn = history.onboardedAt != null && history.onboardedAt <= at;
  if (begun !== null && !broughtIn && at - begun < 30 * DAY) return "onboarding";
  const acts = upToNow(history.advocacy?.map((act) => act.at));
  if (acts.some((act) => at - act < 365 * DAY)) return "advocacy";
  return begun === null ? "undetermined" : "retention";
}

export function expectedLoyalty(history: AnyHistory, at: number): string {
  const { purchases, begun, knowsPurchases, over, contract, inForce, gap, low, high } = knownAt(history, at);
  if (begun === null) return knowsPurchases ? "prospect" : "undetermined";
  const count = Math.max(1, purchases.length);
  if (count === 1) return "new";
  const share = history.shareOfPurchases ?? null;
  if (over || (share !== null && share < 0.5) || (low !== null && at - low < 180 * DAY)) return "returning";
  const ends = contract === null ? [] : [contract.from, contract.to];
  const keepsRhythm = inForce || at - Math.max(...purchases, ...ends) <= 2 * gap;
  if (count < 3 || !keepsRhythm) return "returning";
  if ((history.advocacy ?? []).some((act) => act.at <= at)) return "advocate";
  return share !== null || (high !== null && at - high < 365 * DAY) ? "loyal" : "returning";
}
