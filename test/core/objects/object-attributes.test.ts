import { expect } from 'chai'
import { anonymous } from '../../../src/core/caller.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { storeObject } from '../stored-object.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { Bucket } from '../../../src/core/buckets/bucket.ts'

const [a, b] = [callerOf(alice), callerOf(bob)]
const ref = (key: string, versionId?: string) => ({ bucket: 'shared', key, versionId })
const noVersion = '0'.repeat(32)

let store: Awaited<ReturnType<typeof openTemporaryCore>>
let bucket: Bucket

const open = async () => {
  store = await openTemporaryCore()
  const options = { acl: { canned: 'public-read-write' }, locationConstraint: undefined }
  bucket = await store.core.buckets.create(a, 'shared', options)
}
const stored = async (key: string) => store.metadata.findObject(bucket.id, key, { withData: false })

describe('The tags of a stored object', () => {
  before(open)
  after(() => store.close())
  const tags = [{ key: 'colour', value: 'red' }]

  it('are replaced and removed, and the object stays as it is', async () => {
    await storeObject(store.metadata, bucket, {
      key: 'k',
      owner: alice,
      attributes: { contentType: 'text/plain' },
    })
    const before = await stored('k')
    await store.core.objects.putTags(a, ref('k'), tags)
    expect(await stored('k')).to.deep.equal({ ...before, attributes: { contentType: 'text/plain', tags } })
    await store.core.objects.putTags(a, ref('k'), [])
    expect(await stored('k')).to.deep.equal(before)
    await store.core.objects.putTags(a, ref('k', 'null'), tags)
    await store.core.objects.deleteTags(a, ref('k'))
    expect(await stored('k')).to.deep.equal(before)
  })

  it('follow the rules of tags', async () => {
    const twice = [...tags, ...tags]
    expect(await rejection(store.core.objects.putTags(a, ref('k'), twice))).to.include({ code: 'InvalidTag' })
    expect((await stored('k'))?.attributes).not.to.have.property('tags')
  })

  it('need the object, and the version that is named', async () => {
    const put = (object: ReturnType<typeof ref>) => rejection(store.core.objects.putTags(a, object, tags))
    expect(await put(ref('missing'))).to.deep.include({ code: 'NoSuchKey', detail: { Key: 'missing' } })
    expect(await put(ref('k', noVersion))).to.include({ code: 'NoSuchVersion' })
    expect(await put({ ...ref('k'), bucket: 'nothing' })).to.include({ code: 'NoSuchBucket' })
  })

  it('are only removed by the owner of the bucket', async () => {
    expect(await rejection(store.core.objects.deleteTags(b, ref('k')))).to.include({ code: 'AccessDenied' })
  })
})

describe('The ACL of a stored object', () => {
  before(open)
  after(() => store.close())
  const bobsName = { canonicalId: bob.canonicalId, displayName: 'bob' }

  it("is its writer's alone to begin with", async () => {
    await storeObject(store.metadata, bucket, { key: 'bobs', owner: bob })
    const acl = { owner: bobsName, grants: [{ grantee: bobsName, permission: 'FULL_CONTROL' }] }
    expect(await store.core.objects.getAcl(b, ref('bobs'))).to.deep.equal(acl)
    expect(await rejection(store.core.objects.getAcl(a, ref('bobs')))).to.include({ code: 'AccessDenied' })
    const request = { canned: 'public-read' }
    expect(await rejection(store.core.objects.putAcl(a, ref('bobs'), request))).to.include({
      code: 'AccessDenied',
    })
  })

  it('opens the object to others', async () => {
    await store.core.objects.putAcl(b, ref('bobs'), { canned: 'bucket-owner-full-control' })
    await store.core.objects.putAcl(a, ref('bobs'), { canned: 'public-read' })
    expect((await store.core.objects.find(anonymous, ref('bobs'))).version.key).to.equal('bobs')
    expect((await store.core.objects.getAcl(b, ref('bobs'))).owner).to.deep.equal(bobsName)
  })

  it('is not put by a request that holds none', async () => {
    expect(await rejection(store.core.objects.putAcl(b, ref('bobs'), {}))).to.include({
      code: 'MissingSecurityHeader',
    })
  })

  it('needs the object', async () => {
    expect(await rejection(store.core.objects.getAcl(a, ref('missing')))).to.include({ code: 'NoSuchKey' })
    expect(await rejection(store.core.objects.getAcl(b, ref('bobs', noVersion)))).to.include({
      code: 'NoSuchVersion',
    })
  })
})
