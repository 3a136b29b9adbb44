const factors = {
  '': 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
} as const

/** Reads `16KiB`, `5TiB`, `1.5 MB` or a plain number of bytes; undefined when it is neither or not a whole number of bytes. */
export function parseByteSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?((?:[KMGT]i?B)?)$/.exec(text)
  if (!match) return undefined
  const bytes = Number(match[1]) * factors[match[2] as keyof typeof factors]
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

/** Writes a number of bytes in the largest binary unit that divides it: 16384 → `16KiB`, 1000 → `1000`. */
export function formatByteSize(bytes: number): string {
  const unit = (['TiB', 'GiB', 'MiB', 'KiB'] as const).find(
    (name) => bytes > 0 && bytes % factors[name] === 0,
  )
  return unit ? `${String(bytes / factors[unit])}${unit}` : String(bytes)
}

/** A number of bytes for people, to a tenth: 1500 → `1.5 KiB`. */
export function showByteSize(bytes: number): string {
  const unit = (['TiB', 'GiB', 'MiB', 'KiB'] as const).find((name) => bytes >= factors[name])
  return unit ? `${(bytes / factors[unit]).toFixed(1)} ${unit}` : `${String(bytes)} B`
}
