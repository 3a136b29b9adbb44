import { expect } from 'chai'
import { S3Error } from '../../../../src/core/errors.ts'
import { parseConditions } from '../../../../src/core/policy/language/condition.ts'

type Values = Readonly<Record<string, readonly string[]>>

const holds = (element: unknown, values: Values): boolean =>
  parseConditions(element, { path: 'Condition', hasVariables: true }).every((condition) =>
    condition.holds((key) => values[key]),
  )
const test = (operator: string, policyValue: unknown, ...given: readonly string[]) =>
  holds({ [operator]: { 'aws:Key': policyValue } }, given.length > 0 ? { 'aws:key': given } : {})

describe('A condition', () => {
  const cases: readonly (readonly [operator: string, value: unknown, fits: string, other: string])[] = [
    ['StringEquals', 'a*', 'a*', 'ab'],
    ['StringEquals', ['a', 'b'], 'b', 'c'],
    ['StringNotEquals', ['a', 'b'], 'c', 'b'],
    ['StringEqualsIgnoreCase', 'Ab', 'aB', 'b'],
    ['StringNotEqualsIgnoreCase', 'Ab', 'b', 'aB'],
    ['StringLike', 'a*', 'ab', 'ba'],
    ['StringNotLike', 'a*', 'ba', 'ab'],
    ['NumericEquals', 10, '10.0', '11'],
    ['NumericNotEquals', '10', '11', '10'],
    ['NumericLessThan', '10', '9', '10'],
    ['NumericLessThanEquals', '10', '10', '11'],
    ['NumericGreaterThan', '10', '11', '10'],
    ['NumericGreaterThanEquals', '10', '10', 'many'],
    ['DateEquals', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00Z'],
    ['DateNotEquals', '2026-01-02', '2026-01-03', '2026-01-02'],
    ['DateLessThan', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'],
    ['DateGreaterThan', '1767312000', '2026-01-03T00:00:00Z', '1767311999'],
    ['Bool', true, 'true', 'false'],
    ['Bool', 'False', 'false', 'true'],
    ['BinaryEquals', 'AAE=', 'AAE', 'AAI='],
    ['IpAddress', '10.0.0.0/8', '10.9.9.9', '11.0.0.1'],
    ['IpAddress', ['192.0.2.1', '2001:db8::/32'], '2001:db8::1', '192.0.2.2'],
    ['IpAddress', '10.0.0.0/8', '::ffff:10.0.0.1', 'nowhere'],
    ['NotIpAddress', '10.0.0.0/8', '11.0.0.1', '10.0.0.1'],
    ['ArnEquals', 'arn:aws:s3:::a*', 'arn:aws:s3:::ab', 'arn:aws:s3:::b'],
    ['ArnLike', 'arn:aws:s3:::a*', 'arn:aws:s3:::ab', 'arn:aws:sns:::ab'],
    ['ArnNotEquals', 'arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws:s3:::a'],
    ['ArnNotLike', 'arn:aws:s3:::a*', 'arn:aws:s3:::b', 'arn:aws:s3:::ab'],
  ]
  for (const [operator, value, fits, other] of cases) {
    it(`${operator} ${JSON.stringify(value)} tells ${fits} from ${other}`, () => {
      expect(test(operator, value, fits), fits).to.equal(true)
      expect(test(operator, value, other), other).to.equal(false)
    })
  }

  it('does not hold without the key, unless it is negated', () => {
    for (const operator of ['StringEquals', 'StringLike', 'ForAnyValue:StringEquals'])
      expect(test(operator, 'a'), operator).to.equal(false)
    expect(test('NumericLessThan', '1')).to.equal(false)
    for (const operator of ['StringNotEquals', 'StringNotLike']) expect(test(operator, 'a')).to.equal(true)
    expect(test('NotIpAddress', '10.0.0.0/8')).to.equal(true)
  })

  it('holds without the key when it ends with IfExists', () => {
    expect(test('StringEqualsIfExists', 'a')).to.equal(true)
    expect(test('StringEqualsIfExists', 'a', 'b')).to.equal(false)
    expect(test('BoolIfExists', 'true', 'false')).to.equal(false)
  })

  it('Null asks whether the key is there', () => {
    expect(test('Null', 'true')).to.equal(true)
    expect(test('Null', true, 'a')).to.equal(false)
    expect(test('Null', 'false', 'a')).to.equal(true)
    expect(test('Null', 'false')).to.equal(false)
  })

  it('ForAllValues asks that each value fits', () => {
    expect(test('ForAllValues:StringEquals', ['a', 'b'], 'a', 'b')).to.equal(true)
    expect(test('ForAllValues:StringEquals', ['a', 'b'], 'a', 'c')).to.equal(false)
    expect(test('ForAllValues:StringEquals', 'a')).to.equal(true)
    expect(test('ForAllValues:StringNotEquals', 'a', 'b', 'a')).to.equal(false)
  })

  it('ForAnyValue asks that one value fits', () => {
    expect(test('ForAnyValue:StringEquals', ['a', 'b'], 'c', 'b')).to.equal(true)
    expect(test('ForAnyValue:StringEquals', ['a', 'b'], 'c')).to.equal(false)
    expect(test('ForAnyValue:StringNotEquals', 'a', 'a', 'b')).to.equal(true)
    expect(test('ForAnyValue:StringNotEquals', 'a', 'a')).to.equal(false)
  })

  it('holds when all operators and keys do', () => {
    const element = { StringEquals: { 'aws:a': '1', 'aws:b': '2' }, Bool: { 'aws:c': 'true' } }
    expect(holds(element, { 'aws:a': ['1'], 'aws:b': ['2'], 'aws:c': ['true'] })).to.equal(true)
    expect(holds(element, { 'aws:a': ['1'], 'aws:b': ['2'], 'aws:c': ['false'] })).to.equal(false)
    expect(holds(element, { 'aws:a': ['1'], 'aws:c': ['true'] })).to.equal(false)
  })

  it('compares with variables, in any case too', () => {
    const values = { 'aws:a': ['Ann'], 'aws:username': ['ann'] }
    expect(holds({ StringEquals: { 'aws:a': '${aws:username}' } }, values)).to.equal(false)
    expect(holds({ StringEqualsIgnoreCase: { 'aws:a': '${aws:username}' } }, values)).to.equal(true)
    expect(holds({ StringNotEquals: { 'aws:a': '${aws:other}' } }, values)).to.equal(true)
  })

  it('is refused with an operator, a value or a form that is none', () => {
    const bad: readonly unknown[] = [
      { StringEqualz: { 'aws:a': 'a' } },
      { 'ForSomeValues:StringEquals': { 'aws:a': 'a' } },
      { NullIfExists: { 'aws:a': 'true' } },
      { Null: { 'aws:a': 'perhaps' } },
      { Bool: { 'aws:a': 'perhaps' } },
      { NumericEquals: { 'aws:a': 'many' } },
      { DateLessThan: { 'aws:a': 'tomorrow' } },
      { IpAddress: { 'aws:a': '10.0.0.0/99' } },
      { StringEquals: 'a' },
      { StringEquals: { 'aws:a': { b: 'c' } } },
      { StringEquals: { 'aws:a': [] } },
      [],
    ]
    for (const element of bad) {
      expect(() => holds(element, {}), JSON.stringify(element))
        .to.throw(S3Error)
        .that.includes({ code: 'MalformedPolicy' })
    }
  })
})
