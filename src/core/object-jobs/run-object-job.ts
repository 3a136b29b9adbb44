import { S3Error } from '../errors.ts'
import { limit } from '../../lib/limit.ts'
import { actOnObject, type ActOnObject } from './act-on-object.ts'
import {
  mostErrors,
  type JobError,
  type JobProgress,
  type ObjectJob,
  type SelectionCursor,
} from './object-job.ts'
import { selectedPages, type SelectedObject } from './object-selection.ts'
import type { Parts } from '../parts.ts'

/** Deletions share their commits. */
const atOnce = { copy: 32, move: 32, delete: 200 }

interface Outcome {
  readonly bytes: number
  readonly error?: JobError
}

/**
 * Does a job from where it had come to, page by page; what a stop cuts off is repeated. Resolves to how many objects it took care of. Rejects
 * with what is no refusal; the job has failed then, too.
 */
export async function runObjectJob(parts: Parts, job: ObjectJob, signal: AbortSignal): Promise<number> {
  let { progress } = job
  const save = (state: ObjectJob['state']) => {
    const endedAt = state === 'running' ? undefined : parts.clock.now()
    return parts.metadata.transaction((tx) => tx.objectJobs.proceed(job.id, { state, progress, endedAt }))
  }
  if (!(await save('running'))) return 0
  try {
    const act = await actOnObject(parts, job, signal)
    progress = { ...progress, total: progress.total ?? (await count(parts, job, signal)) }
    let isRepeated = job.state === 'running'
    for await (const page of selectedPages(parts, job.bucketId, job, progress.cursor)) {
      if (signal.aborted) break
      const outcomes = await actOnPage(job, isRepeated ? ignoringGone(job, act) : act, page.objects)
      progress = advanced(progress, outcomes, page.cursor)
      if (!(await save('running'))) return progress.done - job.progress.done
      isRepeated = false
    }
    if (!signal.aborted) await save('done')
  } catch (error) {
    if (signal.aborted) return progress.done - job.progress.done
    progress = { ...progress, errors: [problemOf('', error), ...progress.errors] }
    await save('failed')
    if (!(error instanceof S3Error)) throw error
  }
  return progress.done - job.progress.done
}

async function count(parts: Parts, job: ObjectJob, signal: AbortSignal): Promise<number | undefined> {
  let total = 0
  for await (const { objects } of selectedPages(parts, job.bucketId, job)) {
    if (signal.aborted) return undefined
    total += objects.length
  }
  return total
}

function actOnPage(
  { action }: ObjectJob,
  act: ActOnObject,
  objects: readonly SelectedObject[],
): Promise<readonly Outcome[]> {
  const inTurn = limit({ running: atOnce[action], waiting: objects.length })
  return Promise.all(
    objects.map((object) =>
      inTurn(async () => {
        try {
          return { bytes: await act(object) }
        } catch (error) {
          if (error instanceof S3Error) return { bytes: 0, error: problemOf(object.key, error) }
          throw error
        }
      }),
    ),
  )
}

/** What a move that was cut off has moved already is not there any more. */
const ignoringGone =
  ({ action }: ObjectJob, act: ActOnObject): ActOnObject =>
  async (object) => {
    try {
      return await act(object)
    } catch (error) {
      if (action === 'move' && error instanceof S3Error && error.code === 'NoSuchKey') return 0
      throw error
    }
  }

function advanced(
  progress: JobProgress,
  outcomes: readonly Outcome[],
  cursor: SelectionCursor | undefined,
): JobProgress {
  const errors = outcomes.flatMap(({ error }) => error ?? [])
  return {
    ...progress,
    done: progress.done + outcomes.length,
    bytes: progress.bytes + outcomes.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: progress.failed + errors.length,
    errors: [...progress.errors, ...errors].slice(0, mostErrors),
    cursor,
  }
}

function problemOf(key: string, error: unknown): JobError {
  const { code, message } = error instanceof S3Error ? error : new S3Error('InternalError')
  return { key, code, message }
}
