import { expect } from 'chai'
import { groups, privateAcl } from '../../../src/core/policy/acl.ts'
import { visibilityOf, type Visibility } from '../../../src/core/buckets/visibility.ts'
import { alice } from '../projects.ts'
import type { Bucket, BucketConfiguration } from '../../../src/core/buckets/bucket.ts'

const acl = privateAcl(alice.canonicalId)
const openAcl = {
  ...acl,
  grants: [...acl.grants, { grantee: { group: groups.allUsers }, permission: 'READ' as const }],
}
const block = {
  blockPublicAcls: false,
  ignorePublicAcls: true,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
}
const bucketWith = (configuration: Partial<BucketConfiguration>): Bucket => ({
  id: 1,
  projectId: alice.id,
  namespace: '',
  name: 'b',
  region: 'us-east-1',
  versioning: 'off',
  createdAt: 0,
  configuration: { acl, ...configuration },
})
const policy = (Resource: string, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource, ...more }],
  })

describe('visibilityOf', () => {
  const cases: readonly (readonly [string, Partial<BucketConfiguration>, Visibility])[] = [
    ['without a policy', {}, 'private'],
    ['with all objects open', { policy: policy('arn:aws:s3:::b/*') }, 'public-read'],
    ['with some objects open', { policy: policy('arn:aws:s3:::b/open/*') }, 'partly-public'],
    [
      'open to a network',
      {
        policy: policy('arn:aws:s3:::b/*', {
          Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
        }),
      },
      'private',
    ],
    [
      'open to one account',
      { policy: policy('arn:aws:s3:::b/*', { Principal: { AWS: 'arn:aws:iam::project-bob:root' } }) },
      'private',
    ],
    ['with a list that is open by its ACL', { acl: openAcl }, 'partly-public'],
    ['with an ACL that counts for nothing', { acl: openAcl, publicAccessBlock: block }, 'private'],
    [
      'with a public policy that is restricted',
      {
        policy: policy('arn:aws:s3:::b/*'),
        publicAccessBlock: { ...block, restrictPublicBuckets: true },
      },
      'private',
    ],
  ]
  for (const [title, configuration, expected] of cases) {
    it(`calls a bucket ${title} ${expected}`, () => {
      expect(visibilityOf(bucketWith(configuration))).to.equal(expected)
    })
  }
})
