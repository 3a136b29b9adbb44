import { S3Error } from '../errors.ts'
import type { Project } from './project.ts'

/** Throws AccountProblem for a project, or the account of a bucket, that is suspended or being deleted. */
export function refuseClosed(account: Pick<Project, 'state'> | undefined): void {
  if (account?.state) throw new S3Error('AccountProblem')
}
