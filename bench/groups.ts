// How fast rows are scored by segment and month, in UTC and in a zone (row 5).

import { TZDate } from "@date-fns/tz";
import { nps, periodOf, scoreBy } from "cx-metrics";
import { format } from "date-fns/format";
import { type Job, measure, printRatios, ratioOf, report, seeded } from "./harness.ts";
import { type DuckDB, duckDB, queryJobs } from "./peers.ts";

const N = 1_000_000;
const ZONE = "America/New_York";
const DAY = 86_400_000;

/** date-fns is given this many rows, since a million would take a minute a round. */
const FEW = 5_000;

interface Row {
  readonly segment: string;
  readonly at: number;
  readonly rating: number;
}

const random = seeded(20260615);
const segments = Array.from({ length: 8 }, (_, i) => `segment ${i}`);
const first = Date.UTC(2023, 0, 1);
/** Three years of answers, in no order of time. */
const rows: readonly Row[] = Array.from({ length: N }, () => ({
  segment: segments[Math.floor(random() * segments.length)] as string,
  at: first + Math.floor(random() * 1096 * DAY),
  rating: Math.floor(random() * 11),
}));
const texts = rows.map(({ segment, at, rating }) => ({ segment, at: new Date(at).toISOString(), rating }));
const dates = rows.map(({ segment, at, rating }) => ({ segment, at: new Date(at), rating }));

/** A table of days, made before: what grouping costs where the calendar is free. */
const dayTable = Array.from({ length: 1097 }, (_, day) =>
  new Date(first + day * DAY).toISOString().slice(0, 7),
);

function scoreByMonth<R extends Row | { segment: string; at: string | Date; rating: number }>(
  given: readonly R[],
  month: (row: R) => string,
): unknown {
  return scoreBy(given, {
    metric: nps,
    rating: (row) => row.rating,
    by: { segment: (row) => row.segment, month },
  });
}

const ours: readonly Job[] = [
  { name: "scoreBy, UTC", run: () => scoreByMonth(rows, (row) => periodOf(row.at, "month")) },
  {
    name: "scoreBy, zone",
    run: () => scoreByMonth(rows, (row) => periodOf(row.at, "month", { timeZone: ZONE })),
  },
  {
    name: "scoreBy, table of days",
    run: () => scoreByMonth(rows, (row) => dayTable[Math.floor((row.at - first) / DAY)] as string),
  },
  { name: "scoreBy, UTC, Date", run: () => scoreByMonth(dates, (row) => periodOf(row.at, "month")) },
  { name: "scoreBy, UTC, text", run: () => scoreByMonth(texts, (row) => periodOf(row.at, "month")) },
  {
    name: "periodOf alone, zone",
    run: () => {
      let length = 0;
      for (let i = 0; i < N; i++) length += periodOf((rows[i] as Row).at, "month", { timeZone: ZONE }).length;
      return length;
    },
  },
  {
    name: "date-fns/tz",
    run: () => {
      let length = 0;
      for (let i = 0; i < FEW; i++) length += format(new TZDate((rows[i] as Row).at, ZONE), "yyyy-MM").length;
      return length;
    },
  },
];

async function loaded(database: DuckDB): Promise<void> {
  await database.run("CREATE TABLE answers (segment VARCHAR, milliseconds BIGINT, rating INTEGER)");
  const appender = await database.createAppender("answers");
  for (const { segment, at, rating } of rows) {
    appender.appendVarchar(segment);
    appender.appendBigInt(BigInt(at));
    appender.appendInteger(rating);
    appender.endRow();
  }
  appender.closeSync();
  await database.run(
    "CREATE TABLE instants AS SELECT segment, rating, epoch_ms(milliseconds) AS moment, " +
      "make_timestamptz(milliseconds * 1000) AS zoned FROM answers",
  );
}

async function duckJobs(): Promise<readonly Job[]> {
  const database = await duckDB();
  if (database === null) return [];
  await loaded(database);
  const grouped = (month: string): string =>
    `SELECT segment, ${month} AS month, rating, count(*) FROM instants GROUP BY ALL`;
  return [
    ...queryJobs(database, "DuckDB, UTC", grouped("date_trunc('month', moment)")),
    ...queryJobs(database, "DuckDB, zone", grouped(`date_trunc('month', zoned AT TIME ZONE '${ZONE}')`)),
  ];
}

const duck = await duckJobs();
const times = await measure([...ours, ...duck], 9, 2);
printRatios(`scoreBy, segment × month, ${N.toLocaleString("en")} rows`, times, "scoreBy, UTC");
if (duck.length > 0) {
  report({ row: 5, what: "UTC ÷ DuckDB", most: 1, ratio: ratioOf(times, "scoreBy, UTC", "DuckDB, UTC") });
  report({
    row: 5,
    what: "zone ÷ DuckDB",
    most: 1 / 4,
    ratio: ratioOf(times, "scoreBy, zone", "DuckDB, zone"),
  });
}
report({
  row: 5,
  what: "zone ÷ date-fns/tz, a row",
  most: 1 / 200,
  ratio: ratioOf(times, "periodOf alone, zone", "date-fns/tz", FEW / N),
});
