/** The policies of AWS that are about what this server has, under AWS's names and ids. */
const policies: readonly (readonly [
  id: string,
  name: string,
  description: string,
  statements: readonly object[],
])[] = [
  [
    'ANPAIWMBCKSKIEE64ZLYK',
    'AdministratorAccess',
    'Provides full access to AWS services and resources.',
    [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  ],
  [
    'ANPAJYRXTHIB4FOVS3ZXS',
    'PowerUserAccess',
    'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
    [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      { Effect: 'Allow', Action: ['iam:ListRoles'], Resource: '*' },
    ],
  ],
  [
    'ANPAIFIR6V6BVTRAHWINE',
    'AmazonS3FullAccess',
    'Provides full access to all buckets via the AWS Management Console.',
    [{ Effect: 'Allow', Action: ['s3:*', 's3-object-lambda:*'], Resource: '*' }],
  ],
  [
    'ANPAIZTJ4DXE7G6AGAE6M',
    'AmazonS3ReadOnlyAccess',
    'Provides read only access to all buckets via the AWS Management Console.',
    [
      {
        Effect: 'Allow',
        Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
        Resource: '*',
      },
    ],
  ],
  [
    'ANPAI7XKCFMBPM3QQRRVQ',
    'IAMFullAccess',
    'Provides full access to IAM via the AWS Management Console.',
    [{ Effect: 'Allow', Action: ['iam:*'], Resource: '*' }],
  ],
  [
    'ANPAJKSO7NDY4T57MWDSQ',
    'IAMReadOnlyAccess',
    'Provides read only access to IAM via the AWS Management Console.',
    [
      {
        Effect: 'Allow',
        Action: [
          'iam:GenerateCredentialReport',
          'iam:GenerateServiceLastAccessedDetails',
          'iam:Get*',
          'iam:List*',
          'iam:SimulateCustomPolicy',
          'iam:SimulatePrincipalPolicy',
        ],
        Resource: '*',
      },
    ],
  ],
]

/** Rows of `iam_entities`, of a time before all projects. */
export const awsManagedPolicies = policies.map(([id, name, description, statements]) => ({
  id,
  project_id: 'aws',
  kind: 'policy',
  name,
  name_key: name.toLowerCase(),
  path: '/',
  created_at: 0,
  document: JSON.stringify({
    tags: [],
    description,
    versions: [
      {
        id: 'v1',
        document: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
        createdAt: 0,
      },
    ],
    defaultVersionId: 'v1',
    versionCount: 1,
    updatedAt: 0,
  }),
}))
