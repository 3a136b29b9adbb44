import { type ErrorCode, S3Error } from '../core/errors.ts'
import { decodeHeader, decodeMetadata, isHeaderText, unfitHeader } from './header-text.ts'
import { isListType, isStructure, itemType, scalarParser } from './scalars.ts'
import type { Member, OperationModel, WireModel } from './wire-model.ts'
import type { ReadNode, XmlReader } from './xml-reader.ts'
import { parseXml } from './xml.ts'

/** The parts of a request that the model binds members to; header values as node:http gives them. */
export interface RequestParts {
  readonly address: { readonly bucket?: string; readonly key?: string }
  readonly query: ReadonlyMap<string, string>
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** What to answer instead of InvalidArgument (a bad enumeration in a header) or MalformedXML (a bad document), by type. */
export type TypeErrors = Readonly<Record<string, { readonly code: ErrorCode; readonly message?: string }>>

export type RequestParser<Input> = (parts: RequestParts, document?: Buffer) => Input
type Values = Record<string, unknown>

interface TextMember {
  readonly name: string
  /** Undefined leaves the member out. */
  readonly parse: (text: string) => unknown
}

interface Tools {
  readonly reader: XmlReader
  readonly errors: TypeErrors
}

/** Parses what a request has: work grows with the request, not with the members that it leaves out. */
export function createRequestParser(
  model: WireModel,
  operation: OperationModel,
  tools: Tools,
): RequestParser<Values> {
  const readQuery = memberReader(textMembers(model, operation, 'query', tools.errors))
  const readHeader = headerReader(model, operation, tools.errors)
  const readDocument = documentReader(model, operation, tools)
  const required = operation.input.filter(([, type, , , must]) => must && type !== 'stream')

  return (parts, document) => {
    const { bucket, key } = parts.address
    const input: Values = {}
    if (bucket !== undefined) input['Bucket'] = bucket
    if (key !== undefined) input['Key'] = key
    readParameters(input, parts.query, readQuery, readHeader)
    readHeaders(input, parts.headers, readHeader)
    if (readDocument && document && document.length > 0) Object.assign(input, readDocument(document))
    for (const member of required) if (input[member[0]] === undefined) throw missing(member)
    return input
  }
}

/** Presigned URLs carry headers of AWS as parameters. */
const signedHeader = /^x-amz-/i

function readParameters(
  input: Values,
  query: RequestParts['query'],
  readQuery: ReadText,
  readHeader: ReadText,
): void {
  for (const [name, text] of query) {
    if (readQuery(input, name, text) || !signedHeader.test(name)) continue
    readHeader(input, name.toLowerCase(), toLatin1(text))
  }
}

function readHeaders(input: Values, headers: RequestParts['headers'], readHeader: ReadText): void {
  for (const name in headers) {
    const text = headers[name]
    if (text !== undefined) readHeader(input, name, typeof text === 'string' ? text : text.join(','))
  }
}

const toLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** Puts a value where it belongs; false when the name means nothing here. */
type ReadText = (input: Values, name: string, text: string) => boolean

const memberReader =
  (members: ReadonlyMap<string, TextMember>): ReadText =>
  (input, name, text) => {
    const member = members.get(name)
    if (!member) return false
    const value = member.parse(text)
    if (value !== undefined) input[member.name] = value
    return true
  }

function headerReader(model: WireModel, operation: OperationModel, errors: TypeErrors): ReadText {
  const readMember = memberReader(textMembers(model, operation, 'header', errors))
  const prefixed = operation.input.find(([, , place]) => place === 'prefix')
  if (!prefixed) return readMember
  const [member, , , prefix] = prefixed
  return (input, name, text) => {
    if (readMember(input, name, text)) return true
    if (!name.startsWith(prefix) || name.length === prefix.length) return false
    const map = (input[member] ??= Object.create(null)) as Record<string, string>
    map[name.slice(prefix.length)] = decodeMetadata(text)
    return true
  }
}

function textMembers(
  model: WireModel,
  { input }: OperationModel,
  place: 'header' | 'query',
  errors: TypeErrors,
): ReadonlyMap<string, TextMember> {
  const members = input.filter((member) => member[2] === place)
  return new Map(
    members.map((member) => {
      const parse = textParser(model, member, errors)
      const name = place === 'header' ? member[3].toLowerCase() : member[3]
      return [
        name,
        { name: member[0], parse: place === 'header' ? (text) => parse(decodeHeader(text)) : parse },
      ]
    }),
  )
}

/** Empty text is a missing number, date or enumeration, but a text of its own. */
function textParser(model: WireModel, member: Member, errors: TypeErrors): (text: string) => unknown {
  const [, type, , wire] = member
  const responseHeader = wire.startsWith('response-')
  if (type === 'string') {
    if (!responseHeader) return (text) => text
    return (text) => {
      if (!isHeaderText(text)) throw unfitHeader(wire, text)
      return text
    }
  }
  if (isListType(type)) {
    const parseItem = textParser(model, [member[0], itemType(type), member[2], wire], errors)
    return (text) =>
      text
        .split(',')
        .map((item) => parseItem(item.trim()))
        .filter((item) => item !== undefined)
  }
  const parse = scalarParser(model, type)
  return (text) => {
    if (text === '') return undefined
    const value = parse(inAnyCase.has(wire) ? text.toUpperCase() : text)
    const isUnfit = value === undefined || (type === 'integer' && (value as number) < 0)
    if (!isUnfit) return value
    if (ignorable.has(wire)) return undefined
    throw invalid(wire, type, text, errors)
  }
}

/** The AWS SDK for C++ writes `enabled`, and S3 takes it. */
const inAnyCase = new Set(['x-amz-checksum-mode'])

/** HTTP wants a condition on something that is no date to be passed over (RFC 9110, 13.1.3 and 13.1.4). */
const ignorable = new Set(['If-Modified-Since', 'If-Unmodified-Since'])

function invalid(name: string, type: string, value: string, errors: TypeErrors): S3Error {
  const { code = 'InvalidArgument', message } = errors[type] ?? {}
  const kind =
    type === 'integer'
      ? 'a number that is not negative'
      : type.endsWith('-date')
        ? 'a date'
        : 'a value that is known'
  return new S3Error(code, {
    message: message ?? `The argument ${name} must be ${kind}.`,
    detail: { ArgumentName: name, ArgumentValue: value },
  })
}

function missing([, , place, wire]: Member): S3Error {
  if (place === 'payload' || place === 'element') return new S3Error('MissingRequestBodyError')
  return new S3Error('InvalidArgument', {
    message: `The argument ${wire} is missing.`,
    detail: { ArgumentName: wire, ArgumentValue: '' },
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The members that a document gives. */
type ReadDocument = (document: Buffer) => object

function documentReader(model: WireModel, operation: OperationModel, tools: Tools): ReadDocument | undefined {
  const { input, inputRoot } = operation
  if (inputRoot !== undefined) {
    const elements = input.filter(([, , place]) => place === 'element')
    return refusing(rootReader(inputRoot, tools.reader.members(elements)), 'MalformedXML')
  }
  const payload = input.find(([, type, place]) => place === 'payload' && type !== 'stream')
  if (!payload) return undefined
  const [name, type, , root] = payload
  const { code = 'MalformedXML', message } = tools.errors[type] ?? tools.errors[name] ?? {}
  const read = isStructure(model, type) ? rootReader(root, tools.reader.value(type)) : readText
  return refusing((document) => ({ [name]: read(document) }), code, message)
}

const readText = (document: Buffer): string => utf8.decode(document)

const refusing =
  (read: (document: Buffer) => unknown, code: ErrorCode, message?: string): ReadDocument =>
  (document) => {
    try {
      return read(document) as object
    } catch (cause) {
      throw new S3Error(code, { message, cause })
    }
  }

const rootReader = (root: string, read: ReadNode) => (document: Buffer) => {
  const { name, node } = parseXml(document)
  if (name !== root) throw new Error(`the root element is ${name} instead of ${root}`)
  return read(node)
}
