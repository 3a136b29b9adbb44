import { addClientIdToOpenIdConnectProvider } from './operations/add-client-id-to-open-id-connect-provider.ts'
import { addUserToGroup } from './operations/add-user-to-group.ts'
import { assumeRoleWithWebIdentity } from './operations/assume-role-with-web-identity.ts'
import { assumeRole } from './operations/assume-role.ts'
import { attachGroupPolicy } from './operations/attach-group-policy.ts'
import { attachRolePolicy } from './operations/attach-role-policy.ts'
import { attachUserPolicy } from './operations/attach-user-policy.ts'
import { createAccessKey } from './operations/create-access-key.ts'
import { createGroup } from './operations/create-group.ts'
import { createOpenIdConnectProvider } from './operations/create-open-id-connect-provider.ts'
import { createPolicyVersion } from './operations/create-policy-version.ts'
import { createPolicy } from './operations/create-policy.ts'
import { createRole } from './operations/create-role.ts'
import { createUser } from './operations/create-user.ts'
import { deleteAccessKey } from './operations/delete-access-key.ts'
import { deleteGroupPolicy } from './operations/delete-group-policy.ts'
import { deleteGroup } from './operations/delete-group.ts'
import { deleteOpenIdConnectProvider } from './operations/delete-open-id-connect-provider.ts'
import { deletePolicyVersion } from './operations/delete-policy-version.ts'
import { deletePolicy } from './operations/delete-policy.ts'
import { deleteRolePermissionsBoundary } from './operations/delete-role-permissions-boundary.ts'
import { deleteRolePolicy } from './operations/delete-role-policy.ts'
import { deleteRole } from './operations/delete-role.ts'
import { deleteUserPermissionsBoundary } from './operations/delete-user-permissions-boundary.ts'
import { deleteUserPolicy } from './operations/delete-user-policy.ts'
import { deleteUser } from './operations/delete-user.ts'
import { detachGroupPolicy } from './operations/detach-group-policy.ts'
import { detachRolePolicy } from './operations/detach-role-policy.ts'
import { detachUserPolicy } from './operations/detach-user-policy.ts'
import { getAccessKeyLastUsed } from './operations/get-access-key-last-used.ts'
import { getAccountAuthorizationDetails } from './operations/get-account-authorization-details.ts'
import { getAccountSummary } from './operations/get-account-summary.ts'
import { getCallerIdentity } from './operations/get-caller-identity.ts'
import { getFederationToken } from './operations/get-federation-token.ts'
import { getGroupPolicy } from './operations/get-group-policy.ts'
import { getGroup } from './operations/get-group.ts'
import { getOpenIdConnectProvider } from './operations/get-open-id-connect-provider.ts'
import { getPolicyVersion } from './operations/get-policy-version.ts'
import { getPolicy } from './operations/get-policy.ts'
import { getRolePolicy } from './operations/get-role-policy.ts'
import { getRole } from './operations/get-role.ts'
import { getSessionToken } from './operations/get-session-token.ts'
import { getUserPolicy } from './operations/get-user-policy.ts'
import { getUser } from './operations/get-user.ts'
import { listAccessKeys } from './operations/list-access-keys.ts'
import { listAccountAliases } from './operations/list-account-aliases.ts'
import { listAttachedGroupPolicies } from './operations/list-attached-group-policies.ts'
import { listAttachedRolePolicies } from './operations/list-attached-role-policies.ts'
import { listAttachedUserPolicies } from './operations/list-attached-user-policies.ts'
import { listEntitiesForPolicy } from './operations/list-entities-for-policy.ts'
import { listGroupPolicies } from './operations/list-group-policies.ts'
import { listGroupsForUser } from './operations/list-groups-for-user.ts'
import { listGroups } from './operations/list-groups.ts'
import { listInstanceProfilesForRole } from './operations/list-instance-profiles-for-role.ts'
import { listMfaDevices } from './operations/list-mfa-devices.ts'
import { listOpenIdConnectProviderTags } from './operations/list-open-id-connect-provider-tags.ts'
import { listOpenIdConnectProviders } from './operations/list-open-id-connect-providers.ts'
import { listPolicies } from './operations/list-policies.ts'
import { listPolicyTags } from './operations/list-policy-tags.ts'
import { listPolicyVersions } from './operations/list-policy-versions.ts'
import { listRolePolicies } from './operations/list-role-policies.ts'
import { listRoleTags } from './operations/list-role-tags.ts'
import { listRoles } from './operations/list-roles.ts'
import { listUserPolicies } from './operations/list-user-policies.ts'
import { listUserTags } from './operations/list-user-tags.ts'
import { listUsers } from './operations/list-users.ts'
import { putGroupPolicy } from './operations/put-group-policy.ts'
import { putRolePermissionsBoundary } from './operations/put-role-permissions-boundary.ts'
import { putRolePolicy } from './operations/put-role-policy.ts'
import { putUserPermissionsBoundary } from './operations/put-user-permissions-boundary.ts'
import { putUserPolicy } from './operations/put-user-policy.ts'
import { removeClientIdFromOpenIdConnectProvider } from './operations/remove-client-id-from-open-id-connect-provider.ts'
import { removeUserFromGroup } from './operations/remove-user-from-group.ts'
import { setDefaultPolicyVersion } from './operations/set-default-policy-version.ts'
import { simulateCustomPolicy } from './operations/simulate-custom-policy.ts'
import { simulatePrincipalPolicy } from './operations/simulate-principal-policy.ts'
import { tagOpenIdConnectProvider } from './operations/tag-open-id-connect-provider.ts'
import { tagPolicy } from './operations/tag-policy.ts'
import { tagRole } from './operations/tag-role.ts'
import { tagUser } from './operations/tag-user.ts'
import { untagOpenIdConnectProvider } from './operations/untag-open-id-connect-provider.ts'
import { untagPolicy } from './operations/untag-policy.ts'
import { untagRole } from './operations/untag-role.ts'
import { untagUser } from './operations/untag-user.ts'
import { updateAccessKey } from './operations/update-access-key.ts'
import { updateAssumeRolePolicy } from './operations/update-assume-role-policy.ts'
import { updateGroup } from './operations/update-group.ts'
import { updateOpenIdConnectProviderThumbprint } from './operations/update-open-id-connect-provider-thumbprint.ts'
import { updateRoleDescription } from './operations/update-role-description.ts'
import { updateRole } from './operations/update-role.ts'
import { updateUser } from './operations/update-user.ts'
import * as subject from './subject.ts'
import type { Handler, InputOf, OperationName, UnsignedHandler } from './operation.ts'
import type { SubjectOf } from './subject.ts'

