// Laws of the metric guides.

import fc from "fast-check";
import { expect, it } from "vitest";
import { METRICS, metricsFor } from "../../src/index.ts";

const touchpoints = [...new Set(Object.values(METRICS).flatMap((guide) => guide.touchpoints))];

it("metricsFor names a metric exactly where the metric's guide names the touchpoint, surveys first", () => {
  fc.assert(
    fc.property(fc.constantFrom(...touchpoints), fc.constantFrom(...Object.values(METRICS)), (at, guide) => {
      const guides = metricsFor(at);
      expect(guides.includes(guide)).toBe(guide.touchpoints.includes(at));
      const sources = guides.map(({ source }) => source);
      expect(sources).toEqual([...sources].sort().reverse());
      expect(metricsFor(at)).toStrictEqual(guides);
    }),
  );
});
