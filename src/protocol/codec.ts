import {
  type RequestParser,
  type RequestParts,
  type TypeErrors,
  createRequestParser,
} from './request-parser.ts'
import { type ResponseWriter, createResponseWriter } from './response-writer.ts'
import type { WireModel } from './wire-model.ts'
import { createXmlReader } from './xml-reader.ts'
import { createXmlWriter } from './xml-writer.ts'

export type { TypeErrors } from './request-parser.ts'

/** One operation's two ways over the wire. */
export interface Codec<Input, Output> {
  /** What the request's body is: nothing, a document to be read for `parse`, or bytes that stay a stream. */
  readonly requestBody: 'document' | 'none' | 'stream'
  /** The request must carry a checksum of its body. */
  readonly needsChecksum: boolean
  /** The headers x-amz-checksum-* are members of the input: what they speak of is not the document. */
  readonly hasChecksumMembers: boolean
  /** The member of the output that holds the bytes to send, if the operation has one. */
  readonly streamed: string | undefined
  /** Throws MalformedXML, InvalidArgument, or what the error table says of a type. */
  readonly parse: (parts: RequestParts, document?: Buffer) => Input
  /** Throws InvalidArgument when a value does not fit into a header. */
  readonly write: ResponseWriter<Output>
}

/** Compiles the codecs of a model; structures are shared between its operations. */
export function createCodecs<Name extends string>(model: WireModel<Name>, errors: TypeErrors = {}) {
  const reader = createXmlReader(model)
  const writer = createXmlWriter(model)
  return <Input, Output extends object>(name: Name): Codec<Input, Output> => {
    const operation = model.operations[name]
    const payload = operation.input.find(([, , place]) => place === 'payload')
    const streamed = operation.output.find(([, type, place]) => place === 'payload' && type === 'stream')
    return {
      requestBody:
        payload?.[1] === 'stream' ? 'stream' : payload || operation.inputRoot ? 'document' : 'none',
      needsChecksum: operation.checksum ?? false,
      hasChecksumMembers: operation.input.some(([name]) => name === 'ChecksumCRC32'),
      streamed: streamed?.[0],
      parse: createRequestParser(model, operation, { reader, errors }) as RequestParser<Input>,
      write: createResponseWriter(operation, writer),
    }
  }
}
