import type { ContextValues } from '../core/policy/language/context.ts'
import type { Subject } from './subject.ts'

/** The members of inputs of which policies may ask. */
export interface AskedInput {
  readonly PolicyArn?: string | undefined
  readonly PermissionsBoundary?: string | undefined
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined
  readonly TagKeys?: readonly string[] | undefined
}

/**
 * What policies may ask of an input and of what it acts on.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html#awsidentityandaccessmanagementiam-policy-keys
 */
export function requestFacts(input: AskedInput, { tags = [] }: Subject): ContextValues {
  const { PolicyArn, PermissionsBoundary, Tags = [] } = input
  const tagKeys = input.TagKeys ?? Tags.map(({ Key }) => Key)
  const facts: Readonly<Record<string, readonly string[]>> = {
    ...(PolicyArn !== undefined && { 'iam:policyarn': [PolicyArn] }),
    ...(PermissionsBoundary !== undefined && { 'iam:permissionsboundary': [PermissionsBoundary] }),
    ...(tagKeys.length > 0 && { 'aws:tagkeys': tagKeys }),
    ...Object.fromEntries(Tags.map(({ Key, Value }) => [`aws:requesttag/${Key}`, [Value]])),
    ...Object.fromEntries(tags.map(({ key, value }) => [`aws:resourcetag/${key}`, [value]])),
    ...Object.fromEntries(tags.map(({ key, value }) => [`iam:resourcetag/${key}`, [value]])),
  }
  return (key) => (Object.hasOwn(facts, key) ? facts[key] : undefined)
}
