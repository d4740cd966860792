// The codebook: which words and phrases tell of which theme.

import { type Path, refusal, requireObject } from "../errors.ts";
import { isUnspaced, wordsOf } from "./commentText.ts";
import { matcherOf } from "./termMatcher.ts";

/** For each theme the words and phrases that tell of it; `*` at the start or end of one stands for the rest of a word. */
export type Codebook<K extends string = string> = { readonly [T in K]: readonly string[] };

/** A codebook ready to be used. */
export interface CheckedCodebook<K extends string> {
  readonly themes: readonly K[];
  /** The themes that a comment mentions, by index. */
  readonly mentionedIn: (comment: string) => ReadonlySet<number>;
}

/** Something between two asterisks or none, neither end of it white space. */
const TERM = /^\*?[^*\s](?:[^*]*[^*\s])?\*?$/;

/** The codebook, or a throw. Errors say places and not words, because codebooks are made from comments. */
export function checkedCodebook<K extends string>(caller: string, codebook: Codebook<K>): CheckedCodebook<K> {
  requireObject(caller, ["codebook"], codebook);
  const themes = Object.keys(codebook) as K[];
  if (themes.length === 0) {
    throw refusal(
      caller,
      "invalid-argument",
      ["codebook"],
      "one theme or more, each with its terms",
      codebook,
    );
  }
  /** For each pattern the themes that it tells of: a term may stand with several. */
  const themesOf = new Map<string, Set<number>>();
  themes.forEach((theme, t) => {
    for (const pattern of patternsOf(caller, ["codebook", t], codebook[theme])) {
      themesOf.set(pattern, (themesOf.get(pattern) ?? new Set()).add(t));
    }
  });
  const matcher = matcherOf(themesOf.keys());
  const byPattern = [...themesOf.values()];
  return {
    themes,
    mentionedIn: (comment) => {
      const mentioned = new Set<number>();
      for (const pattern of matcher(wordsOf(comment))) {
        for (const theme of byPattern[pattern] as Set<number>) mentioned.add(theme);
      }
      return mentioned;
    },
  };
}

function patternsOf(caller: string, path: Path, terms: unknown): readonly string[] {
  if (!Array.isArray(terms) || terms.length === 0) {
    throw refusal(caller, "invalid-argument", path, "an array of one term or more", terms);
  }
  return Array.from(terms as readonly unknown[], (term, i) => {
    const pattern = typeof term === "string" ? patternOf(term.trim()) : null;
    if (pattern !== null) return pattern;
    const requirement = 'a word or phrase with "*" only at its start or end';
    throw refusal(caller, "invalid-argument", [...path, "term", i], requirement, term);
  });
}

/**
 * What to look for in the words of a comment: a space at either end where a word must begin or end there, which in scripts
 * without spaces it need not. `null` where there is nothing to look for.
 */
function patternOf(term: string): string | null {
  if (!TERM.test(term)) return null;
  // Asterisks are no part of words, and end a phrase as other signs do.
  const words = wordsOf(term).replace(/^[ |]+|[ |]+$/g, "");
  if (words === "") return null;
  const [first, last] = [words[Symbol.iterator]().next().value as string, [...words].at(-1) as string];
  const start = term.startsWith("*") || isUnspaced(first) ? "" : " ";
  const end = term.endsWith("*") || isUnspaced(last) ? "" : " ";
  return `${start}${words}${end}`;
}
