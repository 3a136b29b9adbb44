import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { alice, bob, callerOf } from '../projects.ts'
import type { Core } from '../../../src/core/create-core.ts'

const caller = callerOf(alice)

describe('the visibility of a bucket', () => {
  let core: Core
  let close: () => Promise<void>
  beforeEach(async () => {
    const opened = await openTemporaryCore()
    core = opened.core
    close = () => opened.close()
    await core.buckets.create(caller, 'shown', { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => close())

  const statements = async () => {
    const { policy = '{"Statement":[]}' } = (await core.buckets.get(caller, 'shown')).configuration
    return (JSON.parse(policy) as { readonly Statement: readonly { readonly Sid: string }[] }).Statement
  }
  const set = (isPublic: boolean) => core.buckets.setVisibility(caller, 'shown', { isPublic })

  it('is a statement of its policy beside those of others', async () => {
    const own = {
      Sid: 'Own',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::shown/x',
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: own })
    await core.buckets.putPolicy(caller, 'shown', policy, { confirmsRemovingItself: false })
    await set(true)
    await set(true)
    expect((await statements()).map(({ Sid }) => Sid)).to.deep.equal(['Own', 'SeauPublicRead'])
    await set(false)
    expect((await statements()).map(({ Sid }) => Sid)).to.deep.equal(['Own'])
  })

  it('leaves no policy behind where there was none', async () => {
    await set(false)
    await set(true)
    await set(false)
    expect((await core.buckets.get(caller, 'shown')).configuration).not.to.have.property('policy')
  })

  it("is its project's to change, and not where public access is blocked", async () => {
    const refused = await rejection(core.buckets.setVisibility(callerOf(bob), 'shown', { isPublic: true }))
    expect(refused).to.include({ code: 'AccessDenied' })
    await core.buckets.putPublicAccessBlock(caller, 'shown', {
      blockPublicAcls: false,
      ignorePublicAcls: false,
      blockPublicPolicy: true,
      restrictPublicBuckets: false,
    })
    expect(await rejection(set(true))).to.include({ code: 'AccessDenied' })
  })
})
