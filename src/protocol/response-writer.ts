import { S3Error } from '../core/errors.ts'
import { encodeHeader, encodeMetadata } from './header-text.ts'
import { isListType, itemType, scalarFormatter } from './scalars.ts'
import type { Member, OperationModel } from './wire-model.ts'
import type { XmlWriter } from './xml-writer.ts'

interface WireResponse {
  readonly status: number
  /** Names and values in turn, as `writeHead` of node:http takes them. */
  readonly headers: string[]
  /** The document, if the operation answers with one. */
  readonly body: string | Buffer | undefined
}

export type ResponseWriter<Output> = (output: Output) => WireResponse
type Values = Readonly<Record<string, unknown>>

/** Writes status, headers and document of an output; a streamed member is left to the caller. */
export function createResponseWriter<Output extends object>(
  operation: OperationModel,
  writer: XmlWriter,
): ResponseWriter<Output> {
  const headers = new Map(operation.output.filter(([, , place]) => place === 'header').map(headerMember))
  const prefixed = operation.output.find(([, , place]) => place === 'prefix')
  const writeBody = bodyWriter(operation, writer)
  return (output) => {
    const values = output as Values
    const list: string[] = []
    for (const name in values) {
      const value = values[name]
      const member = value === undefined ? undefined : headers.get(name)
      if (member) list.push(member.header, encodeHeader(member.header, member.format(value)))
    }
    if (prefixed) addPrefixed(list, prefixed[3], values[prefixed[0]])
    const body = writeBody?.text(values)
    if (body !== undefined && writeBody) list.push('Content-Type', writeBody.contentType)
    return { status: statusOf(values, operation), headers: list, body }
  }
}

/** S3 answers a range with 206, also to HEAD. Other than the model's is what the output tells in the SDK's place for it. */
function statusOf(values: Values, { status }: OperationModel): number {
  if (values['ContentRange'] !== undefined) return 206
  const { httpStatusCode = status } = (values['$metadata'] ?? {}) as { readonly httpStatusCode?: number }
  return httpStatusCode
}

const headerMember = ([name, type, , header]: Member) => {
  const format = scalarFormatter(isListType(type) ? itemType(type) : type)
  const text = isListType(type) ? (value: unknown) => (value as unknown[]).map(format).join(',') : format
  return [name, { header, format: text }] as const
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

function addPrefixed(list: string[], prefix: string, values: unknown): void {
  if (values === undefined) return
  for (const [name, text] of Object.entries(values as Record<string, string>)) {
    if (!token.test(name)) {
      throw new S3Error('InvalidArgument', {
        message: 'The name cannot be sent in an HTTP header.',
        detail: { ArgumentName: prefix + name, ArgumentValue: text },
      })
    }
    list.push(prefix + name, encodeMetadata(text))
  }
}

interface BodyWriter {
  readonly contentType: string
  readonly text: (values: Values) => string | Buffer | undefined
}

function bodyWriter({ output, outputRoot }: OperationModel, writer: XmlWriter): BodyWriter | undefined {
  if (outputRoot !== undefined) {
    const elements = output.filter(([, , place]) => place === 'element' || place === 'text')
    return { contentType: 'application/xml', text: writer.document(outputRoot, elements) }
  }
  const payload = output.find(([, type, place]) => place === 'payload' && type !== 'stream')
  if (!payload) return undefined
  const [name, type, , root] = payload
  if (type === 'string') {
    return { contentType: 'application/json', text: (values) => values[name] as string | undefined }
  }
  const write = writer.structureDocument(root, type)
  const text = (values: Values) => (values[name] === undefined ? undefined : write(values[name] as Values))
  return { contentType: 'application/xml', text }
}
