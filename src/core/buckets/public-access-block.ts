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
