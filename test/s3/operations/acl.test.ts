import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../../core/projects.ts'
import { storeObject } from '../../core/stored-object.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)
const namespaces =
  'xmlns="http://s3.amazonaws.com/doc/2006-03-01/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const everyone = '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>'
const owner = `<Owner><ID>${alice.canonicalId}</ID></Owner>`
const policy = (grants: string, before = owner) =>
  `<AccessControlPolicy ${namespaces}>${before}<AccessControlList>${grants}</AccessControlList></AccessControlPolicy>`
const grant = (type: string, grantee: string, permission: string) =>
  `<Grant><Grantee xsi:type="${type}">${grantee}</Grantee><Permission>${permission}</Permission></Grant>`

for (const address of ['/photos', '/photos/k']) {
  describe(`The ACL of ${address} on the wire`, () => {
    let store: Awaited<ReturnType<typeof openTemporaryCore>>
    before(async () => {
      store = await openTemporaryCore()
      const bucket = await store.core.buckets.create(caller, 'photos', {
        acl: {},
        locationConstraint: undefined,
      })
      await storeObject(store.metadata, bucket, { key: 'k', owner: alice })
    })
    after(() => store.close())

    const url = `${address}?acl`
    const put = (request: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }) =>
      call(store.core, caller, { method: 'PUT', url, ...request })
    const refusal = (body: string) => rejection(put({ body }))
    const grants = async () => {
      const { body = '' } = await call(store.core, caller, { method: 'GET', url })
      return [...body.matchAll(/<Grant>.*?<\/Grant>/gs)].map(([element]) => element)
    }

    it('is put as a document and read back with names', async () => {
      const body = policy(
        grant('CanonicalUser', `<ID>${bob.canonicalId}</ID>`, 'READ') + grant('Group', everyone, 'READ_ACP'),
      )
      expect(await put({ body })).to.include({ status: 200 })
      const [toEveryone, toBob, ...rest] = await grants()
      expect(toBob).to.contain('xsi:type="CanonicalUser"').and.contain(`<ID>${bob.canonicalId}</ID>`)
      expect(toBob).to.contain('<DisplayName>bob</DisplayName>').and.contain('<Permission>READ</Permission>')
      expect(toEveryone).to.contain('xsi:type="Group"').and.contain(everyone)
      expect(rest).to.deep.equal([])
    })

    it('is put by the name of a canned one', async () => {
      await put({ headers: { 'x-amz-acl': 'public-read' } })
      expect((await grants())[0]).to.contain(everyone)
    })

    it('is put as grants in headers', async () => {
      await put({
        headers: {
          'x-amz-grant-read': `id=${bob.canonicalId}`,
          'x-amz-grant-write-acp': 'emailAddress="bob@example.org"',
        },
      })
      const found = await grants()
      expect(found).to.have.length(2)
      expect(found[0]).to.contain('<Permission>READ</Permission>')
      expect(found[1]).to.contain(bob.canonicalId).and.contain('<Permission>WRITE_ACP</Permission>')
    })

    it('is not put when the document is not whole, or not for this owner', async () => {
      expect(await refusal(policy('', ''))).to.include({ code: 'MalformedACLError' })
      expect(await refusal(policy(grant('CanonicalUser', '', 'READ')))).to.include({
        code: 'MalformedACLError',
      })
      expect(
        await refusal(policy(grant('CanonicalUser', `<ID>${bob.canonicalId}</ID>`, 'EVERYTHING'))),
      ).to.include({
        code: 'MalformedACLError',
      })
      const bobs = `<Owner><ID>${bob.canonicalId}</ID></Owner>`
      expect(await refusal(policy('', bobs))).to.include({ code: 'AccessDenied' })
    })
  })
}
