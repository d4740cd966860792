// Laws that tie the metrics to each other and to themselves turned upside down.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ces,
  csat,
  type NetShareMethod,
  NPS_SCALE,
  netScore,
  nps,
  npsCategory,
  type ProportionMethod,
  type Rating,
  type Scale,
  topBox,
} from "../../src/index.ts";
import { answersOn, anyLevel, anyScale, ratingOn, ratingsOn } from "../support/arbitraries.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

/** A scale, answers on it, and two cuts: the top begins above where the bottom ends. */
const cutAnswers = anyScale().chain((scale) =>
  fc.tuple(answersOn(scale), ratingOn({ min: scale.min + 1, max: scale.max })).chain(([answers, top]) =>
    fc.record({
      scale: fc.constant(scale),
      answers: fc.constant(answers),
      top: fc.constant(top),
      bottom: ratingOn({ min: scale.min, max: top - 1 }),
    }),
  ),
);

const netMethods = fc.constantFrom<NetShareMethod>("adjusted-wald", "score", "wald");
const proportionMethods = fc.constantFrom<ProportionMethod>(
  "wilson",
  "agresti-coull",
  "jeffreys",
  "clopper-pearson",
  "wald",
);

function turned(answers: readonly Rating[], scale: Scale): Rating[] {
  return answers.map((rating) => (rating == null ? rating : scale.min + scale.max - rating));
}

/** The interval as seen from the other end of the range; `sum` is that of the range's ends. */
function mirrored(interval: { low: number; high: number } | null, sum: number): object | null {
  return interval === null ? null : { ...interval, low: sum - interval.high, high: sum - interval.low };
}

function mirroredNumber(value: number | null, sum: number): number | null {
  return value === null ? null : sum - value;
}

describe("netScore", () => {
  it("of the scale turned upside down is its negative, and so is its interval", () => {
    fc.assert(
      fc.property(cutAnswers, netMethods, anyLevel(), ({ scale, answers, top, bottom }, method, level) => {
        const upright = netScore(answers, { scale, top, bottom, method, level });
        const sum = scale.min + scale.max;
        const other = { scale, top: sum - bottom, bottom: sum - top, method, level };
        const down = netScore(turned(answers, scale), other);
        expect(down.score).toBe(mirroredNumber(upright.score, 0));
        expect([down.top, down.middle, down.bottom]).toStrictEqual([
          upright.bottom,
          upright.middle,
          upright.top,
        ]);
        expectAlike(down.interval, mirrored(upright.interval, 0));
        expectAlike(down.standardError, upright.standardError);
      }),
    );
  });

  it("is the top share minus the bottom share", () => {
    fc.assert(
      fc.property(cutAnswers, ({ scale, answers, top, bottom }) => {
        const net = netScore(answers, { scale, top, bottom });
        if (net.score === null) return;
        const difference = 100 * ((net.top.share as number) - (net.bottom.share as number));
        expectAlike(net.score, difference, 1e-12);
      }),
    );
  });

  it("is nps under another name, on any scale and bands", () => {
    fc.assert(
      fc.property(cutAnswers, netMethods, anyLevel(), ({ scale, answers, top, bottom }, method, level) => {
        const net = netScore(answers, { scale, top, bottom, method, level });
        const bands = { passive: bottom + 1, promoter: top };
        const promoter = nps(answers, { scale, bands, method, level });
        const { score, n, missing, effectiveN, standardError, interval } = net;
        expect(promoter).toMatchObject({ score, n, missing, effectiveN, standardError, interval, bands });
        expect([promoter.promoters, promoter.passives, promoter.detractors]).toStrictEqual([
          net.top,
          net.middle,
          net.bottom,
        ]);
        expectPlainJson(promoter);
        expectPlainJson(net);
      }),
    );
  });
});

