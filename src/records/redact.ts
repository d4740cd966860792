// Messages without the data they were made from.

/** What a repeated value is replaced with. */
const REDACTED = "…";

/** Numbers of so many digits may be telephone or account numbers; ratings and counts of a message are shorter. */
const LONGEST_PLAIN_NUMBER = 5;

/** How deep into a row, and how many of its values, are compared. A bound on the cost of a hostile row. */
const DEEPEST = 5;
const MOST_VALUES = 1000;

/**
 * A schema's message in which every text of the row, and every long number, is replaced by "…".
 *
 * Some libraries quote the value that they refuse (`Expected number but received "anna@example.com"`). Messages end
 * up in logs; what somebody typed must not.
 */
export function redacted(message: string, row: unknown): string {
  const values: string[] = [];
  collect(row, values, 0);
  // Longest first, so that a value inside a longer one does not break it apart.
  values.sort((a, b) => b.length - a.length);
  let safe = message;
  for (const value of values) safe = replaceWhole(safe, value);
  return safe;
}

/** Gathers every text and long number in a row. */
function collect(value: unknown, values: string[], depth: number): void {
  if (values.length >= MOST_VALUES) return;
  if (typeof value === "string" && value.trim() !== "") {
    values.push(value, JSON.stringify(value).slice(1, -1));
  } else if (typeof value === "number" || typeof value === "bigint") {
    const digits = String(value);
    if (digits.length > LONGEST_PLAIN_NUMBER) values.push(digits);
  } else if (typeof value === "object" && value !== null && depth < DEEPEST) {
    for (const inner of Object.values(value)) collect(inner, values, depth + 1);
  }
}

const WORD = /[\p{L}\p{N}]/u;

/** Replaces a value where it stands by itself, not where it is part of a longer word. */
function replaceWhole(message: string, value: string): string {
  const pieces = message.split(value);
  let joined = pieces[0] as string;
  for (let i = 1; i < pieces.length; i++) {
    const next = pieces[i] as string;
    const insideWord =
      (WORD.test(value.charAt(0)) && WORD.test(joined.slice(-1))) ||
      (WORD.test(value.slice(-1)) && WORD.test(next.charAt(0)));
    joined += (insideWord ? value : REDACTED) + next;
  }
  return joined;
}
