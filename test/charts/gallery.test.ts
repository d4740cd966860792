// Every picture of the gallery is what the code draws, to a hundredth of a pixel and in every time zone.

import { describe, expect, it } from "vitest";
import { asFile, PICTURES } from "../../examples/gallery.ts";
import { textOf } from "../support/sources.ts";

describe("the gallery", () => {
  it.each([...PICTURES])("has the %s that is drawn now", async (path, draw) => {
    const { svg } = await draw();
    // Not `toBe`, which would print both pictures.
    expect(asFile(svg) === textOf(`docs/${path}`)).toBe(true);
  });
});
