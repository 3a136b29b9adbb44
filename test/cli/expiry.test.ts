import { expect } from 'chai'
import { parseExpiry, parseSpan } from '../../src/cli/expiry.ts'
import { UserError } from '../../src/lib/user-error.ts'

describe('--expires', () => {
  const now = Date.UTC(2026, 0, 1)

  it('takes a span from now', () => {
    expect(parseExpiry('90m', now)).to.equal('2026-01-01T01:30:00.000Z')
    expect(parseExpiry('12h', now)).to.equal('2026-01-01T12:00:00.000Z')
    expect(parseExpiry('30d', now)).to.equal('2026-01-31T00:00:00.000Z')
  })

  it('takes a time', () => {
    expect(parseExpiry('2030-01-31T12:00Z', now)).to.equal('2030-01-31T12:00:00.000Z')
  })

  it('says what is allowed instead', () => {
    expect(() => parseExpiry('soon', now)).to.throw(UserError, /"soon"; allowed: a time such as/)
  })
})

describe('--overlap', () => {
  it('takes a span', () => {
    expect(parseSpan('90m')).to.equal(5_400_000)
    expect(parseSpan('0m')).to.equal(0)
  })

  it('says what is allowed instead', () => {
    expect(() => parseSpan('2030-01-31T12:00Z')).to.throw(UserError, /allowed: one such as 90m/)
  })
})
