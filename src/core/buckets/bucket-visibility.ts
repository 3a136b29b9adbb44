import { S3Error } from '../errors.ts'
import { deleteBucketPolicy, putBucketPolicy } from './bucket-policy.ts'
import { getBucket } from './get-bucket.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

interface Statement {
  readonly Sid?: string
}

interface Document {
  readonly Version?: string
  readonly Statement: Statement | readonly Statement[]
}

/** Names the statement that is ours among those that people write. */
const sid = 'SeauPublicRead'
const latestVersion = '2012-10-17'

/**
 * Lets everybody read the objects of a bucket, by a statement in its policy; or takes that statement away, which closes the bucket unless
 * something else opens it. Throws NoSuchBucket, and AccessDenied for the bucket of another project or where public policies are blocked.
 */
export const setBucketVisibility =
  (parts: Pick<Parts, 'metadata'>) =>
  async (
    caller: ProjectCaller,
    name: string,
    { isPublic }: { readonly isPublic: boolean },
  ): Promise<void> => {
    const { configuration, projectId } = await getBucket(parts, caller, name)
    if (projectId !== caller.project.id) throw new S3Error('AccessDenied')
    const { policy } = configuration
    const known = policy === undefined ? undefined : (JSON.parse(policy) as Document)
    const others = [known?.Statement ?? []].flat().filter((statement) => statement.Sid !== sid)
    const statements = isPublic ? [...others, readableBy(name)] : others
    if (statements.length === 0) {
      if (known) await deleteBucketPolicy(parts)(caller, name)
      return
    }
    const document = { ...known, Version: known?.Version ?? latestVersion, Statement: statements }
    await putBucketPolicy(parts)(caller, name, JSON.stringify(document), { confirmsRemovingItself: false })
  }

const readableBy = (bucket: string) => ({
  Sid: sid,
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${bucket}/*`,
})
