import { expect } from 'chai'
import { readModel } from '../../.config/model/s3-model.ts'
import { model } from '../../src/s3/model/generated.ts'

describe('the generated model', () => {
  it('is what the installed SDK describes', async function () {
    this.timeout(20_000)
    expect(model).to.deep.equal(await readModel())
  })

  it('has the operations of S3, each with its level', () => {
    expect(Object.keys(model.operations)).to.have.length(112)
    expect(model.operations.ListBuckets.level).to.equal('service')
    expect(model.operations.ListObjectsV2).to.include({ level: 'bucket', status: 200 })
    expect(model.operations.DeleteObject).to.include({ level: 'object', method: 'DELETE', status: 204 })
  })
})
