import { bucketCursor } from '../../core/buckets/bucket-cursor.ts'
import { getProject } from '../../core/projects/get-project.ts'
import { defaultProject } from '../../core/credentials/ensure-root.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { projectCaller } from '../../core/caller.ts'
import { quotaOutput } from '../bounds-output.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { reaches } from '../../core/operators/actor.ts'
import { settingsOn } from '../settings-on.ts'
import { visibilityOf } from '../../core/buckets/visibility.ts'
import type { BucketDeletion } from '../../core/buckets/bucket.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { BucketWithUsage } from '../../core/buckets/list-with-usage.ts'

interface BucketParts {
  readonly core: Pick<Core, 'buckets' | 'catalog'>
  readonly onFault: (error: unknown) => void
  /** Ends a deletion that goes on after its call was answered. */
  readonly signal: AbortSignal
}

const bucketsPerPage = 1000

export function bucketCalls({ core, onFault, signal }: BucketParts) {
  const { buckets, catalog } = core
  const describe = async (input: InputOf<'describeBucket'>) => {
    const { bucket, owner } = await ownedBucket(catalog, input)
    return describedOutput({ bucket, project: owner.project, usage: await buckets.usage(bucket) })
  }
  return {
    listBuckets: async (input: InputOf<'listBuckets'>, { actor }: CallContext) => {
      const found = await buckets.listWithUsage({ ...input, limit: bucketsPerPage + 1 })
      const page = found.slice(0, bucketsPerPage)
      const last = found.length > bucketsPerPage ? page.at(-1) : undefined
      const reached = page.filter(({ project }) => reaches(actor, project.id))
      return { buckets: reached.map(bucketOutput), next: last ? bucketCursor(last.bucket) : null }
    },
    createBucket: async ({ name, project = defaultProject, objectLock }: InputOf<'createBucket'>) => {
      const owner = projectCaller(await getProject(catalog, project))
      await buckets.create(owner, name, { acl: {}, locationConstraint: undefined, hasObjectLock: objectLock })
      return describe({ name, project })
    },
    describeBucket: describe,
    deleteBucket: async (input: InputOf<'deleteBucket'>) => {
      const { owner } = await ownedBucket(catalog, input)
      await buckets.delete(owner, input.name)
    },
    deleteBucketWithEverything: async ({ confirm, ...input }: InputOf<'deleteBucketWithEverything'>) => {
      const { owner } = await ownedBucket(catalog, input)
      const begun = await buckets.beginDeletion(owner, input.name, { confirm })
      void buckets.runDeletions({ signal }).catch((error: unknown) => {
        if (!signal.aborted) onFault(error)
      })
      return deletionOutput(begun)
    },
    limitBucket: async ({ name, project, ...quota }: InputOf<'limitBucket'>) => {
      const bucket = await buckets.changeQuota({ name, project }, quota)
      return { name, quota: quotaOutput(bucket.quota) }
    },
  }
}

const bucketOutput = ({ bucket, project, usage }: BucketWithUsage) => ({
  name: bucket.name,
  project: project.name,
  region: bucket.region,
  ...usage,
  quota: quotaOutput(bucket.quota),
  createdAt: isoTime(bucket.createdAt),
})

function describedOutput(described: BucketWithUsage): OutputOf<'describeBucket'> {
  const { bucket } = described
  const { objectLock, deletion } = bucket.configuration
  return {
    ...bucketOutput(described),
    versioning: bucket.versioning,
    objectLock: objectLock !== undefined,
    visibility: visibilityOf(bucket),
    settings: settingsOn(bucket),
    deletion: deletion ? deletionOutput(deletion) : null,
  }
}

const deletionOutput = ({
  objects,
  bytes,
  problem,
}: BucketDeletion): OutputOf<'deleteBucketWithEverything'> => ({
  state: problem === undefined ? 'running' : 'blocked',
  problem: problem ?? null,
  objects,
  bytes,
})
