// Who answered and when, as the functions that follow respondents through time read it.

import { refusal } from "../errors.ts";
import { type Identifier, identifierOrNull } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";

/** A record of somebody at some time: a survey response, a call back. Absent, `null` and blank all mean "not known". */
export interface RespondentRecord {
  /** Identifies the person. Values are compared as they are: `1` and `"1"` are two people. */
  readonly respondentId?: Identifier | null | undefined;
  /** When it happened. */
  readonly at?: Instant | null | undefined;
}

/** Who and when, each `null` where the record does not say. */
export interface Trace {
  readonly respondent: Identifier | null;
  readonly epoch: number | null;
}

/** Reads a record, or throws naming the list, the index and the field. */
export function traceOf(caller: string, list: string, index: number, record: RespondentRecord): Trace {
  if (typeof record !== "object" || record === null) {
    throw refusal(caller, "invalid-argument", [list, index], "an object", record);
  }
  const { respondentId, at } = record;
  return {
    respondent: identifierOrNull(caller, [list, index, "respondentId"], respondentId),
    epoch: at === null || at === undefined ? null : epochOf(caller, [list, index, "at"], at),
  };
}
