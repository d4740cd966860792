// Identifiers that may stand in a list only once.

import { type Path, refusalInWords } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";

/** Throws where the identifier has been seen, and otherwise notes it as seen. */
export function requireUnseen(caller: string, path: Path, seen: Set<Identifier>, id: Identifier): void {
  if (seen.has(id)) {
    throw refusalInWords(caller, "invalid-argument", path, "another than those before it", "one of them");
  }
  seen.add(id);
}
