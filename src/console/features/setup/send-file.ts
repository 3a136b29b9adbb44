import { call } from '../../api/admin.ts'

/** Long enough for a small file on a slow line. */
const urlSeconds = 900

interface Place {
  readonly project: string
  readonly bucket: string
}

/** The S3 port took no notice, or refused; `status` is undefined where it was not reached. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
  readonly status: number | undefined
  /** Scheme and host of the S3 port. */
  readonly origin: string

  constructor(origin: string, status?: number) {
    super(`The S3 port at ${origin} did not take the file.`)
    this.origin = origin
    this.status = status
  }
}

/** Puts a small file into a bucket by a presigned URL. Throws Problem or NotSent. */
export async function sendFile({ project, bucket }: Place, file: File): Promise<void> {
  const contentType = file.type || 'application/octet-stream'
  const { url } = await call('presignObject', {
    project,
    name: bucket,
    key: file.name,
    method: 'PUT',
    expiresInSeconds: urlSeconds,
    contentType,
  })
  const { origin } = new URL(url)
  const answer = await fetch(url, {
    method: 'PUT',
    body: file,
    headers: { 'content-type': contentType },
  }).catch(() => {
    throw new NotSent(origin)
  })
  if (!answer.ok) throw new NotSent(origin, answer.status)
}
