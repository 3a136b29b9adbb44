import { bucketDocument } from './bucket-document.ts'

const document = bucketDocument('publicAccessBlock', { missing: 'NoSuchPublicAccessBlockConfiguration' })

/** Throws NoSuchPublicAccessBlockConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html */
export const getPublicAccessBlock = document.get

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const putPublicAccessBlock = document.put

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html */
export const deletePublicAccessBlock = document.delete
