// Bodies: digests that lie, missing lengths, and XML that is wrong, huge, deep or hostile.
import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { exchange, pathOf, renderHead, request, verdict } from './request.ts'
import { sha256, sign } from './signature.ts'
import type { WireContext } from './request.ts'
import type { Rules } from '../suite.ts'

const md5 = (body: string) => createHash('md5').update(body).digest('base64')

/** DeleteObjects with the document given. */
const deleteObjects = (
  context: WireContext,
  body: string,
  headers = { 'content-md5': md5(body) } as Record<string, string>,
) => request(context, `/${context.bucket}`, { method: 'POST', query: 'delete=', body, headers })

const bomb = `<?xml version="1.0"?>
<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghi', (name, index) => {
  const before = 'abcdefgh'.charAt(index)
  return `<!ENTITY ${name} "${`&${before};`.repeat(10)}">`
}).join('')}]>
<Delete><Object><Key>&i;</Key></Object></Delete>`

const external = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<Delete><Object><Key>&x;</Key></Object></Delete>`

export const bodyRules: Rules<WireContext> = {
  'refuses a body that is not what was signed, and keeps nothing': async (context) => {
    const path = pathOf(context, 'unsigned-body')
    const answer = await request(context, path, {
      method: 'PUT',
      body: 'altered',
      payload: sha256('signed!'),
    })
    expect(verdict(answer)).to.equal('400 XAmzContentSHA256Mismatch')
    expect(verdict(await request(context, path))).to.equal('404 NoSuchKey')
  },
  'asks for a length': async (context) => {
    const path = pathOf(context, 'no-length')
    const head = { method: 'PUT', path, query: '', headers: {}, payload: 'UNSIGNED-PAYLOAD' }
    const text = renderHead('PUT', path, sign(head, context.target).headers)
    expect(verdict(await exchange(context, [text]))).to.equal('411 MissingContentLength')
  },
  'reads XML without a namespace': async (context) => {
    await request(context, pathOf(context, 'plain-xml'), { method: 'PUT', body: 'x' })
    const answer = await deleteObjects(context, '<Delete><Object><Key>plain-xml</Key></Object></Delete>')
    expect(answer.body).to.contain('<Key>plain-xml</Key>')
    expect(verdict(await request(context, pathOf(context, 'plain-xml')))).to.equal('404 NoSuchKey')
  },
  'reads entities and character references in XML': async (context) => {
    await request(context, pathOf(context, 'a%26b%3Cc%C3%A9'), { method: 'PUT', body: 'x' })
    await deleteObjects(context, '<Delete><Object><Key>a&amp;b&lt;c&#233;</Key></Object></Delete>')
    expect(verdict(await request(context, pathOf(context, 'a%26b%3Cc%C3%A9')))).to.equal('404 NoSuchKey')
  },
  'refuses XML that is not well-formed, empty or another document': async (context) => {
    expect(verdict(await deleteObjects(context, ''))).to.be.oneOf([
      '400 MalformedXML',
      '400 MissingRequestBodyError',
    ])
    for (const body of ['<Delete><Object>', 'not xml', '<Other/>', '<Delete/>'])
      expect([body, verdict(await deleteObjects(context, body))]).to.deep.equal([body, '400 MalformedXML'])
  },
  'refuses entity bombs and external entities': async (context) => {
    for (const body of [bomb, external]) {
      const started = Date.now()
      expect(verdict(await deleteObjects(context, body))).to.equal('400 MalformedXML')
      expect(Date.now() - started).to.be.lessThan(2000)
    }
  },
  'refuses XML that is nested too deeply': async (context) => {
    const body = '<Delete>'.repeat(50_000) + '</Delete>'.repeat(50_000)
    expect(verdict(await deleteObjects(context, body))).to.equal('400 MalformedXML')
  },
  'refuses XML that is too large': async (context) => {
    const body = `<Delete>${'<Object><Key>x</Key></Object>'.repeat(300_000)}</Delete>`
    expect((await deleteObjects(context, body)).status).to.be.oneOf([400, 413])
  },
  'requires a digest of a deletion of many': async (context) => {
    const body = '<Delete><Object><Key>x</Key></Object></Delete>'
    expect(verdict(await deleteObjects(context, body, {}))).to.equal('400 InvalidRequest')
    expect(verdict(await deleteObjects(context, body, { 'content-md5': md5('other') }))).to.equal(
      '400 BadDigest',
    )
  },
}
