import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import { call } from '../../s3/operations/call.ts'

const caller = callerOf(alice)
const signal = () => new AbortController().signal

describe('renameObject', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  const ref = (key: string) => ({ bucket: 'photos', key, versionId: undefined })
  const put = (key: string, text: string, attributes = {}) =>
    store.core.objects.put(caller, ref(key), bodyFrom(Buffer.from(text)), {
      attributes,
      storageClass: 'STANDARD',
      acl: {},
      signal,
    })
  const read = async (key: string) => {
    const { body } = await store.core.objects.open(caller, ref(key))
    return (Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray())).toString()
  }
  const rename = (source: string, target: string, headers: Readonly<Record<string, string>> = {}) =>
    call(store.core, caller, {
      method: 'PUT',
      url: `/photos/${target}?renameObject`,
      headers: { 'x-amz-rename-source': source, ...headers },
    })

  beforeEach(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => store.close())

  for (const [size, text] of [
    ['small', 'a'],
    ['large', 'b'.repeat(5000)],
  ] as const) {
    it(`moves a ${size} object with all that belongs to it`, async () => {
      const tags = [{ key: 't', value: '1' }]
      await put('old name', text, { contentType: 'text/plain', tags })
      const before = await store.core.objects.find(caller, ref('old name'))
      expect(await rename('/old%20name', 'new')).to.include({ status: 200 })
      expect(await read('new')).to.equal(text)
      const { version } = await store.core.objects.find(caller, ref('new'))
      const { etag, lastModified, attributes } = before.version
      expect(version).to.deep.include({ etag, lastModified, attributes })
      expect(await rejection(read('old name'))).to.include({ code: 'NoSuchKey' })
    })
  }

  it('happens once for a client that asks again with its token', async () => {
    const again = { 'x-amz-client-token': 'token-1' }
    await put('old', 'a')
    await rename('old', 'new', again)
    await put('old', 'b')
    await rename('old', 'new', again)
    expect([await read('old'), await read('new')]).to.deep.equal(['b', 'a'])
    expect(await rejection(rename('old', 'other', again))).to.include({
      code: 'IdempotencyParameterMismatch',
    })
    await rename('old', 'new', { 'x-amz-client-token': 'token-2' })
    expect(await read('new')).to.equal('b')
  })

  it('may be asked for again with the same token when it has failed', async () => {
    const again = { 'x-amz-client-token': 'token-1' }
    expect(await rejection(rename('old', 'new', again))).to.include({ code: 'NoSuchKey' })
    await put('old', 'a')
    await rename('old', 'new', again)
    expect(await read('new')).to.equal('a')
  })

  it('takes a token of 64 visible characters at the most', async () => {
    await put('old', 'a')
    for (const token of ['x'.repeat(65), 'a b'])
      expect(await rejection(rename('old', 'new', { 'x-amz-client-token': token }))).to.include({
        code: 'InvalidArgument',
      })
  })

  it('takes the place of what is there, unless it is asked not to', async () => {
    await put('a', 'a')
    await put('b', 'b'.repeat(5000))
    expect(await rejection(rename('a', 'b', { 'if-none-match': '*' }))).to.include({
      code: 'PreconditionFailed',
    })
    expect(await read('b')).to.equal('b'.repeat(5000))
    await rename('a', 'b')
    expect(await read('b')).to.equal('a')
  })

  it('wants the entity tags that it is told', async () => {
    const { etag } = await put('a', 'a')
    await put('b', 'b')
    const source = 'x-amz-rename-source-if-match'
    expect(await rejection(rename('a', 'b', { [source]: '"other"' }))).to.deep.include({
      code: 'PreconditionFailed',
      detail: { Condition: 'x-amz-rename-source-If-Match' },
    })
    expect(await rejection(rename('a', 'b', { 'if-match': `"${etag}"` }))).to.include({
      code: 'PreconditionFailed',
    })
    expect(await rejection(rename('a', 'c', { 'if-match': `"${etag}"` }))).to.include({ code: 'NoSuchKey' })
    await rename('a', 'c', { [source]: `"${etag}"`, 'if-none-match': '*' })
    expect(await read('c')).to.equal('a')
  })

  it('needs another key, and an object', async () => {
    await put('a', 'a')
    expect(await rejection(rename('a', 'a'))).to.include({ code: 'InvalidRequest' })
    expect(await rejection(rename('nothing', 'b'))).to.include({ code: 'NoSuchKey' })
    expect(await rejection(rename('%zz', 'b'))).to.include({ code: 'InvalidArgument' })
  })

  it('is for those who may read and delete the object', async () => {
    await put('a', 'a')
    const work = store.core.objects.rename(callerOf(bob), ref('b'), { sourceKey: 'a', signal })
    expect(await rejection(work)).to.include({ code: 'AccessDenied' })
    expect(await read('a')).to.equal('a')
  })

  it('leaves one object where many are renamed to the same key at once', async () => {
    const keys = ['a', 'b', 'c', 'd']
    for (const key of keys) await put(key, key.repeat(3000))
    const work = await Promise.allSettled(keys.map((key) => rename(key, 'z', { 'if-none-match': '*' })))
    expect(work.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    const query = { prefix: '', delimiter: undefined, after: undefined, limit: 10 }
    expect((await store.core.objects.list(caller, 'photos', query)).entries).to.have.length(4)
    const [first = ''] = await read('z')
    expect(await read('z')).to.equal(first.repeat(3000))
    expect(await rejection(read(first))).to.include({ code: 'NoSuchKey' })
  })
})
