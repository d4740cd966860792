// Runs in a page of charts, in a frame of a browser: tells the page around it what a reader would stumble over.

/** Red, green, blue and opacity of a computed colour, each 0 to 1. */
function channels(colour) {
  const [red, green, blue, opacity = 1] = colour.match(/[\d.]+/g).map(Number);
  return [red / 255, green / 255, blue / 255, opacity];
}

/** Relative luminance and contrast: W3C, "Web Content Accessibility Guidelines 2.2". */
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What is painted at a point below the text: everything there, from the top down to what hides the rest. */
function groundAt(x, y) {
  const layers = [];
  for (const element of document.elementsFromPoint(x, y)) {
    if (element.closest("text") !== null) continue;
    const style = getComputedStyle(element);
    const paint = element instanceof SVGElement ? style.fill : style.backgroundColor;
    if (!paint.startsWith("rgb")) continue;
    const [red, green, blue, alpha] = channels(paint);
    const shown = element instanceof SVGElement ? Number(style.fillOpacity) * Number(style.opacity) : 1;
    layers.push([red, green, blue, alpha * shown]);
    if (alpha * shown === 1) break;
  }
  return layers.reduceRight(
    (below, [red, green, blue, opacity]) =>
      [red, green, blue].map((channel, i) => opacity * channel + (1 - opacity) * below[i]),
    [1, 1, 1],
  );
}

/** Pieces of text that stand on one line and are seen: neither a halo behind a text nor a label left out for want of room. */
function piecesOf(svg) {
  return [...svg.querySelectorAll("text")]
    .filter((text) => getComputedStyle(text).stroke === "none" && getComputedStyle(text).opacity !== "0")
    .flatMap((text) => (text.childElementCount === 0 ? [text] : [...text.children]))
    .filter((piece) => piece.textContent.trim() !== "")
    .map((piece) => ({ piece, text: piece.textContent, box: piece.getBoundingClientRect() }));
}

/** By how much two boxes overlap, in the direction in which they do least. */
function overlap(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return Math.min(across, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

function troublesOf(figure) {
  const name = figure.querySelector("figcaption").textContent;
  const svg = figure.querySelector("svg");
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / svg.viewBox.baseVal.width;
  const pieces = piecesOf(svg);
  const troubles = [];
  for (const [i, { piece, text, box }] of pieces.entries()) {
    const out = Math.max(
      frame.left - box.left,
      box.right - frame.right,
      frame.top - box.top,
      box.bottom - frame.bottom,
    );
    if (out > 1) troubles.push(`${name}: "${text}" stands out by ${out.toFixed(1)} px`);
    const style = getComputedStyle(piece);
    const size = Number.parseFloat(style.fontSize) * scale;
    if (size < 9) troubles.push(`${name}: "${text}" is ${size.toFixed(1)} px high`);
    const ground = groundAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const ratio = contrast(channels(style.fill), ground);
    if (ratio < 4.5) troubles.push(`${name}: "${text}" has a contrast of ${ratio.toFixed(2)}`);
    for (const other of pieces.slice(i + 1)) {
      const by = overlap(box, other.box);
      if (by > 1) troubles.push(`${name}: "${text}" and "${other.text}" overlap by ${by.toFixed(1)} px`);
    }
  }
  return { texts: pieces.length, troubles };
}

function look() {
  // What Vega lets the mouse pass through is seen all the same.
  document.head.append(
    Object.assign(document.createElement("style"), {
      textContent: "svg * { pointer-events: visiblePainted !important }",
    }),
  );
  const figures = [...document.querySelectorAll("figure")].filter((figure) => figure.offsetParent !== null);
  const seen = figures.map(troublesOf);
  const findings = {
    width: innerWidth,
    charts: figures.length,
    texts: seen.map(({ texts }) => texts),
    troubles: seen.flatMap(({ troubles }) => troubles),
  };
  if (document.documentElement.scrollWidth > innerWidth) findings.troubles.push("the page scrolls sideways");
  parent.postMessage(JSON.stringify(findings), "*");
}

addEventListener("load", look);
