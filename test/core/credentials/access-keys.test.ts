import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { KeyScope } from '../../../src/core/credentials/key-scope.ts'
import type { S3Action } from '../../../src/core/policy/s3-actions.ts'

const hourMs = 3_600_000

describe('access keys', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let core: Core
  let now = 0
  beforeEach(async () => {
    now = Date.now()
    store = await openTemporaryCore(undefined, { clock: { now: () => now } })
    core = store.core
    for (const name of ['photos', 'films'])
      await core.buckets.create(callerOf(alice), name, { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => store.close())

  const signerOf = async (scope: KeyScope) => {
    const { id } = await core.credentials.create({ project: 'alice', name: 'scoped', scope })
    return (await core.credentials.findSigner(id)).caller
  }
  type Place = Readonly<{ bucket?: string; key?: string; prefix?: string }>
  const outcome = async (scope: KeyScope, action: S3Action, { prefix, ...place }: Place) => {
    const caller = await signerOf(scope)
    const request = (name: string) => (name === 's3:prefix' && prefix !== undefined ? [prefix] : undefined)
    return core.authorise({ ...caller, request }, action, place).then(
      () => 'allowed',
      (error: unknown) => (error as { code: string }).code,
    )
  }
  const photo = { bucket: 'photos', key: 'a' }

  it('that are read-only cannot write', async () => {
    const scope = { isReadOnly: true }
    expect(await outcome(scope, 's3:GetObject', photo)).to.equal('allowed')
    expect(await outcome(scope, 's3:ListBucket', { bucket: 'films' })).to.equal('allowed')
    for (const action of ['s3:PutObject', 's3:DeleteObject'] as const)
      expect(await outcome(scope, action, photo)).to.equal('AccessDenied')
    expect(await outcome(scope, 's3:PutBucketPolicy', { bucket: 'films' })).to.equal('AccessDenied')
  })

  it('of one bucket reach no other', async () => {
    const scope = { bucket: 'photos' }
    expect(await outcome(scope, 's3:PutObject', photo)).to.equal('allowed')
    expect(await outcome(scope, 's3:ListBucket', { bucket: 'photos' })).to.equal('allowed')
    expect(await outcome(scope, 's3:GetObject', { bucket: 'films', key: 'a' })).to.equal('AccessDenied')
    expect(await outcome({ ...scope, isReadOnly: true }, 's3:PutObject', photo)).to.equal('AccessDenied')
  })

  it('of one prefix reach nothing beside it', async () => {
    const scope = { bucket: 'photos', prefix: 'a*/' }
    const at = (key: string) => outcome(scope, 's3:PutObject', { bucket: 'photos', key })
    expect(await at('a*/b')).to.equal('allowed')
    expect(await at('ab/b')).to.equal('AccessDenied')
    expect(await at('b')).to.equal('AccessDenied')
    const listed = (prefix?: string) =>
      outcome(scope, 's3:ListBucket', { bucket: 'photos', ...(prefix !== undefined && { prefix }) })
    expect(await listed('a*/c')).to.equal('allowed')
    expect(await listed('a')).to.equal('AccessDenied')
    expect(await listed()).to.equal('AccessDenied')
    expect(await outcome(scope, 's3:PutBucketPolicy', { bucket: 'photos' })).to.equal('AccessDenied')
  })

  it('take a policy of their own in place of a scope, if it is one', async () => {
    const create = (policy: string, scope?: KeyScope) =>
      core.credentials.create({ project: 'alice', name: 'k', policy, scope })
    expect(await rejection(create('{}'))).to.include({ code: 'MalformedPolicy' })
    const denyAll = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}'
    expect(await rejection(create(denyAll, { bucket: 'photos' }))).to.include({ code: 'InvalidArgument' })
    const { caller } = await core.credentials.findSigner((await create(denyAll)).id)
    expect(await rejection(core.authorise(caller, 's3:GetObject', photo))).to.include({
      code: 'AccessDenied',
    })
    expect(await rejection(signerOf({ prefix: 'a' }))).to.include({ code: 'InvalidArgument' })
  })

  it('are rotated with a time in which both work', async () => {
    const rates = { requestsPerSecond: 7 }
    const old = await core.credentials.create({
      project: 'alice',
      name: 'app',
      scope: { bucket: 'photos' },
      rates,
    })
    const key = await core.credentials.rotate(old.id, { overlapMs: hourMs })
    expect(key).to.include({ name: 'app', policy: old.policy, expiresAt: undefined })
    expect(key.secret).to.not.equal(old.secret)
    for (const id of [old.id, key.id])
      expect((await core.credentials.findSigner(id)).caller.rates).to.deep.equal([
        { id: `key:${id}`, ...rates },
      ])
    now += hourMs
    expect(await rejection(core.credentials.findSigner(old.id))).to.include({ code: 'InvalidAccessKeyId' })
    await core.credentials.findSigner(key.id)
  })

  it('do not live longer for being rotated', async () => {
    const old = await core.credentials.create({ project: 'alice', name: 'app', expiresAt: now + 1000 })
    const key = await core.credentials.rotate(old.id, { overlapMs: hourMs })
    expect(key.expiresAt).to.equal(now + 1000)
    now += 1000
    expect(await rejection(core.credentials.findSigner(old.id))).to.include({ code: 'InvalidAccessKeyId' })
  })

  it('tell when they were last used, and are not read again for it', async () => {
    const { id } = await core.credentials.create({ project: 'alice', name: 'app' })
    const known = await core.catalog.findAccessKey(id)
    core.credentials.noteUse(id, 'GetObject')
    now += 1
    core.credentials.noteUse(id, 'PutObject')
    core.credentials.noteUse('ASIATEMPORARY', 'PutObject')
    expect(await core.credentials.recordUses()).to.equal(2)
    expect(await core.credentials.recordUses()).to.equal(0)
    expect(await core.catalog.findAccessKey(id)).to.equal(known)
    const [listed] = await core.credentials.list('alice')
    expect(listed?.lastUse).to.deep.equal({ keyId: id, at: now, operation: 'PutObject' })
    expect(await store.metadata.keyUses.find('ASIATEMPORARY')).to.equal(undefined)
  })
})
