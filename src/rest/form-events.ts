import { S3Error } from '../core/errors.ts'
import type { BusboyFileStream, BusboyInstance } from '@fastify/busboy'

export interface FieldEvent {
  readonly kind: 'field'
  readonly name: string
  readonly value: string
}

export interface FileEvent {
  readonly kind: 'file'
  readonly name: string
  /** Without folders; '' when the client gave none. */
  readonly filename: string
  readonly contentType: string
  readonly stream: BusboyFileStream
}

type FormEvent = FieldEvent | FileEvent

interface FormEvents {
  /** Undefined at the end of the form. Throws what broke it. */
  next(): Promise<FormEvent | undefined>
  fail(error: S3Error): void
}

/** Turns a parser's events into a queue; it holds no more than what came in one chunk, for a file that nobody reads stops the parser. */
export function eventsOf(parser: BusboyInstance): FormEvents {
  const queue: FormEvent[] = []
  let failure: S3Error | undefined
  let hasEnded = false
  let wake = (): void => undefined
  const add = (event: FormEvent) => {
    queue.push(event)
    wake()
  }
  const fail = (error: S3Error) => {
    failure ??= error
    wake()
  }
  onParts(parser, { add, fail })
  parser.on('finish', () => {
    hasEnded = true
    wake()
  })
  const next = async (): Promise<FormEvent | undefined> => {
    while (queue.length === 0 && !failure && !hasEnded) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    // Of a form that broke off nothing more is wanted: a file in the queue would never end.
    if (failure) throw failure
    return queue.shift()
  }
  return { next, fail }
}

interface Listener {
  readonly add: (event: FormEvent) => void
  readonly fail: (error: S3Error) => void
}

type FileArguments = [
  name: string | undefined,
  stream: BusboyFileStream,
  filename: string | undefined,
  encoding: string,
  contentType: string,
]

function onParts(parser: BusboyInstance, { add, fail }: Listener): void {
  parser.on('field', (name: string | undefined, value, _isNameCut, isValueCut) => {
    if (isValueCut) fail(new S3Error('EntityTooLarge', { message: `The field ${name ?? ''} is too long.` }))
    else add({ kind: 'field', name: name ?? '', value })
  })
  parser.on('file', (...[name, stream, filename, , contentType]: FileArguments) => {
    // Whoever reads it is told; without a listener the error would end the process.
    stream.on('error', () => undefined)
    add({ kind: 'file', name: name ?? '', filename: filename ?? '', contentType, stream })
  })
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'])
    parser.on(event, () => {
      fail(new S3Error('TooManyParts', { message: 'The form has more parts than are allowed.' }))
    })
  parser.on('error', (cause: unknown) => {
    fail(malformed(cause))
  })
}

export const malformed = (cause: unknown): S3Error => new S3Error('MalformedPOSTRequest', { cause })
