// How fast a cohort matrix is made of a million events, from records and from columns (row 6).

import { activityCohorts, encodeIdentifiers } from "cx-metrics";
import { type Job, measure, printRatios, ratioOf, report, seeded } from "./harness.ts";
import { type DuckDB, duckDB, queryJobs } from "./peers.ts";

const N = 1_000_000;
const CUSTOMERS = 100_000;
const FIRST = Date.UTC(2024, 0, 1);
/** 24 months, all of them elapsed. */
const END = Date.UTC(2026, 0, 1);
const ZONE = "America/New_York";

interface Event {
  readonly customerId: string;
  readonly at: number;
}

const random = seeded(20260616);
/** Events in no order of time. Each has its own copy of its customer's name, as rows that were read from a file do. */
const events: readonly Event[] = Array.from({ length: N }, () => ({
  customerId: `customer-${Math.floor(random() * CUSTOMERS)}`,
  at: FIRST + Math.floor(random() * (END - FIRST)),
}));
const columns = {
  customers: encodeIdentifiers(events.map(({ customerId }) => customerId)).codes,
  at: Float64Array.from(events, ({ at }) => at),
};
const monthly = { unit: "month", asOf: END, mode: "on" } as const;

const jobs: readonly Job[] = [
  {
    name: "Map look-ups",
    run: () => {
      const map = new Map<string, number>();
      const codes = new Uint32Array(N);
      for (let i = 0; i < N; i++) {
        const id = (events[i] as Event).customerId;
        let code = map.get(id);
        if (code === undefined) {
          code = map.size;
          map.set(id, code);
        }
        codes[i] = code;
      }
      return codes;
    },
  },
  { name: "records", run: () => activityCohorts(events, monthly) },
  { name: "records, zone", run: () => activityCohorts(events, { ...monthly, timeZone: ZONE }) },
  { name: "columns", run: () => activityCohorts(columns, monthly) },
  { name: "columns, zone", run: () => activityCohorts(columns, { ...monthly, timeZone: ZONE }) },
  { name: "columns, on or after", run: () => activityCohorts(columns, { ...monthly, mode: "on-or-after" }) },
  { name: "columns, days", run: () => activityCohorts(columns, { ...monthly, unit: "day" }) },
  {
    name: "Map of Sets",
    run: () => {
      const months = new Map<string, Set<string>>();
      for (let i = 0; i < N; i++) {
        const { customerId, at } = events[i] as Event;
        const month = new Date(at).toISOString().slice(0, 7);
        const ofCustomer = months.get(customerId);
        if (ofCustomer === undefined) months.set(customerId, new Set([month]));
        else ofCustomer.add(month);
      }
      return months;
    },
  },
];

/** The same matrix by the shortest query we know. */
const QUERY =
  "WITH active AS (SELECT DISTINCT customer, date_trunc('month', moment) AS month FROM events), " +
  "firsts AS (SELECT customer, min(month) AS cohort FROM active GROUP BY customer) " +
  "SELECT cohort, date_diff('month', cohort, month) AS later, count(*) " +
  "FROM active JOIN firsts USING (customer) GROUP BY ALL";

async function loaded(database: DuckDB): Promise<void> {
  await database.run("CREATE TABLE numbers (customer INTEGER, milliseconds BIGINT)");
  const appender = await database.createAppender("numbers");
  for (let i = 0; i < N; i++) {
    appender.appendInteger(columns.customers[i] as number);
    appender.appendBigInt(BigInt(columns.at[i] as number));
    appender.endRow();
  }
  appender.closeSync();
  await database.run("CREATE TABLE events AS SELECT customer, epoch_ms(milliseconds) AS moment FROM numbers");
}

async function duckJobs(): Promise<readonly Job[]> {
  const database = await duckDB();
  if (database === null) return [];
  await loaded(database);
  return queryJobs(database, "DuckDB", QUERY);
}

const duck = await duckJobs();
const times = await measure([...jobs, ...duck], 9, 2);
printRatios(`activityCohorts, ${N.toLocaleString("en")} events over 24 months`, times, "Map look-ups");
report({
  row: 6,
  what: "records ÷ Map look-ups",
  most: 1.3,
  ratio: ratioOf(times, "records", "Map look-ups"),
});
if (duck.length > 0) {
  report({ row: 6, what: "columns ÷ DuckDB", most: 1 / 20, ratio: ratioOf(times, "columns", "DuckDB") });
}
