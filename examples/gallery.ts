// A page with every chart, in light and dark, drawn for wide windows and for narrow ones.
//
// Run with `npx tsx examples/gallery.ts > gallery.html`, and look at the file in a browser. With the name of a folder it
// writes a guide and each picture into a file of its own: `npx tsx examples/gallery.ts docs`.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ChartTheme, chartSvg } from "cx-metrics/charts";
import { CHARTS, type GalleryChart } from "./charts.ts";

/** How wide the pictures are at most, in pixels, labels included. */
const WIDTHS = { wide: 600, narrow: 288 };
/** Up to this width of a window the narrow ones are shown. */
const NARROW = 640;

/** One chart, drawn. */
export interface Picture {
  readonly chart: GalleryChart;
  readonly theme: ChartTheme;
  readonly size: keyof typeof WIDTHS;
  /** The finding in words. */
  readonly description: string;
  readonly svg: string;
}

/** A chart drawn so that it is at most so wide, labels included: again with a narrower plot where it is not. */
async function drawn(
  chart: GalleryChart,
  theme: ChartTheme,
  size: keyof typeof WIDTHS,
  width: number = WIDTHS[size],
): Promise<Picture> {
  const spec = chart.draw({ theme, width });
  const svg = await chartSvg(spec);
  const over = Number(/ width="(\d+)/.exec(svg)?.[1]) - WIDTHS[size];
  if (over > 0 && width > 100) return drawn(chart, theme, size, Math.max(100, width - over));
  return { chart, theme, size, description: spec.description, svg };
}

/** How to draw every chart in both themes and both sizes, by the path of its file. */
export const PICTURES: ReadonlyMap<string, () => Promise<Picture>> = new Map(
  CHARTS.flatMap((chart) =>
    (["light", "dark"] as const).flatMap((theme) =>
      (["wide", "narrow"] as const).map((size) => {
        const draw = (): Promise<Picture> => drawn(chart, theme, size);
        return [fileOf({ chart, theme, size }), draw] as const;
      }),
    ),
  ),
);

/** All of them, drawn. */
export async function pictures(): Promise<readonly Picture[]> {
  const all: Picture[] = [];
  for (const draw of PICTURES.values()) all.push(await draw());
  return all;
}

const STYLE = `body { margin: 0; font-family: Helvetica, Arial, sans-serif }
section { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(${WIDTHS.wide}px, 100%), 1fr)); gap: 24px; padding: 16px }
figure { margin: 0; min-width: 0 }
svg { display: block; max-width: 100%; height: auto }
.light { background: #ffffff; color: #1f2933 }
.dark { background: #16191d; color: #e4e7eb }
.narrow { display: none }
@media (max-width: ${NARROW}px) { .narrow { display: block } .wide { display: none } }`;

/** The whole page. Nothing in it is loaded from elsewhere. */
export function page(all: readonly Picture[]): string {
  const sections = (["light", "dark"] as const).map((theme) => {
    const figures = all
      .filter((picture) => picture.theme === theme)
      .map(
        ({ chart, size, svg }) =>
          `<figure class="${size}">${svg}<figcaption><code>${chart.name}</code></figcaption></figure>`,
      );
    return `<section class="${theme}">\n${figures.join("\n")}\n</section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts of cx-metrics</title>`;
  return `<!doctype html>\n<html lang="en"><head>${head}<style>${STYLE}</style></head><body>\n${sections.join("\n")}\n</body></html>\n`;
}

function fileOf({ chart, theme, size }: Pick<Picture, "chart" | "theme" | "size">): string {
  return `gallery/${chart.name}-${size}-${theme}.svg`;
}

/**
 * A picture as a file of its own. Whoever cannot see an image hears its alternative text alone, so that descriptions of
 * single marks are left out; two decimals of a pixel are enough. Vega counts gradients on from one drawing to the next,
 * and no picture has more than one.
 */
export function asFile(svg: string): string {
  const inside = svg.indexOf(">");
  const plain = svg.slice(0, inside) + svg.slice(inside).replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, "");
  const rounded = plain.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
  return `${rounded.replace(/\bgradient_\d+/g, "gradient")}\n`;
}

/** One chart in the guide, in the theme and the size of whoever reads. */
function sectionOf({ chart, description }: Picture): string {
  const file = (size: keyof typeof WIDTHS, theme: ChartTheme): string => fileOf({ chart, size, theme });
  const [narrow, dark] = [`(max-width: ${NARROW}px)`, "(prefers-color-scheme: dark)"];
  return `## ${chart.name.replace("-", ", ")}

${chart.question}

<picture>
  <source media="${narrow} and ${dark}" srcset="${file("narrow", "dark")}">
  <source media="${narrow}" srcset="${file("narrow", "light")}">
  <source media="${dark}" srcset="${file("wide", "dark")}">
  <img src="${file("wide", "light")}" alt="${description}">
</picture>
`;
}

const HEAD = `# Gallery

Every chart of [cx-metrics/charts](charts.md), drawn from invented results by [examples/charts.ts](../examples/charts.ts). What each
picture says in its second line is also its alternative text. \`npx tsx examples/gallery.ts docs\` draws them again.
`;

/** The files of the guide by their paths: the text, and the pictures in it. */
export function guide(all: readonly Picture[]): ReadonlyMap<string, string> {
  const sections = all.filter(({ theme, size }) => theme === "light" && size === "wide").map(sectionOf);
  const files = all.map((picture) => [fileOf(picture), asFile(picture.svg)] as const);
  return new Map([["gallery.md", [HEAD, ...sections].join("\n")], ...files]);
}

async function write(folder: string | undefined): Promise<void> {
  const all = await pictures();
  if (folder === undefined) process.stdout.write(page(all));
  else {
    mkdirSync(join(folder, "gallery"), { recursive: true });
    for (const [path, text] of guide(all)) writeFileSync(join(folder, path), text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void write(process.argv[2]);
