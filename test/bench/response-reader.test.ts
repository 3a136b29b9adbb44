import { expect } from 'chai'
import { responseReader } from '../../.config/bench/response-reader.ts'

const answers =
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello' +
  'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nConnection: keep-alive\r\n\r\n' +
  'HTTP/1.1 206 Partial Content\r\nETag: "x"\r\nContent-Length: 4\r\n\r\n\r\n\r\n'

function statusesOf(text: string, chunkLength: number): number[] {
  const statuses: number[] = []
  const read = responseReader((status) => statuses.push(status))
  for (let at = 0; at < text.length; at += chunkLength) read(Buffer.from(text.slice(at, at + chunkLength)))
  return statuses
}

describe('responseReader', () => {
  it('tells the status of each answer, however the bytes arrive', () => {
    for (const chunkLength of [1, 2, 3, 7, 50, answers.length]) {
      expect(statusesOf(answers, chunkLength), `${String(chunkLength)} bytes at once`).to.deep.equal([
        200, 404, 206,
      ])
    }
  })

  it('waits for the last byte of a body', () => {
    expect(statusesOf(answers.slice(0, -1), answers.length)).to.deep.equal([200, 404])
  })

  it('keeps what it needs of a chunk whose memory is used again', () => {
    const statuses: number[] = []
    const read = responseReader((status) => statuses.push(status))
    const chunk = Buffer.from('HTTP/1.1 204 No Con')
    read(chunk)
    chunk.fill('?')
    read(Buffer.from('tent\r\nContent-Length: 0\r\n\r\n'))
    expect(statuses).to.deep.equal([204])
  })

  it('refuses an answer without a length', () => {
    expect(() => statusesOf('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', 100)).to.throw(
      'Content-Length',
    )
  })
})
