import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { PublicAccessBlock } from './public-access-block.ts'

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
