// Every scorer with its scale, range and methods, for what must hold of all of them.

import {
  type Answers,
  CES_SCALE,
  CSAT_SCALE,
  ces,
  csat,
  NPS_SCALE,
  netScore,
  nps,
  type Scale,
  type Score,
  topBox,
} from "../../src/index.ts";

/** One way of scoring: a scorer with the options that make it one. */
interface Scorer {
  /** The function, which its errors begin with. */
  readonly caller: string;
  /** The function and what it was told. */
  readonly name: string;
  /** The scale that it reads bare ratings on. */
  readonly scale: Scale;
  /** Lowest and highest score. */
  readonly range: readonly [low: number, high: number];
  /** The names of its shares, and whether they are all there are. */
  readonly shares: readonly string[];
  readonly exhaustive: boolean;
  readonly score: (answers: Answers, options?: object) => Score;
}

const STARS: Scale = Object.freeze({ min: 1, max: 10 });
const AGREEMENT: Scale = Object.freeze({ min: -2, max: 2 });
const POINTS = [-100, 100] as const;
const PERCENT = [0, 100] as const;

/** A scorer beside its name, as a table of tests wants it. */
type Named = readonly [name: string, scorer: Scorer];

const named = (scorer: Scorer): Named => [scorer.name, scorer];

const USUAL: readonly Scorer[] = [
  {
    caller: "nps",
    name: "nps",
    scale: NPS_SCALE,
    range: POINTS,
    shares: ["promoters", "passives", "detractors"],
    exhaustive: true,
    score: (answers, options) => nps(answers, options),
  },
  {
    caller: "csat",
    name: "csat",
    scale: CSAT_SCALE,
    range: PERCENT,
    shares: ["satisfied"],
    exhaustive: false,
    score: (answers, options) => csat(answers, options),
  },
  {
    caller: "ces",
    name: "ces",
    scale: CES_SCALE,
    range: [1, 7],
    shares: ["easy", "difficult"],
    exhaustive: false,
    score: (answers, options) => ces(answers, options),
  },
  {
    caller: "topBox",
    name: "topBox",
    scale: CSAT_SCALE,
    range: PERCENT,
    shares: ["top"],
    exhaustive: false,
    score: (answers, options) => topBox(answers, { scale: CSAT_SCALE, from: 5, ...options }),
  },
  {
    caller: "netScore",
    name: "netScore",
    scale: AGREEMENT,
    range: POINTS,
    shares: ["top", "middle", "bottom"],
    exhaustive: true,
    score: (answers, options) => netScore(answers, { scale: AGREEMENT, top: 1, bottom: -1, ...options }),
  },
];

/** The five scorers as they are used most. */
export const SCORERS: readonly Named[] = USUAL.map(named);

/** The five, and each with other scales, cuts and methods. */
export const ALL_SCORERS: readonly Named[] = [...USUAL, ...variants()].map(named);

function variants(): Scorer[] {
  const scorer = (caller: string): Scorer => USUAL.find((other) => other.caller === caller) as Scorer;
  const vary = (caller: string, name: string, fixed: object, changes: Partial<Scorer> = {}): Scorer => {
    const { score, ...rest } = scorer(caller);
    return {
      ...rest,
      name,
      score: (answers, options) => score(answers, { ...fixed, ...options }),
      ...changes,
    };
  };
  return [
    vary("nps", "nps, score interval", { method: "score" }),
    vary("nps", "nps, Wald", { method: "wald" }),
    vary(
      "nps",
      "nps of five points",
      { scale: CSAT_SCALE, bands: { passive: 4, promoter: 5 } },
      { scale: CSAT_SCALE },
    ),
    vary("nps", "nps without passives", { bands: { passive: 8, promoter: 8 } }),
    vary("csat", "csat of ten points", { scale: STARS }, { scale: STARS }),
    vary("csat", "csat, Agresti-Coull", { method: "agresti-coull" }),
    vary("csat", "csat, Jeffreys", { method: "jeffreys" }),
    vary("csat", "csat, Clopper-Pearson", { method: "clopper-pearson" }),
    vary("csat", "csat, Wald", { method: "wald" }),
    vary(
      "ces",
      "ces, lower is easier",
      { scale: CSAT_SCALE, direction: "lower-is-easier" },
      { scale: CSAT_SCALE, range: [1, 5] },
    ),
    vary("ces", "ces around zero", { scale: AGREEMENT }, { scale: AGREEMENT, range: [-2, 2] }),
    vary("netScore", "netScore without a middle", { top: 1, bottom: 0 }),
  ];
}
