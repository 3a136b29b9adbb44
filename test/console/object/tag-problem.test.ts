import { expect } from 'chai'
import { tagProblem } from '../../../src/console/features/object/details/tag-problem.ts'

const problemsOf = (...tags: readonly (readonly [string, string])[]) => {
  const pairs = tags.map(([key, value]) => ({ key, value }))
  return pairs.map((_, at) => tagProblem(pairs, at))
}

describe('what is wrong with a tag', () => {
  it('is nothing by S3’s rules', () => {
    expect(problemsOf(['équipe', 'a b/c@d'], ['x', ''])).to.deep.equal([undefined, undefined])
  })

  it('is said of the one that breaks them', () => {
    expect(problemsOf(['', 'a'], ['AWS:x', ''], ['a', '<'], ['b', ''], ['b', ''])).to.deep.equal([
      'missing',
      'aws',
      'characters',
      undefined,
      'twice',
    ])
    expect(problemsOf(['k'.repeat(129), ''], ['k', 'v'.repeat(257)])).to.deep.equal(['long', 'long'])
  })
})
