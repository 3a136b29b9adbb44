import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { S3Error } from '../core/errors.ts'
import { eventsOf, malformed } from './form-events.ts'
import type { FieldEvent, FileEvent } from './form-events.ts'
import type { Exchange } from './exchange.ts'

export interface FormFile extends Omit<FileEvent, 'stream'> {
  /** To be read to its end before the next part; rejects with S3Error when the form breaks off. */
  readonly body: AsyncIterable<Buffer>
}

export type FormPart = FieldEvent | FormFile

const limits = { fieldSize: 64 * 1024, fields: 100, files: 1000, parts: 1100 }

/**
 * The parts of a multipart/form-data body as they come, files as streams. Throws MalformedPOSTRequest for another or a broken body,
 * EntityTooLarge for a field that is too long, TooManyParts, IncompleteBody.
 */
export async function* readForm({
  request,
  sendContinue,
}: Pick<Exchange, 'request' | 'sendContinue'>): AsyncGenerator<FormPart> {
  const parser = createParser(request.headers)
  const events = eventsOf(parser)
  let open: BusboyFileStream | undefined
  const onClose = () => {
    if (request.complete) return
    events.fail(new S3Error('IncompleteBody'))
    open?.destroy(new S3Error('IncompleteBody'))
  }
  request.once('close', onClose)
  sendContinue()
  request.pipe(parser)
  try {
    for (;;) {
      const event = await events.next()
      if (!event) return
      if (event.kind === 'field') {
        yield event
        continue
      }
      open = event.stream
      yield { body: bytesOf(event.stream), ...event }
      // What nobody has read is passed over.
      open.resume()
      open = undefined
    }
  } finally {
    request.off('close', onClose)
    request.unpipe(parser)
    open?.resume()
  }
}

function createParser(headers: Exchange['request']['headers']): BusboyInstance {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits, isPartAFile })
  } catch (cause) {
    throw malformed(cause)
  }
}

/** Some clients leave out the name of a file, and say so only by the field's. */
const isPartAFile = (field: string | undefined, type: string | undefined, filename: string | undefined) =>
  filename !== undefined || field === 'file' || type === 'application/octet-stream'

async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>
  } catch (cause) {
    throw cause instanceof S3Error ? cause : malformed(cause)
  }
}
