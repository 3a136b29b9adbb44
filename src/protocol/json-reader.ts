import { isListType, isStructure, itemType, scalarParser } from './scalars.ts'
import type { Member, WireModel } from './wire-model.ts'

/** Turns JSON, as AWS's SDK for JavaScript types it but with dates as texts, into a value; `place` names it in errors. */
export type ReadJson = (json: unknown, place: string) => unknown

/** Makes the error for what the model does not describe. */
type Unfit = (place: string, problem: string) => Error

interface JsonReaderOptions {
  readonly unfit: Unfit
}

/** Reads objects of given members. What is missing, of another type or not known is refused. */
export function createJsonReader(
  model: Pick<WireModel, 'structures' | 'enums'>,
  { unfit }: JsonReaderOptions,
): (members: readonly Member[]) => ReadJson {
  const structures = new Map<string, ReadJson>()

  const readerOf = (type: string): ReadJson => {
    if (isListType(type)) return listReader(readerOf(itemType(type)), unfit)
    return isStructure(model, type) ? structureReader(type) : scalarReader(model, { type, unfit })
  }

  const structureReader = (type: string): ReadJson => {
    const known = structures.get(type)
    if (known) return known
    structures.set(type, (json, place) => read(json, place)) // Before its members: a structure may hold itself.
    const read = membersReader(model.structures[type] ?? [])
    structures.set(type, read)
    return read
  }

  const membersReader = (members: readonly Member[]): ReadJson => {
    const readers = new Map(members.map((member) => [member[0], { member, read: readerOf(member[1]) }]))
    return (json, place) => {
      if (!isObject(json)) throw unfit(place, 'must be an object')
      const values: Record<string, unknown> = {}
      for (const [name, value] of Object.entries(json)) {
        const known = readers.get(name)
        if (!known) throw unfit(inside(place, name), 'is not known')
        if (!isAbsent(value, known.member)) values[name] = known.read(value, inside(place, name))
      }
      for (const [name, , , , required] of members)
        if (required && values[name] === undefined) throw unfit(inside(place, name), 'is missing')
      return values
    }
  }

  return membersReader
}

const listReader =
  (read: ReadJson, unfit: Unfit): ReadJson =>
  (json, place) => {
    if (!Array.isArray(json)) throw unfit(place, 'must be a list')
    return json.map((item, n) => read(item, `${place}[${String(n)}]`))
  }

function scalarReader(
  model: Pick<WireModel, 'enums'>,
  { type, unfit }: { readonly type: string; readonly unfit: Unfit },
): ReadJson {
  const parse = scalarParser(model, type)
  const values = model.enums[type]
  const problem = `must be ${values ? `one of ${values.join(', ')}` : `of type ${type}`}`
  return (json, place) => {
    const value = typeof json === (jsonTypes[type] ?? 'string') ? parse(String(json)) : undefined
    if (value === undefined) throw unfit(place, problem)
    return value
  }
}

/** The others are texts. */
const jsonTypes: Readonly<Record<string, string>> = { boolean: 'boolean', integer: 'number' }

const isObject = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** On the wire a list without an element around it is absent when it is empty. */
const isAbsent = (json: unknown, [, type, , wire]: Member): boolean =>
  json === null ||
  json === undefined ||
  (Array.isArray(json) && json.length === 0 && isListType(type) && !wire.includes('/'))

const inside = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`)
