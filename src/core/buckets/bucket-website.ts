import { bucketDocument } from './bucket-document.ts'
import { checkWebsite } from './website.ts'

const document = bucketDocument('website', { missing: 'NoSuchWebsiteConfiguration', check: checkWebsite })

/** Throws NoSuchWebsiteConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html */
export const getBucketWebsite = document.get

/** Throws what checkWebsite throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html */
export const putBucketWebsite = document.put

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html */
export const deleteBucketWebsite = document.delete
