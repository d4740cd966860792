// What a notebook is given to show.

/** The method that notebooks look for. */
export const DISPLAY: symbol = Symbol.for("Jupyter.display");

/** What a value is shown as, by kind of media. */
export async function shown(value: object): Promise<Record<string, string>> {
  return (value as Record<symbol, () => Promise<Record<string, string>>>)[DISPLAY]?.() ?? {};
}