/** What the models do not say of an operation; those without a row are answered with 501. */
export type OperationRow<Name extends OperationName> = SignedRow<Name> | UnsignedRow<Name>

interface SignedRow<Name extends OperationName> {
  /** On what `iam:<Name>` has to be allowed; absent where the use case itself decides who may. */
  readonly subject?: SubjectOf<InputOf<Name>>
  readonly handler: Handler<Name>
}

interface UnsignedRow<Name extends OperationName> {
  readonly unsignedHandler: UnsignedHandler<Name>
}

// prettier-ignore
export const operations = {
  AddClientIDToOpenIDConnectProvider:       { subject: subject.provider, handler: addClientIdToOpenIdConnectProvider.handle },
  AddUserToGroup:                           { subject: subject.group, handler: addUserToGroup.handle },
  AssumeRole:                               { handler: assumeRole.handle },
  AssumeRoleWithWebIdentity:                { unsignedHandler: assumeRoleWithWebIdentity.handle },
  AttachGroupPolicy:                        { subject: subject.group, handler: attachGroupPolicy.handle },
  AttachRolePolicy:                         { subject: subject.role, handler: attachRolePolicy.handle },
  AttachUserPolicy:                         { subject: subject.user, handler: attachUserPolicy.handle },
  CreateAccessKey:                          { subject: subject.user, handler: createAccessKey.handle },
  CreateGroup:                              { subject: subject.newGroup, handler: createGroup.handle },
  CreateOpenIDConnectProvider:              { subject: subject.newProvider, handler: createOpenIdConnectProvider.handle },
  CreatePolicy:                             { subject: subject.newPolicy, handler: createPolicy.handle },
  CreatePolicyVersion:                      { subject: subject.policy, handler: createPolicyVersion.handle },
  CreateRole:                               { subject: subject.newRole, handler: createRole.handle },
  CreateUser:                               { subject: subject.newUser, handler: createUser.handle },
  DeleteAccessKey:                          { subject: subject.user, handler: deleteAccessKey.handle },
  DeleteGroup:                              { subject: subject.group, handler: deleteGroup.handle },
  DeleteGroupPolicy:                        { subject: subject.group, handler: deleteGroupPolicy.handle },
  DeleteOpenIDConnectProvider:              { subject: subject.provider, handler: deleteOpenIdConnectProvider.handle },
  DeletePolicy:                             { subject: subject.policy, handler: deletePolicy.handle },
  DeletePolicyVersion:                      { subject: subject.policy, handler: deletePolicyVersion.handle },
  DeleteRole:                               { subject: subject.role, handler: deleteRole.handle },
  DeleteRolePermissionsBoundary:            { subject: subject.role, handler: deleteRolePermissionsBoundary.handle },
  DeleteRolePolicy:                         { subject: subject.role, handler: deleteRolePolicy.handle },
  DeleteUser:                               { subject: subject.user, handler: deleteUser.handle },
  DeleteUserPermissionsBoundary:            { subject: subject.user, handler: deleteUserPermissionsBoundary.handle },
  DeleteUserPolicy:                         { subject: subject.user, handler: deleteUserPolicy.handle },
  DetachGroupPolicy:                        { subject: subject.group, handler: detachGroupPolicy.handle },
  DetachRolePolicy:                         { subject: subject.role, handler: detachRolePolicy.handle },
  DetachUserPolicy:                         { subject: subject.user, handler: detachUserPolicy.handle },
  GetAccessKeyLastUsed:                     { subject: subject.everything, handler: getAccessKeyLastUsed.handle },
  GetAccountAuthorizationDetails:           { subject: subject.everything, handler: getAccountAuthorizationDetails.handle },
  GetAccountSummary:                        { subject: subject.everything, handler: getAccountSummary.handle },
  GetCallerIdentity:                        { handler: getCallerIdentity.handle },
  GetFederationToken:                       { handler: getFederationToken.handle },
  GetGroup:                                 { subject: subject.group, handler: getGroup.handle },
  GetGroupPolicy:                           { subject: subject.group, handler: getGroupPolicy.handle },
  GetOpenIDConnectProvider:                 { subject: subject.provider, handler: getOpenIdConnectProvider.handle },
  GetPolicy:                                { subject: subject.policy, handler: getPolicy.handle },
  GetPolicyVersion:                         { subject: subject.policy, handler: getPolicyVersion.handle },
  GetRole:                                  { subject: subject.role, handler: getRole.handle },
  GetRolePolicy:                            { subject: subject.role, handler: getRolePolicy.handle },
  GetSessionToken:                          { handler: getSessionToken.handle },
  GetUser:                                  { subject: subject.user, handler: getUser.handle },
  GetUserPolicy:                            { subject: subject.user, handler: getUserPolicy.handle },
  ListAccessKeys:                           { subject: subject.user, handler: listAccessKeys.handle },
  ListAccountAliases:                       { subject: subject.everything, handler: listAccountAliases.handle },
  ListAttachedGroupPolicies:                { subject: subject.group, handler: listAttachedGroupPolicies.handle },
  ListAttachedRolePolicies:                 { subject: subject.role, handler: listAttachedRolePolicies.handle },
  ListAttachedUserPolicies:                 { subject: subject.user, handler: listAttachedUserPolicies.handle },
  ListEntitiesForPolicy:                    { subject: subject.policy, handler: listEntitiesForPolicy.handle },
  ListGroupPolicies:                        { subject: subject.group, handler: listGroupPolicies.handle },
  ListGroups:                               { subject: subject.all('group'), handler: listGroups.handle },
  ListGroupsForUser:                        { subject: subject.user, handler: listGroupsForUser.handle },
  ListInstanceProfilesForRole:              { subject: subject.role, handler: listInstanceProfilesForRole.handle },
  ListMFADevices:                           { subject: subject.user, handler: listMfaDevices.handle },
  ListOpenIDConnectProviderTags:            { subject: subject.provider, handler: listOpenIdConnectProviderTags.handle },
  ListOpenIDConnectProviders:               { subject: subject.all('oidc-provider'), handler: listOpenIdConnectProviders.handle },
  ListPolicies:                             { subject: subject.all('policy'), handler: listPolicies.handle },
  ListPolicyTags:                           { subject: subject.policy, handler: listPolicyTags.handle },
  ListPolicyVersions:                       { subject: subject.policy, handler: listPolicyVersions.handle },
  ListRolePolicies:                         { subject: subject.role, handler: listRolePolicies.handle },
  ListRoleTags:                             { subject: subject.role, handler: listRoleTags.handle },
  ListRoles:                                { subject: subject.all('role'), handler: listRoles.handle },
  ListUserPolicies:                         { subject: subject.user, handler: listUserPolicies.handle },
  ListUserTags:                             { subject: subject.user, handler: listUserTags.handle },
  ListUsers:                                { subject: subject.all('user'), handler: listUsers.handle },
  PutGroupPolicy:                           { subject: subject.group, handler: putGroupPolicy.handle },
  PutRolePermissionsBoundary:               { subject: subject.role, handler: putRolePermissionsBoundary.handle },
  PutRolePolicy:                            { subject: subject.role, handler: putRolePolicy.handle },
  PutUserPermissionsBoundary:               { subject: subject.user, handler: putUserPermissionsBoundary.handle },
  PutUserPolicy:                            { subject: subject.user, handler: putUserPolicy.handle },
  RemoveClientIDFromOpenIDConnectProvider:  { subject: subject.provider, handler: removeClientIdFromOpenIdConnectProvider.handle },
  RemoveUserFromGroup:                      { subject: subject.group, handler: removeUserFromGroup.handle },
  SetDefaultPolicyVersion:                  { subject: subject.policy, handler: setDefaultPolicyVersion.handle },
  SimulateCustomPolicy:                     { subject: subject.everything, handler: simulateCustomPolicy.handle },
  SimulatePrincipalPolicy:                  { subject: subject.source, handler: simulatePrincipalPolicy.handle },
  TagOpenIDConnectProvider:                 { subject: subject.provider, handler: tagOpenIdConnectProvider.handle },
  TagPolicy:                                { subject: subject.policy, handler: tagPolicy.handle },
  TagRole:                                  { subject: subject.role, handler: tagRole.handle },
  TagUser:                                  { subject: subject.user, handler: tagUser.handle },
  UntagOpenIDConnectProvider:               { subject: subject.provider, handler: untagOpenIdConnectProvider.handle },
  UntagPolicy:                              { subject: subject.policy, handler: untagPolicy.handle },
  UntagRole:                                { subject: subject.role, handler: untagRole.handle },
  UntagUser:                                { subject: subject.user, handler: untagUser.handle },
  UpdateAccessKey:                          { subject: subject.user, handler: updateAccessKey.handle },
  UpdateAssumeRolePolicy:                   { subject: subject.role, handler: updateAssumeRolePolicy.handle },
  UpdateGroup:                              { subject: subject.group, handler: updateGroup.handle },
  UpdateOpenIDConnectProviderThumbprint:    { subject: subject.provider, handler: updateOpenIdConnectProviderThumbprint.handle },
  UpdateRole:                               { subject: subject.role, handler: updateRole.handle },
  UpdateRoleDescription:                    { subject: subject.role, handler: updateRoleDescription.handle },
  UpdateUser:                               { subject: subject.user, handler: updateUser.handle },
} satisfies { readonly [Name in OperationName]: OperationRow<Name> }
