import { expect } from 'chai'
import { grantsFromHeaders } from '../../../src/core/policy/grant-headers.ts'
import { thrown } from '../thrown.ts'

describe('The x-amz-grant headers', () => {
  it('list grantees by id, group or e-mail address, with or without quotes', () => {
    const header = 'id="abc", uri=http://acs.amazonaws.com/groups/global/AllUsers,emailAddress = "a b@c.org"'
    expect(grantsFromHeaders({ READ: header })).to.deep.equal([
      { grantee: { id: 'abc' }, permission: 'READ' },
      { grantee: { uri: 'http://acs.amazonaws.com/groups/global/AllUsers' }, permission: 'READ' },
      { grantee: { emailAddress: 'a b@c.org' }, permission: 'READ' },
    ])
  })

  it('each stand for a permission', () => {
    const all = { READ: 'id=r', WRITE: 'id=w', READ_ACP: 'id=ra', WRITE_ACP: 'id=wa', FULL_CONTROL: 'id=f' }
    const grants = grantsFromHeaders(all).map(({ grantee, permission }) => [permission, grantee])
    expect(grants).to.deep.equal([
      ['READ', { id: 'r' }],
      ['WRITE', { id: 'w' }],
      ['READ_ACP', { id: 'ra' }],
      ['WRITE_ACP', { id: 'wa' }],
      ['FULL_CONTROL', { id: 'f' }],
    ])
    expect(grantsFromHeaders({})).to.deep.equal([])
  })

  it('are refused in any other form', () => {
    for (const header of ['', 'abc', 'name=abc', 'id=', 'id="abc', 'id=a,,id=b']) {
      const error = thrown(() => grantsFromHeaders({ READ_ACP: header }))
      expect(error.code, header).to.equal('InvalidArgument')
      expect(error.detail).to.deep.equal({ ArgumentName: 'x-amz-grant-read-acp', ArgumentValue: header })
    }
  })
})
