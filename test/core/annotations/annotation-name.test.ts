import { expect } from 'chai'
import { checkAnnotationName, checkAnnotationPrefix } from '../../../src/core/annotations/annotation-name.ts'
import { thrown } from '../thrown.ts'

const refusal = (check: () => void) => thrown(check).code

describe('The name of an annotation', () => {
  it('has letters and digits of any script, and _ . -', () => {
    for (const name of [
      'ml.sentiment',
      'a',
      '_x-1',
      'étiquette',
      '標籤',
      'данные.2',
      'my-aws',
      '𝒜',
      'x'.repeat(512),
    ])
      expect(() => {
        checkAnnotationName(name)
      }, name).not.to.throw()
  })

  it('has nothing else', () => {
    for (const name of ['', 'a b', 'a/b', 'a:b', 'a\u0000', '👍', 'a"', '½'])
      expect(
        refusal(() => {
          checkAnnotationName(name)
        }),
        name,
      ).to.equal('InvalidAnnotationName')
  })

  it("does not begin with AWS's own", () => {
    for (const name of ['aws', 'AWS.x', 's3', 'S3-x', 'awsome'])
      expect(
        refusal(() => {
          checkAnnotationName(name)
        }),
        name,
      ).to.equal('InvalidAnnotationName')
  })

  it('has 512 bytes at the most', () => {
    expect(
      refusal(() => {
        checkAnnotationName('é'.repeat(257))
      }),
    ).to.equal('AnnotationNameTooLong')
    checkAnnotationName('é'.repeat(256))
  })
})

describe('The prefix of a listing of annotations', () => {
  it('is what a name can begin with, or nothing', () => {
    checkAnnotationPrefix('')
    checkAnnotationPrefix('ml.')
    for (const prefix of ['a/', 'x'.repeat(513)])
      expect(
        refusal(() => {
          checkAnnotationPrefix(prefix)
        }),
      ).to.equal('InvalidPrefix')
  })
})
