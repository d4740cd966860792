// Parts of specifications, wherever in them they stand.

/** Everything that a specification has by the name of a property, in the order in which it stands there. */
export function partsOf(spec: unknown, property: string): readonly unknown[] {
  if (typeof spec !== "object" || spec === null) return [];
  return Object.entries(spec).flatMap(([name, part]) =>
    name === property ? [part] : partsOf(part, property),
  );
}
