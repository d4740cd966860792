// How wide a text is about, where nothing can measure it.

/**
 * Signs by their width, in parts of the font size, rounded up from the advance widths of DejaVu Sans. It is the widest of the
 * fonts that stand in for Helvetica and Arial, so that a text takes up this much at most, and in most fonts a little less.
 */
const WIDTHS: readonly (readonly [width: number, signs: string])[] = [
  [0.3, "'ijlIJ"],
  [0.35, " ,./:;\\|·"],
  [0.42, "f-()[]tr!"],
  [0.56, '*_`"szc?L–'],
  [0.84, "ABCDGHKNOQRUVXZ&w#+<=>^~−→≥≤×"],
  [1.08, "%mMW@—…"],
];

const OTHER = 0.64;

/** From here on stand the scripts of East Asia, and pictures. */
const WIDE = 0x1100;
const BOLD = 1.13;

/** The width of a text in pixels. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let width = 0;
  for (const sign of text) {
    const [known] = WIDTHS.find(([, signs]) => signs.includes(sign)) ?? [];
    width += known ?? ((sign.codePointAt(0) as number) < WIDE ? OTHER : 1.08);
  }
  return width * fontSize * (isBold ? BOLD : 1);
}
