import type { Readable } from 'node:stream'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { LazySignal, UploadBody } from '../core/ports.ts'
import type { Parsed } from '../protocol/parsed.ts'
import type { mixedItems, MixedItems } from '../protocol/xml-writer.ts'
import type { OperationName, OperationTypes } from './model/generated.ts'
import type { WireRequest } from './wire-request.ts'

export type { OperationName } from './model/generated.ts'

/** Small objects are answered from memory, others are streamed. */
type OutputBody = Readable | Buffer

/** Members that the wire carries otherwise than the SDK's types say: `Expires` is kept word for word. */
interface InputChanges {
  readonly Expires: { readonly ExpiresString?: string | undefined }
}
type Streamed = 'AnnotationPayload' | 'Body'
type RawInput<Name extends OperationName> = OperationTypes[Name]['input']
type RawOutput<Name extends OperationName> = OperationTypes[Name]['output']

/** What a handler is given: the SDK's input without the bytes of an object. */
export type InputOf<Name extends OperationName> = Parsed<
  Omit<RawInput<Name>, Streamed | keyof InputChanges>
> &
  ('Expires' extends keyof RawInput<Name> ? InputChanges['Expires'] : unknown)

interface OutputChanges {
  Body?: OutputBody | undefined
  AnnotationPayload?: OutputBody | undefined
  Payload?: OutputBody | undefined
  /** A region need not be one of AWS's. */
  LocationConstraint?: string | undefined
}

/** What a handler returns: the SDK's output, with bytes as a stream or buffer. */
export type OutputOf<Name extends OperationName> = Omit<
  RawOutput<Name>,
  '$metadata' | 'Expires' | keyof OutputChanges
> &
  Pick<OutputChanges, keyof OutputChanges & keyof RawOutput<Name>> & {
    readonly [mixedItems]?: MixedItems
    /** Where S3 answers with another status than the model says. */
    readonly $metadata?: { readonly httpStatusCode: number }
  }

interface OperationRequest<Name extends OperationName> {
  readonly input: InputOf<Name>
  readonly caller: Caller
  readonly core: Core
  /** The bytes of an upload, decoded and checked while they are read; without any for operations that take none. */
  readonly body: UploadBody
  /** For the few operations that need what the model does not describe. */
  readonly wire: WireRequest
  /** Aborted when the client goes away; made only for work that lasts. */
  readonly signal: LazySignal
}

/** A handler sees parsed, authorised input and returns the operation's output; it never touches HTTP or XML. */
export type Handler<Name extends OperationName> = (request: OperationRequest<Name>) => Promise<OutputOf<Name>>

export const operation = <Name extends OperationName>(name: Name, handle: Handler<Name>) => ({ name, handle })
