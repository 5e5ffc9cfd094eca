/** Chance that is the same for the same seed. */
export type Random = {
  /** A whole number below `n`. */
  below(n: number): number
  /** One of these. */
  of<T>(values: readonly T[]): T
  /** True once in `n` times. */
  once(n: number): boolean
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, of: (values) => values[below(values.length)]!, once: (n) => below(n) === 0 }
}
