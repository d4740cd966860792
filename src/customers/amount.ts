// Amounts of money: what one is, lists of them by account or product line, and quotients of them.

import { type Path, refusal, refusalInWords, requireIterable, requireObject } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";

/** Each account's or product line's amount. Those of 0 are listed too. */
export type Amounts = ReadonlyMap<Identifier, number>;

/** The amount where it is a finite number from 0 up, or a throw. */
export function checkedAmount(caller: string, path: Path, amount: unknown): number {
  if (!(Number.isFinite(amount) && (amount as number) >= 0)) {
    throw refusal(caller, "invalid-argument", path, "a finite number from 0 up", amount);
  }
  // Adding 0 turns a −0 into 0, so that no result takes over its sign.
  return (amount as number) + 0;
}

/** The same, or `null` where the amount is not known. */
export function amountOrNull(caller: string, name: string, amount: unknown): number | null {
  return amount === null ? null : checkedAmount(caller, [name], amount);
}

/** The named amounts of a movement, each checked. */
export function amountsNamed<K extends string>(
  caller: string,
  movement: { readonly [N in K]: number },
  names: readonly K[],
): { readonly [N in K]: number } {
  requireObject(caller, ["movement"], movement);
  const checked = names.map((name) => [name, checkedAmount(caller, [name], movement[name])] as const);
  return Object.fromEntries(checked) as { readonly [N in K]: number };
}

/** The proportion where it is a number from 0 to 1, or a throw. */
export function checkedShare(caller: string, name: string, share: unknown): number {
  if (!(typeof share === "number" && share >= 0 && share <= 1)) {
    throw refusal(caller, "invalid-argument", [name], "a number from 0 to 1", share);
  }
  // Adding 0 turns a −0 into 0 here too.
  return share + 0;
}

/** The same, or `null` where the proportion is not known. */
export function shareOrNull(caller: string, name: string, share: unknown): number | null {
  return share === null ? null : checkedShare(caller, name, share);
}

/** The amounts of pairs of an id and an amount, or a throw naming the pair that is wrong or comes a second time. */
export function amountsOf(
  caller: string,
  name: string,
  entries: Iterable<readonly [id: Identifier, amount: number]>,
): Amounts {
  requireIterable(caller, [name], entries);
  const amounts = new Map<Identifier, number>();
  let index = 0;
  for (const entry of entries) {
    if (!Array.isArray(entry)) {
      throw refusal(caller, "invalid-argument", [name, index], "a pair of an id and an amount", entry);
    }
    const id = requiredIdentifier(caller, [name, index, "id"], entry[0]);
    const amount = checkedAmount(caller, [name, index, "amount"], entry[1]);
    if (amounts.has(id)) {
      const requirement = "different in each";
      throw refusalInWords(caller, "invalid-argument", [name, index, "id"], requirement, "one given before");
    }
    amounts.set(id, amount);
    index++;
  }
  return amounts;
}

/** The quotient, `null` over 0, or a throw where it is beyond the largest number. */
export function quotient(
  caller: string,
  numerator: number,
  [name, denominator]: readonly [name: string, denominator: number],
): number | null {
  if (denominator === 0) return null;
  const value = numerator / denominator;
  if (Number.isFinite(value)) return value + 0;
  throw refusal(caller, "invalid-argument", [name], "0 or large enough to divide by", denominator);
}
