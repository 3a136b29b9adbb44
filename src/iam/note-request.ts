import type { ProjectCaller } from '../core/caller.ts'
import type { RequestNotes, RequestSubject } from '../http/request-scope.ts'

const unknown: RequestSubject = {
  keyId: undefined,
  projectId: undefined,
  bucket: undefined,
  key: undefined,
  error: undefined,
}

/** For the log of requests: who asks. */
export function noteSigner(notes: RequestNotes, { accessKeyId, project }: ProjectCaller): void {
  notes.subject = () => ({ ...unknown, keyId: accessKeyId, projectId: project.id })
}

/** For the log of requests: what went wrong. */
export function noteError(notes: RequestNotes, error: string): void {
  const known = notes.subject?.() ?? unknown
  notes.subject = () => ({ ...known, error })
}
