import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { storeObject } from '../../core/stored-object.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)

describe('ListObjectsV2 on the wire', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  before(async () => {
    store = await openTemporaryCore()
    const bucket = await store.core.buckets.create(caller, 'photos', {
      acl: {},
      locationConstraint: undefined,
    })
    for (const key of ['a', 'b', 'c']) await storeObject(store.metadata, bucket, { key, owner: alice })
  })
  after(() => store.close())
  const list = async (query: string) => {
    const { body = '' } = await call(store.core, caller, {
      method: 'GET',
      url: `/photos?list-type=2&${query}`,
    })
    return { body, keys: [...body.matchAll(/<Key>(.)<\/Key>/g)].map(([, key]) => key) }
  }

  it('takes an empty continuation token for none, and gives it back', async () => {
    const { body, keys } = await list('continuation-token=')
    expect(keys).to.deep.equal(['a', 'b', 'c'])
    expect(body).to.match(/<ContinuationToken(\/>|><\/ContinuationToken>)/)
    expect((await list('continuation-token=&start-after=a')).keys).to.deep.equal(['b', 'c'])
  })

  it('is in order for clients of Ceph that want no order, who may not group', async () => {
    expect((await list('allow-unordered=true')).keys).to.deep.equal(['a', 'b', 'c'])
    const refused = await rejection(list('allow-unordered=true&delimiter=/'))
    expect(refused).to.include({ code: 'InvalidArgument' })
  })

  it('goes on from a token, whatever start-after says', async () => {
    const { body } = await list('max-keys=1')
    const [, token = ''] = /<NextContinuationToken>(.+?)</.exec(body) ?? []
    expect((await list(`continuation-token=${token}&start-after=b`)).keys).to.deep.equal(['b', 'c'])
  })

  it('refuses a token that is none of its own', async () => {
    expect(await rejection(list('continuation-token=x'))).to.include({ code: 'InvalidArgument' })
  })
})
