import fc from 'fast-check'
import { model } from '../../src/s3/model/generated.ts'
import type { Member } from '../../src/protocol/wire-model.ts'

/** Printable ASCII without space at its ends, as a header carries it. */
const headerText = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const anyText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text && !/[\0\u0001-\u001f\ufffe\uffff]/.test(text))
const seconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((value) => new Date(value * 1000))
const tokenText = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)

const scalarSamples: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  'http-date': seconds,
  'iso-date': seconds,
  integer: fc.integer({ min: 0, max: 5_000_000 }),
}

/** Values of a type of the model, as its place on the wire can carry them. */
function sampleOf(type: string, place: string): fc.Arbitrary<unknown> {
  if (type.endsWith('[]')) return fc.array(sampleOf(type.slice(0, -2), place), { minLength: 1, maxLength: 3 })
  const scalar = scalarSamples[type]
  if (scalar) return scalar
  if (type === 'map')
    return fc.dictionary(tokenText, headerText, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  if (type === 'string') return place === 'header' ? headerText : anyText
  const values = model.enums[type]
  if (values) return fc.constantFrom(...values)
  const members = model.structures[type]
  if (!members) throw new Error(`no samples of ${type}`)
  return sampleMembers(members)
}

/** Objects with the required members and any others. */
export const sampleMembers = (members: readonly Member[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(members.map(([name, type, place]) => [name, sampleOf(type, place)])), {
    requiredKeys: members.filter((member) => member[4]).map(([name]) => name),
    noNullPrototype: true,
  })
