import { expect } from 'chai'
import { openTemporaryCore } from '../temporary-core.ts'
import type { Core } from '../../../src/core/create-core.ts'

const place = { address: '192.0.2.1', agent: 'a browser' }
const password = 'a long password'
const minuteMs = 60_000

describe('a session of an operator', () => {
  let core: Core
  let close: () => Promise<void>
  let now = 1_000_000
  beforeEach(async () => {
    const opened = await openTemporaryCore(undefined, {
      clock: { now: () => now },
      settings: { sessionMs: { idle: 10 * minuteMs, longest: 60 * minuteMs } },
    })
    core = opened.core
    close = () => opened.close()
    await core.operators.create({ name: 'anna', role: 'viewer', projects: ['alice'], password })
  })
  afterEach(() => close())

  const signIn = async () => (await core.operators.signIn({ name: 'anna', password }, place)).token

  it('tells who holds it', async () => {
    const actor = await core.operators.findActor(await signIn())
    expect(actor).to.include({ name: 'operator:anna', role: 'viewer' })
    expect(actor?.projects).to.have.length(1)
    expect(await core.operators.findActor('made up')).to.equal(undefined)
  })

  it('ends when nobody uses it, and lasts while somebody does', async () => {
    const token = await signIn()
    now += 9 * minuteMs
    expect(await core.operators.findActor(token)).to.include({ name: 'operator:anna' })
    now += 9 * minuteMs
    expect(await core.operators.findActor(token)).to.include({ name: 'operator:anna' })
    now += 10 * minuteMs
    expect(await core.operators.findActor(token)).to.equal(undefined)
  })

  it('ends at the latest when its time is over, and is forgotten then', async () => {
    const token = await signIn()
    for (let minutes = 0; minutes < 60; minutes += 5) {
      expect(await core.operators.findActor(token), String(minutes)).to.include({ name: 'operator:anna' })
      now += 5 * minuteMs
    }
    expect(await core.operators.findActor(token)).to.equal(undefined)
    expect(await core.operators.forgetSessions()).to.equal(1)
  })

  it('tells of what its holder may do now', async () => {
    const token = await signIn()
    await core.operators.delete('anna')
    expect(await core.operators.findActor(token)).to.equal(undefined)
  })

  it('takes the name and the rights that an OIDC provider tells, but not the name of somebody else', async () => {
    const who = {
      externalId: 'https://idp.example.com 1',
      name: 'bert',
      role: 'operator',
      projects: undefined,
    } as const
    await core.operators.signInExternally(who, place)
    const { token } = await core.operators.signInExternally(
      { ...who, name: 'bertha', role: 'viewer', projects: ['bob'] },
      place,
    )
    expect(await core.operators.findActor(token)).to.include({ name: 'operator:bertha', role: 'viewer' })
    expect((await core.operators.list()).map(({ name }) => name)).to.deep.equal(['anna', 'bertha'])
    const stolen = core.operators.signInExternally({ ...who, name: 'anna' }, place)
    expect(await stolen.catch((error: unknown) => error)).to.include({ code: 'EntityAlreadyExists' })
    await core.operators.change('bertha', { status: 'disabled' })
    const disabled = core.operators.signInExternally(who, place)
    expect(await disabled.catch((error: unknown) => error)).to.include({ code: 'AccessDenied' })
  })
})
