import { S3Error } from '../errors.ts'
import { isPublicAcl, type Acl } from '../policy/acl.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { BucketConfiguration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export interface PublicAccessBlock {
  /** No public ACL can be put. */
  readonly blockPublicAcls: boolean
  /** Grants to everyone mean nothing. */
  readonly ignorePublicAcls: boolean
  /** No public policy can be put. */
  readonly blockPublicPolicy: boolean
  /** While the policy is public, only the owner's account gets in. */
  readonly restrictPublicBuckets: boolean
}

/** Throws NoSuchPublicAccessBlockConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html */
export const getPublicAccessBlock =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<PublicAccessBlock> => {
    const { publicAccessBlock } = (await getBucket(parts, caller, name)).configuration
    if (publicAccessBlock) return publicAccessBlock
    throw new S3Error('NoSuchPublicAccessBlockConfiguration', { detail: { BucketName: name } })
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const putPublicAccessBlock =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, publicAccessBlock: PublicAccessBlock): Promise<void> =>
    changeConfiguration(parts, { caller, name }, (configuration) => ({ ...configuration, publicAccessBlock }))

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html */
export const deletePublicAccessBlock =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string): Promise<void> =>
    changeConfiguration(parts, { caller, name }, ({ publicAccessBlock, ...kept }) => kept)

/** Throws AccessDenied for an ACL that grants something to everyone where none may. */
export function refusePublicAcl({ publicAccessBlock }: BucketConfiguration, acl: Acl | undefined): void {
  if (acl && publicAccessBlock?.blockPublicAcls && isPublicAcl(acl)) throw new S3Error('AccessDenied')
}
