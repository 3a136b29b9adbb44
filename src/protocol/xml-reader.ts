import { S3Error } from '../core/errors.ts'
import { isListType, isStructure, itemType, scalarParser } from './scalars.ts'
import type { Member, WireModel } from './wire-model.ts'
import { type XmlNode, attributePrefix, isList, textKey } from './xml.ts'

/** Turns an element into a value. Throws MalformedXML when it is not what the model says. */
export type ReadNode = (node: XmlNode) => unknown
type ReadNodes = (nodes: readonly XmlNode[]) => unknown

const malformed = (): S3Error => new S3Error('MalformedXML')

interface ReadMember {
  readonly name: string
  readonly read: ReadNodes
}

export interface XmlReader {
  /** Reads an element of one type. */
  readonly value: (type: string) => ReadNode
  /** Reads an element that holds the given members. */
  readonly members: (members: readonly Member[]) => ReadNode
}

/** Readers for a model's types, each compiled at its first use. */
export function createXmlReader(model: WireModel): XmlReader {
  const structures = new Map<string, ReadNode>()

  const readerOf = (type: string): ReadNode =>
    isStructure(model, type) ? structureReader(type) : scalarReader(model, type)

  const structureReader = (type: string): ReadNode => {
    const known = structures.get(type)
    if (known) return known
    structures.set(type, (node) => read(node)) // Before its members: a structure may hold itself.
    const read = membersReader(model.structures[type] ?? [])
    structures.set(type, read)
    return read
  }

  const membersReader = (list: readonly Member[]): ReadNode => {
    const members = list.map(
      (member) => [elementOf(member), { name: member[0], read: memberReader(member) }] as const,
    )
    const required = list.filter((member) => member[4]).map(([name]) => name)
    return readStructure(new Map(members), required)
  }

  const memberReader = ([, type, , wire]: Member): ReadNodes => {
    if (!isListType(type)) return single(readerOf(type))
    const item = readerOf(itemType(type))
    const name = wire.split('/')[1]
    if (name === undefined) return (nodes) => nodes.map(item)
    return single((wrapper) => childrenOf(wrapper, name).map(item))
  }

  return { value: readerOf, members: membersReader }
}

const elementOf = ([, , place, wire]: Member): string =>
  place === 'attribute'
    ? `${attributePrefix}${wire.slice(wire.indexOf(':') + 1)}`
    : (wire.split('/')[0] ?? wire)

const listed = (value: XmlNode | readonly XmlNode[] | undefined): readonly XmlNode[] =>
  value === undefined ? [] : isList(value) ? value : [value]

const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  typeof node === 'string' || !Object.hasOwn(node, name) ? [] : listed(node[name])

const single =
  (read: ReadNode): ReadNodes =>
  ([node, ...more]) => {
    if (node === undefined || more.length > 0) throw malformed()
    return read(node)
  }

/** Elements that the model does not know are passed over, as S3 does. */
const readStructure =
  (members: ReadonlyMap<string, ReadMember>, required: readonly string[]): ReadNode =>
  (node) => {
    const value: Record<string, unknown> = {}
    if (typeof node === 'string' ? node.trim() !== '' : textOf(node).trim() !== '') throw malformed()
    for (const [element, children] of typeof node === 'string' ? [] : Object.entries(node)) {
      const member = members.get(element)
      if (member) value[member.name] = member.read(listed(children))
    }
    if (required.some((name) => value[name] === undefined)) throw malformed()
    return value
  }

const textOf = (node: XmlNode): string => {
  if (typeof node === 'string') return node
  const text = node[textKey]
  return typeof text === 'string' ? text : ''
}

const isMarkup = (name: string): boolean => name !== textKey && !name.startsWith(attributePrefix)

function scalarReader(model: WireModel, type: string): ReadNode {
  const parse = scalarParser(model, type)
  return (node) => {
    if (typeof node !== 'string' && Object.keys(node).some(isMarkup)) throw malformed()
    const value = parse(textOf(node))
    if (value === undefined) throw malformed()
    return value
  }
}
