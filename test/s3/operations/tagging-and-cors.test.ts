import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../../core/projects.ts'
import { storeObject } from '../../core/stored-object.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const open = async () => {
  store = await openTemporaryCore()
  const bucket = await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  await storeObject(store.metadata, bucket, { key: 'k', owner: alice })
}
/** Elements that hold text, in the order of their names: S3 promises no other. */
const leavesOf = (document: string) =>
  [...document.matchAll(/<(\w+)>[^<]*<\/\1>/g)].map(([leaf]) => leaf).sort()

const ask = (method: string, url: string, body?: string) =>
  call(store.core, caller, { method, url, ...(body !== undefined && { body }) })

describe('Object tagging on the wire', () => {
  before(open)
  after(() => store.close())
  const tagSet =
    '<TagSet><Tag><Key>c</Key><Value></Value></Tag><Tag><Key>a b</Key><Value>1</Value></Tag></TagSet>'

  it('is put, read back in the order of its keys, and deleted', async () => {
    expect(await ask('PUT', '/photos/k?tagging', `<Tagging>${tagSet}</Tagging>`)).to.include({ status: 200 })
    expect((await ask('GET', '/photos/k?tagging')).body).to.match(
      /<TagSet><Tag><Key>a b<\/Key><Value>1<\/Value><\/Tag><Tag><Key>c<\/Key><Value(\/>|><\/Value>)<\/Tag><\/TagSet>/,
    )
    expect(await ask('DELETE', '/photos/k?tagging')).to.include({ status: 204 })
    expect((await ask('GET', '/photos/k?tagging')).body).to.match(/<TagSet(\/>|><\/TagSet>)/)
  })

  it("is the bucket owner's", async () => {
    for (const method of ['GET', 'DELETE']) {
      const request = { method, url: '/photos/k?tagging' }
      expect(await rejection(call(store.core, callerOf(bob), request))).to.include({ code: 'AccessDenied' })
    }
  })
})

describe('Bucket CORS on the wire', () => {
  before(open)
  after(() => store.close())
  const full =
    '<CORSRule><ID>one</ID><AllowedHeader>x-*</AllowedHeader><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><AllowedOrigin>*</AllowedOrigin><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule>'
  const short =
    '<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>https://a.org</AllowedOrigin></CORSRule>'
  const put = (rules: string) => ask('PUT', '/photos?cors', `<CORSConfiguration>${rules}</CORSConfiguration>`)

  it('is put, read back as it was, and deleted', async () => {
    expect(await put(full + short)).to.include({ status: 200 })
    const { body = '' } = await ask('GET', '/photos?cors')
    expect(leavesOf(body)).to.deep.equal(leavesOf(full + short))
    expect(await ask('DELETE', '/photos?cors')).to.include({ status: 204 })
    expect(await rejection(ask('GET', '/photos?cors'))).to.include({ code: 'NoSuchCORSConfiguration' })
  })

  it('is refused without methods or origins, or with others than S3 knows', async () => {
    expect(await rejection(put('<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>'))).to.include({
      code: 'MalformedXML',
    })
    expect(await rejection(put(full.replace('PUT', 'PATCH')))).to.include({ code: 'InvalidRequest' })
  })
})
