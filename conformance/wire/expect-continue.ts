// Expect: 100-continue: a request that would fail is refused before its body is sent; the others are asked to go on.
import { expect } from 'chai'
import { openConnection } from './connection.ts'
import { pathOf, request, signedRequest, verdict } from './request.ts'
import type { RequestOptions, WireContext } from './request.ts'
import type { Rules } from '../suite.ts'

const body = 'sent after 100'
const EXPECT = { expect: '100-continue' }

/** The first answer to a request head whose body is held back. */
async function answerToHead(
  context: WireContext,
  path: string,
  options: RequestOptions,
  alter = (text: string) => text,
) {
  const { text } = signedRequest(context.target, path, { method: 'PUT', body, ...options })
  const connection = openConnection(context.target.endpoint)
  connection.send(alter(text))
  return connection.answer().finally(() => {
    connection.end()
  })
}

export const expectContinueRules: Rules<WireContext> = {
  'asks for the body with 100 Continue and then takes it': async (context) => {
    const path = pathOf(context, 'continue/accepted')
    const { text } = signedRequest(context.target, path, { method: 'PUT', body, headers: EXPECT })
    const connection = openConnection(context.target.endpoint)
    connection.send(text)
    expect((await connection.answer()).status).to.equal(100)
    connection.send(body)
    expect((await connection.answer()).status).to.equal(200)
    connection.end()
    expect((await request(context, path)).body).to.equal(body)
  },
  'refuses a wrong signature before the body': async (context) => {
    const spoil = (text: string) =>
      text.replace(/Signature=(.)/, (_, first: string) => `Signature=${first === '0' ? '1' : '0'}`)
    const answer = await answerToHead(
      context,
      pathOf(context, 'continue/signature'),
      { headers: EXPECT },
      spoil,
    )
    expect(verdict(answer)).to.equal('403 SignatureDoesNotMatch')
  },
  'refuses If-None-Match: * on an existing key before the body': async (context) => {
    const path = pathOf(context, 'continue/existing')
    await request(context, path, { method: 'PUT', body: 'first' })
    const answer = await answerToHead(context, path, { headers: { ...EXPECT, 'if-none-match': '*' } })
    expect(verdict(answer)).to.equal('412 PreconditionFailed')
  },
  'refuses an object that is too large before the body': async (context) => {
    const length = 6 * 1024 ** 4
    const options = { headers: EXPECT, length, payload: 'UNSIGNED-PAYLOAD' }
    const answer = await answerToHead(context, pathOf(context, 'continue/large'), options)
    expect(verdict(answer)).to.equal('400 EntityTooLarge')
  },
  'refuses an absent bucket before the body': async (context) => {
    const answer = await answerToHead(context, '/conformance-absent-bucket/key', { headers: EXPECT })
    expect(verdict(answer)).to.equal('404 NoSuchBucket')
  },
}
