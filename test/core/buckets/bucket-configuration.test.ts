import { expect } from 'chai'
import { groups } from '../../../src/core/policy/acl.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { CorsRule } from '../../../src/core/buckets/cors.ts'

describe('The configuration of a bucket', () => {
  const caller = callerOf(alice)
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  before(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  after(() => store.close())

  const owner = { canonicalId: alice.canonicalId, displayName: 'alice' }
  const ownersGrant = { grantee: owner, permission: 'FULL_CONTROL' }

  it('is only found where the bucket is', async () => {
    const { buckets } = store.core
    for (const work of [
      buckets.getAcl(caller, 'nothing'),
      buckets.putAcl(caller, 'nothing', { canned: 'private' }),
      buckets.getCors(caller, 'nothing'),
      buckets.deleteCors(caller, 'nothing'),
    ]) {
      expect(await rejection(work)).to.deep.include({
        code: 'NoSuchBucket',
        detail: { BucketName: 'nothing' },
      })
    }
  })

  it('begins with a private ACL, shown with names', async () => {
    expect(await store.core.buckets.getAcl(caller, 'photos')).to.deep.equal({ owner, grants: [ownersGrant] })
  })

  it('keeps the ACL that was put last', async () => {
    const { buckets } = store.core
    await buckets.putAcl(caller, 'photos', { canned: 'public-read' })
    const toEveryone = { grantee: { group: groups.allUsers }, permission: 'READ' }
    expect(await buckets.getAcl(caller, 'photos')).to.deep.equal({ owner, grants: [toEveryone, ownersGrant] })
    const grantee = { emailAddress: 'BOB@example.org' }
    await buckets.putAcl(caller, 'photos', { grants: [{ grantee, permission: 'WRITE' }] })
    expect((await buckets.getAcl(caller, 'photos')).grants).to.deep.equal([
      { grantee: { canonicalId: bob.canonicalId, displayName: 'bob' }, permission: 'WRITE' },
    ])
  })

  it('takes no ACL from a request that holds none', async () => {
    expect(await rejection(store.core.buckets.putAcl(caller, 'photos', {}))).to.include({
      code: 'MissingSecurityHeader',
    })
  })

  it('has CORS rules from when they are put to when they are deleted', async () => {
    const { buckets } = store.core
    const rule: CorsRule = {
      allowedMethods: ['GET'],
      allowedOrigins: ['*'],
      allowedHeaders: ['x-*'],
      exposeHeaders: ['ETag'],
      maxAgeSeconds: 5,
    }
    expect(await rejection(buckets.getCors(caller, 'photos'))).to.include({ code: 'NoSuchCORSConfiguration' })
    await buckets.putCors(caller, 'photos', [rule])
    expect(await buckets.getCors(caller, 'photos')).to.deep.equal([rule])
    expect(await rejection(buckets.putCors(caller, 'photos', []))).to.include({ code: 'MalformedXML' })
    await buckets.deleteCors(caller, 'photos')
    await buckets.deleteCors(caller, 'photos')
    expect(await rejection(buckets.getCors(caller, 'photos'))).to.include({ code: 'NoSuchCORSConfiguration' })
  })

  it('keeps one document when another changes', async () => {
    const { buckets } = store.core
    const before = await buckets.getAcl(caller, 'photos')
    await buckets.deleteCors(caller, 'photos')
    expect(await buckets.getAcl(caller, 'photos')).to.deep.equal(before)
  })
})
