import { S3Error } from '../errors.ts'
import type { AccessKey } from './access-key.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

/** A key that may sign, and who the caller is when the signature holds. */
export interface Signer {
  readonly accessKey: AccessKey
  readonly caller: ProjectCaller
}

/** Throws InvalidAccessKeyId for a key that is unknown, disabled or has expired. */
export const findSigner =
  ({ metadata: { catalog }, clock }: Pick<Parts, 'metadata' | 'clock'>) =>
  async (accessKeyId: string): Promise<Signer> => {
    const accessKey = await catalog.findAccessKey(accessKeyId)
    const project =
      accessKey && isUsable(accessKey, clock.now()) && (await catalog.findProject(accessKey.projectId))
    if (!project) throw new S3Error('InvalidAccessKeyId', { detail: { AWSAccessKeyId: accessKeyId } })
    return { accessKey, caller: { kind: 'project', project, accessKeyId } }
  }

const isUsable = ({ status, expiresAt }: AccessKey, now: number) =>
  status === 'active' && (expiresAt === undefined || now < expiresAt)
