// What the numbers of all sections allow to say: about all plans together, then plan by plan.

import { ALL } from "./answers.ts";
import type { Findings, Section } from "./section.ts";

/** The sentences of all sections, in the order of the sections. */
export function findingsSection(sections: readonly Section[]): Section {
  const plans = new Set(sections.flatMap(({ findings = [] }) => findings.map(({ plan }) => plan)));
  return {
    id: "findings",
    title: "What the numbers allow to say",
    notes:
      "Each sentence is made from the figures of a section below. What chance alone may produce is called so; " +
      "it may be a change all the same. What goes together need not be cause and effect.",
    parts: [
      { headlines: sections.flatMap(({ headlines = [] }) => headlines) },
      ...sections.flatMap(({ summary }) => summary ?? []),
      ...Array.from(plans, (plan) => findingsOf(plan, sections)),
    ],
  };
}

function findingsOf(plan: string, sections: readonly Section[]): Findings {
  const bySection = sections.map((section) => ({
    section,
    texts: (section.findings ?? []).filter((finding) => finding.plan === plan).map(({ text }) => text),
  }));
  return {
    title: plan === ALL ? "All plans together" : plan,
    bySection: bySection.filter(({ texts }) => texts.length > 0),
  };
}
