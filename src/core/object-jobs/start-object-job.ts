import { S3Error } from '../errors.ts'
import { checkKeyPart, checkObjectKey } from '../objects/object-key.ts'
import {
  nothingDone,
  type ObjectAction,
  type ObjectJob,
  type ObjectSelection,
  type ObjectTarget,
} from './object-job.ts'
import { checkTarget } from './target-key.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'

export interface WantedJob extends ObjectSelection {
  readonly bucket: Bucket
  readonly action: ObjectAction
  /** Of the same project. */
  readonly to: ({ readonly bucket: Bucket } & Omit<ObjectTarget, 'bucket'>) | undefined
}

/** Puts a job on record, which `runObjectJobs` takes up. Throws InvalidArgument, KeyTooLongError, and what checkTarget throws. */
export const startObjectJob =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async ({ bucket, to, ...wanted }: WantedJob): Promise<ObjectJob> => {
    checkSelection(wanted)
    const { action } = wanted
    if ((action === 'delete') !== (to === undefined))
      throw invalid(`to: ${action === 'delete' ? 'a deletion goes nowhere' : 'where does it go'}.`)
    checkTargetText(to)
    const target = to && { ...to, bucket: to.bucket.name }
    if (to) checkTarget({ ...wanted, to: target }, { isSameBucket: to.bucket.id === bucket.id })
    const job: ObjectJob = {
      ...wanted,
      id: ids.uuid(),
      projectId: bucket.projectId,
      bucketId: bucket.id,
      bucket: bucket.name,
      to: target,
      state: 'queued',
      progress: nothingDone,
      createdAt: clock.now(),
      endedAt: undefined,
    }
    await metadata.transaction((tx) => tx.objectJobs.create(job))
    return job
  }

function checkSelection({ keys, prefixes }: ObjectSelection): void {
  if (keys.length + prefixes.length === 0) throw invalid('Neither keys nor prefixes are selected.')
  keys.forEach(checkObjectKey)
  for (const prefix of prefixes) checkKeyPart('prefixes', prefix)
}

function checkTargetText(to: WantedJob['to']): void {
  if (to?.key !== undefined) checkObjectKey(to.key)
  checkKeyPart('to.prefix', to?.prefix)
}

const invalid = (message: string) => new S3Error('InvalidArgument', { message })
