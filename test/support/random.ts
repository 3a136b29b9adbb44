/** Repeatable random choices: the same seed gives the same run. */
export interface Random {
  /** From 0 up to, but without, `limit`. */
  below(limit: number): number
  pick<T>(choices: readonly T[]): T
  /** True once in `times`. */
  oneIn(times: number): boolean
  bytes(size: number): Buffer
}

/** The generator mulberry32: small, and good enough to choose by. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return (bits ^ (bits >>> 14)) >>> 0
  }
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    pick: <T>(choices: readonly T[]) => choices[below(choices.length)] as T,
    oneIn: (times) => below(times) === 0,
    bytes(size) {
      const bytes = Buffer.allocUnsafe(size)
      for (let n = 0; n < size; n += 4) {
        const word = next()
        for (let shift = 0; shift < 4 && n + shift < size; shift++) bytes[n + shift] = word >>> (shift * 8)
      }
      return bytes
    },
  }
}

/** The number in an environment variable, for longer or repeated runs. */
export function numberFrom(variable: string, fallback: number): number {
  const value = process.env[variable]
  return value === undefined ? fallback : Number(value)
}
