import { rawPath } from '../protocol/signed-request.ts'
import { parseAddress } from './address.ts'
import { addressedAs, type PublicAddress } from './public-address.ts'

interface ServiceOptions {
  readonly domains: readonly string[]
  readonly targets: readonly PublicAddress[]
}

/** Whether a request is to the service itself, where other protocols than S3 may have their place too. */
export function namesNothing(
  url: string,
  host: string | undefined,
  { domains, targets }: ServiceOptions,
): boolean {
  const { pathPrefix = '' } = addressedAs(targets, host, url)
  const path = rawPath(url)
  const isRoot = path === '/' || path === pathPrefix || path === `${pathPrefix}/`
  return (
    url.startsWith('/') && isRoot && parseAddress(url, host, { domains, pathPrefix }).bucket === undefined
  )
}
