// Currencies: amounts of one only can be added up.

import { type Path, refusal, refusalInWords } from "../errors.ts";

/**
 * The currency of all records so far: `undefined` where there is no record yet, `null` where they state none (absent,
 * `null` or blank). A throw where a record is in another, or where some state one and others none: nobody can tell
 * whether those without are in the same.
 */
export function sameCurrency(
  caller: string,
  path: Path,
  soFar: string | null | undefined,
  stated: unknown,
): string | null {
  const currency = currencyOrNull(caller, path, stated);
  if (soFar === undefined || soFar === currency) return currency;
  const requirement =
    soFar === null ? "missing, as in the records before it" : "that of the records before it";
  const got = currency === null ? "none" : soFar === null ? "a currency" : "another currency";
  throw refusalInWords(caller, "invalid-argument", path, requirement, got);
}

function currencyOrNull(caller: string, path: Path, currency: unknown): string | null {
  if (currency === null || currency === undefined) return null;
  if (typeof currency !== "string") {
    throw refusal(caller, "invalid-argument", path, "a currency code or missing", currency);
  }
  return currency.trim() === "" ? null : currency;
}
