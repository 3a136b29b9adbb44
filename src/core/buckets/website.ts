import { S3Error } from '../errors.ts'

/** How a bucket is served as a website. https://docs.aws.amazon.com/AmazonS3/latest/API/API_WebsiteConfiguration.html */
export interface Website {
  /** Sends everybody elsewhere; nothing else is given then. */
  readonly redirectAll?: { readonly hostName: string; readonly protocol?: Protocol | undefined } | undefined
  /** What is served in place of a folder, such as `index.html`. */
  readonly indexSuffix?: string | undefined
  /** Key of the page for answers of class 4XX. */
  readonly errorKey?: string | undefined
  readonly routingRules: readonly RoutingRule[]
}

export interface RoutingRule {
  readonly condition?: RoutingCondition | undefined
  readonly redirect: RoutingRedirect
}

interface RoutingCondition {
  readonly keyPrefix?: string | undefined
  /** The status of the answer that the rule takes the place of. */
  readonly errorCode?: number | undefined
}

interface RoutingRedirect {
  readonly hostName?: string | undefined
  readonly protocol?: Protocol | undefined
  /** In place of the condition's prefix; the other replaces the whole key. */
  readonly keyPrefix?: string | undefined
  readonly key?: string | undefined
  /** 301 when absent. */
  readonly statusCode?: number | undefined
}

type Protocol = 'http' | 'https'

const mostRules = 50

/** Throws InvalidArgument or InvalidRequest. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html */
export function checkWebsite(website: Website): void {
  const { redirectAll, indexSuffix, errorKey, routingRules } = website
  if (redirectAll) {
    if (indexSuffix !== undefined || errorKey !== undefined || routingRules.length > 0) {
      throw invalid('RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.')
    }
    if (redirectAll.hostName === '') throw unfit('HostName', '', 'The HostName must not be empty.')
    return
  }
  checkIndexSuffix(indexSuffix)
  if (errorKey === '') throw unfit('ErrorDocument', '', 'The ErrorDocument Key must not be empty.')
  if (routingRules.length > mostRules) {
    throw invalid(
      `${String(routingRules.length)} routing rules provided, the number of routing rules in a website configuration is limited to ${String(mostRules)}.`,
    )
  }
  routingRules.forEach(checkRule)
}

function checkIndexSuffix(suffix: string | undefined): void {
  const name = 'IndexDocument'
  if (suffix === undefined) {
    throw unfit(
      name,
      'null',
      'A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty',
    )
  }
  if (suffix === '' || suffix.includes('/'))
    throw unfit(name, suffix, 'The IndexDocument Suffix is not well formed')
}

function checkRule({ condition, redirect }: RoutingRule): void {
  if (condition && condition.keyPrefix === undefined && condition.errorCode === undefined) {
    throw invalid(
      "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.",
    )
  }
  if (Object.values(redirect).every((value) => value === undefined)) {
    throw invalid('A Redirect must say what is replaced.')
  }
  if (redirect.key !== undefined && redirect.keyPrefix !== undefined) {
    throw invalid('You can only define ReplaceKeyPrefix or ReplaceKey but not both.')
  }
  checkCodes(condition?.errorCode, redirect.statusCode)
}

function checkCodes(error = 404, redirect = 301): void {
  if (error < 400 || error > 599) {
    throw invalid(`The provided HTTP error code (${String(error)}) is not valid. Valid codes are 4XX or 5XX.`)
  }
  if (redirect < 301 || redirect > 399) {
    throw invalid(
      `The provided HTTP redirect code (${String(redirect)}) is not valid. Valid codes are 3XX except 300.`,
    )
  }
}

const invalid = (message: string) => new S3Error('InvalidRequest', { message })
const unfit = (name: string, value: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName: name, ArgumentValue: value } })
