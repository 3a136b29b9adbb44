import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export const objectRestoreCalls = (core: Pick<Core, 'objects' | 'catalog'>) => ({
  restoreObject: async ({ key, versionId, days, ...named }: InputOf<'restoreObject'>) => {
    const { bucket, owner } = await ownedBucket(core.catalog, named)
    return core.objects.restore(owner, { bucket: bucket.name, key, versionId }, { days, tier: undefined })
  },
})
