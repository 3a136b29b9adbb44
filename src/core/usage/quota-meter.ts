import { exceededBy, quotaRefusal, type Allowance, type Growth } from './allowance.ts'
import type { ObjectPut, WriteAnswer } from '../objects/object-write.ts'
import type { ProjectQuota } from './quota.ts'
import type { VersionFacts } from '../objects/write-changes.ts'

type Versions = readonly VersionFacts[]

/** Follows quotas through a batch of writes: what one adds, the next finds used. */
export interface QuotaMeter {
  /** The refusal of an object that does not fit in the place of a version, or on top of all. */
  refusalOf(put: ObjectPut, replaced: VersionFacts | undefined): WriteAnswer | undefined
  /** What has become of the versions of a key. */
  count(bucketId: number, before: Versions, now: Versions): void
}

export function createQuotaMeter(allowancesOf: (bucketId: number) => readonly Allowance[]): QuotaMeter {
  const grown = new Map<Allowance['of'], Growth>()
  const grownOf = ({ of }: Allowance) => grown.get(of) ?? none
  return {
    refusalOf(put, replaced) {
      for (const allowance of allowancesOf(put.bucketId)) {
        const { usage, quota } = allowance
        const growth = growthOf(put, replaced)
        if (put.size > (quota.objectBytes ?? Infinity)) return tooLarge(put, quota)
        const bound = exceededBy({ quota, usage: { ...usage, ...sum(usage, grownOf(allowance)) } }, growth)
        if (bound) return { kind: 'refused', ...quotaRefusal(allowance, bound) }
      }
      return undefined
    },
    count(bucketId, before, now) {
      for (const allowance of allowancesOf(bucketId))
        grown.set(allowance.of, difference(sum(grownOf(allowance), heldBy(now)), heldBy(before)))
    },
  }
}

const tooLarge = ({ size }: ObjectPut, { objectBytes = 0 }: ProjectQuota): WriteAnswer => ({
  kind: 'refused',
  code: 'EntityTooLarge',
  detail: { ProposedSize: size, MaxSizeAllowed: objectBytes },
})

/** What an object adds in the place of the version that it replaces. */
function growthOf({ size, frees = none }: ObjectPut, replaced: VersionFacts | undefined): Growth {
  const added = difference({ objects: 1, bytes: size }, frees)
  return replaced ? difference(added, heldBy([replaced])) : added
}

const none: Growth = { objects: 0, bytes: 0 }

const sum = (a: Growth, b: Growth): Growth => ({ objects: a.objects + b.objects, bytes: a.bytes + b.bytes })

const difference = (a: Growth, b: Growth): Growth => ({
  objects: a.objects - b.objects,
  bytes: a.bytes - b.bytes,
})

/** Delete markers have no bytes and are no objects. */
function heldBy(versions: Versions): Growth {
  const objects = versions.filter(({ isDeleteMarker }) => !isDeleteMarker)
  return { objects: objects.length, bytes: objects.reduce((bytes, { size }) => bytes + size, 0) }
}
