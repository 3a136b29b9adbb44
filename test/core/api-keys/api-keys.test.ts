import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { hashOf, linkSecretOf } from '../../../src/core/api-keys/token.ts'
import type { Core } from '../../../src/core/create-core.ts'

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await rejection(work)
  return error instanceof S3Error ? error.code : String(error)
}

describe('API keys', () => {
  let core: Core
  let close: () => Promise<void>
  let now = 1_000_000
  beforeEach(async () => {
    now = 1_000_000
    const opened = await openTemporaryCore(undefined, { clock: { now: () => now } })
    core = opened.core
    close = () => opened.close()
  })
  afterEach(() => close())

  const create = (wanted: object = {}) => core.apiKeys.create({ project: 'alice', name: 'web', ...wanted })
  const codeOf = (token: string) => refused(core.apiKeys.findBearer(token))

  it('are words that say what they are, and are kept as hashes', async () => {
    const { key, token } = await create()
    expect(token).to.match(/^seau_[0-9A-Za-z]{50}$/)
    expect(token.slice(5)).to.satisfy((text: string) => text.startsWith(key.id))
    expect(key.hash).to.equal(hashOf(token))
    const [listed] = await core.apiKeys.list('alice')
    expect(listed).to.deep.equal(key)
    expect(JSON.stringify(listed)).not.to.contain(token)
  })

  it('tell who calls, with the bounds of their scope', async () => {
    const { token } = await create({ scope: { isReadOnly: true } })
    const { caller } = await core.apiKeys.findBearer(token)
    expect(caller.project.name).to.equal('alice')
    expect(caller.limits).to.have.length(1)
  })

  it('are refused when they are unknown, mistyped, disabled, deleted or expired', async () => {
    const { key, token } = await create({ expiresAt: now + 1000 })
    const last = token.endsWith('0') ? '1' : '0'
    expect(await codeOf(token.slice(0, -1) + last)).to.equal('InvalidAccessKeyId')
    await core.apiKeys.setStatus(key.id, 'disabled')
    expect(await codeOf(token)).to.equal('InvalidAccessKeyId')
    await core.apiKeys.setStatus(key.id, 'active')
    expect((await core.apiKeys.findBearer(token)).key.id).to.equal(key.id)
    now += 1000
    expect(await codeOf(token)).to.equal('ExpiredToken')
    await core.apiKeys.delete(key.id)
    expect(await codeOf(token)).to.equal('InvalidAccessKeyId')
  })

  it('get another token, and another link secret, when they are regenerated', async () => {
    const { key, token } = await create()
    const renewed = await core.apiKeys.regenerate(key.id)
    expect(await codeOf(token)).to.equal('InvalidAccessKeyId')
    expect((await core.apiKeys.findBearer(renewed.token)).key.linkSecret).to.equal(
      linkSecretOf(renewed.token),
    )
    expect(renewed.key.linkSecret).not.to.equal(key.linkSecret)
  })

  it('remember when they were last used, to the minute', async () => {
    const { key } = await create()
    now = 125_000
    core.apiKeys.noteUse(key.id)
    core.apiKeys.noteUse('unknown')
    expect(await core.apiKeys.flushUses()).to.equal(2)
    expect(await core.apiKeys.flushUses()).to.equal(0)
    expect((await core.apiKeys.list('alice')).at(0)?.lastUsedAt).to.equal(120_000)
  })

  it('are not made for what cannot be', async () => {
    expect(await refused(create({ project: 'nobody' }))).to.equal('NoSuchEntity')
    expect(await refused(create({ expiresAt: now }))).to.equal('InvalidArgument')
    expect(await refused(create({ policy: 'x' }))).to.equal('MalformedPolicy')
    expect(await refused(create({ policy: '{}', scope: {} }))).to.equal('InvalidArgument')
  })
})
