// Written by `npm run model` from the schemas of @aws-sdk/client-iam and client-sts. Change .config/model/query-models.ts instead.
import type * as iam from '@aws-sdk/client-iam'
import type * as sts from '@aws-sdk/client-sts'
import type { QueryModel } from '../query-model.ts'

/** What goes in and comes out, as the SDKs type it. */
export interface OperationTypes {
  AddClientIDToOpenIDConnectProvider: { input: iam.AddClientIDToOpenIDConnectProviderCommandInput; output: iam.AddClientIDToOpenIDConnectProviderCommandOutput }
  AddUserToGroup: { input: iam.AddUserToGroupCommandInput; output: iam.AddUserToGroupCommandOutput }
  AttachGroupPolicy: { input: iam.AttachGroupPolicyCommandInput; output: iam.AttachGroupPolicyCommandOutput }
  AttachRolePolicy: { input: iam.AttachRolePolicyCommandInput; output: iam.AttachRolePolicyCommandOutput }
  AttachUserPolicy: { input: iam.AttachUserPolicyCommandInput; output: iam.AttachUserPolicyCommandOutput }
  CreateAccessKey: { input: iam.CreateAccessKeyCommandInput; output: iam.CreateAccessKeyCommandOutput }
  CreateGroup: { input: iam.CreateGroupCommandInput; output: iam.CreateGroupCommandOutput }
  CreateOpenIDConnectProvider: { input: iam.CreateOpenIDConnectProviderCommandInput; output: iam.CreateOpenIDConnectProviderCommandOutput }
  CreatePolicy: { input: iam.CreatePolicyCommandInput; output: iam.CreatePolicyCommandOutput }
  CreatePolicyVersion: { input: iam.CreatePolicyVersionCommandInput; output: iam.CreatePolicyVersionCommandOutput }
  CreateRole: { input: iam.CreateRoleCommandInput; output: iam.CreateRoleCommandOutput }
  CreateUser: { input: iam.CreateUserCommandInput; output: iam.CreateUserCommandOutput }
  DeleteAccessKey: { input: iam.DeleteAccessKeyCommandInput; output: iam.DeleteAccessKeyCommandOutput }
  DeleteGroup: { input: iam.DeleteGroupCommandInput; output: iam.DeleteGroupCommandOutput }
  DeleteGroupPolicy: { input: iam.DeleteGroupPolicyCommandInput; output: iam.DeleteGroupPolicyCommandOutput }
  DeleteOpenIDConnectProvider: { input: iam.DeleteOpenIDConnectProviderCommandInput; output: iam.DeleteOpenIDConnectProviderCommandOutput }
  DeletePolicy: { input: iam.DeletePolicyCommandInput; output: iam.DeletePolicyCommandOutput }
  DeletePolicyVersion: { input: iam.DeletePolicyVersionCommandInput; output: iam.DeletePolicyVersionCommandOutput }
  DeleteRole: { input: iam.DeleteRoleCommandInput; output: iam.DeleteRoleCommandOutput }
  DeleteRolePermissionsBoundary: { input: iam.DeleteRolePermissionsBoundaryCommandInput; output: iam.DeleteRolePermissionsBoundaryCommandOutput }
  DeleteRolePolicy: { input: iam.DeleteRolePolicyCommandInput; output: iam.DeleteRolePolicyCommandOutput }
  DeleteUser: { input: iam.DeleteUserCommandInput; output: iam.DeleteUserCommandOutput }
  DeleteUserPermissionsBoundary: { input: iam.DeleteUserPermissionsBoundaryCommandInput; output: iam.DeleteUserPermissionsBoundaryCommandOutput }
  DeleteUserPolicy: { input: iam.DeleteUserPolicyCommandInput; output: iam.DeleteUserPolicyCommandOutput }
  DetachGroupPolicy: { input: iam.DetachGroupPolicyCommandInput; output: iam.DetachGroupPolicyCommandOutput }
  DetachRolePolicy: { input: iam.DetachRolePolicyCommandInput; output: iam.DetachRolePolicyCommandOutput }
  DetachUserPolicy: { input: iam.DetachUserPolicyCommandInput; output: iam.DetachUserPolicyCommandOutput }
  GetAccessKeyLastUsed: { input: iam.GetAccessKeyLastUsedCommandInput; output: iam.GetAccessKeyLastUsedCommandOutput }
  GetAccountAuthorizationDetails: { input: iam.GetAccountAuthorizationDetailsCommandInput; output: iam.GetAccountAuthorizationDetailsCommandOutput }
  GetAccountSummary: { input: iam.GetAccountSummaryCommandInput; output: iam.GetAccountSummaryCommandOutput }
  GetGroup: { input: iam.GetGroupCommandInput; output: iam.GetGroupCommandOutput }
  GetGroupPolicy: { input: iam.GetGroupPolicyCommandInput; output: iam.GetGroupPolicyCommandOutput }
  GetOpenIDConnectProvider: { input: iam.GetOpenIDConnectProviderCommandInput; output: iam.GetOpenIDConnectProviderCommandOutput }
  GetPolicy: { input: iam.GetPolicyCommandInput; output: iam.GetPolicyCommandOutput }
  GetPolicyVersion: { input: iam.GetPolicyVersionCommandInput; output: iam.GetPolicyVersionCommandOutput }
  GetRole: { input: iam.GetRoleCommandInput; output: iam.GetRoleCommandOutput }
  GetRolePolicy: { input: iam.GetRolePolicyCommandInput; output: iam.GetRolePolicyCommandOutput }
  GetUser: { input: iam.GetUserCommandInput; output: iam.GetUserCommandOutput }
  GetUserPolicy: { input: iam.GetUserPolicyCommandInput; output: iam.GetUserPolicyCommandOutput }
  ListAccessKeys: { input: iam.ListAccessKeysCommandInput; output: iam.ListAccessKeysCommandOutput }
  ListAccountAliases: { input: iam.ListAccountAliasesCommandInput; output: iam.ListAccountAliasesCommandOutput }
  ListAttachedGroupPolicies: { input: iam.ListAttachedGroupPoliciesCommandInput; output: iam.ListAttachedGroupPoliciesCommandOutput }
  ListAttachedRolePolicies: { input: iam.ListAttachedRolePoliciesCommandInput; output: iam.ListAttachedRolePoliciesCommandOutput }
  ListAttachedUserPolicies: { input: iam.ListAttachedUserPoliciesCommandInput; output: iam.ListAttachedUserPoliciesCommandOutput }
  ListEntitiesForPolicy: { input: iam.ListEntitiesForPolicyCommandInput; output: iam.ListEntitiesForPolicyCommandOutput }
  ListGroupPolicies: { input: iam.ListGroupPoliciesCommandInput; output: iam.ListGroupPoliciesCommandOutput }
  ListGroups: { input: iam.ListGroupsCommandInput; output: iam.ListGroupsCommandOutput }
  ListGroupsForUser: { input: iam.ListGroupsForUserCommandInput; output: iam.ListGroupsForUserCommandOutput }
  ListInstanceProfilesForRole: { input: iam.ListInstanceProfilesForRoleCommandInput; output: iam.ListInstanceProfilesForRoleCommandOutput }
  ListMFADevices: { input: iam.ListMFADevicesCommandInput; output: iam.ListMFADevicesCommandOutput }
  ListOpenIDConnectProviderTags: { input: iam.ListOpenIDConnectProviderTagsCommandInput; output: iam.ListOpenIDConnectProviderTagsCommandOutput }
  ListOpenIDConnectProviders: { input: iam.ListOpenIDConnectProvidersCommandInput; output: iam.ListOpenIDConnectProvidersCommandOutput }
  ListPolicies: { input: iam.ListPoliciesCommandInput; output: iam.ListPoliciesCommandOutput }
  ListPolicyTags: { input: iam.ListPolicyTagsCommandInput; output: iam.ListPolicyTagsCommandOutput }
  ListPolicyVersions: { input: iam.ListPolicyVersionsCommandInput; output: iam.ListPolicyVersionsCommandOutput }
  ListRolePolicies: { input: iam.ListRolePoliciesCommandInput; output: iam.ListRolePoliciesCommandOutput }
  ListRoleTags: { input: iam.ListRoleTagsCommandInput; output: iam.ListRoleTagsCommandOutput }
  ListRoles: { input: iam.ListRolesCommandInput; output: iam.ListRolesCommandOutput }
  ListUserPolicies: { input: iam.ListUserPoliciesCommandInput; output: iam.ListUserPoliciesCommandOutput }
  ListUserTags: { input: iam.ListUserTagsCommandInput; output: iam.ListUserTagsCommandOutput }
  ListUsers: { input: iam.ListUsersCommandInput; output: iam.ListUsersCommandOutput }
  PutGroupPolicy: { input: iam.PutGroupPolicyCommandInput; output: iam.PutGroupPolicyCommandOutput }
  PutRolePermissionsBoundary: { input: iam.PutRolePermissionsBoundaryCommandInput; output: iam.PutRolePermissionsBoundaryCommandOutput }
  PutRolePolicy: { input: iam.PutRolePolicyCommandInput; output: iam.PutRolePolicyCommandOutput }
  PutUserPermissionsBoundary: { input: iam.PutUserPermissionsBoundaryCommandInput; output: iam.PutUserPermissionsBoundaryCommandOutput }
  PutUserPolicy: { input: iam.PutUserPolicyCommandInput; output: iam.PutUserPolicyCommandOutput }
  RemoveClientIDFromOpenIDConnectProvider: { input: iam.RemoveClientIDFromOpenIDConnectProviderCommandInput; output: iam.RemoveClientIDFromOpenIDConnectProviderCommandOutput }
  RemoveUserFromGroup: { input: iam.RemoveUserFromGroupCommandInput; output: iam.RemoveUserFromGroupCommandOutput }
  SetDefaultPolicyVersion: { input: iam.SetDefaultPolicyVersionCommandInput; output: iam.SetDefaultPolicyVersionCommandOutput }
  SimulateCustomPolicy: { input: iam.SimulateCustomPolicyCommandInput; output: iam.SimulateCustomPolicyCommandOutput }
  SimulatePrincipalPolicy: { input: iam.SimulatePrincipalPolicyCommandInput; output: iam.SimulatePrincipalPolicyCommandOutput }
  TagOpenIDConnectProvider: { input: iam.TagOpenIDConnectProviderCommandInput; output: iam.TagOpenIDConnectProviderCommandOutput }
  TagPolicy: { input: iam.TagPolicyCommandInput; output: iam.TagPolicyCommandOutput }
  TagRole: { input: iam.TagRoleCommandInput; output: iam.TagRoleCommandOutput }
  TagUser: { input: iam.TagUserCommandInput; output: iam.TagUserCommandOutput }
  UntagOpenIDConnectProvider: { input: iam.UntagOpenIDConnectProviderCommandInput; output: iam.UntagOpenIDConnectProviderCommandOutput }
  UntagPolicy: { input: iam.UntagPolicyCommandInput; output: iam.UntagPolicyCommandOutput }
  UntagRole: { input: iam.UntagRoleCommandInput; output: iam.UntagRoleCommandOutput }
  UntagUser: { input: iam.UntagUserCommandInput; output: iam.UntagUserCommandOutput }
  UpdateAccessKey: { input: iam.UpdateAccessKeyCommandInput; output: iam.UpdateAccessKeyCommandOutput }
  UpdateAssumeRolePolicy: { input: iam.UpdateAssumeRolePolicyCommandInput; output: iam.UpdateAssumeRolePolicyCommandOutput }
  UpdateGroup: { input: iam.UpdateGroupCommandInput; output: iam.UpdateGroupCommandOutput }
  UpdateOpenIDConnectProviderThumbprint: { input: iam.UpdateOpenIDConnectProviderThumbprintCommandInput; output: iam.UpdateOpenIDConnectProviderThumbprintCommandOutput }
  UpdateRole: { input: iam.UpdateRoleCommandInput; output: iam.UpdateRoleCommandOutput }
  UpdateRoleDescription: { input: iam.UpdateRoleDescriptionCommandInput; output: iam.UpdateRoleDescriptionCommandOutput }
  UpdateUser: { input: iam.UpdateUserCommandInput; output: iam.UpdateUserCommandOutput }
  AssumeRole: { input: sts.AssumeRoleCommandInput; output: sts.AssumeRoleCommandOutput }
  AssumeRoleWithWebIdentity: { input: sts.AssumeRoleWithWebIdentityCommandInput; output: sts.AssumeRoleWithWebIdentityCommandOutput }
  GetCallerIdentity: { input: sts.GetCallerIdentityCommandInput; output: sts.GetCallerIdentityCommandOutput }
  GetFederationToken: { input: sts.GetFederationTokenCommandInput; output: sts.GetFederationTokenCommandOutput }
  GetSessionToken: { input: sts.GetSessionTokenCommandInput; output: sts.GetSessionTokenCommandOutput }
}

