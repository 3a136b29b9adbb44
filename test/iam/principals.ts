import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam'

interface Key {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** A user with a key, and with a policy if one is given. */
export async function newUser(iam: IAMClient, UserName: string, PolicyDocument?: string): Promise<Key> {
  await iam.send(new CreateUserCommand({ UserName }))
  if (PolicyDocument !== undefined)
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'rights', PolicyDocument }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }
}
