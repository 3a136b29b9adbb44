import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

/** A document as a client puts it; elements in the order in which they are read back. */
interface Document {
  readonly query: string
  readonly body: string
  /** The error for what is not there; none when there is always an answer. */
  readonly absent?: string
  readonly isDeletable: boolean
}

const filter =
  '<Filter><And><Prefix>logs/</Prefix><Tag><Key>class</Key><Value>blue</Value></Tag></And></Filter>'

const documents: readonly Document[] = [
  {
    query: 'tagging',
    body: '<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>b</Key><Value></Value></Tag></TagSet></Tagging>',
    absent: 'NoSuchTagSet',
    isDeletable: true,
  },
  {
    query: 'requestPayment',
    body: '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>',
    isDeletable: false,
  },
  {
    query: 'accelerate',
    body: '<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>',
    isDeletable: false,
  },
  { query: 'abac', body: '<AbacStatus><Status>Enabled</Status></AbacStatus>', isDeletable: false },
  {
    query: 'website',
    body:
      '<WebsiteConfiguration><ErrorDocument><Key>error.html</Key></ErrorDocument><IndexDocument><Suffix>index.html</Suffix></IndexDocument>' +
      '<RoutingRules><RoutingRule><Redirect><HostName>example.org</HostName><HttpRedirectCode>307</HttpRedirectCode><Protocol>https</Protocol>' +
      '<ReplaceKeyPrefixWith>new/</ReplaceKeyPrefixWith></Redirect><Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals>' +
      '<KeyPrefixEquals>old/</KeyPrefixEquals></Condition></RoutingRule></RoutingRules></WebsiteConfiguration>',
    absent: 'NoSuchWebsiteConfiguration',
    isDeletable: true,
  },
  {
    query: 'analytics&id=one',
    body:
      `<AnalyticsConfiguration><Id>one</Id>${filter}<StorageClassAnalysis><DataExport><OutputSchemaVersion>V_1</OutputSchemaVersion>` +
      '<Destination><S3BucketDestination><Format>CSV</Format><Bucket>arn:aws:s3:::reports</Bucket><BucketAccountId>123456789012</BucketAccountId>' +
      '<Prefix>a/</Prefix></S3BucketDestination></Destination></DataExport></StorageClassAnalysis></AnalyticsConfiguration>',
    absent: 'NoSuchConfiguration',
    isDeletable: true,
  },
  {
    query: 'metrics&id=one',
    body: `<MetricsConfiguration><Id>one</Id>${filter}</MetricsConfiguration>`,
    absent: 'NoSuchConfiguration',
    isDeletable: true,
  },
  {
    query: 'intelligent-tiering&id=one',
    body:
      `<IntelligentTieringConfiguration><Id>one</Id><Status>Enabled</Status>${filter}` +
      '<Tiering><Days>90</Days><AccessTier>ARCHIVE_ACCESS</AccessTier></Tiering>' +
      '<Tiering><Days>180</Days><AccessTier>DEEP_ARCHIVE_ACCESS</AccessTier></Tiering></IntelligentTieringConfiguration>',
    absent: 'NoSuchConfiguration',
    isDeletable: true,
  },
  {
    query: 'inventory&id=one',
    body:
      '<InventoryConfiguration><Destination><S3BucketDestination><AccountId>123456789012</AccountId><Bucket>arn:aws:s3:::reports</Bucket>' +
      '<Format>CSV</Format><Prefix>inv</Prefix></S3BucketDestination></Destination><IsEnabled>true</IsEnabled><Filter><Prefix>logs/</Prefix></Filter>' +
      '<Id>one</Id><IncludedObjectVersions>Current</IncludedObjectVersions><OptionalFields><Field>Size</Field><Field>ETag</Field></OptionalFields>' +
      '<Schedule><Frequency>Daily</Frequency></Schedule></InventoryConfiguration>',
    absent: 'NoSuchConfiguration',
    isDeletable: true,
  },
]

const caller = callerOf(alice)
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const ask = (method: string, url: string, body?: string, who = caller) =>
  call(store.core, who, { method, url, ...(body !== undefined && { body }) })

