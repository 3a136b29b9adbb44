import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'
import type { Caller } from '../../../src/core/caller.ts'

let store: Awaited<ReturnType<typeof openTemporaryCore>>

interface Rest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly caller?: Caller
}
const ask = (method: string, url: string, { headers = {}, body, caller = callerOf(alice) }: Rest = {}) =>
  call(store.core, caller, { method, url, headers, ...(body !== undefined && { body }) })
const headerOf = ({ headers }: { readonly headers: readonly string[] }, name: string) =>
  headers.find((_, n) => n % 2 === 1 && headers[n - 1]?.toLowerCase() === name)
const codeOf = async (work: Promise<unknown>) => {
  const error = await rejection(work)
  if (error instanceof S3Error) return error.code
  throw error
}

const open = async () => {
  store = await openTemporaryCore()
  await ask('PUT', '/safe', { headers: { 'x-amz-bucket-object-lock-enabled': 'true' } })
  await ask('PUT', '/open')
}
const close = () => store.close()

const bypass = { headers: { 'x-amz-bypass-governance-retention': 'true' } }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const lockHeaders = (mode: string, until: string) => ({
  'x-amz-object-lock-mode': mode,
  'x-amz-object-lock-retain-until-date': until,
})
const put = async (headers: Readonly<Record<string, string>> = {}, key = 'k') =>
  headerOf(await ask('PUT', `/safe/${key}`, { headers }), 'x-amz-version-id') ?? ''
const remove = (versionId: string, rest: Rest = {}) => ask('DELETE', `/safe/k?versionId=${versionId}`, rest)
const retain = (mode: string, until: string, rest: Rest = {}) =>
  ask('PUT', '/safe/k?retention', {
    body: `<Retention><Mode>${mode}</Mode><RetainUntilDate>${until}</RetainUntilDate></Retention>`,
    ...rest,
  })
const hold = (status: string, url = '/safe/k?legal-hold') =>
  ask('PUT', url, { body: `<LegalHold><Status>${status}</Status></LegalHold>` })
const configure = (bucket: string, rule: string, enabled = 'Enabled') => {
  const defaults = rule === '' ? '' : `<Rule><DefaultRetention>${rule}</DefaultRetention></Rule>`
  const status = `<ObjectLockEnabled>${enabled}</ObjectLockEnabled>`
  const body = `<ObjectLockConfiguration>${status}${defaults}</ObjectLockConfiguration>`
  return ask('PUT', `/${bucket}?object-lock`, { body })
}

describe('Object lock on a bucket', () => {
  beforeEach(open)
  afterEach(close)

  it('comes with versioning, which cannot be suspended', async () => {
    expect((await ask('GET', '/safe?versioning')).body).to.include('<Status>Enabled</Status>')
    expect((await ask('GET', '/safe?object-lock')).body).to.match(
      /<ObjectLockConfiguration[^>]*><ObjectLockEnabled>Enabled<\/ObjectLockEnabled><\/ObjectLockConfiguration>/,
    )
    const body = '<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>'
    expect(await codeOf(ask('PUT', '/safe?versioning', { body }))).to.equal('InvalidBucketState')
  })

  it('is enabled later only where versions are kept', async () => {
    expect(await codeOf(configure('open', ''))).to.equal('InvalidBucketState')
    const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
    await ask('PUT', '/open?versioning', { body })
    await configure('open', '<Mode>COMPLIANCE</Mode><Years>2</Years>')
    const { body: answer } = await ask('GET', '/open?object-lock')
    expect(answer).to.include('<Mode>COMPLIANCE</Mode><Years>2</Years>')
  })

  it('refuses a default that makes no sense', async () => {
    const wrong: readonly (readonly [rule: string, code: string])[] = [
      ['<Mode>GOVERNANCE</Mode><Days>1</Days><Years>1</Years>', 'MalformedXML'],
      ['<Mode>GOVERNANCE</Mode>', 'MalformedXML'],
      ['<Days>1</Days>', 'MalformedXML'],
      ['<Mode>governance</Mode><Days>1</Days>', 'MalformedXML'],
      ['<Mode>GOVERNANCE</Mode><Days>0</Days>', 'InvalidArgument'],
      ['<Mode>GOVERNANCE</Mode><Days>36501</Days>', 'InvalidArgument'],
      ['<Mode>GOVERNANCE</Mode><Years>-1</Years>', 'InvalidArgument'],
    ]
    for (const [rule, code] of wrong) expect(await codeOf(configure('safe', rule)), rule).to.equal(code)
    expect(await codeOf(configure('safe', '', 'Disabled'))).to.equal('MalformedXML')
  })

  it('keeps new versions for the default time, unless they say otherwise', async () => {
    await configure('safe', '<Mode>GOVERNANCE</Mode><Days>2</Days>')
    await put()
    const answer = await ask('HEAD', '/safe/k')
    expect(headerOf(answer, 'x-amz-object-lock-mode')).to.equal('GOVERNANCE')
    const until = Date.parse(headerOf(answer, 'x-amz-object-lock-retain-until-date') ?? '')
    expect(until).to.be.closeTo(Date.parse(inDays(2)), 60_000)
    await put(lockHeaders('COMPLIANCE', inDays(5)))
    expect(headerOf(await ask('HEAD', '/safe/k'), 'x-amz-object-lock-mode')).to.equal('COMPLIANCE')
  })
})

