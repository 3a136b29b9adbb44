import type { Member, WireModel } from '../protocol/wire-model.ts'

/** How a service of AWS's query protocol is described as data: every member is a parameter, or an element of the answer. */
export interface QueryModel extends Pick<WireModel, 'namespace' | 'prefixes' | 'structures' | 'enums'> {
  /** What requests give as `Version`. */
  readonly version: string
  readonly operations: Readonly<Record<string, QueryOperation>>
  /** The names of those that the service has beside. */
  readonly others: readonly string[]
}

export interface QueryOperation {
  readonly input: readonly Member[]
  /** Absent: the answer has no result, not even an empty one. */
  readonly output?: readonly Member[]
}
