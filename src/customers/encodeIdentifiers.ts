// Identifiers as numbers: looked up once, and then used by any number of tables.

import { type Path, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";

/** Identifiers, and for each place of a list the number of the one that stands there. */
export interface EncodedIdentifiers {
  /** For each identifier given, its place among the different ones. */
  readonly codes: Uint32Array;
  /** The different identifiers, in the order in which they first came. */
  readonly identifiers: readonly Identifier[];
}

/** How many codes there is room for at first; the room doubles as more come. */
const FIRST_ROOM = 1024;

/**
 * Codes of identifiers: which number stands for each customer, so that several tables need not look their texts up
 * again?
 *
 * The first identifier gets 0, the next that differs from it 1, and so on; `identifiers[codes[i]]` is the one given at
 * place i. Values are compared as they are: `1` and `"1"` are two. No identifiers give none. What
 * {@link activityCohorts} takes as `customers` are such codes.
 *
 * `codes` is a `Uint32Array`, which JSON writes as an object: it is meant for further calls, not for storing.
 *
 * @param ids - the identifiers, in the order of the records that they belong to
 * @throws {@link CxMetricsError} `invalid-argument` for an identifier that is missing, blank, or no string or finite
 * number
 *
 * @example
 * ```ts
 * import { encodeIdentifiers } from "cx-metrics";
 *
 * const { codes, identifiers } = encodeIdentifiers(["ana", "budi", "ana"]);
 * [...codes]; // → [0, 1, 0]
 * identifiers; // → ["ana", "budi"]
 * ```
 */
export function encodeIdentifiers(ids: Iterable<Identifier>): EncodedIdentifiers {
  const caller = "encodeIdentifiers";
  requireIterable(caller, ["ids"], ids);
  const codes = new Map<Identifier, number>();
  let encoded = new Uint32Array(FIRST_ROOM);
  let n = 0;
  for (const id of ids) {
    if (n === encoded.length) {
      const roomier = new Uint32Array(2 * n);
      roomier.set(encoded);
      encoded = roomier;
    }
    encoded[n] = codes.get(id) ?? newCode(caller, ["ids", n], codes, id);
    n++;
  }
  return { codes: encoded.slice(0, n), identifiers: [...codes.keys()] };
}

/** The code of an identifier that has none yet, or a throw. */
export function newCode(caller: string, path: Path, codes: Map<Identifier, number>, id: unknown): number {
  const code = codes.size;
  codes.set(requiredIdentifier(caller, path, id), code);
  return code;
}
