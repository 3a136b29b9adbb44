import { projectCaller } from '../caller.ts'
import { S3Error } from '../errors.ts'
import { abortUpload } from '../uploads/abort-upload.ts'
import type { Parts } from '../parts.ts'
import type { ResumableUpload } from './resumable-upload.ts'

const batchSize = 100

/** Gives up uploads that began longer than `ageMs` ago and were never finished, and forgets those that were. */
export const forgetResumable =
  (parts: Parts) =>
  async ({ ageMs, signal }: { readonly ageMs: number; readonly signal: AbortSignal }): Promise<number> => {
    const before = parts.clock.now() - ageMs
    let forgotten = 0
    while (!signal.aborted) {
      const old = await parts.metadata.resumable.listOld({ before, limit: batchSize })
      for (const upload of old) await forget(parts, upload)
      forgotten += old.length
      if (old.length < batchSize) break
    }
    return forgotten
  }

async function forget(parts: Parts, upload: ResumableUpload): Promise<void> {
  const project = upload.isComplete ? undefined : await parts.metadata.catalog.findProject(upload.projectId)
  if (project) await abortUpload(parts)(projectCaller(project), upload).catch(asGone)
  await parts.metadata.transaction((tx) => tx.resumable.remove(upload.id))
}

function asGone(error: unknown): void {
  if (!(error instanceof S3Error && error.status === 404)) throw error
}
