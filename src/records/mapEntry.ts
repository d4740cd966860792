// A map's entry, made where there is none yet.

/** The value of a key; where the map has none, one is made and kept. */
export function mapEntry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
