// Repeat contacts: when a customer came back about the same thing.

import type { Identifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { customerOf, type ReadCase, topicOf } from "./supportCases.ts";

/** Who made contact when, and about what; a topic of `null` may be any. */
export interface Contact {
  readonly customer: Identifier;
  readonly openedAt: number;
  readonly topic: string | null;
}

/** The contact that a case began with, `null` where it is not known whose it was. */
export function contactOf(caller: string, read: ReadCase): Contact | null {
  const customer = customerOf(caller, read);
  const topic = topicOf(caller, read);
  return customer === null ? null : { customer, openedAt: read.openedAt, topic };
}

/**
 * For each contact, at its own place, when the same customer next made contact about the same thing; Infinity where they
 * did not. Contacts of the same moment are no repeats of each other.
 */
export function nextContacts(contacts: readonly Contact[]): Float64Array {
  const next = new Float64Array(contacts.length).fill(Number.POSITIVE_INFINITY);
  const places = new Map<Identifier, number[]>();
  contacts.forEach(({ customer }, place) => {
    mapEntry(places, customer, (): number[] => []).push(place);
  });
  for (const ofCustomer of places.values()) {
    if (ofCustomer.length > 1) fillNext(contacts, ofCustomer, next);
  }
  return next;
}

/** Walks back in time and remembers, for each topic, the earliest contact met so far. */
function fillNext(contacts: readonly Contact[], places: number[], next: Float64Array): void {
  const at = (position: number): Contact => contacts[places[position] as number] as Contact;
  places.sort((a, b) => (contacts[b] as Contact).openedAt - (contacts[a] as Contact).openedAt);
  const nextAbout = new Map<string | null, number>();
  let nextOfAny = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let start = 0; start < places.length; start = end) {
    const { openedAt } = at(start);
    for (end = start; end < places.length && at(end).openedAt === openedAt; end++) {
      const { topic } = at(end);
      const about = Math.min(nextAbout.get(topic) ?? Infinity, nextAbout.get(null) ?? Infinity);
      next[places[end] as number] = topic === null ? nextOfAny : about;
    }
    for (let position = start; position < end; position++) nextAbout.set(at(position).topic, openedAt);
    nextOfAny = openedAt;
  }
}
