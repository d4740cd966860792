// Legends: as many names beside each other as there is room for.

import type { JsonObject } from "./chartSpec.ts";
import { textWidth } from "./textWidth.ts";
import { LABEL_SIZE } from "./theme.ts";

/** The sign before a name, and the room around both. */
const SIGN = 30;

/** A legend of these names that is no wider than the plot. */
export function legendOf(names: readonly string[], width: number): JsonObject {
  const widest = names.reduce((most, name) => Math.max(most, textWidth(name, LABEL_SIZE)), 0);
  const columns = Math.max(1, Math.floor(width / (widest + SIGN)));
  return { columns: Math.min(columns, names.length) };
}
