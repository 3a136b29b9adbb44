// Addresses: spellings of a path that mean the same key, keys that look like folders, absolute request targets.
import { expect } from 'chai'
import { hostOf, pathOf, request, verdict } from './request.ts'
import type { WireContext } from './request.ts'
import type { Rules } from '../suite.ts'

const put = { method: 'PUT', body: 'addressed' }

/** Expects that the URI, as sent, names the object that was put under the signed path. */
async function expectSame(context: WireContext, signed: string, sent: string) {
  const path = pathOf(context, signed)
  expect(verdict(await request(context, path, { ...put, body: signed }))).to.equal('200')
  expect((await request(context, path, { uri: pathOf(context, sent) })).body).to.equal(signed)
}

export const addressRules: Rules<WireContext> = {
  'understands an absolute request target': async (context) => {
    const path = pathOf(context, 'absolute')
    await request(context, path, put)
    const { body } = await request(context, path, { uri: `http://${hostOf(context)}${path}` })
    expect(body).to.equal('addressed')
  },
  'takes lower-case hexadecimal for upper-case': (context) => expectSame(context, 'hex-%C3%A9', 'hex-%c3%a9'),
  "understands !'()* unencoded": (context) => expectSame(context, 'marks-%21%27%28%29%2A', "marks-!'()*"),
  'understands unreserved characters encoded': (context) => expectSame(context, 'tilde-~a', 'tilde-%7E%61'),
  'takes + for a plus sign in a path': (context) => expectSame(context, 'plus-%2B', 'plus-+'),
  'takes %2F for a slash, whichever way it was signed': async (context) => {
    await request(context, pathOf(context, 'slash/inside'), { ...put, body: 'slash' })
    const uri = pathOf(context, 'slash%2Finside')
    const answers = [
      await request(context, pathOf(context, 'slash/inside'), { uri }),
      await request(context, uri),
    ]
    expect(answers.map(({ body }) => body)).to.include('slash')
  },
  'keeps keys apart that a file system would merge': async (context) => {
    const keys = ['/x', '//x', 'x//y', 'x/./y', 'x/../y', '..', '.', './', 'x/', 'x']
    for (const key of keys)
      expect(verdict(await request(context, pathOf(context, key), { ...put, body: key }))).to.equal('200')
    for (const key of keys) expect((await request(context, pathOf(context, key))).body).to.equal(key)
  },
  'refuses a path that is not percent-encoded UTF-8': async (context) => {
    for (const key of ['half-%C3', 'latin1-%E9', 'surrogate-%ED%A0%80', 'broken-%zz', 'nul-%00']) {
      const { status } = await request(context, pathOf(context, key), put)
      expect([key, status]).to.deep.equal([key, 400])
    }
  },
  'ignores x-id and answers an unknown sub-resource as a plain request': async (context) => {
    await request(context, pathOf(context, 'x-id'), put)
    const { body } = await request(context, pathOf(context, 'x-id'), { query: 'x-id=GetObject' })
    expect(body).to.equal('addressed')
  },
}
