// Finding many terms in a text at once, in a time that does not depend on how many they are.

/** Tells which of the patterns that it was made of occur in a text, by index. */
export type Matcher = (text: string) => ReadonlySet<number>;

/** A state of the automaton: the longest beginning of a pattern that the text read so far ends with. */
interface State {
  readonly next: Map<number, State>;
  /** The pattern that ends here, by index. */
  pattern: number | null;
  /** The state of the longest proper ending of this one, `null` at the root. */
  fallback: State | null;
  /** The nearest of the fallbacks that a pattern ends at. */
  shorterMatch: State | null;
}

/**
 * A matcher of the patterns.
 *
 * The automaton of A. V. Aho & M. J. Corasick, "Efficient String Matching: An Aid to Bibliographic Search",
 * Communications of the ACM 18 (1975): each character of a text is read once.
 *
 * @param patterns - different from each other, none of them empty; callers see to it
 */
export function matcherOf(patterns: Iterable<string>): Matcher {
  const root = emptyState(null);
  let index = 0;
  for (const pattern of patterns) addPattern(root, pattern, index++);
  linkFallbacks(root);
  return (text) => {
    const found = new Set<number>();
    let state = root;
    for (let i = 0; i < text.length; i++) {
      state = step(root, state, text.charCodeAt(i));
      // What is found already has had its shorter matches found with it.
      let match = state.pattern === null ? state.shorterMatch : state;
      while (match !== null && !found.has(match.pattern as number)) {
        found.add(match.pattern as number);
        match = match.shorterMatch;
      }
    }
    return found;
  };
}

function emptyState(fallback: State | null): State {
  return { next: new Map(), pattern: null, fallback, shorterMatch: null };
}

function addPattern(root: State, pattern: string, index: number): void {
  let state = root;
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    const next = state.next.get(code) ?? emptyState(root);
    state.next.set(code, next);
    state = next;
  }
  state.pattern = index;
}

/** Level by level, because a state's fallback is shorter than itself. */
function linkFallbacks(root: State): void {
  let level = [...root.next.values()];
  while (level.length > 0) {
    const below: State[] = [];
    for (const state of level) {
      for (const [code, next] of state.next) {
        next.fallback = step(root, state.fallback, code);
        next.shorterMatch = next.fallback.pattern === null ? next.fallback.shorterMatch : next.fallback;
        below.push(next);
      }
    }
    level = below;
  }
}

/** The state after one more character. */
function step(root: State, from: State | null, code: number): State {
  for (let state = from; state !== null; state = state.fallback) {
    const next = state.next.get(code);
    if (next !== undefined) return next;
  }
  return root;
}
