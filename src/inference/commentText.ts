// The words of a comment, in one form whatever its case, encoding and punctuation.

/** Longer runs of combining marks are no writing, and would take a normaliser a time that grows with their square. */
const MARKS_BEYOND_THIRTY = /(\p{M}{30})\p{M}+/gu;

/** Soft hyphens, joiners and byte order marks, which stand inside of words unseen. */
const UNSEEN = /\u00AD|\u200C|\u200D|\u2060|\uFEFF/g;

const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4\u0060\u2032\uFF07]/g;

/** What stands between two words: anything but letters, marks, digits and pictures. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu;

/** White space, or an apostrophe or hyphen right behind a word: the two words may be of one phrase. */
const WITHIN_PHRASE = /^(?:\s+|['\-\u2010]\s*)$/;

/** Chinese, Japanese, Thai, Lao, Khmer and Burmese, which set no spaces between words; and emoji. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{Extended_Pictographic}]+/gu;

/**
 * The words of a text, each between spaces, and " | " where a phrase ends: `"I’d like a REFUND, please"` becomes
 * `" i d like a refund | please "`. A run of a script that sets no spaces is one word. No words give `" "`.
 *
 * NFKC, so that composed, decomposed, full-width and ligature letters agree; folded by way of capitals and back, which
 * unlike the lower case of a locale makes one of "ß" and "ss", of "ς" and "σ", and of the Turkish "İ", "I", "ı" and
 * "i". Runs of marks are cut as in the Stream-Safe Text Format of Unicode Standard Annex #15. Takes a time in
 * proportion to the text, and is the same in every locale.
 */
export function wordsOf(text: string): string {
  const folded = text
    .replace(UNSEEN, "")
    .replace(APOSTROPHES, "'")
    .replace(MARKS_BEYOND_THIRTY, "$1")
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .replace(/\u03C2/g, "\u03C3")
    .replace(/i\u0307/g, "i")
    .normalize("NFKC");
  const words = folded
    .replace(BETWEEN_WORDS, (gap) => (WITHIN_PHRASE.test(gap) ? " " : " | "))
    .replace(UNSPACED, " $& ");
  return ` ${words} `.replace(/ +/g, " ");
}

/** Whether a character is of a script that sets no spaces. */
export function isUnspaced(character: string): boolean {
  return character.search(UNSPACED) === 0;
}
