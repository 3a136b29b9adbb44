import { expect } from 'chai'
import { createMasterKey, createSealer, masterKeyCheck, SealBroken } from '../../src/lib/seal.ts'

describe('createSealer', () => {
  const masterKey = createMasterKey()
  const sealer = createSealer(masterKey, 'secrets')

  it('opens what it sealed, also with the same master key later', () => {
    for (const text of ['', 'wJalrXUtnFEMI/K7MDENG', 'é😀'])
      expect(createSealer(masterKey, 'secrets').open(sealer.seal(text, 'row'), 'row')).to.equal(text)
  })

  it('seals the same text differently each time, and does not show it', () => {
    const sealed = sealer.seal('text', 'row')
    expect(sealed).not.to.equal(sealer.seal('text', 'row'))
    expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').includes('text')).to.equal(false)
  })

  it('refuses another row, purpose or master key', () => {
    const sealed = sealer.seal('text', 'row')
    expect(() => sealer.open(sealed, 'other row')).to.throw(SealBroken)
    expect(() => createSealer(masterKey, 'tokens').open(sealed, 'row')).to.throw(SealBroken)
    expect(() => createSealer(createMasterKey(), 'secrets').open(sealed, 'row')).to.throw(
      SealBroken,
      'another master key',
    )
  })

  it('refuses a text that was changed at any byte, or cut', () => {
    const [id = '', body = ''] = sealer.seal('text', 'row').split('.')
    const bytes = Buffer.from(body, 'base64url')
    for (let n = 0; n < bytes.length; n++) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(n) ^ 1, n)
      expect(() => sealer.open(`${id}.${changed.toString('base64url')}`, 'row'), String(n)).to.throw(
        SealBroken,
      )
    }
    expect(() => sealer.open(`${id}.${body.slice(0, 20)}`, 'row')).to.throw(SealBroken)
    expect(() => sealer.open('', 'row')).to.throw(SealBroken)
  })

  it('asks for a master key of 32 bytes', () => {
    expect(createMasterKey()).to.have.length(32)
    expect(() => createSealer(Buffer.alloc(16), 'secrets')).to.throw('32 bytes')
  })
})

describe('masterKeyCheck', () => {
  it('is the same for the same master key only', () => {
    const masterKey = createMasterKey()
    expect(masterKeyCheck(masterKey)).to.equal(masterKeyCheck(Buffer.from(masterKey)))
    expect(masterKeyCheck(masterKey)).not.to.equal(masterKeyCheck(createMasterKey()))
    expect(masterKeyCheck(masterKey)).to.match(/^[0-9a-f]{32}$/)
  })
})
