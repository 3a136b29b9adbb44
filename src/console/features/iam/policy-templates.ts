const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)

const allow = (Action: string | readonly string[], Resource: string | readonly string[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
})

const objects = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']
const ownPrefix = { StringLike: { 's3:prefix': '${aws:username}/*' } }

/** What permissions often look like; `my-bucket` is to be replaced. */
export const permissionTemplates = {
  readBucket: policy(
    allow(['s3:ListBucket', 's3:GetBucketLocation'], 'arn:aws:s3:::my-bucket'),
    allow('s3:GetObject', 'arn:aws:s3:::my-bucket/*'),
  ),
  writeBucket: policy(
    allow(['s3:ListBucket', 's3:GetBucketLocation'], 'arn:aws:s3:::my-bucket'),
    allow([...objects, 's3:AbortMultipartUpload'], 'arn:aws:s3:::my-bucket/*'),
  ),
  ownFolder: policy(
    { ...allow('s3:ListBucket', 'arn:aws:s3:::my-bucket'), Condition: ownPrefix },
    allow(objects, 'arn:aws:s3:::my-bucket/${aws:username}/*'),
  ),
  dropBox: policy(allow('s3:PutObject', 'arn:aws:s3:::my-bucket/*')),
  everything: policy(allow('s3:*', '*')),
} as const

const trust = (action: string, Principal: object, Condition?: object) =>
  policy({ Effect: 'Allow', Principal, Action: action, ...(Condition && { Condition }) })

/** Who may often assume a role; ACCOUNT is the project's id. */
export const trustTemplates = (projectId: string) =>
  ({
    account: trust('sts:AssumeRole', { AWS: `arn:aws:iam::${projectId}:root` }),
    user: trust('sts:AssumeRole', { AWS: `arn:aws:iam::${projectId}:user/my-user` }),
    provider: trust(
      'sts:AssumeRoleWithWebIdentity',
      { Federated: `arn:aws:iam::${projectId}:oidc-provider/login.example.com` },
      { StringEquals: { 'login.example.com:aud': 'my-app' } },
    ),
  }) as const
