import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { bodyFrom } from '../../core/upload-body.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const rule = (inner: string, id = 'one') => `<Rule><ID>${id}</ID><Status>Enabled</Status>${inner}</Rule>`
const filter = '<Filter><Prefix>logs/</Prefix></Filter>'
const days = (count: number) => `<Expiration><Days>${String(count)}</Days></Expiration>`

const ask = (method: string, url: string, body?: string, headers: Record<string, string> = {}) =>
  call(store.core, caller, { method, url, headers, ...(body !== undefined && { body }) })
const put = (rules: string, headers?: Record<string, string>) =>
  ask('PUT', '/photos?lifecycle', `<LifecycleConfiguration>${rules}</LifecycleConfiguration>`, headers)
const headerOf = ({ headers }: { readonly headers: readonly string[] }, name: string) => {
  const at = headers.findIndex((each, n) => n % 2 === 0 && each.toLowerCase() === name)
  return at < 0 ? undefined : headers[at + 1]
}
/** Elements that hold text, in the order of their names. */
const leavesOf = (document = '') => [...document.matchAll(/<(\w+)>[^<]+<\/\1>/g)].map(([leaf]) => leaf).sort()

describe('Bucket lifecycle on the wire', () => {
  before(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  after(() => store.close())

  it('is put, read back as it was, and deleted', async () => {
    const full = rule(
      `<Filter><And><Prefix>a/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag><ObjectSizeGreaterThan>5</ObjectSizeGreaterThan></And></Filter>${days(90)}
      <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>
      <NoncurrentVersionExpiration><NoncurrentDays>9</NoncurrentDays><NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration>
      <NoncurrentVersionTransition><NoncurrentDays>3</NoncurrentDays><StorageClass>GLACIER</StorageClass></NoncurrentVersionTransition>`,
    )
    const dated = rule(
      `${filter}<Expiration><Date>2030-01-01T00:00:00.000Z</Date></Expiration><AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>`,
      'two',
    )
    const answer = await put(full + dated)
    expect(answer).to.include({ status: 200 })
    const read = await ask('GET', '/photos?lifecycle')
    expect(leavesOf(read.body)).to.deep.equal(leavesOf(full + dated))
    for (const each of [answer, read])
      expect(headerOf(each, 'x-amz-transition-default-minimum-object-size')).to.equal(
        'all_storage_classes_128K',
      )
    expect(await ask('DELETE', '/photos?lifecycle')).to.include({ status: 204 })
    expect(await rejection(ask('GET', '/photos?lifecycle'))).to.include({
      code: 'NoSuchLifecycleConfiguration',
    })
  })

  it('keeps the form of each filter', async () => {
    const forms = [
      '<Prefix>old/</Prefix>',
      '<Filter/>',
      '<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>',
    ]
    for (const form of forms) {
      await put(rule(form + days(1)))
      expect(
        (await ask('GET', '/photos?lifecycle')).body?.replace('<Filter></Filter>', '<Filter/>'),
      ).to.include(form)
    }
  })

  it('takes several predicates without And for their conjunction', async () => {
    const predicates =
      '<Prefix>a</Prefix><ObjectSizeGreaterThan>2</ObjectSizeGreaterThan><ObjectSizeLessThan>9</ObjectSizeLessThan>'
    const tag = '<Key>k</Key><Value>v</Value>'
    await put(rule(`<Filter>${predicates}<Tag>${tag}</Tag></Filter>${days(1)}`))
    const { body = '' } = await ask('GET', '/photos?lifecycle')
    expect(body).to.match(/<Filter><And>.*<\/And><\/Filter>/)
    expect(leavesOf(/<And>(.*)<\/And>/.exec(body)?.[1])).to.deep.equal(leavesOf(predicates + tag))
  })

  it('takes predicates beside And as if they stood in it', async () => {
    const tag = (key: string) => `<Tag><Key>${key}</Key><Value>v</Value></Tag>`
    const and = `<And><Prefix>a</Prefix><ObjectSizeLessThan>9</ObjectSizeLessThan>${tag('k')}</And>`
    const beside = `<Prefix>a/b</Prefix><ObjectSizeLessThan>7</ObjectSizeLessThan>${tag('j')}`
    await put(rule(`<Filter>${beside}${and}</Filter>${days(1)}`))
    const { body = '' } = await ask('GET', '/photos?lifecycle')
    expect(leavesOf(/<And>(.*)<\/And>/.exec(body)?.[1])).to.deep.equal(leavesOf(beside + tag('k')))
  })

  it('names rules that have no name', async () => {
    await put(`<Rule><Status>Enabled</Status>${filter}${days(1)}</Rule>`)
    expect((await ask('GET', '/photos?lifecycle')).body).to.match(/<ID>[^<]+<\/ID>/)
  })

  it('keeps the smallest size that moves', async () => {
    const name = 'x-amz-transition-default-minimum-object-size'
    await put(rule(filter + days(1)), { [name]: 'varies_by_storage_class' })
    expect(headerOf(await ask('GET', '/photos?lifecycle'), name)).to.equal('varies_by_storage_class')
  })

  const malformed = {
    'no rule': '',
    'a rule about nothing': rule(days(1)),
    'a rule with both forms': rule(`<Prefix/>${filter}${days(1)}`),
    'prefixes that exclude each other': rule(
      `<Filter><Prefix>a</Prefix><And><Prefix>b</Prefix><ObjectSizeLessThan>9</ObjectSizeLessThan></And></Filter>${days(1)}`,
    ),
    'And with one predicate': rule(`<Filter><And><Prefix>a</Prefix></And></Filter>${days(1)}`),
    'an unknown status': rule(filter + days(1)).replace('Enabled', 'enabled'),
    'no time': rule(`${filter}<Expiration/>`),
    'two times': rule(
      `${filter}<Expiration><Days>1</Days><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>`,
    ),
    'a date that is none': rule(`${filter}<Expiration><Date>20200101</Date></Expiration>`),
    'a class that objects cannot move to': rule(
      `${filter}<Transition><Days>1</Days><StorageClass>STANDARD</StorageClass></Transition>`,
    ),
  }
  for (const [what, rules] of Object.entries(malformed)) {
    it(`is malformed with ${what}`, async () => {
      expect(await rejection(put(rules))).to.include({ code: 'MalformedXML' })
    })
  }
})

describe('What lifecycle announces', () => {
  before(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
    await put(
      rule(filter + days(2)) +
        rule(`<Filter><Prefix>logs/near</Prefix></Filter>${days(1)}`, 'the near/one') +
        rule(
          `${filter}<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>`,
          'uploads',
        ),
    )
    const options = {
      attributes: {},
      storageClass: 'STANDARD',
      acl: {},
      signal: () => new AbortController().signal,
    }
    for (const key of ['logs/a', 'logs/near', 'other'])
      await store.core.objects.put(caller, { bucket: 'photos', key }, bodyFrom(Buffer.from('x')), options)
  })
  after(() => store.close())

  const midnightIn = (count: number) => {
    const dayMs = 86_400_000
    return new Date(Math.ceil(Date.now() / dayMs + count) * dayMs).toUTCString()
  }
  const expiryOf = async (key: string) => headerOf(await ask('HEAD', `/photos/${key}`), 'x-amz-expiration')

  it('is the midnight when an object expires, and by which rule', async () => {
    expect(await expiryOf('logs/a')).to.equal(`expiry-date="${midnightIn(2)}", rule-id="one"`)
  })

  it('is the rule that comes first, its name encoded', async () => {
    expect(await expiryOf('logs/near')).to.equal(`expiry-date="${midnightIn(1)}", rule-id="the%20near%2Fone"`)
  })

  it('is nothing for an object that no rule is about', async () => {
    expect(await expiryOf('other')).to.equal(undefined)
  })

  it('is when an upload is given up', async () => {
    const created = await ask('POST', '/photos/logs/big?uploads')
    const uploadId = /<UploadId>(.+)<\/UploadId>/.exec(created.body ?? '')?.[1] ?? ''
    for (const answer of [created, await ask('GET', `/photos/logs/big?uploadId=${uploadId}`)]) {
      expect(headerOf(answer, 'x-amz-abort-date')).to.equal(midnightIn(7))
      expect(headerOf(answer, 'x-amz-abort-rule-id')).to.equal('uploads')
    }
  })
})

