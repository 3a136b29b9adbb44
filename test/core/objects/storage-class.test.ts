import { expect } from 'chai'
import { parseStorageClass } from '../../../src/core/objects/storage-class.ts'
import { thrown } from '../thrown.ts'

describe('A storage class', () => {
  it('is STANDARD unless the client names another', () => {
    expect(parseStorageClass(undefined)).to.equal('STANDARD')
    expect(parseStorageClass('STANDARD_IA')).to.equal('STANDARD_IA')
  })

  it('is one that S3 knows for ordinary buckets', () => {
    for (const name of ['', 'standard', 'OUTPOSTS', 'FAST']) {
      expect(thrown(() => parseStorageClass(name)).code, name).to.equal('InvalidStorageClass')
    }
  })
})
