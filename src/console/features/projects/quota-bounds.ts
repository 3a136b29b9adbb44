import { parseSize, sizeText } from '../../lib/size.ts'
import type { InputOf } from '../../../admin/contract.ts'
import type { Project } from './project.ts'

/** The bounds of a project, and how each is typed. */
export const bounds = {
  bytes: 'size',
  objects: 'count',
  buckets: 'count',
  objectBytes: 'size',
  requestsPerSecond: 'rate',
  bytesPerSecond: 'size',
} as const

export type BoundName = keyof typeof bounds
export const boundNames = Object.keys(bounds) as readonly BoundName[]

/** As they are typed; empty: no bound. */
export type BoundTexts = Record<BoundName, string>

/** Null: none. */
export const boundOf = ({ quota, rates }: Project, name: BoundName): number | null =>
  ({ ...quota, ...rates })[name]

export function boundTexts(project: Project): BoundTexts {
  const texts = boundNames.map((name) => {
    const bound = boundOf(project, name)
    if (bound === null) return [name, ''] as const
    return [name, bounds[name] === 'size' ? sizeText(bound) : String(bound)] as const
  })
  return Object.fromEntries(texts) as BoundTexts
}

/** Null: none; undefined: the text is wrong. A rate of nothing would be no rate. */
export function parseBound(name: BoundName, text: string): number | null | undefined {
  if (text.trim() === '') return null
  const value = bounds[name] === 'size' ? parseSize(text) : parseCount(text)
  return value === 0 && name.endsWith('PerSecond') ? undefined : value
}

const parseCount = (text: string) => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined)

/** Of texts that are right. */
export function limitsOf(texts: BoundTexts): Pick<InputOf<'limitProject'>, 'quota' | 'rates'> {
  const of = (name: BoundName) => parseBound(name, texts[name])
  return {
    quota: {
      bytes: of('bytes'),
      objects: of('objects'),
      buckets: of('buckets'),
      objectBytes: of('objectBytes'),
    },
    rates: { requestsPerSecond: of('requestsPerSecond'), bytesPerSecond: of('bytesPerSecond') },
  }
}
