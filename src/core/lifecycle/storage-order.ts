/** From the first class that objects are in to the last that they can move to. */
const order = [
  'STANDARD',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
]

/** How far down a storage class is: objects only move to a greater rank. https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
export const storageRank = (storageClass: string): number => Math.max(order.indexOf(storageClass), 0)

/** Whether the bytes of a class must be restored before they can be read, where they are kept apart. */
export const isArchive = (storageClass: string): boolean =>
  storageRank(storageClass) >= storageRank('GLACIER')
