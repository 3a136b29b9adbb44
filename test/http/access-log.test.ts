import { expect } from 'chai'
import { createAccessLog } from '../../src/http/access-log.ts'

const record = {
  requestId: '96CE576ABA000000',
  method: 'GET',
  url: '/bucket/a%20"quoted"\\key?x=1',
  operation: 'GetObject',
  status: 200,
  lateError: undefined,
  isComplete: true,
  milliseconds: 1.234,
  bytesIn: 0,
  bytesOut: 4096,
  remoteAddress: '::1',
}

describe('the access log', () => {
  it('writes a record as one line of JSON', () => {
    const lines: string[] = []
    createAccessLog({ write: (line) => lines.push(line) })(record)
    expect(lines).to.have.lengthOf(1)
    expect(lines[0]?.endsWith('}\n')).to.equal(true)
    const { time, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>
    const { lateError: _none, ...told } = record
    expect(rest).to.deep.equal({ level: 30, ...told, msg: 'request' })
    expect(Date.parse(String(time))).to.be.closeTo(Date.now(), 5000)
  })

  it('tells of an error that came behind a status of 200', () => {
    const lines: string[] = []
    createAccessLog({ write: (line) => lines.push(line) })({ ...record, lateError: 'NoSuchUpload' })
    expect(JSON.parse(lines[0] ?? '')).to.include({ status: 200, lateError: 'NoSuchUpload' })
  })

  it('leaves an address empty that is not known', () => {
    const lines: string[] = []
    createAccessLog({ write: (line) => lines.push(line) })({ ...record, remoteAddress: undefined })
    expect(JSON.parse(lines[0] ?? '')).to.include({ operation: record.operation, remoteAddress: '' })
  })
})