describe('Object lock on a version', () => {
  beforeEach(open)
  afterEach(close)

  it('is asked for in the headers of an upload, and told in those of a read', async () => {
    const until = '2140-01-01T00:00:00.000Z'
    const id = await put({ ...lockHeaders('GOVERNANCE', until), 'x-amz-object-lock-legal-hold': 'ON' })
    const answer = await ask('HEAD', '/safe/k')
    expect(headerOf(answer, 'x-amz-object-lock-mode')).to.equal('GOVERNANCE')
    expect(headerOf(answer, 'x-amz-object-lock-retain-until-date')).to.match(/^2140-01-01T00:00:00(\.000)?Z$/)
    expect(headerOf(answer, 'x-amz-object-lock-legal-hold')).to.equal('ON')
    expect(await codeOf(remove(id, bypass))).to.equal('AccessDenied')
  })

  it('is told only to those who may see it', async () => {
    await put({ 'x-amz-object-lock-legal-hold': 'ON', 'x-amz-acl': 'public-read' })
    const answer = await ask('HEAD', '/safe/k', { caller: callerOf(bob) })
    expect(headerOf(answer, 'x-amz-object-lock-legal-hold')).to.equal(undefined)
  })

  it('needs a date ahead, a mode with it, and a bucket with object lock', async () => {
    const until = inDays(1)
    expect(await codeOf(put(lockHeaders('GOVERNANCE', inDays(-1))))).to.equal('InvalidArgument')
    expect(await codeOf(put({ 'x-amz-object-lock-mode': 'GOVERNANCE' }))).to.equal('InvalidArgument')
    expect(await codeOf(put({ 'x-amz-object-lock-retain-until-date': until }))).to.equal('InvalidArgument')
    const headers = lockHeaders('GOVERNANCE', until)
    expect(await codeOf(ask('PUT', '/open/k', { headers }))).to.equal('InvalidRequest')
    await ask('PUT', '/open/k')
    expect(await codeOf(hold('ON', '/open/k?legal-hold'))).to.equal('InvalidRequest')
  })

  it('keeps it from being deleted, but not from being hidden by a delete marker', async () => {
    const id = await put()
    await retain('GOVERNANCE', inDays(1))
    expect(await codeOf(remove(id))).to.equal('AccessDenied')
    const marker = headerOf(await ask('DELETE', '/safe/k'), 'x-amz-version-id') ?? ''
    expect(await remove(marker)).to.include({ status: 204 })
    expect(await remove(id, bypass)).to.include({ status: 204 })
  })

  it('may be extended by everyone, shortened only past governance, and never past compliance', async () => {
    await put()
    await retain('GOVERNANCE', inDays(5))
    await retain('GOVERNANCE', inDays(6))
    expect(await codeOf(retain('GOVERNANCE', inDays(4)))).to.equal('AccessDenied')
    expect(await codeOf(retain('COMPLIANCE', inDays(9)))).to.equal('AccessDenied')
    await retain('GOVERNANCE', inDays(4), bypass)
    await retain('COMPLIANCE', inDays(4), bypass)
    expect(await codeOf(retain('COMPLIANCE', inDays(3), bypass))).to.equal('AccessDenied')
    expect(await codeOf(retain('GOVERNANCE', inDays(9), bypass))).to.equal('AccessDenied')
    await retain('COMPLIANCE', inDays(5))
  })

  it('is taken away by an empty retention, which bypasses governance', async () => {
    await put()
    expect(await codeOf(ask('GET', '/safe/k?retention'))).to.equal('NoSuchObjectLockConfiguration')
    await retain('GOVERNANCE', inDays(5))
    const body = '<Retention/>'
    expect(await codeOf(ask('PUT', '/safe/k?retention', { body }))).to.equal('AccessDenied')
    await ask('PUT', '/safe/k?retention', { body, ...bypass })
    expect(await codeOf(ask('GET', '/safe/k?retention'))).to.equal('NoSuchObjectLockConfiguration')
    const half = '<Retention><Mode>GOVERNANCE</Mode></Retention>'
    expect(await codeOf(ask('PUT', '/safe/k?retention', { body: half }))).to.equal('MalformedXML')
  })

  it('is a legal hold for as long as it is on', async () => {
    const id = await put()
    expect(await codeOf(ask('GET', '/safe/k?legal-hold'))).to.equal('NoSuchObjectLockConfiguration')
    await hold('ON')
    expect((await ask('GET', `/safe/k?legal-hold&versionId=${id}`)).body).to.include('<Status>ON</Status>')
    expect(await codeOf(remove(id, bypass))).to.equal('AccessDenied')
    await hold('OFF')
    expect((await ask('GET', '/safe/k?legal-hold')).body).to.include('<Status>OFF</Status>')
    expect(await remove(id)).to.include({ status: 204 })
    expect(await codeOf(hold('abc'))).to.equal('MalformedXML')
  })

  it('is not copied, but given to the copy by its own headers', async () => {
    await put({ 'x-amz-object-lock-legal-hold': 'ON' })
    const source = { 'x-amz-copy-source': '/safe/k' }
    await ask('PUT', '/safe/copy', { headers: source })
    expect(headerOf(await ask('HEAD', '/safe/copy'), 'x-amz-object-lock-legal-hold')).to.equal(undefined)
    await ask('PUT', '/safe/copy', { headers: { ...source, ...lockHeaders('GOVERNANCE', inDays(1)) } })
    expect(headerOf(await ask('HEAD', '/safe/copy'), 'x-amz-object-lock-mode')).to.equal('GOVERNANCE')
  })
})
