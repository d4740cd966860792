// Currencies: amounts of one only can be added up.

import { type PathSegment, refusal, refusalInWords } from "../errors.ts";

/**
 * The currency of all records so far, or a throw where a record is in another. One that states none (absent, `null` or
 * blank) is taken to be in the currency of the rest.
 */
export function sameCurrency(
  caller: string,
  path: readonly PathSegment[],
  soFar: string | null,
  currency: unknown,
): string | null {
  if (currency === null || currency === undefined) return soFar;
  if (typeof currency !== "string") {
    throw refusal(caller, "invalid-argument", path, "a currency code or missing", currency);
  }
  if (currency.trim() === "") return soFar;
  if (soFar === null || soFar === currency) return currency;
  throw refusalInWords(caller, "invalid-argument", path, "that of the records before it", "another currency");
}
