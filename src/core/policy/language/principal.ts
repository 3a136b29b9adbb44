import { isRecord, textsOf } from './json.ts'
import { malformed } from './malformed.ts'

/** Who asks, as the Principal element of a policy names it. */
export type Requester =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'federated'; readonly provider: string }
  /** Somebody by no more than names: neither everyone nor an account stands for it. */
  | { readonly kind: 'named'; readonly arns: readonly string[] }
  | {
      readonly kind: 'aws'
      readonly accountId: string
      readonly canonicalId: string
      /** All that name it: a user's, or those of a role and of its session. */
      readonly arns: readonly string[]
    }

/** The principals of a statement. */
export interface Principals {
  readonly isEveryone: boolean
  /** Ids of accounts: all that belongs to them is meant. */
  readonly accounts: readonly string[]
  readonly arns: readonly string[]
  readonly canonicalIds: readonly string[]
  readonly services: readonly string[]
  readonly providers: readonly string[]
}

type Kind = 'AWS' | 'CanonicalUser' | 'Service' | 'Federated'

/**
 * Reads a Principal or NotPrincipal element. Throws MalformedPolicy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(element: unknown, path: string): Principals {
  if (element === '*') return group([['AWS', '*']], path)
  if (!isRecord(element)) throw invalid(path)
  const named = Object.entries(element).flatMap(([kind, value]) => {
    if (!isKind(kind)) throw invalid(`${path}.${kind}`)
    return textsOf(value, `${path}.${kind}`).map((text): [Kind, string] => [kind, text])
  })
  if (named.length === 0) throw invalid(path)
  return group(named, path)
}

const isKind = (text: string): text is Kind => ['AWS', 'CanonicalUser', 'Service', 'Federated'].includes(text)

const accountId = /^[\w-]+$/
const accountArn = /^arn:aws:iam::([\w-]+):root$/
/** Names may not hold wildcards. */
const principalArn =
  /^arn:aws:(?:iam::[\w-]+:(?:user|role)|sts::[\w-]+:(?:assumed-role|federated-user))\/[\w+=,.@/-]+$/

function group(named: readonly (readonly [Kind, string])[], path: string): Principals {
  const of = (kind: Kind) => named.filter(([given]) => given === kind).map(([, text]) => text)
  const aws = of('AWS')
  const accounts = aws.flatMap((text) => accountOf(text) ?? [])
  const arns = aws.filter((text) => principalArn.test(text))
  const unknown = aws.find((text) => text !== '*' && accountOf(text) === undefined && !arns.includes(text))
  if (unknown !== undefined) throw invalid(`${path}: "AWS" : "${unknown}"`)
  return {
    isEveryone: aws.includes('*'),
    accounts,
    arns,
    canonicalIds: of('CanonicalUser'),
    services: of('Service'),
    providers: of('Federated'),
  }
}

const accountOf = (text: string) => (accountId.test(text) ? text : accountArn.exec(text)?.[1])

const invalid = (place: string) => malformed('Invalid principal in policy', place)

/** Whether one of the principals is who asks, or the account of who asks. */
export function includesRequester(principals: Principals, requester: Requester): boolean {
  if (requester.kind === 'named') return requester.arns.some((arn) => principals.arns.includes(arn))
  if (principals.isEveryone) return true
  switch (requester.kind) {
    case 'anonymous':
      return false
    case 'service':
      return principals.services.includes(requester.name)
    case 'federated':
      return principals.providers.includes(requester.provider)
    case 'aws':
      return (
        principals.accounts.includes(requester.accountId) ||
        principals.canonicalIds.includes(requester.canonicalId) ||
        requester.arns.some((arn) => principals.arns.includes(arn))
      )
  }
}

/**
 * Whether who asks is excepted by NotPrincipal: an account stands for its root alone there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function exceptsRequester(principals: Principals, requester: Requester): boolean {
  if (requester.kind !== 'aws' || principals.isEveryone) return includesRequester(principals, requester)
  const { accountId, arns } = requester
  const isRoot = arns.includes(rootArn(accountId))
  return isRoot ? includesRequester(principals, requester) : arns.some((arn) => principals.arns.includes(arn))
}

/** How policies name a whole account, and its root. */
export const rootArn = (accountId: string): string => `arn:aws:iam::${accountId}:root`

/** The accounts that principals belong to, whatever they are in them. */
export const accountsOf = ({ accounts, arns }: Principals): readonly string[] => [
  ...accounts,
  ...arns.map((arn) => arn.split(':')[4] ?? ''),
]
