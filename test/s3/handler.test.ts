import { expect } from 'chai'
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openTemporaryCore } from '../core/temporary-core.ts'
import { textOf } from '../support/xml-text.ts'
import { serve } from './served-handler.ts'
import type { Core } from '../../src/core/create-core.ts'

/** The answer to an anonymous GET, with what was reported and noted of it. */
async function answerOf(core: Core) {
  const served = await serve(core)
  const answer = await fetch(`${served.url}/bucket/key`)
  const text = await answer.text()
  await served.close()
  return { ...served, answer, text }
}

describe('the S3 handler', () => {
  let temporary: Awaited<ReturnType<typeof openTemporaryCore>>
  before(async () => {
    temporary = await openTemporaryCore()
  })
  after(() => temporary.close())

  it('answers an unexpected exception with InternalError, without a word of what it was', async () => {
    const secret = new Error('the secret reason')
    const authorise = () => Promise.reject(secret)
    const { answer, text, faults, records } = await answerOf({ ...temporary.core, authorise })
    const requestId = answer.headers.get('x-amz-request-id')
    expect(answer.status).to.equal(500)
    expect(answer.headers.get('content-type')).to.equal('application/xml')
    expect(textOf(text, 'Code')).to.equal('InternalError')
    expect(textOf(text, 'RequestId')).to.equal(requestId)
    expect(text).to.not.match(/secret|\.ts|node:/)
    expect(faults).to.deep.equal([{ error: secret, requestId }])
    expect(records.map(({ status, operation }) => [status, operation])).to.deep.equal([[500, 'GetObject']])
  })

  it('reports no fault for what the client did wrong', async () => {
    const { answer, text, faults } = await answerOf(temporary.core)
    expect([answer.status, textOf(text, 'Code')]).to.deep.equal([404, 'NoSuchBucket'])
    expect(faults).to.deep.equal([])
  })

  it('reports no fault, and stops reading, when the client leaves in the middle of a download', async () => {
    const body = Readable.from(endless())
    const version = {
      size: 2 ** 40,
      etag: 'e',
      lastModified: 0,
      versionId: 'null',
      storageClass: 'STANDARD',
      attributes: {},
    }
    const open = () => Promise.resolve({ version, slice: undefined, partCount: undefined, body })
    const { core } = temporary
    const served = await serve({
      ...core,
      authorise: () => Promise.resolve(undefined),
      objects: { ...core.objects, open: open as unknown as Core['objects']['open'] },
    })
    const leaving = new AbortController()
    const answer = await fetch(`${served.url}/bucket/key`, { signal: leaving.signal })
    await answer.body?.getReader().read()
    leaving.abort()
    await new Promise((resolve) => body.once('close', resolve))
    await served.close()
    expect(served.faults).to.deep.equal([])
    expect(served.records.map(({ status, isComplete }) => [status, isComplete])).to.deep.equal([[200, false]])
  })
})

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.alloc(65_536)
    await nextTurn()
  }
}
