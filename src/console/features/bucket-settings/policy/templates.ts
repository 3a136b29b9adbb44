/** What a template is filled with. */
interface TemplateFacts {
  readonly bucket: string
  /** Id of the project that the bucket belongs to: the account in ARNs. */
  readonly account: string
  /** What one has typed: a prefix, a user's name or a range of addresses. */
  readonly given: string
}

export type Statement = Readonly<Record<string, unknown>>

interface Template {
  /** Absent: it needs nothing. */
  readonly example?: string
  /** Whether the template makes sense with nothing typed. */
  readonly isComplete?: boolean
  readonly statement: (facts: TemplateFacts) => Statement
}

const everything = (bucket: string) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]

/** Statements that many buckets need. */
export const templates = {
  publicRead: {
    example: 'public/',
    isComplete: true,
    statement: ({ bucket, given }) => ({
      Sid: 'PublicRead',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${bucket}/${given}*`,
    }),
  },
  readOnlyUser: {
    example: 'ada',
    statement: ({ bucket, account, given }) => ({
      Sid: 'ReadOnly',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:user/${given}` },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: everything(bucket),
    }),
  },
  denyWithoutTls: {
    statement: ({ bucket }) => ({
      Sid: 'OnlyByTls',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: everything(bucket),
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  },
  onlyFromAddresses: {
    example: '192.0.2.0/24',
    statement: ({ bucket, given }) => ({
      Sid: 'OnlyFromAddresses',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: everything(bucket),
      Condition: { NotIpAddress: { 'aws:SourceIp': given.split(/[\s,]+/).filter(Boolean) } },
    }),
  },
} as const satisfies Readonly<Record<string, Template>>

export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as readonly TemplateName[]

/** A template as those that read all of them see it. */
export const templateOf = (name: TemplateName): Template => templates[name]

/** The policy with one more statement, whose Sid is its own. */
export function withStatement(policy: Statement, statement: Statement): Statement {
  const { Statement: given = [] } = policy
  const others: readonly unknown[] = Array.isArray(given) ? given : [given]
  const sids = new Set(others.map((other) => (other as Statement | null)?.['Sid']))
  const sid = String(statement['Sid'])
  const free = [sid, ...others.map((_, n) => `${sid}${String(n + 2)}`)].find((each) => !sids.has(each))
  return { Version: '2012-10-17', ...policy, Statement: [...others, { ...statement, Sid: free ?? sid }] }
}
