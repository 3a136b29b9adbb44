/** Below, on or above zero as `a` sorts before, with or after `b` by UTF-8 bytes. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let n = 0; n < length; n++) {
    const x = a.charCodeAt(n)
    const y = b.charCodeAt(n)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** UTF-16 puts surrogates (U+10000 and up) before U+E000 to U+FFFF, UTF-8 behind. */
const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

const lastCodePoint = '\u{10FFFF}'
/** 1,028 bytes, where a key has 1,024 at most. */
const behindEveryKey = lastCodePoint.repeat(257)

/** The first text behind a key: keys hold no NUL. */
export const behindKey = (key: string): string => `${key}\u0001`

/** The first text behind all keys with this prefix: its last code point that can be raised is, and what follows it falls away. */
export function behindPrefix(prefix: string): string {
  const points = Array.from(prefix)
  while (points.at(-1) === lastCodePoint) points.pop()
  const last = points.pop()?.codePointAt(0)
  if (last === undefined) return behindEveryKey
  return points.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
}

/** The part of a key up to the first delimiter behind the prefix; undefined when there is none. */
export function commonPrefixOf(
  key: string,
  prefix: string,
  delimiter: string | undefined,
): string | undefined {
  if (!delimiter || !key.startsWith(prefix)) return undefined
  const at = key.indexOf(delimiter, prefix.length)
  return at < 0 ? undefined : key.slice(0, at + delimiter.length)
}
