import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { alice, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)

describe('UploadPartCopy on the wire', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>

  beforeEach(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
    await ask('PUT', '/photos/source', {}, 'content')
  })
  afterEach(() => store.close())

  const ask = (method: string, url: string, headers: Readonly<Record<string, string>> = {}, body?: string) =>
    call(store.core, caller, { method, url, headers, ...(body !== undefined && { body }) })

  async function copiedPart(headers: Readonly<Record<string, string>>, range: string): Promise<string> {
    const { body = '' } = await ask('POST', '/photos/target?uploads', headers)
    const [, id = ''] = /<UploadId>(.*?)</.exec(body) ?? []
    const source = { 'x-amz-copy-source': 'photos/source', 'x-amz-copy-source-range': range }
    return (await ask('PUT', `/photos/target?partNumber=1&uploadId=${id}`, source)).body ?? ''
  }

  it('tells the checksum of the copied bytes, which the completion must name', async () => {
    const sha256 = createHash('sha256').update('tent').digest('base64')
    const answer = await copiedPart({ 'x-amz-checksum-algorithm': 'SHA256' }, 'bytes=3-6')
    expect(answer).to.contain(`<ChecksumSHA256>${sha256}</ChecksumSHA256>`)
  })

  it('tells none in an upload without an algorithm', async () => {
    expect(await copiedPart({}, 'bytes=3-6'))
      .to.match(/<ETag>/)
      .and.not.contain('<Checksum')
  })
})
