import { expect } from 'chai'
import { type Grant, groups } from '../../../src/core/policy/acl.ts'
import { cannedAcl } from '../../../src/core/policy/canned-acl.ts'
import { thrown } from '../thrown.ts'

const beside = (name: string, bucketOwner = 'bucket owner'): readonly Grant[] => {
  const acl = cannedAcl(name, { owner: 'me', bucketOwner })
  expect(acl.owner).to.equal('me')
  expect(acl.grants.at(-1)).to.deep.equal({ grantee: { canonicalId: 'me' }, permission: 'FULL_CONTROL' })
  return acl.grants.slice(0, -1)
}

describe('A canned ACL', () => {
  const { allUsers, authenticatedUsers, logDelivery } = groups
  const cases: Readonly<Record<string, readonly Grant[]>> = {
    private: [],
    'public-read': [{ grantee: { group: allUsers }, permission: 'READ' }],
    'public-read-write': [
      { grantee: { group: allUsers }, permission: 'READ' },
      { grantee: { group: allUsers }, permission: 'WRITE' },
    ],
    'authenticated-read': [{ grantee: { group: authenticatedUsers }, permission: 'READ' }],
    'bucket-owner-read': [{ grantee: { canonicalId: 'bucket owner' }, permission: 'READ' }],
    'bucket-owner-full-control': [{ grantee: { canonicalId: 'bucket owner' }, permission: 'FULL_CONTROL' }],
    'log-delivery-write': [
      { grantee: { group: logDelivery }, permission: 'WRITE' },
      { grantee: { group: logDelivery }, permission: 'READ_ACP' },
    ],
    'aws-exec-read': [],
  }
  for (const [name, grants] of Object.entries(cases)) {
    it(`${name} grants what S3 says, and full control to the owner`, () => {
      expect(beside(name)).to.deep.equal(grants)
    })
  }

  it('grants the bucket owner nothing more when it owns the object too', () => {
    expect(beside('bucket-owner-read', 'me')).to.deep.equal([])
    expect(beside('bucket-owner-full-control', 'me')).to.deep.equal([])
  })

  it('has one of the known names', () => {
    for (const name of ['public', '', 'constructor']) {
      const error = thrown(() => cannedAcl(name, { owner: 'me', bucketOwner: 'me' }))
      expect(error.detail).to.deep.equal({ ArgumentName: 'x-amz-acl', ArgumentValue: name })
    }
  })
})
