import { S3Error } from '../errors.ts'
import { checkText } from './check-names.ts'
import { getNamed, type NamedKind } from './find-entity.ts'
import { pageWithin, type IamPage, type Paging } from './paging.ts'
import { checkInlineSize, parseIdentityPolicy } from './policy-document.ts'
import type { Parts } from '../parts.ts'
import type { InlinePolicy, PolicyOwner } from './entities.ts'

/** A user, group or role, by name. */
export interface OwnerRef {
  readonly kind: NamedKind
  readonly name: string
}

type Needed = Pick<Parts, 'metadata'>

/** Throws NoSuchEntity, MalformedPolicyDocument, LimitExceeded or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html */
const putInlinePolicy =
  ({ metadata }: Needed) =>
  (projectId: string, ref: OwnerRef, policy: InlinePolicy): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const owner = await getNamed(iam, projectId, ref)
      checkText('policyName', policy.name)
      parseIdentityPolicy(policy.document)
      const inlinePolicies = [...without(owner, policy.name), policy].toSorted(byName)
      checkInlineSize(owner, inlinePolicies)
      await iam.replace({ ...owner, inlinePolicies })
    })

/** Throws NoSuchEntity. */
const getInlinePolicy =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, ref: OwnerRef, policyName: string): Promise<InlinePolicy> => {
    const { inlinePolicies } = await getNamed(iam, projectId, ref)
    const found = inlinePolicies.find(({ name }) => name === policyName)
    if (found) return found
    throw noSuchPolicy(ref, policyName)
  }

/** Throws NoSuchEntity. */
const deleteInlinePolicy =
  ({ metadata }: Needed) =>
  (projectId: string, ref: OwnerRef, policyName: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const owner = await getNamed(iam, projectId, ref)
      const kept = without(owner, policyName)
      if (kept.length === owner.inlinePolicies.length) throw noSuchPolicy(ref, policyName)
      await iam.replace({ ...owner, inlinePolicies: kept })
    })

/** Throws NoSuchEntity or ValidationError. */
const listInlinePolicies =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, ref: OwnerRef, paging: Paging = {}): Promise<IamPage<InlinePolicy>> => {
    const { inlinePolicies } = await getNamed(iam, projectId, ref)
    return pageWithin(inlinePolicies, ({ name }) => name, paging)
  }

const without = ({ inlinePolicies }: PolicyOwner, policyName: string) =>
  inlinePolicies.filter(({ name }) => name !== policyName)

const byName = (a: InlinePolicy, b: InlinePolicy) => (a.name < b.name ? -1 : 1)

const noSuchPolicy = ({ kind, name }: OwnerRef, policyName: string) =>
  new S3Error('NoSuchEntity', {
    message: `The ${kind} policy with name ${policyName} cannot be found in ${kind} ${name}.`,
  })

/** What can be done with the policies inside of users, groups and roles. */
export const inlinePolicyUseCases = (parts: Needed) => ({
  put: putInlinePolicy(parts),
  get: getInlinePolicy(parts),
  delete: deleteInlinePolicy(parts),
  list: listInlinePolicies(parts),
})
