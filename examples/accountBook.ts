// An invented book of accounts, of every kind that a business can serve: what is known about each, as the CRM has it.

import type {
  ChurnSignals,
  EngagementEvidence,
  RelationshipHistory,
  RoleEvidence,
  SectorEvidence,
  SideEvidence,
  SurveyEvent,
  SurveyInvitation,
} from "cx-metrics";

/** The day on which the book is looked at. */
export const AS_OF = "2026-07-01T00:00:00Z";

/** What is known about one account. What is left out is not known. */
export interface Account {
  readonly name: string;
  readonly engagement: EngagementEvidence;
  readonly party: RoleEvidence & SideEvidence & SectorEvidence;
  readonly history: RelationshipHistory;
  readonly signals: ChurnSignals;
  readonly consent?: boolean;
  readonly events: readonly SurveyEvent[];
  readonly invitations: readonly SurveyInvitation[];
}

/** The instant so many days before the book is looked at. */
const ago = (days: number): number => Date.parse(AS_OF) - days * 86_400_000;

/** Purchases every so many days, the latest so many days ago. */
function bought(count: number, everyDays: number, latestDaysAgo: number): readonly { readonly at: number }[] {
  return Array.from({ length: count }, (_, i) => ({ at: ago(latestDaysAgo + i * everyDays) }));
}

const event = (kind: SurveyEvent["kind"], daysAgo: number, more: Partial<SurveyEvent> = {}): SurveyEvent => ({
  kind,
  at: ago(daysAgo),
  eventId: `${kind}-${daysAgo}`,
  ...more,
});

const CLIENT: EngagementEvidence = {
  offering: "professional-service",
  tailoring: "bespoke",
  pricing: "professional-fee",
  involvement: "high",
  expectations: "high",
  priority: "business",
  support: "dedicated",
};
const CUSTOMER: EngagementEvidence = {
  offering: "standard-service",
  tailoring: "catalogue",
  pricing: "list",
  involvement: "low",
  expectations: "moderate",
  priority: "personal",
  support: "basic",
};
const COMPANY = { legalForm: "company", buys: true, pays: true } as const;
const PERSON = {
  legalForm: "individual",
  purpose: "personal-use",
  buys: true,
  uses: true,
  pays: true,
} as const;

const NOTHING_KNOWN = { signals: {}, events: [], invitations: [] } as const;

