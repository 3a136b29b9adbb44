import type { Exchange } from './exchange.ts'
import type { ProjectCaller } from '../core/caller.ts'

/** For the log of requests: who asks. */
export function noteCaller(
  { notes: { subject } }: Pick<Exchange, 'notes'>,
  { accessKeyId, project }: ProjectCaller,
): void {
  subject.keyId = accessKeyId
  subject.projectId = project.id
}
