import { S3Error } from '../core/errors.ts'
import type { Caller } from '../core/caller.ts'

interface ResponseParameters {
  readonly ResponseCacheControl?: string | undefined
  readonly ResponseContentDisposition?: string | undefined
  readonly ResponseContentEncoding?: string | undefined
  readonly ResponseContentLanguage?: string | undefined
  readonly ResponseContentType?: string | undefined
  readonly ResponseExpires?: Date | undefined
}

/** Headers that a signed request may ask to be answered with. Throws InvalidRequest for an anonymous one. */
export function responseOverrides(input: ResponseParameters, caller: Caller) {
  const overrides: Record<string, string> = {}
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) overrides[name] = value
  }
  put('CacheControl', input.ResponseCacheControl)
  put('ContentDisposition', input.ResponseContentDisposition)
  put('ContentEncoding', input.ResponseContentEncoding)
  put('ContentLanguage', input.ResponseContentLanguage)
  put('ContentType', input.ResponseContentType)
  put('ExpiresString', input.ResponseExpires?.toUTCString())
  if (caller.kind === 'anonymous' && Object.keys(overrides).length > 0) {
    throw new S3Error('InvalidRequest', {
      message: 'Request specific response headers cannot be used for anonymous GET requests.',
    })
  }
  return overrides
}
