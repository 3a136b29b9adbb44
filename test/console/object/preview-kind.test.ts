import { expect } from 'chai'
import { previewKind } from '../../../src/console/features/object/preview/preview-kind.ts'

const kindOf = (key: string, contentType: string | null) => previewKind({ key, contentType })

describe('how an object is shown', () => {
  it('follows its type', () => {
    expect(kindOf('a', 'image/png')).to.equal('image')
    expect(kindOf('a.txt', 'text/csv; charset=utf-8')).to.equal('csv')
    expect(kindOf('a', 'application/geo+json')).to.equal('json')
    expect(kindOf('a', 'text/html')).to.equal('text')
  })

  it('follows its name where the type says nothing', () => {
    expect(kindOf('data/2026.PARQUET', 'application/octet-stream')).to.equal('parquet')
    expect(kindOf('readme.md', 'text/plain')).to.equal('markdown')
    expect(kindOf('notes', 'text/plain')).to.equal('text')
    expect(kindOf('deploy/Dockerfile', null)).to.equal('text')
  })

  it('is not known for what browsers cannot show', () => {
    expect(kindOf('a.txt', 'application/zip')).to.equal(undefined)
    expect(kindOf('a.bin', null)).to.equal(undefined)
    expect(kindOf('a.tiff', 'image/tiff')).to.equal(undefined)
  })
})
