import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import { inputOf, type ObjectPlace } from './object-place.ts'

const lifetimeSeconds = 3600

interface Wanted {
  /** Of the bytes that are meant: others have another URL. */
  readonly etag: string
  /** The type that the answer is to have, whatever it was stored with. */
  readonly contentType?: string | undefined
}

/** A URL of the S3 port for the bytes of an object, good for an hour and renewed before that. */
export const usePresigned = (place: ObjectPlace, { etag, contentType }: Wanted) =>
  useQuery({
    queryKey: ['presigned', place, etag, contentType],
    queryFn: ({ signal }) =>
      call(
        'presignObject',
        {
          ...inputOf(place),
          method: 'GET',
          expiresInSeconds: lifetimeSeconds,
          ...(contentType !== undefined && { contentType }),
        },
        signal,
      ),
    staleTime: (lifetimeSeconds / 2) * 1000,
  })

/** Has the browser save an object under its name. */
export async function downloadObject(place: ObjectPlace, name: string): Promise<void> {
  const { url } = await call('presignObject', {
    ...inputOf(place),
    method: 'GET',
    expiresInSeconds: 300,
    download: name,
  })
  const anchor = document.createElement('a')
  anchor.href = url
  // Should it be refused, this page stays.
  anchor.target = '_blank'
  anchor.rel = 'noopener'
  anchor.click()
}
