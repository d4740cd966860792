// Ratings out of the labels that survey tools export.

import { refusal } from "../errors.ts";
import { checkedScale, type Scale } from "./scale.ts";

/** What survey tools and spreadsheets write for "not answered", in lower case. */
const NO_ANSWER: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "",
  "-",
  "–",
  "—",
  "n/a",
  "na",
  "#n/a",
  "nan",
  "null",
  "not applicable",
  "not answered",
  "no answer",
]);

/** A rating, alone or in brackets. */
const RATING: RegExp = /* @__PURE__ */ ratingPattern();

function ratingPattern(): RegExp {
  // A whole number, perhaps written 9.0 as spreadsheets do.
  const number = String.raw`[-−]?[0-9]{1,16}(?:\.0{1,9})?`;
  const inBrackets = String.raw`\[\s*(?<square>${number})\s*\]|\(\s*(?<round>${number})\s*\)`;
  return new RegExp(`^(?:${inBrackets}|(?<bare>${number}))`, "u");
}

/** The scale's highest rating after the given one: "/10", "out of 10", "of 10". */
const OUT_OF = /^\s*(?:\/|(?:out\s+)?of\s)\s*(?<max>[0-9]{1,16})(?![0-9.,])/iu;

/** A label is set off by a dash, a colon, an equals sign, a full stop, or its own brackets. */
const LABEL = /^\s*(?:[-–—:=]|[.)](?=\s)|(?=[[(]))\s*[[("'“‘«¡¿]?\p{L}/u;

/** After a rating in brackets nothing need set the label off. */
const LABEL_AFTER_BRACKET = /^\s*[-–—:=]?\s*[[("'“‘«¡¿]?\p{L}/u;

/** More than any label needs, and a bound on what one cell can cost. */
const LONGEST_LABEL = 1000;

/**
 * Reads the rating out of a label: `"10 - Extremely likely"` is 10.
 *
 * Survey tools export the end points of a scale with their labels, and sometimes every point. Understood are a
 * whole number (`"9"`, `"9.0"`), the same in brackets (`"[9]"`), with the scale's end (`"9/10"`, `"9 out of 10"`),
 * and followed by a label that is set off by a dash, colon, equals sign, full stop or brackets (`"1 – Not at all"`,
 * `"5 (very satisfied)"`). Surrounding white space and letter case do not matter.
 *
 * Nothing is guessed: leading words (`"Score 9"`), ranges (`"9-10"`), decimals (`"6.5"`, `"6,5"`), digits of other
 * scripts, another scale's end (`"9/10"` on 0-5) and numbers off the scale are all `"unreadable"`, which
 * the types of {@link tally} do not accept. A label without a number needs the caller's own table.
 *
 * @param text - the cell as exported
 * @param scale - the scale that the rating must be on
 * @returns the rating; `null` for an empty cell or a usual word for "no answer" (`"N/A"`, `"-"`); else `"unreadable"`
 * @throws {@link CxMetricsError} `invalid-argument` where `text` is not a string or `scale` is no scale
 *
 * @example
 * ```ts
 * import { NPS_SCALE, ratingFromLabel } from "cx-metrics";
 *
 * ratingFromLabel("10 - Extremely likely", NPS_SCALE); // → 10
 * ratingFromLabel("N/A", NPS_SCALE); // → null
 * ratingFromLabel("9 or 10", NPS_SCALE); // → "unreadable"
 * ```
 */
export function ratingFromLabel(text: string, scale: Scale): number | null | "unreadable" {
  const caller = "ratingFromLabel";
  if (typeof text !== "string") throw refusal(caller, "invalid-argument", ["text"], "a string", text);
  const { min, max } = checkedScale(caller, scale);
  const label = text.trim();
  if (label.length > LONGEST_LABEL) return "unreadable";
  if (NO_ANSWER.has(label.toLowerCase())) return null;
  const match = RATING.exec(label);
  if (match?.groups === undefined) return "unreadable";
  const { square, round, bare } = match.groups;
  const digits = (square ?? round ?? bare) as string;
  const rating = Number(digits.replace("−", "-")) + 0;
  if (rating < min || rating > max) return "unreadable";
  const labelled = bare === undefined ? LABEL_AFTER_BRACKET : LABEL;
  return endsWell(label.slice(match[0].length), max, labelled) ? rating : "unreadable";
}

/** Whether what follows a rating is nothing, the scale's end, or a label. */
function endsWell(rest: string, max: number, labelled: RegExp): boolean {
  const outOf = OUT_OF.exec(rest);
  if (outOf !== null && Number(outOf.groups?.["max"]) !== max) return false;
  const label = outOf === null ? rest : rest.slice(outOf[0].length);
  return label === "" || labelled.test(label);
}
