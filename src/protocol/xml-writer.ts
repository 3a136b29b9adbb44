import { isListType, isStructure, itemType, scalarFormatter } from './scalars.ts'
import { createDocumentText } from './document-text.ts'
import type { Member, WireModel } from './wire-model.ts'
import { escapeAttribute, escapeXml, xmlDeclaration } from './xml.ts'

/** A member of an output besides those of the model: items of its lists, by the list's name, that stand among each other in the document. */
export const mixedItems = Symbol('mixed items')
export type MixedItems = readonly (readonly [list: string, item: unknown])[]

type Values = Readonly<Record<string, unknown>> & { readonly [mixedItems]?: MixedItems }
type WriteValue = (value: unknown) => string

/** What a structure adds to its element: attributes within the opening tag, and content. */
interface StructureWriter {
  readonly attributes: (value: Values) => string
  readonly content: (value: Values) => string
}

export interface XmlWriter {
  /** A document whose root holds the given members; a long one comes encoded. */
  readonly document: (root: string, members: readonly Member[]) => (value: Values) => string | Buffer
  /** A document whose root is one structure. */
  readonly structureDocument: (root: string, type: string) => (value: Values) => string | Buffer
}

interface MemberWriter {
  readonly name: string
  /** What stands before and behind the value: the tags of a plain element, nothing for what writes its own. */
  readonly start: string
  readonly end: string
  readonly write: WriteValue
  /** Of a list: writes one item. */
  readonly writeItem?: WriteValue
}

/** Writers for a model's types, compiled into closures that append strings. */
export function createXmlWriter(model: Pick<WireModel, 'namespace' | 'prefixes' | 'structures'>): XmlWriter {
  const structures = new Map<string, StructureWriter>()

  const structureWriter = (type: string): StructureWriter => {
    const known = structures.get(type)
    if (known) return known
    const attributes: MemberWriter[] = []
    const content: MemberWriter[] = []
    const writer = {
      attributes: lazily(() => concatenate(attributes)),
      content: lazily(() => concatenate(content)),
    }
    structures.set(type, writer) // Before its members: a structure may hold itself.
    for (const member of model.structures[type] ?? []) {
      if (member[2] === 'attribute') attributes.push(bare(member[0], attributeWriter(member)))
      else content.push(memberWriter(member))
    }
    return writer
  }

  const hasAttributes = (type: string) =>
    (model.structures[type] ?? []).some(([, , place]) => place === 'attribute')

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
      if (!hasAttributes(type)) return (value) => start + content(value as Values) + end
      return (value) => `<${element}${attributes(value as Values)}>${content(value as Values)}${end}`
    }
    const write = textWriter(type)
    return (value) => start + write(value) + end
  }

  const memberWriter = ([name, type, place, wire]: Member): MemberWriter => {
    if (place === 'text') return bare(name, (value) => escapeXml(String(value)))
    if (isListType(type)) return listMemberWriter(name, type, wire)
    if (isStructure(model, type)) return bare(name, elementWriter(wire, type))
    if (type === 'map') return { name, start: `<${wire}>`, end: `</${wire}>`, write: writeMap }
    return { name, start: `<${wire}>`, end: `</${wire}>`, write: textWriter(type) }
  }

  const listMemberWriter = (name: string, type: string, wire: string): MemberWriter => {
    const [outer = wire, inner] = wire.split('/')
    const writeItem = elementWriter(inner ?? outer, itemType(type))
    const items = { ...bare(name, listWriter(writeItem)), writeItem }
    return inner === undefined ? items : { ...items, start: `<${outer}>`, end: `</${outer}>` }
  }

  const rootOf = (root: string) => `${xmlDeclaration}<${root} xmlns="${model.namespace}"`

  return {
    document: (root, members) => documentWriter(`${rootOf(root)}>`, members.map(memberWriter), `</${root}>`),
    structureDocument: (root, type) => {
      const { attributes, content } = structureWriter(type)
      const start = rootOf(root)
      return (value) => `${start}${attributes(value)}>${content(value)}</${root}>`
    },
  }
}

/** Writes the members of a root, lists item by item: they are what makes a document long. */
function documentWriter(start: string, members: readonly MemberWriter[], end: string) {
  const writeItems = new Map(members.map(({ name, writeItem }) => [name, writeItem]))
  return (values: Values): string | Buffer => {
    const text = createDocumentText()
    text.add(start)
    for (const member of members) {
      const value = values[member.name]
      if (value === undefined) continue
      text.add(member.start)
      if (member.writeItem) for (const item of value as readonly unknown[]) text.add(member.writeItem(item))
      else text.add(member.write(value))
      text.add(member.end)
    }
    for (const [list, item] of values[mixedItems] ?? []) text.add(writeItems.get(list)?.(item) ?? '')
    text.add(end)
    return text.finish()
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

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html has one. */
const writeMap: WriteValue = (map) =>
  Object.entries(map as Values)
    .map(
      ([key, value]) =>
        `<entry><key>${escapeXml(key)}</key><value>${escapeXml(String(value))}</value></entry>`,
    )
    .join('')

const bare = (name: string, write: WriteValue): MemberWriter => ({ name, start: '', end: '', write })

const textWriter = (type: string): WriteValue =>
  mayNeedEscape(type) ? (value) => escapeXml(value as string) : scalarFormatter(type)

/** Made when it is first called: by then all members of a structure that holds itself are known. */
function lazily(make: () => (values: Values) => string): (values: Values) => string {
  let made: ((values: Values) => string) | undefined
  return (values) => (made ??= make())(values)
}

/**
 * Members without a value are left out. The end of one element and the start of the next are one string, prepared for each pair:
 * a listing has many thousand, and joining strings is what it costs.
 */
function concatenate(members: readonly MemberWriter[]): (values: Values) => string {
  const ends = ['', ...members.map(({ end }) => end)]
  const steps = members.map(({ name, start, write }, n) => ({
    name,
    write,
    place: n + 1,
    joints: ends.map((end) => end + start),
  }))
  return (values) => {
    let text = ''
    let last = 0
    for (const { name, write, place, joints } of steps) {
      const value = values[name]
      if (value === undefined) continue
      text += (joints[last] ?? '') + write(value)
      last = place
    }
    return text + (ends[last] ?? '')
  }
}
