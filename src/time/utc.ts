// The context in which date-fns reckons here: days that are held as UTC midnights, whatever the host's zone.

import { UTCDateMini } from "@date-fns/utc/date/mini";

/** For the `in` option of every date-fns call. */
export function utc(value: Date | string | number): Date {
  return new UTCDateMini(Number(new Date(value)));
}
