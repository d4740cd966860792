// The customer, order and case files of the examples: invented, seeded, always the same.
//
// The story in the numbers: subscriptions of three years, kept by a billing office in Sydney, where clocks change. Many
// who leave do so in the first month, some come back, many who stay add seats. In the last half-year Basic costs more,
// and more of its customers leave.

import { csv, DAY, iso, MINUTE, mulberry32, oneOf, pick, type Random } from "./synthetic.ts";

/** Noon in Sydney on the first day, and the midnight after the last. */
const FIRST = Date.UTC(2023, 6, 1, 2);
const END = Date.UTC(2026, 5, 30, 14);
const DEARER = Date.UTC(2026, 0, 1);

/** A subscription from one change to the next; `end` is null where it goes on. */
interface Term {
  readonly plan: Plan;
  readonly seats: number;
  readonly start: number;
  readonly end: number | null;
}

interface Plan {
  readonly name: string;
  readonly share: number;
  /** Australian dollars for each seat and month. */
  readonly price: number;
  /** The chance of leaving on any one day. */
  readonly leaves: number;
}

const PLANS: readonly Plan[] = [
  { name: "Basic", share: 55, price: 29, leaves: 0.0011 },
  { name: "Pro", share: 35, price: 79, leaves: 0.0007 },
  { name: "Enterprise", share: 10, price: 240, leaves: 0.0003 },
];

/** A customer, and what became of them. */
interface Customer {
  readonly id: string;
  readonly referredBy: string;
  readonly terms: readonly Term[];
}

/** Within working hours of a day. */
const workingTime = (random: Random): number => Math.floor(random() * 480) * MINUTE;

/** The customers of three years, more of them each month. */
function customers(): readonly Customer[] {
  const random = mulberry32(8);
  const days = Array.from({ length: 3000 }, () => Math.floor(Math.sqrt(random()) * 1095)).sort(
    (a, b) => a - b,
  );
  return days.map((day, i) => ({
    id: idOf(i),
    referredBy: i > 100 && random() < 0.17 ? idOf(Math.floor(random() * (i - 1))) : "",
    terms: termsOf(random, FIRST + day * DAY + workingTime(random)),
  }));
}

const idOf = (index: number): string => `C-${String(index + 1).padStart(4, "0")}`;

/** Everything a customer subscribed to: changes of plan or seats, and coming back after leaving. */
function termsOf(random: Random, joined: number): readonly Term[] {
  const terms: Term[] = [];
  let plan = pick(
    random,
    PLANS.map((one) => [one, one.share] as const),
  );
  let seats = 1 + Math.floor(random() * random() * 12);
  let start = joined;
  for (let day = joined + DAY; day < END; day += DAY) {
    const isNew = day < joined + 30 * DAY;
    const dearer = plan.name === "Basic" && day >= DEARER ? 1.8 : 1;
    if (random() < plan.leaves * (isNew ? 4 : dearer)) {
      const end = isNew && random() < 0.1 ? start : day + workingTime(random);
      terms.push({ plan, seats, start, end });
      if (random() > 0.22) return terms;
      day += Math.floor(40 + random() * 300) * DAY;
      start = day + workingTime(random);
      if (start >= END) return terms;
    } else if (random() < 0.0012) {
      const end = day + workingTime(random);
      terms.push({ plan, seats, start, end });
      start = end;
      const next = PLANS[PLANS.indexOf(plan) + 1];
      if (next !== undefined && random() < 0.25) plan = next;
      else
        seats = Math.max(
          1,
          seats +
            pick(random, [
              [1, 6],
              [2, 2],
              [-1, 3],
            ] as const),
        );
    }
  }
  terms.push({ plan, seats, start, end: null });
  return terms;
}

/** The subscriptions: one row for each term, and a few that nobody can read. */
export function customersCsv(): string {
  const rows = customers().flatMap(({ id, referredBy, terms }) =>
    terms.map(({ plan, seats, start, end }) => [
      id,
      plan.name,
      String(plan.price * seats),
      iso(start, 0),
      end === null ? "" : iso(end, 0),
      referredBy,
    ]),
  );
  rows.push(["C-3001", "Basic", "29", "2026-03-02T01:15:00Z", "2025-03-20T06:00:00Z", ""]);
  rows.push(["C-3002", "Pro", "79", "2026-04-11", "", ""]);
  rows.push(["", "Pro", "158", "2026-05-04T23:30:00Z", "", ""]);
  rows.push(["C-3004", "Basic", "29,00", "2026-05-19T04:00:00Z", "", ""]);
  return csv([["customer_id", "plan", "monthly_aud", "started", "ended", "referred_by"], ...rows], "\n");
}

