import { isDeepStrictEqual } from 'node:util'
import { abortUploads } from './abort-uploads.ts'
import { agingPages } from './aging-pages.ts'
import { decideVersion } from './decide-version.ts'
import { expireVersion } from './expire-version.ts'
import { isLocked } from '../objects/object-lock.ts'
import { allBuckets } from '../buckets/all-buckets.ts'
import { addRuns, nothingDone, type LifecycleRun } from './lifecycle-run.ts'
import { transitionVersions } from './transition-versions.ts'
import type { AgingVersion } from './aging-version.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Circumstances } from './expiring.ts'
import type { LifecycleAction } from './decide-version.ts'
import type { Parts } from '../parts.ts'

interface RunOptions {
  /** Ends the walk early; the next one finds what is left. */
  readonly signal: AbortSignal
  /** Awaited between batches of work, so that requests come in between. */
  readonly pause: () => Promise<void>
}

/** Versions that are dealt with between two pauses. */
const batchSize = 100

/**
 * Applies the lifecycle rules of all buckets once. What has been done needs no record: it is not due any more, so a walk that broke off is simply
 * begun again. Each deletion names the version that was looked at.
 */
export const runLifecycle =
  (parts: Parts) =>
  async (options: RunOptions): Promise<LifecycleRun> => {
    let run = nothingDone
    for await (const bucket of allBuckets(parts)) {
      if (options.signal.aborted) break
      if (!bucket.configuration.lifecycle) continue
      try {
        for await (const done of runBucket(parts, bucket, options)) run = addRuns(run, done)
      } catch (error) {
        run = addRuns(run, { failures: [error] })
      }
    }
    return run
  }

async function* runBucket(
  parts: Parts,
  bucket: Bucket,
  { signal, pause }: RunOptions,
): AsyncGenerator<Partial<LifecycleRun>> {
  const circumstances = { now: parts.clock.now(), dayMs: parts.settings.dayMs }
  const goesOn = async () => !signal.aborted && (await isSame(parts, bucket))
  for await (const page of agingPages(parts.metadata, bucket, circumstances)) {
    if (signal.aborted) return
    for (const due of slicesOf(dueOf(bucket, page, circumstances))) {
      if (!(await goesOn())) return
      yield await carryOut(parts, bucket, due)
      await pause()
    }
  }
  for await (const abortedUploads of abortUploads(parts, bucket, circumstances)) {
    yield { abortedUploads }
    if (!(await goesOn())) return
    await pause()
  }
}

/** Whether a bucket and its rules are what they were when the walk began. */
async function isSame({ metadata }: Parts, { id, namespace, name, configuration }: Bucket): Promise<boolean> {
  const now = await metadata.catalog.findBucket(namespace, name)
  return now?.id === id && isDeepStrictEqual(now.configuration.lifecycle, configuration.lifecycle)
}

interface Due {
  readonly version: AgingVersion
  readonly action: LifecycleAction
}

function dueOf(bucket: Bucket, page: readonly AgingVersion[], circumstances: Circumstances): readonly Due[] {
  const { versioning, configuration } = bucket
  const { lifecycle } = configuration
  if (!lifecycle) return []
  return page.flatMap((version) => {
    const action = decideVersion(lifecycle, version, { ...circumstances, versioning })
    if (!action || (action.kind === 'remove' && isKept(version, circumstances))) return []
    return [{ version, action }]
  })
}

const isKept = ({ lock }: AgingVersion, { now }: Circumstances) =>
  isLocked(lock, { now, bypassesGovernance: false })

function* slicesOf(all: readonly Due[]): Generator<readonly Due[]> {
  for (let n = 0; n < all.length; n += batchSize) yield all.slice(n, n + batchSize)
}

async function carryOut(parts: Parts, bucket: Bucket, due: readonly Due[]): Promise<LifecycleRun> {
  const expired = await Promise.all(
    due.flatMap(({ version, action }) =>
      action.kind === 'transition' ? [] : [expireVersion(parts, bucket, version, action.kind)],
    ),
  )
  const transitions = due.flatMap(({ version, action }) =>
    action.kind === 'transition' ? [{ version, storageClass: action.storageClass }] : [],
  )
  return expired.reduce<LifecycleRun>(addRuns, await transitionVersions(parts, bucket, transitions))
}
