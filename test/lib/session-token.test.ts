import { expect } from 'chai'
import { sessionTokens } from '../../src/lib/session-token.ts'

const tokens = sessionTokens(Buffer.alloc(32, 1))

describe('The token of a session', () => {
  it('gives back what was sealed, to its own access key alone', () => {
    const token = tokens.seal('who it is: Zoë', 'ASIA1')
    expect(tokens.open(token, 'ASIA1')).to.equal('who it is: Zoë')
    expect(tokens.open(token, 'ASIA2')).to.equal(undefined)
    expect(sessionTokens(Buffer.alloc(32, 2)).open(token, 'ASIA1')).to.equal(undefined)
  })

  it('opens no more once a byte was changed, cut off or added', () => {
    const token = tokens.seal('text', 'ASIA1')
    const bytes = Buffer.from(token, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(tokens.open(changed.toString('base64url'), 'ASIA1'), String(at)).to.equal(undefined)
    }
    for (const broken of ['', 'x', token.slice(4), token.slice(0, -4), `${token}AAAA`])
      expect(tokens.open(broken, 'ASIA1')).to.equal(undefined)
  })

  it('fits into headers and URLs, and is never the same twice', () => {
    const one = tokens.seal('text'.repeat(1000), 'ASIA1')
    expect(one)
      .to.match(/^[\w-]+$/)
      .and.not.equal(tokens.seal('text'.repeat(1000), 'ASIA1'))
    expect(one.length).to.be.below(200)
  })

  it('comes with a secret that only the server can work out', () => {
    expect(tokens.secretOf('ASIA1'))
      .to.match(/^[\w-]{40}$/)
      .and.equal(tokens.secretOf('ASIA1'))
    expect(tokens.secretOf('ASIA2')).to.not.equal(tokens.secretOf('ASIA1'))
    expect(sessionTokens(Buffer.alloc(32, 2)).secretOf('ASIA1')).to.not.equal(tokens.secretOf('ASIA1'))
  })
})
