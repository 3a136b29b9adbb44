import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

describe('PutObject with an offset', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  const put = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    call(store.core, callerOf(alice), { method: 'PUT', url: '/logs/today', headers, body })
  const append = (offset: string, body: string) => put(body, { 'x-amz-write-offset-bytes': offset })
  const headerOf = ({ headers }: { readonly headers: readonly string[] }, name: string) =>
    headers.find((_, n) => n % 2 === 1 && headers[n - 1]?.toLowerCase() === name)
  const codeOf = async (work: Promise<unknown>) => {
    const error = await rejection(work)
    return error instanceof S3Error ? `${String(error.status)} ${error.code}` : error
  }

  beforeEach(async () => {
    store = await openTemporaryCore()
    await call(store.core, callerOf(alice), { method: 'PUT', url: '/logs' })
  })
  afterEach(() => store.close())

  it('adds to the object, and tells its size', async () => {
    expect(headerOf(await put('abc'), 'x-amz-object-size')).to.equal(undefined)
    const answer = await append('3', 'de')
    expect(answer.status).to.equal(200)
    expect(headerOf(answer, 'x-amz-object-size')).to.equal('5')
    expect(headerOf(answer, 'etag')).to.match(/^"[0-9a-f]{32}-2"$/)
    const head = await call(store.core, callerOf(alice), { method: 'HEAD', url: '/logs/today' })
    expect(headerOf(head, 'content-length')).to.equal('5')
    expect(headerOf(head, 'etag')).to.equal(headerOf(answer, 'etag'))
  })

  it('is refused elsewhere than at the end', async () => {
    await put('abc')
    expect(await codeOf(append('0', 'de'))).to.equal('400 InvalidWriteOffset')
    expect(await codeOf(append('x', 'de'))).to.equal('400 InvalidArgument')
  })
})
