import { byteUnits } from './format.ts'

const pattern = /^(\d+(?:[.,]\d+)?)\s*(?:([kmgtp])(i?)([bo])?|[bo]|bytes|octets)?$/i
const letters = 'kmgtp'

/** Bytes of a size as people write it: `10 GiB`, `1,5 To`, `500`. Powers of 1000 for `GB`, of 1024 for `GiB` and `G`. Undefined: it is none. */
export function parseSize(text: string): number | undefined {
  const [, number, letter = '', binary, unit] = pattern.exec(text.trim()) ?? []
  if (number === undefined) return undefined
  const base = binary === '' && unit !== undefined ? 1000 : 1024
  const bytes = Number(number.replace(',', '.')) * base ** (letters.indexOf(letter.toLowerCase() || '-') + 1)
  return Number.isSafeInteger(Math.round(bytes)) ? Math.round(bytes) : undefined
}

/** A size to be typed over, exactly: the largest unit in which it is a whole number. */
export function sizeText(bytes: number): string {
  const units = byteUnits()
  const step = units.findLastIndex((_, index) => bytes >= 1024 ** index && bytes % 1024 ** index === 0)
  const used = Math.max(0, step)
  return `${String(bytes / 1024 ** used)} ${units[used] ?? ''}`
}
