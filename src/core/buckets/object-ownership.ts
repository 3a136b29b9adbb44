/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
export type ObjectOwnership =
  /** ACLs mean nothing: all belongs to the bucket's owner. */
  | 'BucketOwnerEnforced'
  /** What comes with the canned ACL bucket-owner-full-control belongs to the bucket's owner. */
  | 'BucketOwnerPreferred'
  /** What a project writes is its own. */
  | 'ObjectWriter'
