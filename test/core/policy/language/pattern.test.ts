import { expect } from 'chai'
import { contextKey, type ContextValues } from '../../../../src/core/policy/language/context.ts'
import { arnPattern } from '../../../../src/core/policy/language/arn-pattern.ts'
import { compilePattern } from '../../../../src/core/policy/language/pattern.ts'

const none: ContextValues = () => undefined
const glob = (pattern: string, text: string) =>
  compilePattern(pattern, { hasWildcards: true, hasVariables: false }).matches(text, none)

describe('A pattern with wildcards', () => {
  const cases: readonly (readonly [pattern: string, fits: readonly string[], others: readonly string[]])[] = [
    ['plain', ['plain'], ['plai', 'plains', 'Plain', '']],
    ['*', ['', 'a', 'a/b\nc'], []],
    ['a*', ['a', 'ab'], ['', 'ba']],
    ['*a', ['a', 'ba', 'aa'], ['ab']],
    ['a*b*c', ['abc', 'a-b-b-c', 'abcbc'], ['ac', 'abcb', 'bc']],
    ['*ab*ab', ['abab', 'aabab'], ['ab', 'aba']],
    ['a?c', ['abc', 'a😀c'], ['ac', 'abbc']],
    ['?*?', ['ab', 'abc'], ['a', '']],
    ['*?b', ['ab', 'bb', 'aab'], ['b', 'ba']],
    ['a.c+(d)', ['a.c+(d)'], ['abcc(d)']],
  ]
  for (const [pattern, fits, others] of cases) {
    it(`reads ${pattern}`, () => {
      for (const text of fits) expect(glob(pattern, text), text).to.equal(true)
      for (const text of others) expect(glob(pattern, text), text).to.equal(false)
    })
  }

  it('takes no longer for a hostile one', () => {
    const started = process.hrtime.bigint()
    expect(glob('a*'.repeat(2000) + 'b', 'a'.repeat(1024))).to.equal(false)
    expect(glob('*' + '?a*'.repeat(500) + 'b', 'a'.repeat(1024))).to.equal(false)
    expect(Number(process.hrtime.bigint() - started)).to.be.below(500e6)
  })
})

describe('A pattern with variables', () => {
  const values: ContextValues = (key) =>
    ({ 'aws:username': ['ann'], 's3:existingobjecttag/Team': ['a*'], 'aws:tagkeys': ['a', 'b'] })[key]
  const matches = (pattern: string, text: string) =>
    compilePattern(pattern, { hasWildcards: true, hasVariables: true }).matches(text, values)

  it('puts the values of the request in their place', () => {
    expect(matches('home/${aws:username}/*', 'home/ann/x')).to.equal(true)
    expect(matches('home/${AWS:UserName}/*', 'home/bob/x')).to.equal(false)
  })
  it('takes wildcards in values word for word', () => {
    expect(matches('${s3:ExistingObjectTag/Team}', 'a*')).to.equal(true)
    expect(matches('${s3:ExistingObjectTag/Team}', 'ab')).to.equal(false)
  })
  it('fits nothing without a value, or with several', () => {
    expect(matches('*${aws:PrincipalTag/team}', 'anything')).to.equal(false)
    expect(matches('*${aws:TagKeys}', 'a')).to.equal(false)
  })
  it('has defaults', () => {
    expect(matches("${aws:PrincipalTag/team, 'none'}", 'none')).to.equal(true)
    expect(matches("${aws:username, 'none'}", 'ann')).to.equal(true)
  })
  it('writes the characters that have a meaning', () => {
    expect(matches('a${*}${?}${$}{b}', 'a*?${b}')).to.equal(true)
    expect(matches('a${*}', 'ab')).to.equal(false)
  })
  it('tells the keys that it asks for', () => {
    const { keys, isFixed } = compilePattern('${aws:UserName}', { hasWildcards: false, hasVariables: true })
    expect(keys).to.deep.equal(['aws:username'])
    expect(isFixed).to.equal(false)
  })
  it('is plain text where there are none', () => {
    const pattern = compilePattern('${aws:username}*', { hasWildcards: false, hasVariables: false })
    expect(pattern.matches('${aws:username}*', values)).to.equal(true)
    expect(pattern.isFixed).to.equal(true)
  })
})

describe('A pattern of ARNs', () => {
  const matches = (pattern: string, arn: string) =>
    arnPattern(pattern, { hasVariables: true }).matches(arn, (key) =>
      key === 'aws:principalarn' ? ['arn:aws:iam::1:root'] : undefined,
    )
  it('is compared part by part', () => {
    expect(matches('arn:aws:iam::*:role/a*', 'arn:aws:iam::1:role/ab')).to.equal(true)
    expect(matches('arn:*:root', 'arn:aws:iam::1:root')).to.equal(true)
    expect(matches('arn:aws:iam::*:root', 'arn:aws:iam:us:1:2:root')).to.equal(false)
    expect(matches('arn:aws:iam::1:ro?t', 'arn:aws:iam::1:root')).to.equal(true)
    expect(matches('arn:aws:s3:::b/*', 'arn:aws:s3:::b/x:y')).to.equal(true)
  })
  it('may be a variable as a whole', () => {
    expect(matches('${aws:PrincipalArn}', 'arn:aws:iam::1:root')).to.equal(true)
    expect(matches('${aws:PrincipalArn}', 'arn:aws:iam::2:root')).to.equal(false)
  })
})

describe('The name of a key', () => {
  it('is the same in any case, but for the tag', () => {
    expect(contextKey('AWS:SourceIp')).to.equal('aws:sourceip')
    expect(contextKey('s3:ExistingObjectTag/Team/A')).to.equal('s3:existingobjecttag/Team/A')
  })
})
