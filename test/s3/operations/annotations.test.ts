import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { textOf } from '../../support/xml-text.ts'
import { call } from './call.ts'

interface Rest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

describe('The operations of annotations', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  const ask = (method: string, url: string, { headers = {}, body }: Rest = {}) =>
    call(store.core, callerOf(alice), { method, url, headers, ...(body !== undefined && { body }) })
  const annotate = (name: string, body: string, rest: Omit<Rest, 'body'> = {}) =>
    ask('PUT', `/album/cat?annotation&annotationName=${name}`, { body, ...rest })
  const list = async (query = '') => (await ask('GET', `/album/cat?annotation${query}`)).body ?? ''
  const namesIn = (document: string) =>
    [...document.matchAll(/<AnnotationName>(.*?)<\/AnnotationName>/g)].map(([, name]) => name)
  const headerOf = ({ headers }: { readonly headers: readonly string[] }, name: string) =>
    headers.find((_, n) => n % 2 === 1 && headers[n - 1]?.toLowerCase() === name)
  const refusal = async (work: Promise<unknown>) => {
    const error = await rejection(work)
    return error instanceof S3Error ? [error.status, error.code] : error
  }
  const md5 = (text: string) => `"${createHash('md5').update(text).digest('hex')}"`

  beforeEach(async () => {
    store = await openTemporaryCore()
    await ask('PUT', '/album')
    await ask('PUT', '/album/cat', { body: 'miaow' })
  })
  afterEach(() => store.close())

  it('answer a new annotation with its name and entity tag', async () => {
    const answer = await annotate('mood', 'calm')
    expect(answer.status).to.equal(200)
    expect(headerOf(answer, 'etag')).to.equal(md5('calm'))
    expect(headerOf(answer, 'x-amz-object-version-id')).to.equal(undefined)
    expect(textOf(answer.body ?? '', 'Key')).to.equal('cat')
    expect(textOf(answer.body ?? '', 'AnnotationName')).to.equal('mood')
  })

  it('name the version of the object where the bucket has versions', async () => {
    await ask('PUT', '/album?versioning', {
      body: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
    })
    expect(headerOf(await annotate('mood', 'calm'), 'x-amz-object-version-id')).to.equal('null')
    const versionId = headerOf(await ask('PUT', '/album/cat'), 'x-amz-version-id')
    const url = `/album/cat?annotation&annotationName=mood&versionId=`
    expect(headerOf(await ask('DELETE', url + (versionId ?? '')), 'x-amz-object-version-id')).to.equal(
      versionId,
    )
    expect(headerOf(await ask('GET', `${url}null`), 'x-amz-object-version-id')).to.equal('null')
    expect(await refusal(ask('GET', url + (versionId ?? '')))).to.deep.equal([404, 'NoSuchAnnotation'])
  })

  it('tell of an annotation what HTTP has headers for', async () => {
    await annotate('mood', 'calm')
    const answer = await ask('GET', '/album/cat?annotation&annotationName=mood')
    expect(answer.status).to.equal(200)
    expect(headerOf(answer, 'content-length')).to.equal('4')
    expect(headerOf(answer, 'etag')).to.equal(md5('calm'))
    expect(Date.parse(headerOf(answer, 'last-modified') ?? '')).to.be.closeTo(Date.now(), 5000)
  })

  it('list annotations by name', async () => {
    for (const name of ['b.2', 'a', 'b.1']) await annotate(name, name)
    const document = await list()
    expect(namesIn(document)).to.deep.equal(['a', 'b.1', 'b.2'])
    expect([textOf(document, 'Bucket'), textOf(document, 'Key')]).to.deep.equal(['album', 'cat'])
    expect([textOf(document, 'AnnotationCount'), textOf(document, 'Size')]).to.deep.equal(['3', '1'])
    expect(textOf(document, 'ETag')?.replaceAll('&quot;', '"')).to.equal(md5('a'))
    expect(document).not.to.contain('NextContinuationToken')
    expect(namesIn(await list('&annotation-prefix=b.'))).to.deep.equal(['b.1', 'b.2'])
  })

  it('list them page by page', async () => {
    for (const name of ['a', 'b', 'c']) await annotate(name, name)
    const first = await list('&max-annotation-results=2')
    const token = textOf(first, 'NextContinuationToken') ?? ''
    expect(namesIn(first)).to.deep.equal(['a', 'b'])
    const second = await list(`&max-annotation-results=2&continuation-token=${token}`)
    expect(namesIn(second)).to.deep.equal(['c'])
    expect(second).not.to.contain('NextContinuationToken')
  })

  it('refuse pages and tokens that cannot be', async () => {
    for (const query of [
      '&max-annotation-results=0',
      '&max-annotation-results=1001',
      '&continuation-token=x',
    ])
      expect(await refusal(list(query)), query).to.deep.equal([400, 'InvalidArgument'])
    expect(await refusal(list('&annotation-prefix=a/'))).to.deep.equal([400, 'InvalidPrefix'])
  })

  it('refuse what is no annotation', async () => {
    expect(await refusal(annotate('s3.x', 'text'))).to.deep.equal([400, 'InvalidAnnotationName'])
    expect(await refusal(annotate('x'.repeat(513), 'text'))).to.deep.equal([400, 'AnnotationNameTooLong'])
    expect(await refusal(ask('PUT', '/album/cat?annotation', { body: 'x' }))).to.deep.equal([
      400,
      'InvalidArgument',
    ])
    expect(await refusal(ask('PUT', '/album/dog?annotation&annotationName=a', { body: 'x' }))).to.deep.equal([
      404,
      'NoSuchKey',
    ])
  })

  it('look at the entity tag of the object', async () => {
    const other = { headers: { 'x-amz-object-if-match': '"0"' } }
    const failed = [412, 'PreconditionFailed']
    expect(await refusal(annotate('mood', 'calm', other))).to.deep.equal(failed)
    await annotate('mood', 'calm', { headers: { 'x-amz-object-if-match': md5('miaow') } })
    const url = '/album/cat?annotation&annotationName=mood'
    expect(await refusal(ask('DELETE', url, other))).to.deep.equal(failed)
    expect(namesIn(await list())).to.deep.equal(['mood'])
  })

  it('delete with 204, also what is not there', async () => {
    await annotate('mood', 'calm')
    for (const name of ['mood', 'mood', 'other'])
      expect((await ask('DELETE', `/album/cat?annotation&annotationName=${name}`)).status).to.equal(204)
    expect(namesIn(await list())).to.deep.equal([])
  })

  it('hear that governance is bypassed', async () => {
    await ask('PUT', '/safe', { headers: { 'x-amz-bucket-object-lock-enabled': 'true' } })
    await ask('PUT', '/safe/cat', {
      headers: {
        'x-amz-object-lock-mode': 'GOVERNANCE',
        'x-amz-object-lock-retain-until-date': new Date(Date.now() + 86_400_000).toISOString(),
      },
    })
    const url = '/safe/cat?annotation&annotationName=mood'
    await ask('PUT', url, { body: 'calm' })
    expect(await refusal(ask('DELETE', url))).to.deep.equal([403, 'AccessDenied'])
    await ask('DELETE', url, { headers: { 'x-amz-bypass-governance-retention': 'true' } })
    expect(await refusal(ask('GET', url))).to.deep.equal([404, 'NoSuchAnnotation'])
  })

  it('follow a copy unless its directive excludes them', async () => {
    await annotate('mood', 'calm')
    const copy = (directive: Readonly<Record<string, string>>, query = '') =>
      ask('PUT', `/album/dog${query}`, { headers: { 'x-amz-copy-source': 'album/cat', ...directive } })
    const directive = 'x-amz-object-annotation-directive'
    const names = async () => namesIn((await ask('GET', '/album/dog?annotation')).body ?? '')
    await copy({})
    expect(await names()).to.deep.equal(['mood'])
    await copy({ [directive]: 'EXCLUDE' })
    expect(await names()).to.deep.equal([])
    await copy({ [directive]: 'COPY' })
    expect(await names()).to.deep.equal(['mood'])
    await copy({}, `?${directive}=EXCLUDE`)
    expect(await names()).to.deep.equal([])
    expect(await refusal(copy({ [directive]: 'REPLACE' }))).to.deep.equal([400, 'InvalidArgument'])
  })
})
