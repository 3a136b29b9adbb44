import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { alice, bob } from '../core/projects.ts'
import { textOf } from '../support/xml-text.ts'
import { openTwoProjects, type Told, type TwoProjects } from './two-projects.ts'

const publicPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::photos', 'arn:aws:s3:::photos/*'],
  },
})
const publicRead = { 'x-amz-acl': 'public-read' }

describe('On the wire', () => {
  let store: TwoProjects
  beforeEach(async () => {
    store = await openTwoProjects()
    await store.alice('PUT', 'photos')
  })
  afterEach(() => store.close())

  const put = (query: string, body: string) =>
    store.alice('PUT', 'photos', {
      query: { [query]: '' },
      headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
      body,
    })
  const putPolicy = () => store.alice('PUT', 'photos', { query: { policy: '' }, body: publicPolicy })

  describe('public access block', () => {
    const block = (...members: readonly string[]) =>
      put(
        'publicAccessBlock',
        `<PublicAccessBlockConfiguration>${members.map((name) => `<${name}>true</${name}>`).join('')}</PublicAccessBlockConfiguration>`,
      )

    it('is put, read back with all of its members, and deleted', async () => {
      expect(await block('BlockPublicAcls')).to.include({ status: 200 })
      const { text } = await store.alice('GET', 'photos', { query: { publicAccessBlock: '' } })
      const members = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
      expect(members.map((name) => textOf(text, name))).to.deep.equal(['true', 'false', 'false', 'false'])
      expect(await store.alice('DELETE', 'photos', { query: { publicAccessBlock: '' } })).to.include({
        status: 204,
      })
      expect(await store.alice('GET', 'photos', { query: { publicAccessBlock: '' } })).to.include({
        code: 'NoSuchPublicAccessBlockConfiguration',
      })
    })

    it('keeps public ACLs out', async () => {
      await block('BlockPublicAcls')
      const denied = { status: 403, code: 'AccessDenied' }
      await store.alice('PUT', 'photos/a')
      expect(await store.alice('PUT', 'photos', { query: { acl: '' }, headers: publicRead })).to.include(
        denied,
      )
      expect(await store.alice('PUT', 'photos/a', { headers: publicRead })).to.include(denied)
      expect(await store.alice('PUT', 'photos/a', { query: { acl: '' }, headers: publicRead })).to.include(
        denied,
      )
      const toAll = { 'x-amz-grant-read': 'uri=http://acs.amazonaws.com/groups/global/AllUsers' }
      expect(await store.alice('PUT', 'photos/a', { headers: toAll })).to.include(denied)
      const toBob = { 'x-amz-grant-read': `id=${bob.canonicalId}` }
      expect(await store.alice('PUT', 'photos/a', { headers: toBob })).to.include({ status: 200 })
    })

    it('passes over public ACLs', async () => {
      await store.alice('PUT', 'photos/a', { headers: publicRead })
      expect(await store.anonymous('GET', 'photos/a')).to.include({ status: 200 })
      await block('IgnorePublicAcls')
      expect(await store.anonymous('GET', 'photos/a')).to.include({ status: 403 })
    })

    it('keeps public policies out', async () => {
      await block('BlockPublicPolicy')
      expect(await putPolicy()).to.include({ status: 403, code: 'AccessDenied' })
    })

    it('keeps strangers out of a bucket with a public policy', async () => {
      await putPolicy()
      expect(await store.bob('GET', 'photos')).to.include({ status: 200 })
      await block('RestrictPublicBuckets')
      expect(await store.bob('GET', 'photos')).to.include({ status: 403 })
      expect(await store.alice('GET', 'photos')).to.include({ status: 200 })
    })
  })

  describe('object ownership', () => {
    const own = (ownership: string) =>
      put(
        'ownershipControls',
        `<OwnershipControls><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`,
      )
    const ownerOf = ({ text }: Told) => textOf(text.slice(text.indexOf('<Owner>')), 'ID')
    const aclOf = (key: string) => store.alice('GET', key, { query: { acl: '' } })
    const fullControl = { 'x-amz-acl': 'bucket-owner-full-control' }

    it('is put, read back, and deleted', async () => {
      expect(await own('BucketOwnerPreferred')).to.include({ status: 200 })
      const query = { ownershipControls: '' }
      expect((await store.alice('GET', 'photos', { query })).text).to.contain('BucketOwnerPreferred')
      expect(await store.alice('DELETE', 'photos', { query })).to.include({ status: 204 })
      expect(await store.alice('GET', 'photos', { query })).to.include({
        code: 'OwnershipControlsNotFoundError',
      })
      expect(await own('Mine')).to.include({ code: 'MalformedXML' })
    })

    it("gives what others write to the bucket's owner, with ACLs that mean nothing", async () => {
      await putPolicy()
      await own('BucketOwnerEnforced')
      expect(await store.bob('PUT', 'photos/a', { body: 'x' })).to.include({ status: 200 })
      expect(ownerOf(await aclOf('photos/a'))).to.equal(alice.canonicalId)
      expect(await store.bob('PUT', 'photos/a', { headers: fullControl })).to.include({ status: 200 })
      const refused = { status: 400, code: 'AccessControlListNotSupported' }
      expect(await store.bob('PUT', 'photos/a', { headers: publicRead })).to.include(refused)
      for (const path of ['photos', 'photos/a'])
        expect(await store.alice('PUT', path, { query: { acl: '' }, headers: publicRead })).to.include(
          refused,
        )
    })

    it('takes over what others wrote before', async () => {
      await putPolicy()
      await store.bob('PUT', 'photos/a', { body: 'x' })
      expect(await store.alice('GET', 'photos/a')).to.include({ status: 403 })
      await own('BucketOwnerEnforced')
      expect(await store.alice('GET', 'photos/a')).to.include({ status: 200 })
      expect(ownerOf(await aclOf('photos/a'))).to.equal(alice.canonicalId)
      const { text } = await store.alice('GET', 'photos')
      expect(ownerOf({ ...(await store.alice('GET', 'photos')), text })).to.equal(alice.canonicalId)
    })

    it("prefers the bucket's owner for what comes with its full control", async () => {
      await putPolicy()
      await own('BucketOwnerPreferred')
      await store.bob('PUT', 'photos/a', { headers: fullControl })
      expect(ownerOf(await aclOf('photos/a'))).to.equal(alice.canonicalId)
      await store.bob('PUT', 'photos/b', { body: 'x' })
      expect(await aclOf('photos/b')).to.include({ status: 403 })
    })

    it('does not void what an ACL of the bucket grants', async () => {
      await store.alice('PUT', 'photos', { query: { acl: '' }, headers: publicRead })
      const refused = { status: 400, code: 'InvalidBucketAclWithObjectOwnership' }
      expect(await own('BucketOwnerEnforced')).to.include(refused)
      const enforced = { 'x-amz-object-ownership': 'BucketOwnerEnforced' }
      expect(await store.alice('PUT', 'others', { headers: { ...enforced, ...publicRead } })).to.include(
        refused,
      )
      expect(await store.alice('PUT', 'others', { headers: enforced })).to.include({ status: 200 })
      const { text } = await store.alice('GET', 'others', { query: { ownershipControls: '' } })
      expect(text).to.contain('BucketOwnerEnforced')
    })
  })
})
