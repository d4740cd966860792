// What identifies a customer, a respondent, an order or a case.

import { type Path, refusal } from "../errors.ts";

/** Identifies a customer, an order or a case. Values are compared as they are: `1` and `"1"` are two. */
export type Identifier = string | number;

/** The identifier, `null` where it is missing or blank, or a throw. The empty cell of an export is nobody. */
export function identifierOrNull(caller: string, path: Path, value: unknown): Identifier | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw refusal(caller, "invalid-argument", path, "a string, a finite number or missing", value);
}

/** The identifier, or a throw: here a record without one belongs to nobody. */
export function requiredIdentifier(caller: string, path: Path, value: unknown): Identifier {
  if (typeof value === "string" && value.trim() !== "") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw refusal(caller, "invalid-argument", path, "a string that is not blank or a finite number", value);
}
