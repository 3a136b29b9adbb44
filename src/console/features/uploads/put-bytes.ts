import { Problem } from '../../api/problem.ts'

interface PutOptions {
  readonly contentType?: string
  /** Told how many bytes have gone. */
  readonly onProgress: (sent: number) => void
  readonly signal: AbortSignal
}

/** Puts bytes to a presigned URL, and answers their entity tag. XMLHttpRequest, since fetch tells no progress. */
export const putBytes = (url: string, body: Blob, { contentType, onProgress, signal }: PutOptions) =>
  new Promise<string>((resolve, reject) => {
    if (signal.aborted) {
      reject(abortion())
      return
    }
    const request = new XMLHttpRequest()
    const abort = () => {
      request.abort()
    }
    signal.addEventListener('abort', abort)
    request.upload.onprogress = ({ loaded }) => {
      onProgress(loaded)
    }
    request.onloadend = () => {
      signal.removeEventListener('abort', abort)
      if (signal.aborted) reject(abortion())
      else if (request.status === 200) resolve(request.getResponseHeader('etag') ?? '')
      else reject(problemOf(request))
    }
    request.open('PUT', url)
    if (contentType !== undefined) request.setRequestHeader('content-type', contentType)
    request.send(body)
  })

const abortion = () => new DOMException('The upload was stopped.', 'AbortError')

/** S3 says what it refuses in XML; without an answer there is none. */
function problemOf({ status, responseText, statusText }: XMLHttpRequest): Problem {
  if (status === 0) return new Problem({ status, code: 'NoAnswer', message: 'The server does not answer.' })
  const document = new DOMParser().parseFromString(responseText, 'application/xml')
  return new Problem({
    status,
    code: document.querySelector('Code')?.textContent ?? 'InternalError',
    message: document.querySelector('Message')?.textContent ?? statusText,
  })
}
