/**
 * How an AWS protocol is described as data: each operation, and the place of each of its members on the wire.
 * The codec is compiled from it, the routing reads it.
 */
export interface WireModel<Name extends string = string> {
  /** Default namespace of every document. */
  readonly namespace: string
  /** Namespaces of prefixed attributes, by prefix. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly operations: Readonly<Record<Name, OperationModel>>
  readonly structures: Readonly<Record<string, readonly Member[]>>
  readonly enums: Readonly<Record<string, readonly string[]>>
}

export interface OperationModel {
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'POST' | 'PUT'
  /** What the address names: nothing, a bucket, or an object in one. */
  readonly level: 'bucket' | 'object' | 'service'
  /** Query parameters that are part of the URI; an empty value asks only for their presence. */
  readonly query?: Readonly<Record<string, string>>
  /** Status of success. */
  readonly status: number
  /** The request must carry a checksum of its body. */
  readonly checksum?: true
  readonly input: readonly Member[]
  readonly output: readonly Member[]
  /** Root element of an input whose members are elements of their own. */
  readonly inputRoot?: string
  /** Root element of an output whose members are elements of their own. */
  readonly outputRoot?: string
}

/**
 * Where a member stands: in the path, the query, a header, headers of one prefix, the whole body, or the XML document;
 * `text` is the text of the document's root.
 */
export type Place = 'attribute' | 'element' | 'header' | 'label' | 'payload' | 'prefix' | 'query' | 'text'

/**
 * A member: name, type, place, name on the wire, and whether it must be there.
 * The type is `boolean`, `integer`, `string`, `epoch-date`, `http-date`, `iso-date`, `map` (text by name), `stream` (never
 * passes through the codec), or the name of an enumeration or structure; `[]` after it makes a list. The wire name of a
 * list is its repeated element, or `Wrapper/Item` when the items have an element around them.
 */
export type Member = readonly [name: string, type: string, place: Place, wire: string, required?: true]
