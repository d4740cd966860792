// A seeded source of random numbers.

/**
 * Uniform numbers from 0 to below 1, on a grid of 2^−53, the same for a seed each time: two words at a time of G. Marsaglia's
 * xorshift with 128 bits of state, "Xorshift RNGs", Journal of Statistical Software 8 (2003).
 */
export function seeded(seed: number): () => number {
  let [x, y, z, w] = [123456789, 362436069, 521288629, seed | 1];
  const word = (): number => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  const number = (): number => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
  // The first numbers of similar seeds are alike.
  for (let i = 0; i < 20; i++) number();
  return number;
}
