// HTTP itself: pipelining, old versions, broken and oversized heads, early closes, repeated headers.
import { expect } from 'chai'
import { setTimeout as delay } from 'node:timers/promises'
import { openConnection } from './connection.ts'
import { exchange, hostOf, pathOf, renderHead, request, signedRequest, verdict } from './request.ts'
import { sign, sha256 } from './signature.ts'
import type { WireContext } from './request.ts'
import type { Rules } from '../suite.ts'

const put = { method: 'PUT', body: 'http' }

/** Expects that the server still serves others. */
async function expectAlive(context: WireContext) {
  await request(context, pathOf(context, 'alive'), put)
  expect((await request(context, pathOf(context, 'alive'))).body).to.equal('http')
}

export const httpRules: Rules<WireContext> = {
  'answers pipelined requests in order': async (context) => {
    const paths = ['pipe/1', 'pipe/2', 'pipe/3'].map((key) => pathOf(context, key))
    const connection = openConnection(context.target.endpoint)
    for (const path of paths) {
      const { text, body } = signedRequest(context.target, path, { method: 'PUT', body: path })
      connection.send(text + String(body))
    }
    for (const path of paths) expect([path, (await connection.answer()).status]).to.deep.equal([path, 200])
    connection.send(paths.map((path) => signedRequest(context.target, path).text).join(''))
    for (const path of paths) expect((await connection.answer()).body).to.equal(path)
    connection.end()
  },
  'goes on with a connection after an error': async (context) => {
    await request(context, pathOf(context, 'after'), put)
    const connection = openConnection(context.target.endpoint)
    connection.send(signedRequest(context.target, pathOf(context, 'never')).text)
    expect(verdict(await connection.answer())).to.equal('404 NoSuchKey')
    connection.send(signedRequest(context.target, pathOf(context, 'after')).text)
    expect((await connection.answer()).body).to.equal('http')
    connection.end()
  },
  'answers HEAD without a body, errors too': async (context) => {
    await request(context, pathOf(context, 'head'), put)
    const connection = openConnection(context.target.endpoint)
    for (const [key, status] of [
      ['never', 404],
      ['head', 200],
    ] as const) {
      connection.send(signedRequest(context.target, pathOf(context, key), { method: 'HEAD' }).text)
      expect((await connection.answer({ toHead: true })).status).to.equal(status)
    }
    connection.end()
  },
  'answers HTTP/1.0': async (context) => {
    await request(context, pathOf(context, 'old'), put)
    const { text } = signedRequest(context.target, pathOf(context, 'old'))
    const answer = await exchange(context, [text.replace('HTTP/1.1', 'HTTP/1.0')])
    expect([answer.status, answer.body]).to.deep.equal([200, 'http'])
  },
  'joins the values of a repeated header, as its signature does': async (context) => {
    const path = pathOf(context, 'repeated')
    const head = { method: 'PUT', path, query: '', payload: sha256('x') }
    const { headers } = sign(
      { ...head, headers: { 'content-length': '1', 'x-amz-meta-a': 'one,two' } },
      context.target,
    )
    const text = renderHead('PUT', path, { ...headers, 'x-amz-meta-a': ['one', 'two'] })
    expect(verdict(await exchange(context, [text, 'x']))).to.equal('200')
    const { headers: kept } = await request(context, path)
    expect(kept['x-amz-meta-a']?.replaceAll(' ', '')).to.equal('one,two')
  },
  'answers oversized headers with 400 or 431': async (context) => {
    const long = { host: hostOf(context), 'x-amz-meta-long': 'x'.repeat(200_000) }
    const { status } = await exchange(context, [renderHead('GET', pathOf(context, 'long'), long)])
    expect(status).to.be.oneOf([400, 431])
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`x-amz-meta-${String(index)}`, 'x']),
    )
    const answer = await exchange(context, [
      renderHead('GET', pathOf(context, 'many'), { host: hostOf(context), ...many }),
    ])
    expect(answer.status).to.be.oneOf([400, 403, 431])
  },
  'refuses user metadata of more than 2 KiB': async (context) => {
    const headers = { 'x-amz-meta-a': 'x'.repeat(2100) }
    expect(verdict(await request(context, pathOf(context, 'metadata'), { ...put, headers }))).to.equal(
      '400 MetadataTooLarge',
    )
  },
  'answers what is not HTTP with 400': async (context) => {
    for (const text of [
      'GET\r\n\r\n',
      'nonsense\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      '\u0016\u0003\u0001\u0002\r\n\r\n',
    ])
      expect((await exchange(context, [text])).status).to.be.oneOf([400, 505])
    await expectAlive(context)
  },
  'refuses a body with two lengths': async (context) => {
    const head = { host: hostOf(context), 'content-length': '5', 'transfer-encoding': 'chunked' }
    const { status } = await exchange(context, [
      renderHead('PUT', pathOf(context, 'smuggled'), head),
      '0\r\n\r\n',
    ])
    expect(status).to.be.oneOf([400, 403])
  },
  'refuses an unknown method': async (context) => {
    const { status } = await request(context, pathOf(context, 'method'), { method: 'PATCH' })
    expect(status).to.be.oneOf([400, 405, 501])
  },
  'keeps nothing of an upload that ends early': async (context) => {
    const path = pathOf(context, 'early')
    const { text } = signedRequest(context.target, path, {
      method: 'PUT',
      payload: 'UNSIGNED-PAYLOAD',
      length: 1000,
    })
    const connection = openConnection(context.target.endpoint)
    connection.send(text + 'only this')
    await delay(200)
    connection.end()
    await delay(300)
    expect(verdict(await request(context, path))).to.equal('404 NoSuchKey')
    await expectAlive(context)
  },
  'survives a reader that leaves in the middle of a download': async (context) => {
    const path = pathOf(context, 'left')
    await request(context, path, { method: 'PUT', body: Buffer.alloc(4 * 1024 * 1024, 'x') })
    for (let count = 0; count < 10; count += 1) {
      const connection = openConnection(context.target.endpoint)
      connection.send(signedRequest(context.target, path).text)
      await delay(10)
      connection.end()
    }
    await expectAlive(context)
  },
}
