// A relationship's history, checked, with every instant in epoch milliseconds and what comes after asOf left out.

import { type Path, refusal, refusalInWords, requireObject, requireOneOf } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { cellOf, ratingRefusal } from "../survey/cells.ts";
import { METRICS } from "../survey/metricGuides.ts";
import { checkedScale, NPS_SCALE, pointsOf, type Scale, sameScale, scaleMismatch } from "../survey/scale.ts";
import { epochOf } from "../time/epoch.ts";
import {
  ADVOCACY_KINDS,
  type AdvocacyAct,
  RELATIONSHIP_METRICS,
  type RelationshipAnswer,
  type RelationshipHistory,
  type RelationshipMetric,
  type RelationshipPurchase,
} from "./relationshipHistory.ts";

/** An answer, and where it lies on its scale: 0 at the lowest rating, 1 at the highest. */
export interface ReadAnswer {
  readonly metric: RelationshipMetric;
  readonly at: number;
  readonly position: number;
}

/** A contract in epoch milliseconds. Ends that it does not have are Infinity. */
export interface ReadContract {
  readonly from: number;
  /** When it was to run out. */
  readonly agreedTo: number;
  /** When it was over: earlier where the party ended the relationship before. */
  readonly to: number;
}

/** What was known at `asOf`. Lists are in order of time; `null` is "not known". */
export interface KnownHistory {
  readonly purchases: readonly number[] | null;
  readonly activity: readonly number[] | null;
  readonly advocacy: readonly number[] | null;
  readonly openComplaints: readonly number[] | null;
  readonly answers: readonly ReadAnswer[];
  readonly contract: ReadContract | null;
  readonly firstContactAt: number | null;
  readonly endedAt: number | null;
  readonly onboardedAt: number | null;
  readonly shareOfPurchases: number | null;
  /** How many events came after `asOf`. */
  readonly afterAsOf: number;
}

/** What was known at `end`, or a throw naming the field that is wrong. */
export function readHistory(
  caller: string,
  path: Path,
  history: RelationshipHistory,
  end: number,
): KnownHistory {
  requireObject(caller, path, history);
  let afterAsOf = 0;
  const inTime = (epoch: number): boolean => {
    if (epoch <= end) return true;
    afterAsOf++;
    return false;
  };
  const epochs = <T>(name: keyof RelationshipHistory, epochIn: (item: T, at: Path) => number) => {
    const list = listOf<T>(caller, [...path, name], history[name]);
    return list === null
      ? null
      : list
          .map((item, i) => epochIn(item, [...path, name, i]))
          .filter(inTime)
          .sort((a, b) => a - b);
  };
  const once = (name: "firstContactAt" | "endedAt" | "onboardedAt"): number | null => {
    const epoch = knownEpoch(caller, [...path, name], history[name]);
    return epoch !== null && inTime(epoch) ? epoch : null;
  };
  const instant = (item: Instant, at: Path): number => epochOf(caller, at, item);
  const endedAt = once("endedAt");
  const contract = contractOf(caller, [...path, "contract"], history.contract, endedAt ?? Infinity);
  const answers = listOf<RelationshipAnswer>(caller, [...path, "answers"], history.answers) ?? [];
  return {
    purchases: epochs<RelationshipPurchase>("purchases", (item, at) => epochAt(caller, at, item)),
    activity: epochs("activity", instant),
    advocacy: epochs<AdvocacyAct>("advocacy", (item, at) => {
      const epoch = epochAt(caller, at, item);
      requireOneOf(caller, [...at, "kind"], item.kind, ADVOCACY_KINDS);
      return epoch;
    }),
    openComplaints: epochs("openComplaints", instant),
    answers: answers
      .map((answer, i) => readAnswer(caller, [...path, "answers", i], answer))
      .filter(({ at }) => inTime(at))
      .filter((answer): answer is ReadAnswer => answer.position !== null)
      .sort(byTime),
    contract: contract !== null && inTime(contract.from) ? contract : null,
    firstContactAt: once("firstContactAt"),
    endedAt,
    onboardedAt: once("onboardedAt"),
    shareOfPurchases: shareOf(caller, [...path, "shareOfPurchases"], history.shareOfPurchases),
    afterAsOf,
  };
}

/** Whatever order answers were given in, the lower of two to one question at one instant comes last, and so stands. */
function byTime(a: ReadAnswer, b: ReadAnswer): number {
  return a.at - b.at || b.position - a.position;
}

function listOf<T>(caller: string, path: Path, list: unknown): readonly T[] | null {
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list)) throw refusal(caller, "invalid-argument", path, "an array or missing", list);
  return Array.from(list as readonly T[]);
}

function epochAt(caller: string, path: Path, item: { readonly at: Instant }): number {
  requireObject(caller, path, item);
  return epochOf(caller, [...path, "at"], item.at);
}

function knownEpoch(caller: string, path: Path, instant: Instant | null | undefined): number | null {
  return instant === null || instant === undefined ? null : epochOf(caller, path, instant);
}

function contractOf(
  caller: string,
  path: Path,
  contract: RelationshipHistory["contract"],
  endedAt: number,
): ReadContract | null {
  if (contract === null || contract === undefined) return null;
  if (typeof contract !== "object") throw refusal(caller, "invalid-argument", path, "an object", contract);
  const from = epochOf(caller, [...path, "from"], contract.from);
  const agreedTo = knownEpoch(caller, [...path, "to"], contract.to) ?? Infinity;
  if (agreedTo < from) {
    const got = "an earlier instant";
    throw refusalInWords(caller, "invalid-argument", [...path, "to"], "contract.from or later", got);
  }
  return { from, agreedTo, to: endedAt < from ? agreedTo : Math.min(agreedTo, endedAt) };
}

function readAnswer(
  caller: string,
  path: Path,
  answer: RelationshipAnswer,
): Omit<ReadAnswer, "position"> & { readonly position: number | null } {
  const at = epochAt(caller, path, answer);
  const { metric, scale: given, rating } = answer;
  requireOneOf(caller, [...path, "metric"], metric, RELATIONSHIP_METRICS);
  const scale = scaleOf(caller, [...path, "scale"], metric, given);
  if (rating === null || rating === undefined) return { metric, at, position: null };
  const cell = cellOf(rating, scale);
  if (cell < 0) throw ratingRefusal(caller, [...path, "rating"], rating, scale);
  return { metric, at, position: cell / (pointsOf(scale) - 1) };
}

function scaleOf(
  caller: string,
  path: Path,
  metric: RelationshipMetric,
  given: Scale | null | undefined,
): Scale {
  if (given === null || given === undefined) return METRICS[metric].scale as Scale;
  const scale = checkedScale(caller, given, path);
  if (metric === "nps" && !sameScale(scale, NPS_SCALE)) throw scaleMismatch(caller, path, NPS_SCALE, scale);
  return scale;
}

function shareOf(caller: string, path: Path, share: number | null | undefined): number | null {
  if (share === null || share === undefined) return null;
  if (!(typeof share === "number" && share >= 0 && share <= 1)) {
    throw refusal(caller, "invalid-argument", path, "a number from 0 to 1 or missing", share);
  }
  return share + 0;
}