export type OperationName = keyof OperationTypes

export const models: Readonly<Record<'iam' | 'sts', QueryModel>> = {
  iam: {
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    prefixes: {},
    operations: {
      AddClientIDToOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['ClientID', 'string', 'element', 'ClientID', true],
        ],
      },
      AddUserToGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['UserName', 'string', 'element', 'UserName', true],
        ],
      },
      AttachGroupPolicy: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      AttachRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      AttachUserPolicy: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      CreateAccessKey: {
        input: [
          ['UserName', 'string', 'element', 'UserName'],
        ],
        output: [
          ['AccessKey', 'AccessKey', 'element', 'AccessKey', true],
        ],
      },
      CreateGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['Path', 'string', 'element', 'Path'],
        ],
        output: [
          ['Group', 'Group', 'element', 'Group', true],
        ],
      },
      CreateOpenIDConnectProvider: {
        input: [
          ['Url', 'string', 'element', 'Url', true],
          ['ClientIDList', 'string[]', 'element', 'ClientIDList/member'],
          ['ThumbprintList', 'string[]', 'element', 'ThumbprintList/member'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
        output: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
      },
      CreatePolicy: {
        input: [
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
          ['Path', 'string', 'element', 'Path'],
          ['Description', 'string', 'element', 'Description'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
        output: [
          ['Policy', 'Policy', 'element', 'Policy'],
        ],
      },
      CreatePolicyVersion: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
          ['SetAsDefault', 'boolean', 'element', 'SetAsDefault'],
        ],
        output: [
          ['PolicyVersion', 'PolicyVersion', 'element', 'PolicyVersion'],
        ],
      },
      CreateRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['AssumeRolePolicyDocument', 'string', 'element', 'AssumeRolePolicyDocument', true],
          ['Path', 'string', 'element', 'Path'],
          ['Description', 'string', 'element', 'Description'],
          ['MaxSessionDuration', 'integer', 'element', 'MaxSessionDuration'],
          ['PermissionsBoundary', 'string', 'element', 'PermissionsBoundary'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
        output: [
          ['Role', 'Role', 'element', 'Role', true],
        ],
      },
      CreateUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['Path', 'string', 'element', 'Path'],
          ['PermissionsBoundary', 'string', 'element', 'PermissionsBoundary'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
        output: [
          ['User', 'User', 'element', 'User'],
        ],
      },
      DeleteAccessKey: {
        input: [
          ['AccessKeyId', 'string', 'element', 'AccessKeyId', true],
          ['UserName', 'string', 'element', 'UserName'],
        ],
      },
      DeleteGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
        ],
      },
      DeleteGroupPolicy: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
      },
      DeleteOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
        ],
      },
      DeletePolicy: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      DeletePolicyVersion: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['VersionId', 'string', 'element', 'VersionId', true],
        ],
      },
      DeleteRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
        ],
      },
      DeleteRolePermissionsBoundary: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
        ],
      },
      DeleteRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
      },
      DeleteUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
        ],
      },
      DeleteUserPermissionsBoundary: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
        ],
      },
      DeleteUserPolicy: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
      },
      DetachGroupPolicy: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      DetachRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      DetachUserPolicy: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
      },
      GetAccessKeyLastUsed: {
        input: [
          ['AccessKeyId', 'string', 'element', 'AccessKeyId', true],
        ],
        output: [
          ['UserName', 'string', 'element', 'UserName'],
          ['AccessKeyLastUsed', 'AccessKeyLastUsed', 'element', 'AccessKeyLastUsed'],
        ],
      },
      GetAccountAuthorizationDetails: {
        input: [
          ['Filter', 'EntityType[]', 'element', 'Filter/member'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
        output: [
          ['UserDetailList', 'UserDetail[]', 'element', 'UserDetailList/member'],
          ['GroupDetailList', 'GroupDetail[]', 'element', 'GroupDetailList/member'],
          ['RoleDetailList', 'RoleDetail[]', 'element', 'RoleDetailList/member'],
          ['Policies', 'ManagedPolicyDetail[]', 'element', 'Policies/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      GetAccountSummary: {
        input: [],
        output: [
          ['SummaryMap', 'map', 'element', 'SummaryMap'],
        ],
      },
      GetGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Group', 'Group', 'element', 'Group', true],
          ['Users', 'User[]', 'element', 'Users/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      GetGroupPolicy: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
        output: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      GetOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
        ],
        output: [
          ['Url', 'string', 'element', 'Url'],
          ['ClientIDList', 'string[]', 'element', 'ClientIDList/member'],
          ['ThumbprintList', 'string[]', 'element', 'ThumbprintList/member'],
          ['CreateDate', 'iso-date', 'element', 'CreateDate'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ],
      },
      GetPolicy: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
        ],
        output: [
          ['Policy', 'Policy', 'element', 'Policy'],
        ],
      },
      GetPolicyVersion: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['VersionId', 'string', 'element', 'VersionId', true],
        ],
        output: [
          ['PolicyVersion', 'PolicyVersion', 'element', 'PolicyVersion'],
        ],
      },
      GetRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
        ],
        output: [
          ['Role', 'Role', 'element', 'Role', true],
        ],
      },
      GetRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
        output: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      GetUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName'],
        ],
        output: [
          ['User', 'User', 'element', 'User', true],
        ],
      },
      GetUserPolicy: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
        ],
        output: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      ListAccessKeys: {
        input: [
          ['UserName', 'string', 'element', 'UserName'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['AccessKeyMetadata', 'AccessKeyMetadata[]', 'element', 'AccessKeyMetadata/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListAccountAliases: {
        input: [
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['AccountAliases', 'string[]', 'element', 'AccountAliases/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListAttachedGroupPolicies: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['AttachedPolicies', 'AttachedPolicy[]', 'element', 'AttachedPolicies/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListAttachedRolePolicies: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['AttachedPolicies', 'AttachedPolicy[]', 'element', 'AttachedPolicies/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListAttachedUserPolicies: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['AttachedPolicies', 'AttachedPolicy[]', 'element', 'AttachedPolicies/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListEntitiesForPolicy: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['EntityFilter', 'EntityType', 'element', 'EntityFilter'],
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['PolicyUsageFilter', 'PolicyUsageType', 'element', 'PolicyUsageFilter'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['PolicyGroups', 'PolicyGroup[]', 'element', 'PolicyGroups/member'],
          ['PolicyUsers', 'PolicyUser[]', 'element', 'PolicyUsers/member'],
          ['PolicyRoles', 'PolicyRole[]', 'element', 'PolicyRoles/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListGroupPolicies: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['PolicyNames', 'string[]', 'element', 'PolicyNames/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListGroups: {
        input: [
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Groups', 'Group[]', 'element', 'Groups/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListGroupsForUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Groups', 'Group[]', 'element', 'Groups/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListInstanceProfilesForRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['InstanceProfiles', 'InstanceProfile[]', 'element', 'InstanceProfiles/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListMFADevices: {
        input: [
          ['UserName', 'string', 'element', 'UserName'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['MFADevices', 'MFADevice[]', 'element', 'MFADevices/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListOpenIDConnectProviderTags: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListOpenIDConnectProviders: {
        input: [],
        output: [
          ['OpenIDConnectProviderList', 'OpenIDConnectProviderListEntry[]', 'element', 'OpenIDConnectProviderList/member'],
        ],
      },
      ListPolicies: {
        input: [
          ['Scope', 'PolicyScopeType', 'element', 'Scope'],
          ['OnlyAttached', 'boolean', 'element', 'OnlyAttached'],
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['PolicyUsageFilter', 'PolicyUsageType', 'element', 'PolicyUsageFilter'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Policies', 'Policy[]', 'element', 'Policies/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListPolicyTags: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListPolicyVersions: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Versions', 'PolicyVersion[]', 'element', 'Versions/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListRolePolicies: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['PolicyNames', 'string[]', 'element', 'PolicyNames/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListRoleTags: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListRoles: {
        input: [
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Roles', 'Role[]', 'element', 'Roles/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListUserPolicies: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['PolicyNames', 'string[]', 'element', 'PolicyNames/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListUserTags: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      ListUsers: {
        input: [
          ['PathPrefix', 'string', 'element', 'PathPrefix'],
          ['Marker', 'string', 'element', 'Marker'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
        ],
        output: [
          ['Users', 'User[]', 'element', 'Users/member', true],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      PutGroupPolicy: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      PutRolePermissionsBoundary: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PermissionsBoundary', 'string', 'element', 'PermissionsBoundary', true],
        ],
      },
      PutRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      PutUserPermissionsBoundary: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PermissionsBoundary', 'string', 'element', 'PermissionsBoundary', true],
        ],
      },
      PutUserPolicy: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['PolicyName', 'string', 'element', 'PolicyName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      RemoveClientIDFromOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['ClientID', 'string', 'element', 'ClientID', true],
        ],
      },
      RemoveUserFromGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['UserName', 'string', 'element', 'UserName', true],
        ],
      },
      SetDefaultPolicyVersion: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['VersionId', 'string', 'element', 'VersionId', true],
        ],
      },
      SimulateCustomPolicy: {
        input: [
          ['PolicyInputList', 'string[]', 'element', 'PolicyInputList/member', true],
          ['ActionNames', 'string[]', 'element', 'ActionNames/member', true],
          ['PermissionsBoundaryPolicyInputList', 'string[]', 'element', 'PermissionsBoundaryPolicyInputList/member'],
          ['OrderedOrganizationPolicyInputList', 'OrderedOrganizationPolicyType[]', 'element', 'OrderedOrganizationPolicyInputList/member'],
          ['ResourceArns', 'string[]', 'element', 'ResourceArns/member'],
          ['ResourcePolicy', 'string', 'element', 'ResourcePolicy'],
          ['ResourceOwner', 'string', 'element', 'ResourceOwner'],
          ['CallerArn', 'string', 'element', 'CallerArn'],
          ['ContextEntries', 'ContextEntry[]', 'element', 'ContextEntries/member'],
          ['ResourceHandlingOption', 'string', 'element', 'ResourceHandlingOption'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
        output: [
          ['EvaluationResults', 'EvaluationResult[]', 'element', 'EvaluationResults/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      SimulatePrincipalPolicy: {
        input: [
          ['PolicySourceArn', 'string', 'element', 'PolicySourceArn', true],
          ['ActionNames', 'string[]', 'element', 'ActionNames/member', true],
          ['PolicyInputList', 'string[]', 'element', 'PolicyInputList/member'],
          ['PermissionsBoundaryPolicyInputList', 'string[]', 'element', 'PermissionsBoundaryPolicyInputList/member'],
          ['PolicyExclusionList', 'PolicyIdentifier[]', 'element', 'PolicyExclusionList/member'],
          ['ResourceArns', 'string[]', 'element', 'ResourceArns/member'],
          ['ResourcePolicy', 'string', 'element', 'ResourcePolicy'],
          ['ResourceOwner', 'string', 'element', 'ResourceOwner'],
          ['CallerArn', 'string', 'element', 'CallerArn'],
          ['ContextEntries', 'ContextEntry[]', 'element', 'ContextEntries/member'],
          ['ResourceHandlingOption', 'string', 'element', 'ResourceHandlingOption'],
          ['MaxItems', 'integer', 'element', 'MaxItems'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
        output: [
          ['EvaluationResults', 'EvaluationResult[]', 'element', 'EvaluationResults/member'],
          ['IsTruncated', 'boolean', 'element', 'IsTruncated'],
          ['Marker', 'string', 'element', 'Marker'],
        ],
      },
      TagOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
        ],
      },
      TagPolicy: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
        ],
      },
      TagRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
        ],
      },
      TagUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['Tags', 'Tag[]', 'element', 'Tags/member', true],
        ],
      },
      UntagOpenIDConnectProvider: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['TagKeys', 'string[]', 'element', 'TagKeys/member', true],
        ],
      },
      UntagPolicy: {
        input: [
          ['PolicyArn', 'string', 'element', 'PolicyArn', true],
          ['TagKeys', 'string[]', 'element', 'TagKeys/member', true],
        ],
      },
      UntagRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['TagKeys', 'string[]', 'element', 'TagKeys/member', true],
        ],
      },
      UntagUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['TagKeys', 'string[]', 'element', 'TagKeys/member', true],
        ],
      },
      UpdateAccessKey: {
        input: [
          ['AccessKeyId', 'string', 'element', 'AccessKeyId', true],
          ['Status', 'StatusType', 'element', 'Status', true],
          ['UserName', 'string', 'element', 'UserName'],
        ],
      },
      UpdateAssumeRolePolicy: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['PolicyDocument', 'string', 'element', 'PolicyDocument', true],
        ],
      },
      UpdateGroup: {
        input: [
          ['GroupName', 'string', 'element', 'GroupName', true],
          ['NewPath', 'string', 'element', 'NewPath'],
          ['NewGroupName', 'string', 'element', 'NewGroupName'],
        ],
      },
      UpdateOpenIDConnectProviderThumbprint: {
        input: [
          ['OpenIDConnectProviderArn', 'string', 'element', 'OpenIDConnectProviderArn', true],
          ['ThumbprintList', 'string[]', 'element', 'ThumbprintList/member', true],
        ],
      },
      UpdateRole: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Description', 'string', 'element', 'Description'],
          ['MaxSessionDuration', 'integer', 'element', 'MaxSessionDuration'],
        ],
        output: [],
      },
      UpdateRoleDescription: {
        input: [
          ['RoleName', 'string', 'element', 'RoleName', true],
          ['Description', 'string', 'element', 'Description', true],
        ],
        output: [
          ['Role', 'Role', 'element', 'Role'],
        ],
      },
      UpdateUser: {
        input: [
          ['UserName', 'string', 'element', 'UserName', true],
          ['NewPath', 'string', 'element', 'NewPath'],
          ['NewUserName', 'string', 'element', 'NewUserName'],
        ],
      },
    },
    others: ['AcceptDelegationRequest', 'AcquireRole', 'AddRoleToInstanceProfile', 'AssociateDelegationRequest', 'ChangePassword', 'CreateAccountAlias', 'CreateDelegationRequest', 'CreateInstanceProfile', 'CreateLoginProfile', 'CreateSAMLProvider', 'CreateServiceLinkedRole', 'CreateServiceSpecificCredential', 'CreateVirtualMFADevice', 'DeactivateMFADevice', 'DeleteAccountAlias', 'DeleteAccountPasswordPolicy', 'DeleteInstanceProfile', 'DeleteLoginProfile', 'DeleteSAMLProvider', 'DeleteSSHPublicKey', 'DeleteServerCertificate', 'DeleteServiceLinkedRole', 'DeleteServiceSpecificCredential', 'DeleteSigningCertificate', 'DeleteVirtualMFADevice', 'DisableOrganizationsRootCredentialsManagement', 'DisableOrganizationsRootSessions', 'DisableOutboundWebIdentityFederation', 'EnableMFADevice', 'EnableOrganizationsRootCredentialsManagement', 'EnableOrganizationsRootSessions', 'EnableOutboundWebIdentityFederation', 'GenerateCredentialReport', 'GenerateOrganizationsAccessReport', 'GenerateServiceLastAccessedDetails', 'GetAccountPasswordPolicy', 'GetAccountProperties', 'GetContextKeysForCustomPolicy', 'GetContextKeysForPrincipalPolicy', 'GetCredentialReport', 'GetDelegationRequest', 'GetHumanReadableSummary', 'GetInstanceProfile', 'GetLoginProfile', 'GetMFADevice', 'GetOrganizationsAccessReport', 'GetOutboundWebIdentityFederationInfo', 'GetRoleTemplateVersion', 'GetSAMLProvider', 'GetSSHPublicKey', 'GetServerCertificate', 'GetServiceLastAccessedDetails', 'GetServiceLastAccessedDetailsWithEntities', 'GetServiceLinkedRoleDeletionStatus', 'ListDelegationRequests', 'ListInstanceProfileTags', 'ListInstanceProfiles', 'ListMFADeviceTags', 'ListOrganizationsFeatures', 'ListPoliciesGrantingServiceAccess', 'ListSAMLProviderTags', 'ListSAMLProviders', 'ListSSHPublicKeys', 'ListServerCertificateTags', 'ListServerCertificates', 'ListServiceSpecificCredentials', 'ListSigningCertificates', 'ListVirtualMFADevices', 'PutAccountProperties', 'RejectDelegationRequest', 'RemoveRoleFromInstanceProfile', 'ResetServiceSpecificCredential', 'ResyncMFADevice', 'SendDelegationToken', 'SetSecurityTokenServicePreferences', 'TagInstanceProfile', 'TagMFADevice', 'TagSAMLProvider', 'TagServerCertificate', 'UntagInstanceProfile', 'UntagMFADevice', 'UntagSAMLProvider', 'UntagServerCertificate', 'UpdateAccountPasswordPolicy', 'UpdateDelegationRequest', 'UpdateLoginProfile', 'UpdateSAMLProvider', 'UpdateSSHPublicKey', 'UpdateServerCertificate', 'UpdateServiceSpecificCredential', 'UpdateSigningCertificate', 'UploadSSHPublicKey', 'UploadServerCertificate', 'UploadSigningCertificate'],
    structures: {
      AccessKey: [
        ['UserName', 'string', 'element', 'UserName', true],
        ['AccessKeyId', 'string', 'element', 'AccessKeyId', true],
        ['Status', 'StatusType', 'element', 'Status', true],
        ['SecretAccessKey', 'string', 'element', 'SecretAccessKey', true],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
      ],
      AccessKeyLastUsed: [
        ['ServiceName', 'string', 'element', 'ServiceName', true],
        ['Region', 'string', 'element', 'Region', true],
        ['LastUsedDate', 'iso-date', 'element', 'LastUsedDate'],
      ],
      AccessKeyMetadata: [
        ['UserName', 'string', 'element', 'UserName'],
        ['AccessKeyId', 'string', 'element', 'AccessKeyId'],
        ['Status', 'StatusType', 'element', 'Status'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
      ],
      AttachedPermissionsBoundary: [
        ['PermissionsBoundaryType', 'PermissionsBoundaryAttachmentType', 'element', 'PermissionsBoundaryType'],
        ['PermissionsBoundaryArn', 'string', 'element', 'PermissionsBoundaryArn'],
      ],
      AttachedPolicy: [
        ['PolicyName', 'string', 'element', 'PolicyName'],
        ['PolicyArn', 'string', 'element', 'PolicyArn'],
      ],
      ContextEntry: [
        ['ContextKeyName', 'string', 'element', 'ContextKeyName'],
        ['ContextKeyValues', 'string[]', 'element', 'ContextKeyValues/member'],
        ['ContextKeyType', 'ContextKeyTypeEnum', 'element', 'ContextKeyType'],
      ],
      EvaluationResult: [
        ['EvalActionName', 'string', 'element', 'EvalActionName', true],
        ['EvalDecision', 'PolicyEvaluationDecisionType', 'element', 'EvalDecision', true],
        ['EvalResourceName', 'string', 'element', 'EvalResourceName'],
        ['MatchedStatements', 'Statement[]', 'element', 'MatchedStatements/member'],
        ['MissingContextValues', 'string[]', 'element', 'MissingContextValues/member'],
        ['OrganizationsDecisionDetail', 'OrganizationsDecisionDetail', 'element', 'OrganizationsDecisionDetail'],
        ['PermissionsBoundaryDecisionDetail', 'PermissionsBoundaryDecisionDetail', 'element', 'PermissionsBoundaryDecisionDetail'],
        ['EvalDecisionDetails', 'map', 'element', 'EvalDecisionDetails'],
        ['ResourceSpecificResults', 'ResourceSpecificResult[]', 'element', 'ResourceSpecificResults/member'],
      ],
      Group: [
        ['Path', 'string', 'element', 'Path', true],
        ['GroupName', 'string', 'element', 'GroupName', true],
        ['GroupId', 'string', 'element', 'GroupId', true],
        ['Arn', 'string', 'element', 'Arn', true],
        ['CreateDate', 'iso-date', 'element', 'CreateDate', true],
      ],
      GroupDetail: [
        ['Path', 'string', 'element', 'Path'],
        ['GroupName', 'string', 'element', 'GroupName'],
        ['GroupId', 'string', 'element', 'GroupId'],
        ['Arn', 'string', 'element', 'Arn'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
        ['GroupPolicyList', 'PolicyDetail[]', 'element', 'GroupPolicyList/member'],
        ['AttachedManagedPolicies', 'AttachedPolicy[]', 'element', 'AttachedManagedPolicies/member'],
      ],
      InlinePolicyIdentifierType: [
        ['PolicyName', 'string', 'element', 'PolicyName', true],
        ['AttachmentType', 'AttachmentType', 'element', 'AttachmentType', true],
        ['AttachmentName', 'string', 'element', 'AttachmentName', true],
      ],
      InstanceProfile: [
        ['Path', 'string', 'element', 'Path', true],
        ['InstanceProfileName', 'string', 'element', 'InstanceProfileName', true],
        ['InstanceProfileId', 'string', 'element', 'InstanceProfileId', true],
        ['Arn', 'string', 'element', 'Arn', true],
        ['CreateDate', 'iso-date', 'element', 'CreateDate', true],
        ['Roles', 'Role[]', 'element', 'Roles/member', true],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
      ],
      MFADevice: [
        ['UserName', 'string', 'element', 'UserName', true],
        ['SerialNumber', 'string', 'element', 'SerialNumber', true],
        ['EnableDate', 'iso-date', 'element', 'EnableDate', true],
      ],
      ManagedPolicyDetail: [
        ['PolicyName', 'string', 'element', 'PolicyName'],
        ['PolicyId', 'string', 'element', 'PolicyId'],
        ['Arn', 'string', 'element', 'Arn'],
        ['Path', 'string', 'element', 'Path'],
        ['DefaultVersionId', 'string', 'element', 'DefaultVersionId'],
        ['AttachmentCount', 'integer', 'element', 'AttachmentCount'],
        ['PermissionsBoundaryUsageCount', 'integer', 'element', 'PermissionsBoundaryUsageCount'],
        ['IsAttachable', 'boolean', 'element', 'IsAttachable'],
        ['Description', 'string', 'element', 'Description'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
        ['UpdateDate', 'iso-date', 'element', 'UpdateDate'],
        ['PolicyVersionList', 'PolicyVersion[]', 'element', 'PolicyVersionList/member'],
      ],
      OpenIDConnectProviderListEntry: [
        ['Arn', 'string', 'element', 'Arn'],
      ],
      OrderedOrganizationPolicyType: [
        ['ServiceControlPolicyInputList', 'string[]', 'element', 'ServiceControlPolicyInputList/member'],
      ],
      OrganizationsDecisionDetail: [
        ['AllowedByOrganizations', 'boolean', 'element', 'AllowedByOrganizations'],
      ],
      PermissionsBoundaryDecisionDetail: [
        ['AllowedByPermissionsBoundary', 'boolean', 'element', 'AllowedByPermissionsBoundary'],
      ],
      Policy: [
        ['PolicyName', 'string', 'element', 'PolicyName'],
        ['PolicyId', 'string', 'element', 'PolicyId'],
        ['Arn', 'string', 'element', 'Arn'],
        ['Path', 'string', 'element', 'Path'],
        ['DefaultVersionId', 'string', 'element', 'DefaultVersionId'],
        ['AttachmentCount', 'integer', 'element', 'AttachmentCount'],
        ['PermissionsBoundaryUsageCount', 'integer', 'element', 'PermissionsBoundaryUsageCount'],
        ['IsAttachable', 'boolean', 'element', 'IsAttachable'],
        ['Description', 'string', 'element', 'Description'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
        ['UpdateDate', 'iso-date', 'element', 'UpdateDate'],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
      ],
      PolicyDetail: [
        ['PolicyName', 'string', 'element', 'PolicyName'],
        ['PolicyDocument', 'string', 'element', 'PolicyDocument'],
      ],
      PolicyGroup: [
        ['GroupName', 'string', 'element', 'GroupName'],
        ['GroupId', 'string', 'element', 'GroupId'],
      ],
      PolicyIdentifier: [
        ['PolicyType', 'string', 'element', 'PolicyType'],
        ['PolicyArn', 'string', 'element', 'PolicyArn'],
        ['InlinePolicyIdentifier', 'InlinePolicyIdentifierType', 'element', 'InlinePolicyIdentifier'],
      ],
      PolicyRole: [
        ['RoleName', 'string', 'element', 'RoleName'],
        ['RoleId', 'string', 'element', 'RoleId'],
      ],
      PolicyUser: [
        ['UserName', 'string', 'element', 'UserName'],
        ['UserId', 'string', 'element', 'UserId'],
      ],
      PolicyVersion: [
        ['Document', 'string', 'element', 'Document'],
        ['VersionId', 'string', 'element', 'VersionId'],
        ['IsDefaultVersion', 'boolean', 'element', 'IsDefaultVersion'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
      ],
      Position: [
        ['Line', 'integer', 'element', 'Line'],
        ['Column', 'integer', 'element', 'Column'],
      ],
      ResourceSpecificResult: [
        ['EvalResourceName', 'string', 'element', 'EvalResourceName', true],
        ['EvalResourceDecision', 'PolicyEvaluationDecisionType', 'element', 'EvalResourceDecision', true],
        ['MatchedStatements', 'Statement[]', 'element', 'MatchedStatements/member'],
        ['MissingContextValues', 'string[]', 'element', 'MissingContextValues/member'],
        ['EvalDecisionDetails', 'map', 'element', 'EvalDecisionDetails'],
        ['PermissionsBoundaryDecisionDetail', 'PermissionsBoundaryDecisionDetail', 'element', 'PermissionsBoundaryDecisionDetail'],
      ],
      Role: [
        ['Path', 'string', 'element', 'Path', true],
        ['RoleName', 'string', 'element', 'RoleName', true],
        ['RoleId', 'string', 'element', 'RoleId', true],
        ['Arn', 'string', 'element', 'Arn', true],
        ['CreateDate', 'iso-date', 'element', 'CreateDate', true],
        ['AssumeRolePolicyDocument', 'string', 'element', 'AssumeRolePolicyDocument'],
        ['Description', 'string', 'element', 'Description'],
        ['MaxSessionDuration', 'integer', 'element', 'MaxSessionDuration'],
        ['PermissionsBoundary', 'AttachedPermissionsBoundary', 'element', 'PermissionsBoundary'],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ['RoleLastUsed', 'RoleLastUsed', 'element', 'RoleLastUsed'],
        ['SourceRoleTemplate', 'SourceRoleTemplate', 'element', 'SourceRoleTemplate'],
      ],
      RoleDetail: [
        ['Path', 'string', 'element', 'Path'],
        ['RoleName', 'string', 'element', 'RoleName'],
        ['RoleId', 'string', 'element', 'RoleId'],
        ['Arn', 'string', 'element', 'Arn'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
        ['AssumeRolePolicyDocument', 'string', 'element', 'AssumeRolePolicyDocument'],
        ['InstanceProfileList', 'InstanceProfile[]', 'element', 'InstanceProfileList/member'],
        ['RolePolicyList', 'PolicyDetail[]', 'element', 'RolePolicyList/member'],
        ['AttachedManagedPolicies', 'AttachedPolicy[]', 'element', 'AttachedManagedPolicies/member'],
        ['PermissionsBoundary', 'AttachedPermissionsBoundary', 'element', 'PermissionsBoundary'],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
        ['RoleLastUsed', 'RoleLastUsed', 'element', 'RoleLastUsed'],
      ],
      RoleLastUsed: [
        ['LastUsedDate', 'iso-date', 'element', 'LastUsedDate'],
        ['Region', 'string', 'element', 'Region'],
      ],
      SourceRoleTemplate: [
        ['TemplateArn', 'string', 'element', 'TemplateArn', true],
        ['TemplateMinorVersion', 'integer', 'element', 'TemplateMinorVersion', true],
      ],
      Statement: [
        ['SourcePolicyId', 'string', 'element', 'SourcePolicyId'],
        ['SourcePolicyType', 'PolicySourceType', 'element', 'SourcePolicyType'],
        ['StartPosition', 'Position', 'element', 'StartPosition'],
        ['EndPosition', 'Position', 'element', 'EndPosition'],
      ],
      Tag: [
        ['Key', 'string', 'element', 'Key', true],
        ['Value', 'string', 'element', 'Value', true],
      ],
      User: [
        ['Path', 'string', 'element', 'Path', true],
        ['UserName', 'string', 'element', 'UserName', true],
        ['UserId', 'string', 'element', 'UserId', true],
        ['Arn', 'string', 'element', 'Arn', true],
        ['CreateDate', 'iso-date', 'element', 'CreateDate', true],
        ['PasswordLastUsed', 'iso-date', 'element', 'PasswordLastUsed'],
        ['PermissionsBoundary', 'AttachedPermissionsBoundary', 'element', 'PermissionsBoundary'],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
      ],
      UserDetail: [
        ['Path', 'string', 'element', 'Path'],
        ['UserName', 'string', 'element', 'UserName'],
        ['UserId', 'string', 'element', 'UserId'],
        ['Arn', 'string', 'element', 'Arn'],
        ['CreateDate', 'iso-date', 'element', 'CreateDate'],
        ['UserPolicyList', 'PolicyDetail[]', 'element', 'UserPolicyList/member'],
        ['GroupList', 'string[]', 'element', 'GroupList/member'],
        ['AttachedManagedPolicies', 'AttachedPolicy[]', 'element', 'AttachedManagedPolicies/member'],
        ['PermissionsBoundary', 'AttachedPermissionsBoundary', 'element', 'PermissionsBoundary'],
        ['Tags', 'Tag[]', 'element', 'Tags/member'],
      ],
    },
    enums: {
      AttachmentType: ['group', 'role', 'user'],
      ContextKeyTypeEnum: ['binary', 'binaryList', 'boolean', 'booleanList', 'date', 'dateList', 'ip', 'ipList', 'numeric', 'numericList', 'string', 'stringList'],
      EntityType: ['AWSManagedPolicy', 'Group', 'LocalManagedPolicy', 'Role', 'User'],
      PermissionsBoundaryAttachmentType: ['PermissionsBoundaryPolicy'],
      PolicyEvaluationDecisionType: ['allowed', 'explicitDeny', 'implicitDeny'],
      PolicyScopeType: ['AWS', 'All', 'Local'],
      PolicySourceType: ['aws-managed', 'group', 'none', 'resource', 'role', 'user', 'user-managed'],
      PolicyUsageType: ['PermissionsBoundary', 'PermissionsPolicy'],
      StatusType: ['Active', 'Expired', 'Inactive'],
    },
  },
  sts: {
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    prefixes: {},
    operations: {
      AssumeRole: {
        input: [
          ['RoleArn', 'string', 'element', 'RoleArn', true],
          ['RoleSessionName', 'string', 'element', 'RoleSessionName', true],
          ['PolicyArns', 'PolicyDescriptorType[]', 'element', 'PolicyArns/member'],
          ['Policy', 'string', 'element', 'Policy'],
          ['DurationSeconds', 'integer', 'element', 'DurationSeconds'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
          ['TransitiveTagKeys', 'string[]', 'element', 'TransitiveTagKeys/member'],
          ['ExternalId', 'string', 'element', 'ExternalId'],
          ['SerialNumber', 'string', 'element', 'SerialNumber'],
          ['TokenCode', 'string', 'element', 'TokenCode'],
          ['SourceIdentity', 'string', 'element', 'SourceIdentity'],
          ['ProvidedContexts', 'ProvidedContext[]', 'element', 'ProvidedContexts/member'],
          ['MinimumSessionTokenSize', 'integer', 'element', 'MinimumSessionTokenSize'],
        ],
        output: [
          ['Credentials', 'Credentials', 'element', 'Credentials'],
          ['AssumedRoleUser', 'AssumedRoleUser', 'element', 'AssumedRoleUser'],
          ['PackedPolicySize', 'integer', 'element', 'PackedPolicySize'],
          ['SourceIdentity', 'string', 'element', 'SourceIdentity'],
          ['SessionTokenUtilization', 'integer', 'element', 'SessionTokenUtilization'],
          ['SessionTokenSize', 'integer', 'element', 'SessionTokenSize'],
        ],
      },
      AssumeRoleWithWebIdentity: {
        input: [
          ['RoleArn', 'string', 'element', 'RoleArn', true],
          ['RoleSessionName', 'string', 'element', 'RoleSessionName', true],
          ['WebIdentityToken', 'string', 'element', 'WebIdentityToken', true],
          ['ProviderId', 'string', 'element', 'ProviderId'],
          ['PolicyArns', 'PolicyDescriptorType[]', 'element', 'PolicyArns/member'],
          ['Policy', 'string', 'element', 'Policy'],
          ['DurationSeconds', 'integer', 'element', 'DurationSeconds'],
          ['MinimumSessionTokenSize', 'integer', 'element', 'MinimumSessionTokenSize'],
        ],
        output: [
          ['Credentials', 'Credentials', 'element', 'Credentials'],
          ['SubjectFromWebIdentityToken', 'string', 'element', 'SubjectFromWebIdentityToken'],
          ['AssumedRoleUser', 'AssumedRoleUser', 'element', 'AssumedRoleUser'],
          ['PackedPolicySize', 'integer', 'element', 'PackedPolicySize'],
          ['Provider', 'string', 'element', 'Provider'],
          ['Audience', 'string', 'element', 'Audience'],
          ['SourceIdentity', 'string', 'element', 'SourceIdentity'],
          ['SessionTokenUtilization', 'integer', 'element', 'SessionTokenUtilization'],
          ['SessionTokenSize', 'integer', 'element', 'SessionTokenSize'],
        ],
      },
      GetCallerIdentity: {
        input: [],
        output: [
          ['UserId', 'string', 'element', 'UserId'],
          ['Account', 'string', 'element', 'Account'],
          ['Arn', 'string', 'element', 'Arn'],
        ],
      },
      GetFederationToken: {
        input: [
          ['Name', 'string', 'element', 'Name', true],
          ['Policy', 'string', 'element', 'Policy'],
          ['PolicyArns', 'PolicyDescriptorType[]', 'element', 'PolicyArns/member'],
          ['DurationSeconds', 'integer', 'element', 'DurationSeconds'],
          ['Tags', 'Tag[]', 'element', 'Tags/member'],
          ['MinimumSessionTokenSize', 'integer', 'element', 'MinimumSessionTokenSize'],
        ],
        output: [
          ['Credentials', 'Credentials', 'element', 'Credentials'],
          ['FederatedUser', 'FederatedUser', 'element', 'FederatedUser'],
          ['PackedPolicySize', 'integer', 'element', 'PackedPolicySize'],
          ['SessionTokenUtilization', 'integer', 'element', 'SessionTokenUtilization'],
          ['SessionTokenSize', 'integer', 'element', 'SessionTokenSize'],
        ],
      },
      GetSessionToken: {
        input: [
          ['DurationSeconds', 'integer', 'element', 'DurationSeconds'],
          ['SerialNumber', 'string', 'element', 'SerialNumber'],
          ['TokenCode', 'string', 'element', 'TokenCode'],
          ['MinimumSessionTokenSize', 'integer', 'element', 'MinimumSessionTokenSize'],
        ],
        output: [
          ['Credentials', 'Credentials', 'element', 'Credentials'],
          ['SessionTokenUtilization', 'integer', 'element', 'SessionTokenUtilization'],
          ['SessionTokenSize', 'integer', 'element', 'SessionTokenSize'],
        ],
      },
    },
    others: ['AssumeRoleWithSAML', 'AssumeRoot', 'DecodeAuthorizationMessage', 'GetAccessKeyInfo', 'GetDelegatedAccessToken', 'GetWebIdentityToken'],
    structures: {
      AssumedRoleUser: [
        ['AssumedRoleId', 'string', 'element', 'AssumedRoleId', true],
        ['Arn', 'string', 'element', 'Arn', true],
      ],
      Credentials: [
        ['AccessKeyId', 'string', 'element', 'AccessKeyId', true],
        ['SecretAccessKey', 'string', 'element', 'SecretAccessKey', true],
        ['SessionToken', 'string', 'element', 'SessionToken', true],
        ['Expiration', 'iso-date', 'element', 'Expiration', true],
      ],
      FederatedUser: [
        ['FederatedUserId', 'string', 'element', 'FederatedUserId', true],
        ['Arn', 'string', 'element', 'Arn', true],
      ],
      PolicyDescriptorType: [
        ['arn', 'string', 'element', 'arn'],
      ],
      ProvidedContext: [
        ['ProviderArn', 'string', 'element', 'ProviderArn'],
        ['ContextAssertion', 'string', 'element', 'ContextAssertion'],
      ],
      Tag: [
        ['Key', 'string', 'element', 'Key', true],
        ['Value', 'string', 'element', 'Value', true],
      ],
    },
    enums: {

    },
  },
}
