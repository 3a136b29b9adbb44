import { S3Error } from '../core/errors.ts'
import { isListType, isStructure, itemType, scalarParser } from '../protocol/scalars.ts'
import type { Member } from '../protocol/wire-model.ts'
import type { ParameterNode } from './parameter-tree.ts'
import type { QueryModel } from './query-model.ts'

/** Turns parameters into a value; `path` is how AWS names the place in its errors. */
type ReadNode = (node: ParameterNode, path: string) => unknown
type ReadMembers = (node: ParameterNode, path: string) => Record<string, unknown>

/**
 * Compiles the readers of a model's inputs. Parameters that an operation does not know are passed over.
 * What is missing or does not fit is refused with ValidationError.
 */
export function createInputReader(model: QueryModel) {
  const structures = new Map<string, ReadMembers>()

  const readerOf = (type: string): ReadNode => {
    if (isListType(type)) return listReader(readerOf(itemType(type)))
    return isStructure(model, type) ? structureReader(type) : scalarReader(model, type)
  }

  const structureReader = (type: string): ReadMembers => {
    const known = structures.get(type)
    if (known) return known
    structures.set(type, (node, path) => read(node, path)) // Before its members: a structure may hold itself.
    const read = membersReader(model.structures[type] ?? [])
    structures.set(type, read)
    return read
  }

  const membersReader = (members: readonly Member[]): ReadMembers => {
    const readers = members.map(([name, type, , wire, required = false]) => ({
      name,
      parameter: wire.split('/')[0] ?? wire,
      read: readerOf(type),
      required,
    }))
    return (node, path) => {
      const values: Record<string, unknown> = {}
      for (const { name, parameter, read, required } of readers) {
        const child = node.children.get(parameter)
        const place = path === '' ? lowerFirst(parameter) : `${path}.${lowerFirst(parameter)}`
        if (child) values[name] = read(child, place)
        else if (required) throw unfit('null', place, 'Member must not be null')
      }
      return values
    }
  }

  return (members: readonly Member[]) => {
    const read = membersReader(members)
    return (parameters: ParameterNode): Record<string, unknown> => read(parameters, '')
  }
}

/** `Tags.member.1.Key=…`; an empty list is `Tags=`. Items come in the order of their numbers. */
const listReader =
  (readItem: ReadNode): ReadNode =>
  (node, path) => {
    const items = [...(node.children.get('member')?.children ?? [])]
    return items
      .toSorted(([left], [right]) => Number(left) - Number(right))
      .map(([number, item]) => readItem(item, `${path}.${number}.member`))
  }

function scalarReader(model: QueryModel, type: string): ReadNode {
  const parse = scalarParser(model, type)
  const constraint = constraintOf(model, type)
  return ({ text = '' }, path) => {
    const value = parse(text)
    if (value === undefined) throw unfit(`'${text}'`, path, constraint)
    return value
  }
}

function constraintOf({ enums }: QueryModel, type: string): string {
  const values = enums[type]
  return values
    ? `Member must satisfy enum value set: [${values.join(', ')}]`
    : `Member must be of type ${type}`
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

const unfit = (value: string, path: string, constraint: string) =>
  new S3Error('ValidationError', {
    message: `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`,
  })
