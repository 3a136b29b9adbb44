import type * as sdk from '@aws-sdk/client-iam'
import type { InJson } from './in-json.ts'

/** What goes into AWS's operation, and what comes out. */
interface IamTypes {
  readonly AddClientIDToOpenIDConnectProvider: [
    input: sdk.AddClientIDToOpenIDConnectProviderCommandInput,
    output: sdk.AddClientIDToOpenIDConnectProviderCommandOutput,
  ]
  readonly AddUserToGroup: [input: sdk.AddUserToGroupCommandInput, output: sdk.AddUserToGroupCommandOutput]
  readonly AttachGroupPolicy: [
    input: sdk.AttachGroupPolicyCommandInput,
    output: sdk.AttachGroupPolicyCommandOutput,
  ]
  readonly AttachRolePolicy: [
    input: sdk.AttachRolePolicyCommandInput,
    output: sdk.AttachRolePolicyCommandOutput,
  ]
  readonly AttachUserPolicy: [
    input: sdk.AttachUserPolicyCommandInput,
    output: sdk.AttachUserPolicyCommandOutput,
  ]
  readonly CreateAccessKey: [input: sdk.CreateAccessKeyCommandInput, output: sdk.CreateAccessKeyCommandOutput]
  readonly CreateGroup: [input: sdk.CreateGroupCommandInput, output: sdk.CreateGroupCommandOutput]
  readonly CreateOpenIDConnectProvider: [
    input: sdk.CreateOpenIDConnectProviderCommandInput,
    output: sdk.CreateOpenIDConnectProviderCommandOutput,
  ]
  readonly CreatePolicy: [input: sdk.CreatePolicyCommandInput, output: sdk.CreatePolicyCommandOutput]
  readonly CreatePolicyVersion: [
    input: sdk.CreatePolicyVersionCommandInput,
    output: sdk.CreatePolicyVersionCommandOutput,
  ]
  readonly CreateRole: [input: sdk.CreateRoleCommandInput, output: sdk.CreateRoleCommandOutput]
  readonly CreateUser: [input: sdk.CreateUserCommandInput, output: sdk.CreateUserCommandOutput]
  readonly DeleteAccessKey: [input: sdk.DeleteAccessKeyCommandInput, output: sdk.DeleteAccessKeyCommandOutput]
  readonly DeleteGroup: [input: sdk.DeleteGroupCommandInput, output: sdk.DeleteGroupCommandOutput]
  readonly DeleteGroupPolicy: [
    input: sdk.DeleteGroupPolicyCommandInput,
    output: sdk.DeleteGroupPolicyCommandOutput,
  ]
  readonly DeleteOpenIDConnectProvider: [
    input: sdk.DeleteOpenIDConnectProviderCommandInput,
    output: sdk.DeleteOpenIDConnectProviderCommandOutput,
  ]
  readonly DeletePolicy: [input: sdk.DeletePolicyCommandInput, output: sdk.DeletePolicyCommandOutput]
  readonly DeletePolicyVersion: [
    input: sdk.DeletePolicyVersionCommandInput,
    output: sdk.DeletePolicyVersionCommandOutput,
  ]
  readonly DeleteRole: [input: sdk.DeleteRoleCommandInput, output: sdk.DeleteRoleCommandOutput]
  readonly DeleteRolePermissionsBoundary: [
    input: sdk.DeleteRolePermissionsBoundaryCommandInput,
    output: sdk.DeleteRolePermissionsBoundaryCommandOutput,
  ]
  readonly DeleteRolePolicy: [
    input: sdk.DeleteRolePolicyCommandInput,
    output: sdk.DeleteRolePolicyCommandOutput,
  ]
  readonly DeleteUser: [input: sdk.DeleteUserCommandInput, output: sdk.DeleteUserCommandOutput]
  readonly DeleteUserPermissionsBoundary: [
    input: sdk.DeleteUserPermissionsBoundaryCommandInput,
    output: sdk.DeleteUserPermissionsBoundaryCommandOutput,
  ]
  readonly DeleteUserPolicy: [
    input: sdk.DeleteUserPolicyCommandInput,
    output: sdk.DeleteUserPolicyCommandOutput,
  ]
  readonly DetachGroupPolicy: [
    input: sdk.DetachGroupPolicyCommandInput,
    output: sdk.DetachGroupPolicyCommandOutput,
  ]
  readonly DetachRolePolicy: [
    input: sdk.DetachRolePolicyCommandInput,
    output: sdk.DetachRolePolicyCommandOutput,
  ]
  readonly DetachUserPolicy: [
    input: sdk.DetachUserPolicyCommandInput,
    output: sdk.DetachUserPolicyCommandOutput,
  ]
  readonly GetAccessKeyLastUsed: [
    input: sdk.GetAccessKeyLastUsedCommandInput,
    output: sdk.GetAccessKeyLastUsedCommandOutput,
  ]
  readonly GetAccountAuthorizationDetails: [
    input: sdk.GetAccountAuthorizationDetailsCommandInput,
    output: sdk.GetAccountAuthorizationDetailsCommandOutput,
  ]
  readonly GetAccountSummary: [
    input: sdk.GetAccountSummaryCommandInput,
    output: sdk.GetAccountSummaryCommandOutput,
  ]
  readonly GetGroup: [input: sdk.GetGroupCommandInput, output: sdk.GetGroupCommandOutput]
  readonly GetGroupPolicy: [input: sdk.GetGroupPolicyCommandInput, output: sdk.GetGroupPolicyCommandOutput]
  readonly GetOpenIDConnectProvider: [
    input: sdk.GetOpenIDConnectProviderCommandInput,
    output: sdk.GetOpenIDConnectProviderCommandOutput,
  ]
  readonly GetPolicy: [input: sdk.GetPolicyCommandInput, output: sdk.GetPolicyCommandOutput]
  readonly GetPolicyVersion: [
    input: sdk.GetPolicyVersionCommandInput,
    output: sdk.GetPolicyVersionCommandOutput,
  ]
  readonly GetRole: [input: sdk.GetRoleCommandInput, output: sdk.GetRoleCommandOutput]
  readonly GetRolePolicy: [input: sdk.GetRolePolicyCommandInput, output: sdk.GetRolePolicyCommandOutput]
  readonly GetUser: [input: sdk.GetUserCommandInput, output: sdk.GetUserCommandOutput]
  readonly GetUserPolicy: [input: sdk.GetUserPolicyCommandInput, output: sdk.GetUserPolicyCommandOutput]
  readonly ListAccessKeys: [input: sdk.ListAccessKeysCommandInput, output: sdk.ListAccessKeysCommandOutput]
  readonly ListAttachedGroupPolicies: [
    input: sdk.ListAttachedGroupPoliciesCommandInput,
    output: sdk.ListAttachedGroupPoliciesCommandOutput,
  ]
  readonly ListAttachedRolePolicies: [
    input: sdk.ListAttachedRolePoliciesCommandInput,
    output: sdk.ListAttachedRolePoliciesCommandOutput,
  ]
  readonly ListAttachedUserPolicies: [
    input: sdk.ListAttachedUserPoliciesCommandInput,
    output: sdk.ListAttachedUserPoliciesCommandOutput,
  ]
  readonly ListEntitiesForPolicy: [
    input: sdk.ListEntitiesForPolicyCommandInput,
    output: sdk.ListEntitiesForPolicyCommandOutput,
  ]
  readonly ListGroupPolicies: [
    input: sdk.ListGroupPoliciesCommandInput,
    output: sdk.ListGroupPoliciesCommandOutput,
  ]
  readonly ListGroups: [input: sdk.ListGroupsCommandInput, output: sdk.ListGroupsCommandOutput]
  readonly ListGroupsForUser: [
    input: sdk.ListGroupsForUserCommandInput,
    output: sdk.ListGroupsForUserCommandOutput,
  ]
  readonly ListOpenIDConnectProviderTags: [
    input: sdk.ListOpenIDConnectProviderTagsCommandInput,
    output: sdk.ListOpenIDConnectProviderTagsCommandOutput,
  ]
  readonly ListOpenIDConnectProviders: [
    input: sdk.ListOpenIDConnectProvidersCommandInput,
    output: sdk.ListOpenIDConnectProvidersCommandOutput,
  ]
  readonly ListPolicies: [input: sdk.ListPoliciesCommandInput, output: sdk.ListPoliciesCommandOutput]
  readonly ListPolicyTags: [input: sdk.ListPolicyTagsCommandInput, output: sdk.ListPolicyTagsCommandOutput]
  readonly ListPolicyVersions: [
    input: sdk.ListPolicyVersionsCommandInput,
    output: sdk.ListPolicyVersionsCommandOutput,
  ]
  readonly ListRolePolicies: [
    input: sdk.ListRolePoliciesCommandInput,
    output: sdk.ListRolePoliciesCommandOutput,
  ]
  readonly ListRoleTags: [input: sdk.ListRoleTagsCommandInput, output: sdk.ListRoleTagsCommandOutput]
  readonly ListRoles: [input: sdk.ListRolesCommandInput, output: sdk.ListRolesCommandOutput]
  readonly ListUserPolicies: [
    input: sdk.ListUserPoliciesCommandInput,
    output: sdk.ListUserPoliciesCommandOutput,
  ]
  readonly ListUserTags: [input: sdk.ListUserTagsCommandInput, output: sdk.ListUserTagsCommandOutput]
  readonly ListUsers: [input: sdk.ListUsersCommandInput, output: sdk.ListUsersCommandOutput]
  readonly PutGroupPolicy: [input: sdk.PutGroupPolicyCommandInput, output: sdk.PutGroupPolicyCommandOutput]
  readonly PutRolePermissionsBoundary: [
    input: sdk.PutRolePermissionsBoundaryCommandInput,
    output: sdk.PutRolePermissionsBoundaryCommandOutput,
  ]
  readonly PutRolePolicy: [input: sdk.PutRolePolicyCommandInput, output: sdk.PutRolePolicyCommandOutput]
  readonly PutUserPermissionsBoundary: [
    input: sdk.PutUserPermissionsBoundaryCommandInput,
    output: sdk.PutUserPermissionsBoundaryCommandOutput,
  ]
  readonly PutUserPolicy: [input: sdk.PutUserPolicyCommandInput, output: sdk.PutUserPolicyCommandOutput]
  readonly RemoveClientIDFromOpenIDConnectProvider: [
    input: sdk.RemoveClientIDFromOpenIDConnectProviderCommandInput,
    output: sdk.RemoveClientIDFromOpenIDConnectProviderCommandOutput,
  ]
  readonly RemoveUserFromGroup: [
    input: sdk.RemoveUserFromGroupCommandInput,
    output: sdk.RemoveUserFromGroupCommandOutput,
  ]
  readonly SetDefaultPolicyVersion: [
    input: sdk.SetDefaultPolicyVersionCommandInput,
    output: sdk.SetDefaultPolicyVersionCommandOutput,
  ]
  readonly SimulateCustomPolicy: [
    input: sdk.SimulateCustomPolicyCommandInput,
    output: sdk.SimulateCustomPolicyCommandOutput,
  ]
  readonly SimulatePrincipalPolicy: [
    input: sdk.SimulatePrincipalPolicyCommandInput,
    output: sdk.SimulatePrincipalPolicyCommandOutput,
  ]
  readonly TagOpenIDConnectProvider: [
    input: sdk.TagOpenIDConnectProviderCommandInput,
    output: sdk.TagOpenIDConnectProviderCommandOutput,
  ]
  readonly TagPolicy: [input: sdk.TagPolicyCommandInput, output: sdk.TagPolicyCommandOutput]
  readonly TagRole: [input: sdk.TagRoleCommandInput, output: sdk.TagRoleCommandOutput]
  readonly TagUser: [input: sdk.TagUserCommandInput, output: sdk.TagUserCommandOutput]
  readonly UntagOpenIDConnectProvider: [
    input: sdk.UntagOpenIDConnectProviderCommandInput,
    output: sdk.UntagOpenIDConnectProviderCommandOutput,
  ]
  readonly UntagPolicy: [input: sdk.UntagPolicyCommandInput, output: sdk.UntagPolicyCommandOutput]
  readonly UntagRole: [input: sdk.UntagRoleCommandInput, output: sdk.UntagRoleCommandOutput]
  readonly UntagUser: [input: sdk.UntagUserCommandInput, output: sdk.UntagUserCommandOutput]
  readonly UpdateAccessKey: [input: sdk.UpdateAccessKeyCommandInput, output: sdk.UpdateAccessKeyCommandOutput]
  readonly UpdateAssumeRolePolicy: [
    input: sdk.UpdateAssumeRolePolicyCommandInput,
    output: sdk.UpdateAssumeRolePolicyCommandOutput,
  ]
  readonly UpdateGroup: [input: sdk.UpdateGroupCommandInput, output: sdk.UpdateGroupCommandOutput]
  readonly UpdateOpenIDConnectProviderThumbprint: [
    input: sdk.UpdateOpenIDConnectProviderThumbprintCommandInput,
    output: sdk.UpdateOpenIDConnectProviderThumbprintCommandOutput,
  ]
  readonly UpdateRole: [input: sdk.UpdateRoleCommandInput, output: sdk.UpdateRoleCommandOutput]
  readonly UpdateRoleDescription: [
    input: sdk.UpdateRoleDescriptionCommandInput,
    output: sdk.UpdateRoleDescriptionCommandOutput,
  ]
  readonly UpdateUser: [input: sdk.UpdateUserCommandInput, output: sdk.UpdateUserCommandOutput]
}

export type IamInput<Action extends keyof IamTypes> = InJson<IamTypes[Action][0]>
export type IamOutput<Action extends keyof IamTypes> = InJson<Omit<IamTypes[Action][1], '$metadata'>>
