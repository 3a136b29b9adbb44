import type { IncomingHttpHeaders } from 'node:http'
import type { OperationModel } from '../protocol/wire-model.ts'
import type { S3Address } from './address.ts'
import { type OperationName, model } from './model/generated.ts'

export type Level = OperationModel['level']

export interface MatchRequest {
  readonly method: string
  readonly level: Level
  readonly query: ReadonlyMap<string, string>
  readonly headers: IncomingHttpHeaders
}

/** What tells an operation from the others of its method and level. */
interface Row {
  readonly name: OperationName
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: readonly string[]
}

interface Group {
  /** The most particular first. */
  readonly rows: readonly Row[]
  /** The operation of a request without any mark. */
  readonly plain: OperationName | undefined
  readonly headers: readonly string[]
  /** Parameters, and headers that may stand among them, that tell operations apart. */
  readonly marks: ReadonlySet<string>
  /** Those of them that no operation may ignore. */
  readonly subresources: ReadonlySet<string>
}

/** The SDK sends it to another host than ListBuckets; here only a parameter of its own tells them apart. */
const extraMarks: Partial<Record<OperationName, readonly string[]>> = {
  ListDirectoryBuckets: ['max-directory-buckets'],
}

const operations = Object.entries(model.operations) as [OperationName, OperationModel][]
const groupKey = (method: string, level: string): string => `${method} ${level}`
const fixedNames = ({ query = {} }: OperationModel): string => Object.keys(query).join('&')
const uriOf = (operation: OperationModel): string =>
  `${operation.method} ${operation.level} ${fixedNames(operation)}`

/** How many operations have the same method and URI. */
const sharing = new Map<string, number>()
for (const [, operation] of operations)
  sharing.set(uriOf(operation), (sharing.get(uriOf(operation)) ?? 0) + 1)

const required = (operation: OperationModel, place: 'header' | 'query'): string[] =>
  operation.input.filter((member) => member[2] === place && member[4]).map((member) => member[3])

function rowOf(name: OperationName, operation: OperationModel): Row {
  const needsMembers = fixedNames(operation) === '' || (sharing.get(uriOf(operation)) ?? 0) > 1
  const marks = [...(extraMarks[name] ?? []), ...(needsMembers ? required(operation, 'query') : [])]
  return {
    name,
    query: [...Object.entries(operation.query ?? {}), ...marks.map((mark) => [mark, ''] as const)],
    headers: needsMembers ? required(operation, 'header').map((header) => header.toLowerCase()) : [],
  }
}

const particularity = (row: Row): number => row.query.length + row.headers.length

function groupOf(method: string, level: Level): Group {
  const members = operations.filter(
    ([, operation]) => operation.method === method && operation.level === level,
  )
  const rows = members.map(([name, operation]) => rowOf(name, operation))
  const ofLevel = operations.filter(([, operation]) => operation.level === level)
  const subresources = new Set([
    ...ofLevel.flatMap(([, { query = {} }]) => Object.keys(query).filter((name) => query[name] === '')),
    ...members.filter(([, { query }]) => !query).flatMap(([, operation]) => required(operation, 'query')),
  ])
  return {
    rows: rows.toSorted((left, right) => particularity(right) - particularity(left)),
    plain: rows.find((row) => particularity(row) === 0)?.name,
    headers: [...new Set(rows.flatMap((row) => row.headers))],
    marks: new Set([
      ...subresources,
      ...rows.flatMap((row) => [...row.query.map(([name]) => name), ...row.headers]),
    ]),
    subresources,
  }
}

const groups: ReadonlyMap<string, Group> = new Map(
  operations.map(([, { method, level }]) => [groupKey(method, level), groupOf(method, level)]),
)

export const levelOf = ({ bucket, key }: S3Address): Level =>
  key !== undefined ? 'object' : bucket !== undefined ? 'bucket' : 'service'

/** The operation that a request asks for, or undefined when none has this method and these sub-resources. */
export function matchOperation({ method, level, query, headers }: MatchRequest): OperationName | undefined {
  const group = groups.get(groupKey(method, level))
  if (!group) return undefined
  const marks = marksOf(query, group)
  if (marks.length === 0 && !group.headers.some((name) => headers[name] !== undefined)) return group.plain
  const subresources = marks.filter((name) => group.subresources.has(name))
  const row = group.rows.find(
    (candidate) => fits(candidate, query, headers) && covers(candidate, subresources),
  )
  return row?.name
}

const nothing: readonly string[] = []

const marksOf = (query: ReadonlyMap<string, string>, { marks }: Group): readonly string[] =>
  query.size === 0 ? nothing : [...query.keys()].filter((name) => marks.has(name))

const fits = (row: Row, query: ReadonlyMap<string, string>, headers: IncomingHttpHeaders): boolean =>
  row.query.every(([name, value]) => query.has(name) && (value === '' || query.get(name) === value)) &&
  // Presigned URLs carry headers as parameters.
  row.headers.every((name) => headers[name] !== undefined || query.has(name))

const covers = (row: Row, subresources: readonly string[]): boolean =>
  subresources.every((name) => row.query.some(([mark]) => mark === name))
