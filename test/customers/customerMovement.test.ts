import { describe, expect, it } from "vitest";
import {
  CxMetricsError,
  type CxMetricsErrorCode,
  customerMovement,
  type Movement,
  type Tenure,
} from "../../src/index.ts";

const JANUARY = { from: "2026-01", to: "2026-02" };

/** A day of 2025 or 2026 at noon in UTC. */
const noon = (day: string): string => `${day}T12:00:00Z`;

function stay(customerId: string | number, startedAt: string, endedAt?: string): Tenure {
  return {
    customerId,
    startedAt: noon(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: noon(endedAt) }),
  };
}

/** The counts in the order atStart, acquired, reactivated, lost, lostFromStart, atEnd. */
function countsOf(tenures: readonly Tenure[], period = JANUARY): number[] {
  const { atStart, acquired, reactivated, lost, lostFromStart, atEnd } = customerMovement(tenures, period);
  return [atStart, acquired, reactivated, lost, lostFromStart, atEnd];
}

function errorOf(run: () => unknown): CxMetricsError {
  try {
    run();
  } catch (error) {
    if (error instanceof CxMetricsError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("customerMovement counts a customer who", () => {
  it.each<[string, readonly Tenure[], number[]]>([
    ["stays throughout, once at start and end", [stay("a", "2025-03-01")], [1, 0, 0, 0, 0, 1]],
    ["joins, as acquired", [stay("a", "2026-01-10")], [0, 1, 0, 0, 0, 1]],
    ["leaves, as lost from the start", [stay("a", "2025-03-01", "2026-01-10")], [1, 0, 0, 1, 1, 0]],
    ["joins and leaves, as acquired and lost", [stay("a", "2026-01-10", "2026-01-20")], [0, 1, 0, 1, 0, 0]],
    [
      "comes back after leaving earlier, as reactivated",
      [stay("a", "2025-03-01", "2025-06-01"), stay("a", "2026-01-10")],
      [0, 0, 1, 0, 0, 1],
    ],
    [
      "comes back and leaves again, as reactivated and lost",
      [stay("a", "2025-03-01", "2025-06-01"), stay("a", "2026-01-10", "2026-01-12")],
      [0, 0, 1, 1, 0, 0],
    ],
    [
      "leaves and returns within the period, as never gone",
      [stay("a", "2025-03-01", "2026-01-05"), stay("a", "2026-01-20")],
      [1, 0, 0, 0, 0, 1],
    ],
    [
      "joins, leaves and joins again, as acquired once",
      [stay("a", "2026-01-05", "2026-01-10"), stay("a", "2026-01-20")],
      [0, 1, 0, 0, 0, 1],
    ],
    [
      "leaves, returns and leaves, as lost once",
      [stay("a", "2025-03-01", "2026-01-05"), stay("a", "2026-01-20", "2026-01-25")],
      [1, 0, 0, 1, 1, 0],
    ],
    [
      "joins and leaves twice, as acquired and lost once",
      [stay("a", "2026-01-05", "2026-01-06"), stay("a", "2026-01-20", "2026-01-25")],
      [0, 1, 0, 1, 0, 0],
    ],
    ["had left before, nowhere", [stay("a", "2025-03-01", "2025-06-01")], [0, 0, 0, 0, 0, 0]],
    ["comes later, nowhere", [stay("a", "2026-03-01")], [0, 0, 0, 0, 0, 0]],
    [
      "comes and leaves on one day, as acquired and lost",
      [stay("a", "2026-01-05", "2026-01-05")],
      [0, 1, 0, 1, 0, 0],
    ],
  ])("%s", (_, tenures, counts) => {
    expect(countsOf(tenures)).toEqual(counts);
  });
});

describe("customerMovement makes one stay of tenures that", () => {
  it.each<[string, readonly Tenure[]]>([
    ["touch, as a renewal does", [stay("a", "2025-03-01", "2026-01-10"), stay("a", "2026-01-10")]],
    ["overlap", [stay("a", "2025-03-01", "2026-01-15"), stay("a", "2026-01-10")]],
    ["lie within each other", [stay("a", "2025-03-01"), stay("a", "2026-01-10", "2026-01-12")]],
    ["are the same twice", [stay("a", "2025-03-01"), stay("a", "2025-03-01")]],
    ["are given in the wrong order", [stay("a", "2026-01-10"), stay("a", "2025-03-01", "2026-01-10")]],
    [
      "are bridged by a third",
      [stay("a", "2025-03-01", "2026-01-05"), stay("a", "2026-01-10"), stay("a", "2026-01-04", "2026-01-11")],
    ],
  ])("%s", (_, tenures) => {
    expect(countsOf(tenures)).toEqual([1, 0, 0, 0, 0, 1]);
  });
});

describe("customerMovement draws the line at the first instant", () => {
  const at = (startedAt: string, endedAt?: string): Tenure => ({ customerId: "a", startedAt, endedAt });

  it("who comes at `from` is acquired", () => {
    expect(countsOf([at("2026-01-01T00:00:00Z")])).toEqual([0, 1, 0, 0, 0, 1]);
  });

  it("who leaves at `from` was there and is lost", () => {
    expect(countsOf([at("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")])).toEqual([1, 0, 0, 1, 1, 0]);
  });

  it("who comes at `to` belongs to the next period", () => {
    expect(countsOf([at("2026-02-01T00:00:00Z")])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("who leaves at `to` is still there at the end", () => {
    expect(countsOf([at("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z")])).toEqual([1, 0, 0, 0, 0, 1]);
  });
});

describe("customerMovement reads", () => {
  it("keys of periods in the zone of the call", () => {
    const movement = customerMovement([], { ...JANUARY, timeZone: "America/New_York" });
    expect([movement.from, movement.to]).toEqual(["2026-01-01T05:00:00.000Z", "2026-02-01T05:00:00.000Z"]);
  });

  it("keys of weeks by the day that weeks start on", () => {
    const movement = customerMovement([], { from: "2026-W11", to: "2026-W12", weekStartsOn: 0 });
    expect([movement.from, movement.to]).toEqual(["2026-03-15T00:00:00.000Z", "2026-03-22T00:00:00.000Z"]);
  });

  it("instants as dates, milliseconds and text", () => {
    const movement = customerMovement([], { from: new Date(0), to: 86_400_000 });
    expect([movement.from, movement.to]).toEqual(["1970-01-01T00:00:00.000Z", "1970-01-02T00:00:00.000Z"]);
    expect(customerMovement([], { from: "1970-01-01T07:00:00+07:00", to: 1 }).from).toBe(
      "1970-01-01T00:00:00.000Z",
    );
  });

  it("a missing end as a stay that goes on, be it absent, null or undefined", () => {
    const startedAt = noon("2025-03-01");
    const tenures: Tenure[] = [
      { customerId: 1, startedAt },
      { customerId: 2, startedAt, endedAt: null },
      { customerId: 3, startedAt, endedAt: undefined },
    ];
    expect(countsOf(tenures)).toEqual([3, 0, 0, 0, 0, 3]);
  });

  it('1 and "1" as two customers, and __proto__ as a name', () => {
    const tenures = [stay(1, "2025-03-01"), stay("1", "2025-03-01"), stay("__proto__", "2025-03-01")];
    expect(countsOf(tenures)).toEqual([3, 0, 0, 0, 0, 3]);
  });

  it("an empty period as one in which nothing happens", () => {
    const instant = "2026-01-01T00:00:00Z";
    expect(countsOf([stay("a", "2025-03-01")], { from: instant, to: instant })).toEqual([1, 0, 0, 0, 0, 1]);
  });

  it("no tenures as zeros", () => {
    expect(customerMovement([], JANUARY)).toEqual({
      from: "2026-01-01T00:00:00.000Z",
      to: "2026-02-01T00:00:00.000Z",
      atStart: 0,
      acquired: 0,
      reactivated: 0,
      lost: 0,
      lostFromStart: 0,
      atEnd: 0,
    } satisfies Movement);
  });
});

describe("customerMovement refuses", () => {
  const good = stay("a", "2025-03-01");

  it.each<[string, unknown, string, CxMetricsErrorCode?]>([
    ["a tenure that is none", null, "tenures at index 1 must be an object, got null"],
    ["a customer alone", "ana", "tenures at index 1 must be an object, got a string"],
    [
      "a blank customer",
      { customerId: " ", startedAt: 0 },
      "tenures at index 1.customerId must be a string that is not blank or a finite number, got a string",
    ],
    [
      "a missing start",
      { customerId: "b" },
      "tenures at index 1.startedAt must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got undefined",
      "invalid-instant",
    ],
    [
      "an end that cannot be read",
      { customerId: "b", startedAt: 0, endedAt: "soon" },
      "tenures at index 1.endedAt must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got a string",
      "invalid-instant",
    ],
    [
      "an end before the start",
      { customerId: "b", startedAt: 5, endedAt: 4 },
      "tenures at index 1.endedAt must be startedAt or later, got an earlier instant",
    ],
  ])("%s", (_, tenure, message, code = "invalid-argument") => {
    const error = errorOf(() => customerMovement([good, tenure as Tenure], JANUARY));
    expect([error.message, error.code]).toEqual([`customerMovement: ${message}`, code]);
    expect(error.path.slice(0, 2)).toEqual(["tenures", 1]);
  });

  it.each<[string, object, string, CxMetricsErrorCode?]>([
    [
      "a period that ends before it starts",
      { from: "2026-02", to: "2026-01" },
      "to must be from or later, got an earlier moment",
    ],
    [
      "one period as both ends, which would be no time at all",
      { from: "2026-01", to: "2026-01" },
      "to must be the period after the last that counts, got the same period as from",
    ],
    [
      "a date without a zone",
      { from: "2026-01-01T00:00:00", to: "2026-02" },
      "from must be a valid Date, epoch milliseconds, ISO 8601 with an offset (2026-03-09T10:30:00Z) or a period (2026-03), got a string",
      "invalid-instant",
    ],
    [
      "a day that no month has",
      { from: "2026-02-30", to: "2026-04" },
      "from must be a day, week, month, quarter or year such as 2026-03-09, 2026-W11, 2026-03, 2026-Q1 or 2026, got a string",
    ],
    [
      "an unknown zone",
      { ...JANUARY, timeZone: "Mars/Olympus" },
      "timeZone must be an IANA time zone such as Asia/Jakarta, got a string",
    ],
    [
      "a mistyped option",
      { ...JANUARY, timezone: "UTC" },
      'options must be among from, to, timeZone, weekStartsOn, got "timezone"',
    ],
    [
      "a missing period",
      {},
      "from must be a valid Date, epoch milliseconds, ISO 8601 with an offset (2026-03-09T10:30:00Z) or a period (2026-03), got undefined",
      "invalid-instant",
    ],
  ])("%s", (_, options, message, code = "invalid-argument") => {
    const error = errorOf(() => customerMovement([good], options as never));
    expect([error.message, error.code]).toEqual([`customerMovement: ${message}`, code]);
  });

  it("what is no list", () => {
    expect(errorOf(() => customerMovement("abc" as never, JANUARY)).message).toBe(
      "customerMovement: tenures must be an array or another iterable, got a string",
    );
  });
});
