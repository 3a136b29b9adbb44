import { arnOf } from '../core/iam/arn.ts'
import { tagsOutput } from './tags.ts'
import type { ManagedPolicy } from '../core/iam/entities.ts'
import type { ListedVersion } from '../core/iam/policy-versions.ts'
import type { UsedPolicy } from '../core/iam/policies.ts'

/** IAM answers with documents encoded by RFC 3986, and clients decode them. */
export const documentText = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

export const policyOutput = (policy: UsedPolicy) => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: arnOf(policy),
  Path: policy.path,
  DefaultVersionId: policy.defaultVersionId,
  AttachmentCount: policy.uses.attachments,
  PermissionsBoundaryUsageCount: policy.uses.boundaries,
  IsAttachable: true,
  Description: policy.description,
  CreateDate: new Date(policy.createdAt),
  UpdateDate: new Date(policy.updatedAt),
  Tags: tagsOutput(policy.tags),
})

export const attachedOutput = (policy: ManagedPolicy) => ({
  PolicyName: policy.name,
  PolicyArn: arnOf(policy),
})

export const versionOutput = ({ id, isDefault, createdAt }: ListedVersion) => ({
  VersionId: id,
  IsDefaultVersion: isDefault,
  CreateDate: new Date(createdAt),
})