/** Extras that customers order: templates, training days, a workshop. */
export function ordersCsv(): string {
  const random = mulberry32(9);
  const orders = customers().flatMap(({ id, terms }) => {
    const eager = random() * random() * 0.02;
    return terms.flatMap(({ start, end }) => {
      const days = Math.floor(((end ?? END) - start) / DAY);
      const ordered = Array.from({ length: days }, (_, day) => start + day * DAY).filter(
        () => random() < eager,
      );
      return ordered.map((day) => ({ id, at: day + workingTime(random), amount: priceOf(random) }));
    });
  });
  const rows = orders
    .sort((a, b) => a.at - b.at)
    .map(({ id, at, amount }, i) => [`O-${String(i + 1).padStart(5, "0")}`, id, iso(at, 0), amount]);
  rows.push(["O-90001", "C-0007", "2026-06-01T03:00:00Z", "-49.00"]);
  rows.push(["O-90002", "", "2026-06-02T03:00:00Z", "49.00"]);
  return csv([["order_id", "customer_id", "ordered", "amount_aud"], ...rows], "\n");
}

const priceOf = (random: Random): string =>
  (oneOf(random, [49, 49, 99, 99.5, 180, 420]) * (1 + Math.floor(random() * random() * 4))).toFixed(2);

const TOPICS = ["billing", "export", "login", "search", "integration"] as const;
const HOUR = 60 * MINUTE;

/** Who opens a case, and what about. */
interface Asker {
  readonly customer: string;
  readonly topic: string;
}

/** The help desk's cases of the last year. */
export function casesCsv(): string {
  const random = mulberry32(10);
  const everybody = customers();
  const year = END - 365 * DAY;
  const opened = Array.from({ length: 2400 }, () => year + Math.floor(random() * 365 * 1440) * MINUTE);
  const askers: Asker[] = [];
  const rows = opened
    .sort((a, b) => a - b)
    .map((at, i) => {
      // One in nine is about what somebody asked a few days before.
      const again = i > 20 && random() < 0.11;
      const asker = again
        ? oneOf(random, askers.slice(-20))
        : { customer: oneOf(random, everybody.slice(0, 1200)).id, topic: oneOf(random, TOPICS) };
      askers.push(asker);
      return caseRow(random, `S-${String(i + 1).padStart(4, "0")}`, asker, at);
    });
  rows.push([
    "S-9001",
    "C-0012",
    "login",
    "2026-06-03T02:00:00Z",
    "",
    "2026-06-02T02:00:00Z",
    "",
    "1",
    "0",
    "false",
    "false",
    "",
  ]);
  rows.push(["S-9002", "C-0013", "login", "yesterday", "", "", "", "1", "0", "false", "false", ""]);
  return csv([CASE_HEADER, ...rows], "\n");
}

const CASE_HEADER = [
  "case_id",
  "customer_id",
  "topic",
  "opened",
  "first_response",
  "first_solved",
  "last_solved",
  "contacts",
  "replies",
  "escalated",
  "self_service",
  "resolution_due",
];

function caseRow(random: Random, id: string, { customer, topic }: Asker, opened: number): string[] {
  const selfService = random() < 0.12;
  const contacts = selfService
    ? 1
    : pick(random, [
        [1, 58],
        [2, 25],
        [3, 11],
        [5, 6],
      ] as const);
  const response = opened + Math.floor((0.1 + random() * random() * 20) * 60) * MINUTE;
  const solved = response + Math.floor(contacts * contacts * (0.3 + random() * 14) * 60) * MINUTE;
  const reopened = contacts > 1 && random() < 0.2 ? solved + Math.floor(6 + random() * 120) * HOUR : solved;
  // Some write to say thanks; and the desk, not the customer, makes some of the later contacts.
  const replies =
    contacts === 1 ? Number(!selfService && random() < 0.2) : contacts - 1 - Number(random() < 0.3);
  const until = (at: number): string => (at < END ? iso(at, 0) : "");
  return [
    id,
    customer,
    topic,
    iso(opened, 0),
    selfService ? "" : until(response),
    until(solved),
    until(reopened),
    String(contacts),
    String(replies),
    String(contacts > 2 && random() < 0.5),
    String(selfService),
    iso(opened + 48 * HOUR, 0),
  ];
}
