// What the functions of the lifecycle share: their options, and a history's facts through time.

import { type Classifier, EVER, staying } from "./courses.ts";
import { checkedFirstMatchRules } from "./firstMatch.ts";
import {
  boughtAt,
  contractDays,
  contractOver,
  countedFrom,
  daysSinceAnswer,
  daysSinceLatest,
  daysToContractEnd,
  endedByParty,
  onceFrom,
  silence,
  unusedUnderContract,
} from "./historyCourses.ts";
import { checkedNaming, type LabelNames, type Naming } from "./labels.ts";
import {
  LIFECYCLE_EVIDENCE,
  LIFECYCLE_FACTS,
  LIFECYCLE_RULES,
  LIFECYCLE_STAGES,
  type LifecycleFact,
  type LifecycleRule,
  type LifecycleStage,
} from "./lifecycleRules.ts";
import type { KnownHistory } from "./readHistory.ts";
import { type RhythmOptions, type RhythmSettings, rhythmSettings } from "./rhythm.ts";

/** Options of everything that tells stages apart. */
export interface LifecycleRuleOptions extends RhythmOptions {
  /**
   * The rules in the order in which they are tried, in place of the usual ones.
   * @defaultValue {@link LIFECYCLE_RULES}
   */
  readonly rules?: readonly LifecycleRule[] | undefined;
}

/** The same with names of the caller's for the stages. */
export interface LifecycleOptions<T extends string = never> extends LifecycleRuleOptions {
  /**
   * Your names for the stages.
   * @defaultValue each stage's own
   */
  readonly labels?: LabelNames<LifecycleStage, T> | undefined;
}

/** The same, checked. */
export interface LifecycleSettings<T extends string> {
  readonly rhythm: RhythmSettings;
  readonly rules: readonly LifecycleRule[];
  readonly called: Naming<LifecycleStage, T>;
}

/** The options, or a throw naming the one that is wrong. */
export function lifecycleSettings<T extends string>(
  caller: string,
  options: LifecycleOptions<T>,
): LifecycleSettings<T> {
  return {
    rhythm: rhythmSettings(caller, options),
    rules: checkedFirstMatchRules(caller, options.rules, LIFECYCLE_RULES, LIFECYCLE_FACTS, LIFECYCLE_STAGES),
    called: checkedNaming(caller, LIFECYCLE_STAGES, options.labels),
  };
}

/** A history's stages through time. */
export function lifecycleOf<T extends string>(
  history: KnownHistory,
  { rhythm, rules, called }: LifecycleSettings<T>,
  risk: number | null = null,
): Classifier<LifecycleStage, T, LifecycleFact> {
  const { purchases, activity, advocacy, answers, contract, onboardedAt, openComplaints } = history;
  const begun = boughtAt(history);
  const signs = activity ?? [];
  const courses = {
    bought: onceFrom(begun, purchases === null ? null : false),
    ended: endedByParty(history),
    contractOver: contractOver(history),
    silentGaps: silence(history, rhythm, { signs, underContract: null }),
    unusedGaps: unusedUnderContract(history, rhythm),
    daysToContractEnd: daysToContractEnd(contract),
    contractDays: contractDays(contract),
    risk: [staying(EVER, risk)],
    openComplaints: countedFrom(openComplaints),
    daysSinceLowAnswer: daysSinceAnswer("isLow", answers),
    daysSinceFirstPurchase: daysSinceLatest(begun === null ? null : [begun]),
    onboarded: onceFrom(onboardedAt, false),
    daysSinceAdvocacy: daysSinceLatest(advocacy),
  };
  return { courses, rules, called, names: LIFECYCLE_EVIDENCE };
}
