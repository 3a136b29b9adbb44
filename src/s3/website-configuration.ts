import { S3Error } from '../core/errors.ts'
import type { InputOf } from './operation.ts'
import type { RoutingRule, Website } from '../core/buckets/website.ts'

type Element = InputOf<'PutBucketWebsite'>['WebsiteConfiguration']
type RuleElement = NonNullable<Element['RoutingRules']>[number]

/** Throws InvalidRequest for a status that is no number. */
export const websiteOf = (element: Element): Website => ({
  redirectAll: element.RedirectAllRequestsTo && {
    hostName: element.RedirectAllRequestsTo.HostName,
    protocol: element.RedirectAllRequestsTo.Protocol,
  },
  indexSuffix: element.IndexDocument?.Suffix,
  errorKey: element.ErrorDocument?.Key,
  routingRules: (element.RoutingRules ?? []).map(ruleOf),
})

const ruleOf = ({ Condition, Redirect }: RuleElement): RoutingRule => ({
  condition: Condition && {
    keyPrefix: Condition.KeyPrefixEquals,
    errorCode: statusOf(Condition.HttpErrorCodeReturnedEquals),
  },
  redirect: {
    hostName: Redirect.HostName,
    protocol: Redirect.Protocol,
    keyPrefix: Redirect.ReplaceKeyPrefixWith,
    key: Redirect.ReplaceKeyWith,
    statusCode: statusOf(Redirect.HttpRedirectCode),
  },
})

function statusOf(code: string | undefined): number | undefined {
  if (code === undefined || /^\d{3}$/.test(code)) return code === undefined ? undefined : Number(code)
  throw new S3Error('InvalidRequest', { message: `The provided HTTP code (${code}) is not valid.` })
}

export const websiteOutput = ({ redirectAll, indexSuffix, errorKey, routingRules }: Website) => ({
  RedirectAllRequestsTo: redirectAll && { HostName: redirectAll.hostName, Protocol: redirectAll.protocol },
  IndexDocument: indexSuffix === undefined ? undefined : { Suffix: indexSuffix },
  ErrorDocument: errorKey === undefined ? undefined : { Key: errorKey },
  RoutingRules: routingRules.length === 0 ? undefined : routingRules.map(ruleOutput),
})

const ruleOutput = ({ condition, redirect }: RoutingRule) => ({
  Condition: condition && {
    KeyPrefixEquals: condition.keyPrefix,
    HttpErrorCodeReturnedEquals: condition.errorCode?.toString(),
  },
  Redirect: {
    HostName: redirect.hostName,
    Protocol: redirect.protocol,
    ReplaceKeyPrefixWith: redirect.keyPrefix,
    ReplaceKeyWith: redirect.key,
    HttpRedirectCode: redirect.statusCode?.toString(),
  },
})
