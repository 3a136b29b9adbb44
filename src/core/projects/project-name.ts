import { S3Error } from '../errors.ts'
import type { MetadataTransaction } from '../ports.ts'

const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Throws InvalidArgument unless it has 1 to 63 lower-case letters, digits and hyphens, as a part of a host name. */
export function checkProjectName(name: string): void {
  if (namePattern.test(name)) return
  throw new S3Error('InvalidArgument', {
    message: 'A project name has 1 to 63 lower-case letters, digits and hyphens.',
    detail: { ArgumentName: 'name', ArgumentValue: name },
  })
}

/** Throws EntityAlreadyExists. */
export async function refuseTaken(
  tx: Pick<MetadataTransaction, 'findProjectByName'>,
  name: string,
): Promise<void> {
  if (!(await tx.findProjectByName(name))) return
  throw new S3Error('EntityAlreadyExists', { message: `There is a project called ${name} already.` })
}