describe("npsCategory", () => {
  it("puts as many answers into each class as nps counts there", () => {
    fc.assert(
      fc.property(ratingsOn(NPS_SCALE), (ratings) => {
        const categories = ratings.map(npsCategory);
        const count = (name: string): number => categories.filter((category) => category === name).length;
        const { promoters, passives, detractors } = nps(ratings);
        expect([count("promoter"), count("passive"), count("detractor")]).toEqual([
          promoters.count,
          passives.count,
          detractors.count,
        ]);
      }),
    );
  });

  it("never gives a higher rating a lower class", () => {
    const order = ["detractor", "passive", "promoter"];
    fc.assert(
      fc.property(ratingOn(NPS_SCALE), ratingOn(NPS_SCALE), (a, b) => {
        const [low, high] = [npsCategory(Math.min(a, b)), npsCategory(Math.max(a, b))];
        expect(order.indexOf(high)).toBeGreaterThanOrEqual(order.indexOf(low));
      }),
    );
  });
});

describe("topBox", () => {
  it("of the scale turned upside down is what the bottom box leaves of 100, and so is its interval", () => {
    fc.assert(
      fc.property(cutAnswers, proportionMethods, anyLevel(), ({ scale, answers, top }, method, level) => {
        const upright = topBox(answers, { scale, from: top, method, level });
        const from = scale.min + scale.max - top + 1;
        const down = topBox(turned(answers, scale), { scale, from, method, level });
        expectAlike(down.score, mirroredNumber(upright.score, 100));
        expectAlike(down.interval, mirrored(upright.interval, 100));
        expectAlike(down.standardError, upright.standardError);
      }),
    );
  });

  it("falls as the cut rises", () => {
    fc.assert(
      fc.property(cutAnswers, ({ scale, answers, top, bottom }) => {
        const at = (from: number): number => topBox(answers, { scale, from }).score ?? 0;
        expect(at(top)).toBeLessThanOrEqual(at(Math.max(bottom, scale.min + 1)));
      }),
    );
  });

  it("is csat under another name", () => {
    fc.assert(
      fc.property(cutAnswers, proportionMethods, anyLevel(), ({ scale, answers, top }, method, level) => {
        const { metric, top: share, from, ...figures } = topBox(answers, { scale, from: top, method, level });
        const { mean, ...satisfaction } = csat(answers, { scale, satisfiedFrom: from, method, level });
        expect(metric).toBe("top-box");
        expect(satisfaction).toStrictEqual({
          ...figures,
          metric: "csat",
          satisfied: share,
          satisfiedFrom: from,
        });
        expect(mean).toBe(ces(answers, { scale }).score);
      }),
    );
  });
});

describe("ces", () => {
  it("of the scale turned upside down has its mean and interval mirrored, and its sides changed", () => {
    fc.assert(
      fc.property(cutAnswers, anyLevel(), ({ scale, answers }, level) => {
        const upright = ces(answers, { scale, level });
        const down = ces(turned(answers, scale), { scale, level });
        const sum = scale.min + scale.max;
        expectAlike(down.score, mirroredNumber(upright.score, sum));
        expectAlike(down.interval, mirrored(upright.interval, sum));
        expectAlike(down.standardError, upright.standardError);
        expect(down.net).toBe(mirroredNumber(upright.net, 0));
        expect([down.easy, down.difficult]).toStrictEqual([upright.difficult, upright.easy]);
      }),
    );
  });

  it("in the other direction changes its sides and nothing else", () => {
    fc.assert(
      fc.property(cutAnswers, ({ scale, answers }) => {
        const { easy, difficult, net, direction, ...figures } = ces(answers, { scale });
        const down = ces(answers, { scale, direction: "lower-is-easier" });
        expect(direction).toBe("higher-is-easier");
        expect(down).toStrictEqual({
          ...figures,
          easy: difficult,
          difficult: easy,
          net: mirroredNumber(net, 0),
          direction: "lower-is-easier",
        });
      }),
    );
  });

  it("has for its net the net score of its two sides", () => {
    fc.assert(
      fc.property(cutAnswers, ({ scale, answers }) => {
        const side = Math.floor((scale.max - scale.min + 1) / 2);
        const net = netScore(answers, { scale, top: scale.max - side + 1, bottom: scale.min + side - 1 });
        const { net: score, easy, difficult } = ces(answers, { scale });
        expect([score, easy, difficult]).toStrictEqual([net.score, net.top, net.bottom]);
      }),
    );
  });
});
