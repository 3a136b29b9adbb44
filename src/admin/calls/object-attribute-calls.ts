import { objectLocator } from './object-locator.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

/** What is kept beside the bytes of a version, and changes without a new one. */
export function objectAttributeCalls({ objects, catalog }: Pick<Core, 'objects' | 'catalog'>) {
  const located = objectLocator(catalog)
  return {
    setObjectTags: async ({ tags, ...named }: InputOf<'setObjectTags'>) => {
      const { owner, object } = await located(named)
      await (tags.length > 0 ? objects.putTags(owner, object, tags) : objects.deleteTags(owner, object))
    },
    setRetention: async ({ retention, bypassGovernance, ...named }: InputOf<'setRetention'>) => {
      const { owner, object } = await located(named)
      const wanted = retention
        ? { mode: retention.mode, retainUntil: Date.parse(retention.until) }
        : undefined
      await objects.putRetention(owner, object, wanted, { bypassesGovernance: bypassGovernance })
    },
    setLegalHold: async ({ isOn, ...named }: InputOf<'setLegalHold'>) => {
      const { owner, object } = await located(named)
      await objects.putLegalHold(owner, object, isOn)
    },
  }
}
