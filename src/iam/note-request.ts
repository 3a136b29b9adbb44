import type { ProjectCaller } from '../core/caller.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** For the log of requests: who asks. */
export function noteSigner({ subject }: RequestNotes, { accessKeyId, project }: ProjectCaller): void {
  subject.keyId = accessKeyId
  subject.projectId = project.id
}