/** Elements that hold text, in the order of their names: S3 promises no other. */
const leavesOf = (document = '') =>
  [...document.matchAll(/<(\w+)>[^<]*<\/\1>|<(\w+)\/>/g)]
    .map(([leaf, , empty]) => (empty === undefined ? leaf : `<${empty}></${empty}>`))
    .sort()

describe('The documents of a bucket on the wire', () => {
  before(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  after(() => store.close())

  for (const { query, body, absent, isDeletable } of documents) {
    describe(`?${query}`, () => {
      it('is put and read back as it was', async () => {
        if (absent !== undefined) {
          expect(await rejection(ask('GET', `/photos?${query}`))).to.include({ code: absent })
        }
        expect((await ask('PUT', `/photos?${query}`, body)).status).to.be.oneOf([200, 204])
        const { body: read } = await ask('GET', `/photos?${query}`)
        expect(leavesOf(read)).to.deep.equal(leavesOf(body))
      })

      it("is the bucket owner's", async () => {
        const other = callerOf(bob)
        expect(await rejection(ask('PUT', `/photos?${query}`, body, other))).to.include({
          code: 'AccessDenied',
        })
        expect(await rejection(ask('GET', `/photos?${query}`, undefined, other))).to.include({
          code: 'AccessDenied',
        })
      })

      if (isDeletable) {
        it('is gone once deleted', async () => {
          expect(await ask('DELETE', `/photos?${query}`)).to.include({ status: 204 })
          expect(await rejection(ask('GET', `/photos?${query}`))).to.include({ code: absent })
        })
      }
    })
  }

  it('are refused under another id than their own', async () => {
    const body = '<MetricsConfiguration><Id>one</Id></MetricsConfiguration>'
    expect(await rejection(ask('PUT', '/photos?metrics&id=two', body))).to.include({
      code: 'InvalidArgument',
    })
  })

  it('are listed a hundred at a time, by id', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => `m${String(n).padStart(3, '0')}`)
    for (const id of ids.toReversed()) await store.core.buckets.metrics.put(caller, 'photos', { id })
    const first = (await ask('GET', '/photos?metrics')).body ?? ''
    const listed = (page: string) => [...page.matchAll(/<Id>(\w+)<\/Id>/g)].map(([, id]) => id)
    expect(listed(first)).to.deep.equal(ids.slice(0, 100))
    expect(first).to.include('<IsTruncated>true</IsTruncated>')
    const [, token = ''] = /<NextContinuationToken>(.+?)</.exec(first) ?? []
    const second = (await ask('GET', `/photos?metrics&continuation-token=${token}`)).body ?? ''
    expect(listed(second)).to.deep.equal(ids.slice(100))
    expect(second).to.include('<IsTruncated>false</IsTruncated>')
  })

  it('take one predicate, or several in And', async () => {
    const put = (inner: string) =>
      ask(
        'PUT',
        '/photos?metrics&id=f',
        `<MetricsConfiguration><Id>f</Id><Filter>${inner}</Filter></MetricsConfiguration>`,
      )
    const tag = '<Tag><Key>a</Key><Value>b</Value></Tag>'
    await put(tag)
    expect((await ask('GET', '/photos?metrics&id=f')).body).to.include(`<Filter>${tag}</Filter>`)
    for (const inner of [`<Prefix>p</Prefix>${tag}`, `<And>${tag}</And>`]) {
      expect(await rejection(put(inner))).to.include({ code: 'MalformedXML' })
    }
    expect(
      await rejection(put('<AccessPointArn>arn:aws:s3:us-east-1:1:accesspoint/a</AccessPointArn>')),
    ).to.include({
      code: 'NotImplemented',
    })
  })

  it('include the tags that a bucket is created with', async () => {
    const body =
      '<CreateBucketConfiguration><Tags><Tag><Key>team</Key><Value>blue</Value></Tag></Tags></CreateBucketConfiguration>'
    await ask('PUT', '/tagged', body)
    expect(await store.core.buckets.getTags(caller, 'tagged')).to.deep.equal([{ key: 'team', value: 'blue' }])
    expect(await rejection(ask('PUT', '/tagged-2', body.replace('team', 'aws:team')))).to.include({
      code: 'InvalidTag',
    })
  })
})
