import { useQuery } from '@tanstack/react-query'
import { call } from '../../../api/admin.ts'
import { inputOf, type ObjectPlace } from '../object-place.ts'
import { readHead } from './read-head.ts'

export interface HeadText {
  readonly text: string
  /** Whether there is more of it. */
  readonly isCut: boolean
  /** Whether it is no text at all. */
  readonly isBinary: boolean
}

interface Found {
  readonly etag: string
  readonly size: number
}

/** The beginning of an object as text. Throws Problem. */
export async function headText(
  place: ObjectPlace,
  { size, most }: { readonly size: number; readonly most: number },
  signal?: AbortSignal,
): Promise<HeadText> {
  const given = { ...inputOf(place), method: 'GET', expiresInSeconds: 300 } as const
  const { url } = await call('presignObject', given, signal)
  const bytes = await readHead({ url, size }, most, signal)
  const isCut = size > most
  return { text: decoded(bytes, isCut), isCut, isBinary: bytes.includes(0) }
}

/** A character that was cut in two is left out. */
const decoded = (bytes: Uint8Array, isCut: boolean): string =>
  new TextDecoder().decode(bytes, { stream: isCut })

export const useHeadText = (place: ObjectPlace, { etag, size }: Found, most: number) =>
  useQuery({
    queryKey: ['head', place, etag, most],
    queryFn: ({ signal }) => headText(place, { size, most }, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  })
