import { allDetails, type Detail, type OwnerDetail } from '../../core/iam/authorization-details.ts'
import { groupOutput, roleOutput, userOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { attachedOutput, documentText, policyOutput, versionOutput } from '../policy-output.ts'
import type { IamGroup, IamRole, IamUser, PolicyOwner } from '../../core/iam/entities.ts'
import type { UsedPolicy } from '../../core/iam/policies.ts'

export const getAccountAuthorizationDetails = operation(
  'GetAccountAuthorizationDetails',
  async ({ input, projectId, core }) => {
    const { Filter: filters = allDetails } = input
    const page = await core.iam.listAuthorizationDetails(projectId, filters, paging(input))
    const owners = page.items.filter((detail) => 'owner' in detail)
    return {
      UserDetailList: owners.flatMap((detail) => (isOf(detail, 'user') ? [userDetail(detail)] : [])),
      GroupDetailList: owners.flatMap((detail) => (isOf(detail, 'group') ? [groupDetail(detail)] : [])),
      RoleDetailList: owners.flatMap((detail) => (isOf(detail, 'role') ? [roleDetail(detail)] : [])),
      Policies: page.items.flatMap((detail: Detail) =>
        'policy' in detail ? [policyDetail(detail.policy)] : [],
      ),
      ...pageOutput(page),
    }
  },
)

type DetailOf<Owner> = OwnerDetail & { readonly owner: Owner }

const isOf = <Kind extends PolicyOwner['kind']>(
  detail: OwnerDetail,
  kind: Kind,
): detail is DetailOf<Extract<PolicyOwner, { readonly kind: Kind }>> => detail.owner.kind === kind

const inlineOutput = ({ inlinePolicies }: PolicyOwner) =>
  inlinePolicies.map(({ name, document }) => ({ PolicyName: name, PolicyDocument: documentText(document) }))

const userDetail = ({ owner, attached, groups, boundaryArn }: DetailOf<IamUser>) => ({
  ...userOutput({ ...owner, boundaryArn }),
  UserPolicyList: inlineOutput(owner),
  GroupList: groups.map(({ name }) => name),
  AttachedManagedPolicies: attached.map(attachedOutput),
})

const groupDetail = ({ owner, attached }: DetailOf<IamGroup>) => ({
  ...groupOutput(owner),
  GroupPolicyList: inlineOutput(owner),
  AttachedManagedPolicies: attached.map(attachedOutput),
})

const roleDetail = ({ owner, attached, boundaryArn }: DetailOf<IamRole>) => ({
  ...roleOutput({ ...owner, boundaryArn }),
  InstanceProfileList: [],
  RolePolicyList: inlineOutput(owner),
  AttachedManagedPolicies: attached.map(attachedOutput),
})

const policyDetail = (policy: UsedPolicy) => ({
  ...policyOutput(policy),
  PolicyVersionList: policy.versions.map((version) => ({
    ...versionOutput({ ...version, isDefault: version.id === policy.defaultVersionId }),
    Document: documentText(version.document),
  })),
})
