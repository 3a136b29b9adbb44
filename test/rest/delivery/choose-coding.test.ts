import { expect } from 'chai'
import { codings } from '../../../src/lib/compress.ts'
import { chooseCoding } from '../../../src/rest/delivery/choose-coding.ts'

describe('chooseCoding', () => {
  it('takes the best that the client has', () => {
    expect(chooseCoding('gzip, deflate, br')).to.equal('br')
    expect(chooseCoding('GZIP')).to.equal('gzip')
    expect(chooseCoding('*')).to.equal(codings[0])
  })

  it('takes what the client likes better', () => {
    expect(chooseCoding('br;q=0.2, gzip;q=0.8')).to.equal('gzip')
    expect(chooseCoding('*;q=0.5, gzip')).to.equal('gzip')
    expect(chooseCoding('br; q=0.5; x=1, gzip;q=0.1')).to.equal('br')
  })

  it('takes none where none is wanted', () => {
    for (const header of [
      undefined,
      '',
      'identity',
      'deflate',
      'br;q=0',
      'gzip;q=x',
      'identity, br;q=0.5',
      '*;q=0',
    ])
      expect(chooseCoding(header), header).to.equal(undefined)
  })

  it('knows zstd where Node does', () => {
    expect(chooseCoding('zstd')).to.equal(codings.includes('zstd') ? 'zstd' : undefined)
  })
})
