import { expect } from 'chai'
import { stalePages } from '../.config/docs.ts'

describe('the generated pages', () => {
  it('are as `npm run docs` writes them', async () => {
    expect(await stalePages()).to.deep.equal([])
  })
})
