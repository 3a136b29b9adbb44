import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { rejection } from '../contracts/rejection.ts'
import { readForm } from '../../src/rest/form.ts'
import type { Exchange } from '../../src/rest/exchange.ts'

const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${value}\r\n`

/** A request whose body is still to be written. */
function request() {
  const body = new PassThrough()
  const incoming = Object.assign(body, {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    complete: false,
  })
  body.once('end', () => {
    incoming.complete = true
  })
  return {
    body: incoming,
    exchange: { request: incoming, sendContinue: () => undefined } as unknown as Exchange,
  }
}

async function partsOf(exchange: Exchange): Promise<readonly string[]> {
  const parts: string[] = []
  for await (const part of readForm(exchange))
    parts.push(
      part.kind === 'field' ? `${part.name}=${part.value}` : `${part.filename}:${await text(part.body)}`,
    )
  return parts
}

describe('the parts of a form', () => {
  it('come in their order, several in one chunk', async () => {
    const { body, exchange } = request()
    body.end(`${field('a', '1')}${file('x', 'one')}${field('b', '2')}${file('y', 'two')}--b--\r\n`)
    expect(await partsOf(exchange)).to.deep.equal(['a=1', 'x:one', 'b=2', 'y:two'])
  })

  it('pass a file over that nobody reads', async () => {
    const { body, exchange } = request()
    body.end(`${file('x', 'x'.repeat(300_000))}${field('b', '2')}--b--\r\n`)
    const names: string[] = []
    for await (const part of readForm(exchange)) names.push(part.name)
    expect(names).to.deep.equal(['file', 'b'])
  })

  it('end in an error when the connection does, also before a file that waits', async () => {
    const { body, exchange } = request()
    body.write(`${file('x', 'one')}${file('y', 'tw')}`)
    const parts = readForm(exchange)
    const first = await parts.next()
    expect(first.value).to.include({ filename: 'x' })
    body.destroy()
    await new Promise((resolve) => setImmediate(resolve))
    expect(await rejection(parts.next())).to.include({ code: 'IncompleteBody' })
  })

  it('are refused when there are too many, or one is too long', async () => {
    const many = request()
    many.body.end(`${field('a', '1').repeat(101)}--b--\r\n`)
    expect(await rejection(partsOf(many.exchange))).to.include({ code: 'TooManyParts' })
    const long = request()
    long.body.end(`${field('a', 'x'.repeat(70_000))}--b--\r\n`)
    expect(await rejection(partsOf(long.exchange))).to.include({ code: 'EntityTooLarge' })
  })

  it('are not found in what is no form, or is cut off', async () => {
    const cut = request()
    cut.body.end(`${field('a', '1')}${file('x', 'one').slice(0, -2)}`)
    expect(await rejection(partsOf(cut.exchange))).to.include({ code: 'MalformedPOSTRequest' })
  })
})