describe('RestoreObject on the wire', () => {
  const object = { bucket: 'photos', key: 'k' }
  const restore = (inner: string, method = 'POST', url = '/photos/k?restore') =>
    ask(method, url, `<RestoreRequest>${inner}</RestoreRequest>`)

  before(async () => {
    store = await openTemporaryCore(undefined, { settings: { keptApart: new Set(['GLACIER']) } })
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
    const options = {
      attributes: {},
      storageClass: 'GLACIER',
      acl: {},
      signal: () => new AbortController().signal,
    }
    await store.core.objects.put(caller, object, bodyFrom(Buffer.from('x')), options)
  })
  after(() => store.close())

  it('is malformed without days, and does not query', async () => {
    expect(await rejection(restore('<Tier>Bulk</Tier>'))).to.include({ code: 'MalformedXML' })
    expect(await rejection(restore('<Days>1</Days><Type>SELECT</Type>'))).to.include({
      code: 'NotImplemented',
    })
  })

  it('is accepted, told of by the object, and repeated', async () => {
    const days = '<Days>1</Days><GlacierJobParameters><Tier>Bulk</Tier></GlacierJobParameters>'
    expect(headerOf(await ask('HEAD', '/photos/k'), 'x-amz-restore')).to.equal(undefined)
    expect(await restore(days)).to.include({ status: 202 })
    expect(headerOf(await ask('HEAD', '/photos/k'), 'x-amz-restore')).to.match(
      /^ongoing-request="false", expiry-date="\w{3}, \d\d \w{3} \d{4} 00:00:00 GMT"$/,
    )
    expect(await ask('GET', '/photos/k')).to.include({ status: 200 })
    expect(await restore(days)).to.include({ status: 200 })
  })
})