/** The book. Names are made up. */
export const ACCOUNTS: readonly Account[] = [
  {
    name: "Contoh & Rekan, in court",
    engagement: CLIENT,
    party: { ...COMPANY, uses: true },
    history: {
      purchases: bought(6, 60, 20),
      answers: [{ metric: "nps", rating: 10, at: ago(40) }],
      advocacy: [{ kind: "referral", at: ago(30) }],
    },
    signals: { nps: 100, openCases: 0, gapRatio: 0.3 },
    consent: true,
    events: [event("project-end", 6)],
    invitations: [{ survey: "nps", at: ago(70), answered: true }],
  },
  {
    name: "Maju Ads, campaigns",
    engagement: { ...CLIENT, duration: "short" },
    party: COMPANY,
    history: { purchases: bought(4, 30, 10), answers: [{ metric: "csat", rating: 5, at: ago(8) }] },
    signals: { csatShare: 1, usageChange: 0.1 },
    consent: true,
    events: [event("project-end", 12)],
    invitations: [{ survey: "csat", at: ago(10), eventId: "project-end-12", answered: true }],
  },
  {
    name: "Awan SaaS, 400 seats",
    engagement: {
      ...CUSTOMER,
      expectations: "high",
      priority: "business",
      involvement: "high",
      highValue: true,
    },
    party: { ...COMPANY, uses: true },
    history: {
      contract: { from: ago(300), to: ago(-65) },
      onboardedAt: ago(280),
      activity: [ago(3), ago(2), ago(1)],
    },
    signals: { nps: 20, cesShare: 0.4, daysToContractEnd: 65, openCases: 1 },
    consent: true,
    events: [
      event("onboarding", 280),
      event("service-interaction", 2, { requiredSolution: true, severity: "high" }),
    ],
    invitations: [],
  },
  {
    name: "Awan SaaS, 3 seats",
    engagement: { ...CUSTOMER, expectations: null, involvement: null },
    party: { ...COMPANY, uses: true },
    history: { purchases: bought(7, 30, 12) },
    signals: { usageChange: -0.4, gapRatio: 0.4 },
    consent: true,
    events: [event("onboarding", 190)],
    invitations: [{ survey: "nps", at: ago(160), answered: false }],
  },
  {
    name: "Ana, current account",
    engagement: CUSTOMER,
    party: PERSON,
    history: {
      purchases: bought(12, 30, 4),
      shareOfPurchases: 0.9,
      answers: [{ metric: "csat", rating: 5, at: ago(100) }],
    },
    signals: { csatShare: 0.9, openCases: 0 },
    consent: true,
    events: [event("service-interaction", 3, { requiredSolution: false }), event("purchase", 4)],
    invitations: [],
  },
  {
    name: "Budi, mortgage",
    engagement: { ...CUSTOMER, tailoring: "bespoke", priority: null },
    party: PERSON,
    history: { contract: { from: ago(900), to: ago(-6000) } },
    signals: { overduePayments: 1 },
    consent: false,
    events: [event("purchase", 900)],
    invitations: [],
  },
  {
    name: "Citra, web shop",
    engagement: { offering: "standard-product", pricing: "list" },
    party: PERSON,
    history: { purchases: bought(1, 0, 2) },
    signals: {},
    consent: true,
    events: [event("purchase", 2)],
    invitations: [],
  },
  {
    name: "Dewi's boy, toys",
    engagement: { priority: "personal" },
    party: { legalForm: "individual", purpose: "personal-use", buys: false, uses: true },
    history: { purchases: [] },
    signals: {},
    events: [event("onboarding", 5)],
    invitations: [],
  },
  {
    name: "Kota Contoh, registry",
    engagement: { ...CLIENT, pricing: null, priority: null },
    party: { legalForm: "government", publicTender: true, buys: true, uses: false, pays: true },
    history: { contract: { from: ago(400), to: ago(-20) }, openComplaints: [ago(9)] },
    signals: { openCases: 2, repeatCases: 1, daysToContractEnd: 20 },
    consent: true,
    events: [event("service-interaction", 9, { requiredSolution: true, severity: "critical" })],
    invitations: [{ survey: "ces", at: ago(7), eventId: "service-interaction-9" }],
  },
  {
    name: "Yayasan Hijau, website",
    engagement: { ...CLIENT, support: "basic", expectations: "moderate" },
    party: { legalForm: "non-profit", purpose: "mission", buys: true, uses: true, pays: true },
    history: { purchases: bought(2, 150, 170) },
    signals: { gapRatio: 1.1 },
    consent: true,
    events: [event("project-end", 170)],
    invitations: [{ survey: "csat", at: ago(165), answered: true }],
  },
  {
    name: "Marketing, served by IT",
    engagement: { tailoring: "bespoke", involvement: "high", support: "basic", pricing: null },
    party: { sameOrganisation: true, pays: false, buys: false, uses: true },
    history: {},
    signals: { cesShare: 0.5 },
    consent: true,
    events: [event("service-interaction", 1, { requiredSolution: true })],
    invitations: [],
  },
  {
    name: "Eka, streaming",
    engagement: CUSTOMER,
    party: PERSON,
    history: { purchases: bought(8, 30, 45), endedAt: ago(15) },
    signals: { usageChange: -1, gapRatio: 1.5 },
    consent: true,
    events: [event("purchase", 255), event("relationship-end", 15)],
    invitations: [],
  },
  {
    name: "Fajar Restaurant, diners",
    engagement: { offering: "standard-product", tailoring: "catalogue", priority: "personal" },
    party: PERSON,
    history: { purchases: bought(5, 14, 70) },
    signals: { gapRatio: 5 },
    events: [event("purchase", 70)],
    invitations: [],
  },
  {
    name: "Gita Insurance agency",
    engagement: { ...CLIENT, involvement: "low", priority: "personal" },
    party: { legalForm: "individual", buys: true, uses: true, pays: true },
    history: { purchases: bought(3, 365, 100), answers: [{ metric: "nps", rating: 3, at: ago(60) }] },
    signals: { nps: -100, gapRatio: 0.3 },
    consent: true,
    events: [event("purchase", 830), event("service-interaction", 40, { requiredSolution: true })],
    invitations: [{ survey: "nps", at: ago(62), answered: true }],
  },
  {
    name: "Harapan Property",
    engagement: {},
    party: { legalForm: "individual" },
    history: { firstContactAt: ago(12), purchases: [] },
    ...NOTHING_KNOWN,
  },
  {
    name: "Indah, met at a fair",
    engagement: {},
    party: {},
    history: {},
    ...NOTHING_KNOWN,
  },
];
