const mebibyte = 1024 * 1024
const partBytes = 8 * mebibyte
const mostParts = 10_000

export interface PlannedPart {
  readonly partNumber: number
  readonly start: number
  readonly end: number
}

/** Smaller files go up by a single request. */
export const isMultipart = (size: number): boolean => size > 2 * partBytes

/** Parts of 8 MiB, or as large as ten thousand of them have to be. The same file always has the same ones. */
export function planParts(size: number): readonly PlannedPart[] {
  const step = Math.max(partBytes, Math.ceil(size / mostParts / mebibyte) * mebibyte)
  return Array.from({ length: Math.ceil(size / step) }, (_, index) => ({
    partNumber: index + 1,
    start: index * step,
    end: Math.min(size, (index + 1) * step),
  }))
}
