import { compareKeys } from '../../lib/key-order.ts'
import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { BucketConfiguration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** The documents of which a bucket can have many, told apart by their id. */
type Kind = 'analytics' | 'intelligentTiering' | 'inventory' | 'metrics'
type Configuration<Of extends Kind> = NonNullable<BucketConfiguration[Of]>[number]

interface ConfigurationPage<Of extends Kind> {
  readonly configurations: readonly Configuration<Of>[]
  readonly isTruncated: boolean
}

/** S3's limits: of one kind in a bucket, and on a page of a listing. */
const most = 1000
const pageSize = 100
const idPattern = /^[\w.-]{1,64}$/

/**
 * Reads and changes the configurations of one kind. `get` and `delete` throw NoSuchConfiguration; `put` throws TooManyConfigurations,
 * InvalidArgument for an id that is none, and what `check` throws.
 */
export const namedConfigurations = <Of extends Kind>(
  parts: Pick<Parts, 'metadata'>,
  kind: Of,
  check: (configuration: Configuration<Of>) => void,
) => {
  type Item = Configuration<Of>
  const listOf = (configuration: BucketConfiguration) => (configuration[kind] ?? []) as readonly Item[]
  const of = async (caller: Caller, name: string) =>
    listOf((await getBucket(parts, caller, name)).configuration)
  const change = (caller: Caller, name: string, update: (list: readonly Item[]) => readonly Item[]) =>
    changeConfiguration(parts, { caller, name }, (configuration) => ({
      ...configuration,
      [kind]: update(listOf(configuration)),
    }))

  return {
    get: async (caller: Caller, name: string, id: string): Promise<Item> => {
      const found = (await of(caller, name)).find((item) => item.id === id)
      if (found) return found
      throw notFound(name)
    },
    put: async (caller: Caller, name: string, item: Item): Promise<void> => {
      checkId(item.id)
      check(item)
      await change(caller, name, (list) => withItem(list, item))
    },
    delete: (caller: Caller, name: string, id: string): Promise<void> =>
      change(caller, name, (list) => {
        const kept = list.filter((item) => item.id !== id)
        if (kept.length === list.length) throw notFound(name)
        return kept
      }),
    /** By id, those behind `after`. */
    list: async (caller: Caller, name: string, after = ''): Promise<ConfigurationPage<Of>> => {
      const rest = (await of(caller, name)).filter((item) => compareKeys(item.id, after) > 0)
      return { configurations: rest.slice(0, pageSize), isTruncated: rest.length > pageSize }
    },
  }
}

function withItem<Item extends { readonly id: string }>(list: readonly Item[], item: Item): readonly Item[] {
  const others = list.filter(({ id }) => id !== item.id)
  if (others.length >= most) throw new S3Error('TooManyConfigurations')
  return [...others, item].toSorted((left, right) => compareKeys(left.id, right.id))
}

function checkId(id: string): void {
  if (idPattern.test(id)) return
  throw new S3Error('InvalidArgument', {
    message: 'The ID of a configuration has 1 to 64 letters, digits, periods, dashes or underscores.',
    detail: { ArgumentName: 'id', ArgumentValue: id },
  })
}

const notFound = (name: string) => new S3Error('NoSuchConfiguration', { detail: { BucketName: name } })
