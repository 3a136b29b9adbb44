import { expect } from 'chai'
import { readQueryModels } from '../../.config/model/query-models.ts'
import { models } from '../../src/iam/model/generated.ts'
import { operations } from '../../src/iam/operations.ts'

describe('the generated models of IAM and STS', () => {
  it('are what the installed SDKs describe', async function () {
    this.timeout(20_000)
    expect(models).to.deep.equal(await readQueryModels())
  })

  it('have each operation of the table once', () => {
    const described = Object.values(models).flatMap((model) => Object.keys(model.operations))
    expect(described.toSorted()).to.deep.equal(Object.keys(operations).toSorted())
  })

  it('name the operations that are not there', () => {
    expect(models.iam.others).to.include('CreateLoginProfile').and.not.include('CreateUser')
  })
})
