import { isListType, isStructure, itemType, scalarFormatter } from './scalars.ts'
import type { Member, WireModel } from './wire-model.ts'
import { escapeAttribute, escapeXml, xmlDeclaration } from './xml.ts'

type Values = Readonly<Record<string, unknown>>
type WriteValue = (value: unknown) => string

/** What a structure adds to its element: attributes within the opening tag, and content. */
interface StructureWriter {
  readonly attributes: (value: Values) => string
  readonly content: (value: Values) => string
}

export interface XmlWriter {
  /** A document whose root holds the given members. */
  readonly document: (root: string, members: readonly Member[]) => (value: Values) => string
  /** A document whose root is one structure. */
  readonly structureDocument: (root: string, type: string) => (value: Values) => string
}

interface MemberWriter {
  readonly name: string
  readonly write: WriteValue
}

/** Writers for a model's types, compiled into closures that append strings. */
export function createXmlWriter(model: WireModel): XmlWriter {
  const structures = new Map<string, StructureWriter>()

  const structureWriter = (type: string): StructureWriter => {
    const known = structures.get(type)
    if (known) return known
    const attributes: MemberWriter[] = []
    const content: MemberWriter[] = []
    const writer = { attributes: concatenate(attributes), content: concatenate(content) }
    structures.set(type, writer) // Before its members: a structure may hold itself.
    for (const member of model.structures[type] ?? []) {
      if (member[2] === 'attribute') attributes.push({ name: member[0], write: attributeWriter(member) })
      else content.push({ name: member[0], write: memberWriter(member) })
    }
    return writer
  }

  const attributeWriter = ([, type, , wire]: Member): WriteValue => {
    const prefix = wire.slice(0, wire.indexOf(':'))
    const start = ` xmlns:${prefix}="${model.prefixes[prefix] ?? ''}" ${wire}="`
    const format = scalarFormatter(type)
    return (value) => `${start}${escapeAttribute(format(value))}"`
  }

  const elementWriter = (element: string, type: string): WriteValue => {
    const start = `<${element}>`
    const end = `</${element}>`
    if (isStructure(model, type)) {
      const { attributes, content } = structureWriter(type)
      return (value) => `<${element}${attributes(value as Values)}>${content(value as Values)}${end}`
    }
    if (mayNeedEscape(type)) return (value) => start + escapeXml(value as string) + end
    const format = scalarFormatter(type)
    return (value) => start + format(value) + end
  }

  const memberWriter = ([, type, place, wire]: Member): WriteValue => {
    if (place === 'text') return (value) => escapeXml(String(value))
    if (!isListType(type)) return elementWriter(wire, type)
    const [outer = wire, inner] = wire.split('/')
    const items = listWriter(elementWriter(inner ?? outer, itemType(type)))
    return inner === undefined ? items : (value) => `<${outer}>${items(value)}</${outer}>`
  }

  const document = (root: string, writer: StructureWriter) => {
    const start = `${xmlDeclaration}<${root} xmlns="${model.namespace}"`
    return (value: Values) => `${start}${writer.attributes(value)}>${writer.content(value)}</${root}>`
  }

  return {
    document: (root, members) =>
      document(root, {
        attributes: () => '',
        content: concatenate(members.map((member) => ({ name: member[0], write: memberWriter(member) }))),
      }),
    structureDocument: (root, type) => document(root, structureWriter(type)),
  }
}

/** Numbers, truth values and dates are written without special characters. */
const mayNeedEscape = (type: string): boolean =>
  !['boolean', 'epoch-date', 'http-date', 'integer', 'iso-date'].includes(type)

const listWriter =
  (writeItem: WriteValue): WriteValue =>
  (items) => {
    let text = ''
    for (const item of items as readonly unknown[]) text += writeItem(item)
    return text
  }

/** Members without a value are left out. */
const concatenate =
  (members: readonly MemberWriter[]) =>
  (values: Values): string => {
    let text = ''
    for (const { name, write } of members) {
      const value = values[name]
      if (value !== undefined) text += write(value)
    }
    return text
  }
