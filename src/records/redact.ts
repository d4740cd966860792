// Messages without the data they were made from.

/** What a repeated value is replaced with. */
const REDACTED = "…";

/** Longer numbers may be telephone or account numbers; ratings and the limits of a scale are not. */
const MOST_DIGITS = 5;

/** How deep into a value, and at how many texts in it, is looked. A bound on the cost of a hostile row. */
const DEEPEST = 5;
const MOST_TEXTS = 1000;

/** What is said where a value is too large to be compared with the message. */
const WITHHELD =
  "refused; the schema's message is withheld, because the value is too large to take out of it";

/**
 * A schema's message in which the value that it is about, and every text and long number inside that value, is
 * replaced by "…". Property names are no data and stay.
 *
 * Some libraries quote what they refuse (`Expected number but received "anna@example.com"`). Messages end up in logs;
 * what somebody typed must not. Numbers of up to five characters stay, because "got 11" is what helps. A schema that
 * quotes another value than the one its issue points at, or changes the value before it quotes it, is beyond this.
 */
export function redacted(message: string, value: unknown): string {
  const texts: string[] = [];
  if (!collect(value, texts, 0)) return WITHHELD;
  // Longest first, so that a text inside a longer one does not break it apart.
  texts.sort((a, b) => b.length - a.length);
  let safe = message;
  for (const text of texts) safe = replaceWhole(safe, text);
  return safe;
}

/** Gathers every text and long number in a value; false where there are more than are looked at. */
function collect(value: unknown, texts: string[], depth: number): boolean {
  if (typeof value === "object" && value !== null) {
    return depth < DEEPEST && Object.values(value).every((inner) => collect(inner, texts, depth + 1));
  }
  if (typeof value === "string") {
    // As it is, as a schema may have trimmed it, and as it stands between the quotes of a JSON text.
    if (!isHarmless(value)) texts.push(value, value.trim(), JSON.stringify(value).slice(1, -1));
  } else if (typeof value === "bigint" || Number.isFinite(value)) {
    if (!isHarmless(String(value))) texts.push(`${value}n`, String(value));
  }
  return texts.length <= MOST_TEXTS;
}

/** Whether a text tells nothing about anybody: blank, or a short number. */
function isHarmless(text: string): boolean {
  return text.trim() === "" || (text.length <= MOST_DIGITS && Number.isFinite(Number(text)));
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
