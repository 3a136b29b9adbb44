import { expect } from 'chai'
import { S3Error } from '../../src/core/errors.ts'
import { parameterTree } from '../../src/iam/parameter-tree.ts'
import { createInputReader } from '../../src/iam/query-input.ts'
import { parseQueryPairs } from '../../src/lib/query.ts'
import type { Member } from '../../src/protocol/wire-model.ts'

const members: readonly Member[] = [
  ['Name', 'string', 'element', 'Name', true],
  ['MaxItems', 'integer', 'element', 'MaxItems'],
  ['IsDefault', 'boolean', 'element', 'IsDefault'],
  ['Status', 'Status', 'element', 'Status'],
  ['Keys', 'string[]', 'element', 'Keys/member'],
  ['Tags', 'Tag[]', 'element', 'Tags/member'],
]
const read = createInputReader({
  version: '',
  namespace: '',
  prefixes: {},
  operations: {},
  others: [],
  structures: {
    Tag: [
      ['Key', 'string', 'element', 'Key', true],
      ['Value', 'string', 'element', 'Value', true],
    ],
  },
  enums: { Status: ['Active', 'Inactive'] },
})(members)

const parse = (query: string) => read(parameterTree(parseQueryPairs(query)))

describe('The input of a query request', () => {
  it('has values of the types that the model says', () => {
    expect(parse('Name=a+b%2Fc&MaxItems=7&IsDefault=true&Status=Active')).to.deep.equal({
      Name: 'a b/c',
      MaxItems: 7,
      IsDefault: true,
      Status: 'Active',
    })
  })

  it('has lists in the order of their numbers, whatever comes first', () => {
    expect(parse('Name=n&Keys.member.10=c&Keys.member.2=b&Keys.member.1=a')).to.deep.equal({
      Name: 'n',
      Keys: ['a', 'b', 'c'],
    })
  })

  it('has structures in lists', () => {
    const tags = 'Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Key=l&Tags.member.2.Value='
    expect(parse(`Name=n&${tags}`)['Tags']).to.deep.equal([
      { Key: 'k', Value: 'v' },
      { Key: 'l', Value: '' },
    ])
  })

  it('has an empty list when its name stands alone', () => {
    expect(parse('Name=n&Keys=')).to.deep.equal({ Name: 'n', Keys: [] })
  })

  it('passes over what the operation does not know', () => {
    expect(parse('Action=X&Version=Y&Name=n&Other.member.1=z')).to.deep.equal({ Name: 'n' })
  })

  it('takes the first of several values', () => {
    expect(parse('Name=first&Name=second')).to.deep.equal({ Name: 'first' })
  })

  const refusals: readonly (readonly [query: string, message: RegExp])[] = [
    [
      '',
      /^1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null$/,
    ],
    ['Name=n&MaxItems=many', /Value 'many' at 'maxItems'/],
    ['Name=n&Status=Gone', /at 'status' .* Member must satisfy enum value set: \[Active, Inactive\]/],
    ['Name=n&Tags.member.1.Key=k', /Value null at 'tags\.1\.member\.value'/],
  ]
  for (const [query, message] of refusals)
    it(`refuses ${query || 'nothing at all'} with ValidationError`, () => {
      expect(() => parse(query))
        .to.throw(S3Error, message)
        .with.property('code', 'ValidationError')
    })

  it('does not grow with the parts of a name', () => {
    const deep = parameterTree([[`${'a.'.repeat(100_000)}a`, 'x']])
    let depth = 0
    for (let node = deep.children.get('a'); node; node = node.children.get('a')) depth += 1
    expect(depth).to.be.below(20)
  })
})
