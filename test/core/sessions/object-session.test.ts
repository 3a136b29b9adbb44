import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { ProjectCaller } from '../../../src/core/caller.ts'
import type { S3Action } from '../../../src/core/policy/s3-actions.ts'

const caller = callerOf(alice)
const signal = () => new AbortController().signal
const options = { attributes: {}, storageClass: 'STANDARD', acl: {}, signal }

describe('a session for one object', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  beforeEach(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
    for (const key of ['a*', 'ab', 'a${x}']) await put(key)
  })
  afterEach(() => store.close())

  const ask = (by: ProjectCaller, action: S3Action, key: string) =>
    store.core.authorise(by, action, { bucket: 'photos', key })
  const put = (key: string) =>
    store.core.objects.put(caller, { bucket: 'photos', key }, bodyFrom(Buffer.from('x')), options)
  const sessionFor = async (key: string, may: 'read' | 'write') => {
    const object = { bucket: 'photos', key }
    const { accessKeyId, sessionToken } = store.core.sessions.forObject(caller, { object, may, seconds: 60 })
    return (await store.core.credentials.findSigner(accessKeyId, sessionToken)).caller
  }

  it('reads it, whatever its name would mean in a policy, and no other one', async () => {
    for (const key of ['a*', 'a${x}']) {
      const reader = await sessionFor(key, 'read')
      const open = (name: string) => store.core.objects.open(reader, { bucket: 'photos', key: name })
      expect((await open(key)).version.key).to.equal(key)
      expect(await rejection(open('ab'))).to.include({ code: 'AccessDenied' })
      expect(await rejection(ask(reader, 's3:PutObject', key))).to.include({ code: 'AccessDenied' })
    }
  })

  it('writes it, and nothing else', async () => {
    const writer = await sessionFor('new', 'write')
    expect(await ask(writer, 's3:PutObject', 'new')).to.include({ name: 'photos' })
    expect(await rejection(ask(writer, 's3:PutObject', 'newer'))).to.include({ code: 'AccessDenied' })
    expect(await rejection(ask(writer, 's3:GetObject', 'new'))).to.include({ code: 'AccessDenied' })
    expect(await rejection(ask(writer, 's3:DeleteObject', 'new'))).to.include({ code: 'AccessDenied' })
  })
})
