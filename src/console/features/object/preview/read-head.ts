import { Problem } from '../../../api/problem.ts'

interface Source {
  readonly url: string
  /** Of the whole object, in bytes. */
  readonly size: number
}

/** The first bytes of an object, by its presigned URL. Throws Problem. */
export async function readHead(
  { url, size }: Source,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (size === 0) return new Uint8Array()
  const answer = await fetch(url, {
    // What is small comes whole, so that a browser may decode what was stored compressed.
    ...(size > most && { headers: { range: `bytes=0-${String(most - 1)}` } }),
    ...(signal && { signal }),
  }).catch(noAnswer)
  if (!answer.ok) throw await problemOf(answer)
  return new Uint8Array(await answer.arrayBuffer())
}

const noAnswer = (error: unknown): never => {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Problem({ status: 0, code: 'NoAnswer', message: 'The S3 port does not answer.' })
}

/** S3 says what is wrong in XML. */
async function problemOf(answer: Response): Promise<Problem> {
  const document = new DOMParser().parseFromString(await answer.text(), 'application/xml')
  const textOf = (name: string) => document.querySelector(name)?.textContent
  return new Problem({
    status: answer.status,
    code: textOf('Code') ?? 'InternalError',
    message: textOf('Message') ?? answer.statusText,
  })
}
