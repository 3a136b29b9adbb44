import { bucketDocument } from './bucket-document.ts'
import { checkCorsRules } from './cors.ts'

const document = bucketDocument('cors', { missing: 'NoSuchCORSConfiguration', check: checkCorsRules })

/** Throws NoSuchCORSConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export const getBucketCors = document.get

/** Throws what checkCorsRules throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
export const putBucketCors = document.put

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html */
export const deleteBucketCors = document.delete
