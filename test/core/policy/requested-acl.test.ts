import { expect } from 'chai'
import { groups } from '../../../src/core/policy/acl.ts'
import { type AclRequest, resolveAcl } from '../../../src/core/policy/requested-acl.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, lookup } from '../projects.ts'

const owners = { owner: alice.canonicalId, bucketOwner: bob.canonicalId }
const resolve = (request: AclRequest) => resolveAcl(request, owners, lookup)
const code = async (request: AclRequest) => await rejection(resolve(request))

describe('The ACL that a request asks for', () => {
  const toBob = { grantee: { id: bob.canonicalId }, permission: 'READ' } as const
  const document = (
    grants: NonNullable<AclRequest['grants']>,
    owner: string | undefined = alice.canonicalId,
  ) => ({
    document: { owner, grants },
  })

  it('is none when it says nothing', async () => {
    expect(await resolve({})).to.equal(undefined)
    expect(await resolve({ grants: [] })).to.equal(undefined)
  })

  it('is a canned one by its name', async () => {
    const acl = await resolve({ canned: 'bucket-owner-read' })
    expect(acl?.grants[0]).to.deep.equal({ grantee: { canonicalId: bob.canonicalId }, permission: 'READ' })
  })

  it('is made of grants to ids, groups and e-mail addresses', async () => {
    const grants = [
      toBob,
      { grantee: { uri: groups.allUsers }, permission: 'READ' },
      { grantee: { emailAddress: 'bob@example.org' }, permission: 'WRITE_ACP' },
    ] as const
    const resolved = {
      owner: alice.canonicalId,
      grants: [
        { grantee: { canonicalId: bob.canonicalId }, permission: 'READ' },
        { grantee: { group: groups.allUsers }, permission: 'READ' },
        { grantee: { canonicalId: bob.canonicalId }, permission: 'WRITE_ACP' },
      ],
    }
    expect(await resolve({ grants })).to.deep.equal(resolved)
    expect(await resolve(document(grants))).to.deep.equal(resolved)
  })

  it('may grant nothing to anyone, in a document', async () => {
    expect(await resolve(document([]))).to.deep.equal({ owner: alice.canonicalId, grants: [] })
  })

  it('names grantees that exist', async () => {
    const grantTo = (grantee: NonNullable<AclRequest['grants']>[number]['grantee']) => ({
      grants: [{ grantee, permission: 'READ' as const }],
    })
    expect(await code(grantTo({ id: '_foo' }))).to.include({ code: 'InvalidArgument', message: 'Invalid id' })
    expect(await code(grantTo({ uri: 'http://acs.amazonaws.com/groups/global/Nobody' }))).to.include({
      code: 'InvalidArgument',
      message: 'Invalid group uri',
    })
    expect(await code(grantTo({ emailAddress: 'x@example.org' }))).to.include({
      code: 'UnresolvableGrantByEmailAddress',
      status: 400,
    })
  })

  it('comes in one form only', async () => {
    expect(await code({ canned: 'private', grants: [toBob] })).to.include({ code: 'InvalidRequest' })
    expect(await code({ canned: 'private', ...document([]) })).to.include({ code: 'UnexpectedContent' })
    expect(await code({ grants: [toBob], ...document([]) })).to.include({ code: 'UnexpectedContent' })
  })

  it('keeps the owner', async () => {
    expect(await code(document([], bob.canonicalId))).to.include({ code: 'AccessDenied' })
    expect(await code({ document: { owner: undefined, grants: [] } })).to.include({
      code: 'MalformedACLError',
    })
  })

  it('has a hundred grants at most', async () => {
    const many = (count: number) => Array.from({ length: count }, () => toBob)
    expect((await resolve(document(many(100))))?.grants).to.have.length(100)
    expect(await code(document(many(101)))).to.include({ code: 'MalformedACLError' })
  })
})
