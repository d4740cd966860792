// Bisection down to the last digit.

/** The number nearest to `from` for which the condition holds, which it does from some place on to `to`. */
export function bisected(from: number, to: number, holds: (value: number) => boolean): number {
  let [fails, enough] = [from, to];
  for (;;) {
    const middle = fails + (enough - fails) / 2;
    if (middle === fails || middle === enough) return enough;
    if (holds(middle)) enough = middle;
    else fails = middle;
  }
}
