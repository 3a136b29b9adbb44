/**
 * The keys of S3 that conditions of a bucket's policy may ask for, as contextKey writes them; tags by what stands before their key.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
const s3Keys: ReadonlySet<string> = new Set([
  's3:accessgrantsinstancearn',
  's3:accesspointnetworkorigin',
  's3:authtype',
  's3:buckettag/',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:delimiter',
  's3:existingobjecttag/',
  's3:if-match',
  's3:if-none-match',
  's3:inventoryaccessibleoptionalfields',
  's3:isreplicationpauserequest',
  's3:locationconstraint',
  's3:max-keys',
  's3:object-lock-legal-hold',
  's3:object-lock-mode',
  's3:object-lock-remaining-retention-days',
  's3:object-lock-retain-until-date',
  's3:objectcreationoperation',
  's3:prefix',
  's3:requestobjecttag/',
  's3:requestobjecttagkeys',
  's3:resourceaccount',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:versionid',
  's3:x-amz-acl',
  's3:x-amz-content-sha256',
  's3:x-amz-copy-source',
  's3:x-amz-grant-full-control',
  's3:x-amz-grant-read',
  's3:x-amz-grant-read-acp',
  's3:x-amz-grant-write',
  's3:x-amz-grant-write-acp',
  's3:x-amz-metadata-directive',
  's3:x-amz-object-ownership',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:x-amz-server-side-encryption-customer-algorithm',
  's3:x-amz-storage-class',
  's3:x-amz-website-redirect-location',
])

/** The keys of AWS as a whole are many, and grow: what a request does not have is absent. */
export const isKnownConditionKey = (key: string): boolean =>
  key.startsWith('aws:') || s3Keys.has(key.replace(/(?<=\/).*/s, ''))
