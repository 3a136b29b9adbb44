import { sign as signWithAws4 } from 'aws4'
import { expect } from 'chai'
import { accessKeyId, authenticate, errorOf, exampleTime, received, secret } from './signing.ts'

const host = [['Host', 'examplebucket.s3.amazonaws.com']] as const
const day = 86_400_000
const exampleUrl =
  '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
  '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
  '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'
const example = (change: (url: string) => string = (url) => url) => received('GET', change(exampleUrl), host)

describe('a SigV4 presigned URL', () => {
  it("is accepted as in AWS's published example, for its whole lifetime", () => {
    for (const now of [exampleTime, exampleTime + day - 1]) {
      const { claim, form } = authenticate(example(), { now })
      expect(claim).to.include({ kind: 'query-v4', accessKeyId })
      expect(form).to.deep.equal({ kind: 'unsigned' })
    }
  })

  it('is accepted from aws4, whatever its key', () => {
    for (const path of [
      '/bucket/a%20b',
      "/bucket/(a)!'*",
      '/bucket/%F0%9F%AA%A3?versionId=1',
      '/bucket//a/../b/',
    ]) {
      const query = `${path.includes('?') ? '&' : '?'}X-Amz-Date=20130524T000000Z&X-Amz-Expires=60`
      const unsigned = {
        method: 'PUT',
        path: path + query,
        service: 's3',
        region: 'us-east-1',
        signQuery: true,
      }
      const signed = signWithAws4(
        { ...unsigned, headers: { Host: 'localhost' } },
        { accessKeyId, secretAccessKey: secret },
      )
      const request = received('PUT', signed.path, [['Host', 'localhost']])
      expect(authenticate(request).form).to.deep.equal({ kind: 'unsigned' })
    }
  })

  it('takes the hash of its payload from the header, and then covers it', () => {
    const request = received('PUT', exampleUrl, [...host, ['x-amz-content-sha256', 'a'.repeat(64)]])
    const error = errorOf(() => authenticate(request))
    expect(error.code).to.equal('SignatureDoesNotMatch')
    expect(error.detail['CanonicalRequest']).to.match(/\na{64}$/)
  })

  it('has expired after its lifetime', () => {
    const error = errorOf(() => authenticate(example(), { now: exampleTime + day }))
    expect(error).to.include({ code: 'AccessDenied', message: 'Request has expired' })
    expect(error.detail).to.deep.equal({
      'X-Amz-Expires': 86_400,
      Expires: '2013-05-25T00:00:00Z',
      ServerTime: '2013-05-25T00:00:00Z',
    })
  })

  it('may start up to 15 minutes from now', () => {
    expect(authenticate(example(), { now: exampleTime - 900_000 }).form.kind).to.equal('unsigned')
    const error = errorOf(() => authenticate(example(), { now: exampleTime - 900_001 }))
    expect(error).to.include({ code: 'AccessDenied', message: 'Request is not yet valid' })
  })

  it('does not allow x-amz- headers that it does not sign', () => {
    const request = received('GET', exampleUrl, [...host, ['x-amz-acl', 'public-read']])
    expect(errorOf(() => authenticate(request)).detail).to.deep.equal({ HeadersNotSigned: 'x-amz-acl' })
  })

  const expires = (value: string) => (url: string) => url.replace('Expires=86400', `Expires=${value}`)
  const refusals: readonly (readonly [what: string, change: (url: string) => string, message: RegExp])[] = [
    ['for more than a week', expires('604801'), /must be less than a week/],
    ['for a negative time', expires('-1'), /must be non-negative/],
    ['for no number of seconds', expires('1h'), /should be a number/],
    ['without a date', (url) => url.replace('X-Amz-Date', 'Date'), /requires the X-Amz-Algorithm/],
    ['with an HTTP date', (url) => url.replace('20130524T000000Z', 'Fri,%2024%20May'), /ISO8601 Long Format/],
    [
      "with another day's scope",
      (url) => url.replace('%2F20130524', '%2F20130523'),
      /Invalid credential date/,
    ],
    ['with a short credential', (url) => url.replace('%2Faws4_request', ''), /Credential is mal-formed/],
    ['with another algorithm', (url) => url.replace('AWS4-HMAC-SHA256', 'AWS5'), /only supports/],
  ]
  for (const [what, change, message] of refusals) {
    it(`is refused ${what} with AuthorizationQueryParametersError`, () => {
      const error = errorOf(() => authenticate(example(change)))
      expect(error.code).to.equal('AuthorizationQueryParametersError')
      expect(error.message).to.match(message)
    })
  }

  it('is refused for SigV4A, which is named', () => {
    const error = errorOf(() =>
      authenticate(example((url) => url.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'))),
    )
    expect(error.code).to.equal('UnsupportedSignature')
    expect(error.message).to.contain('AWS4-ECDSA-P256-SHA256')
  })

  it('has expired at once with a lifetime of zero, and lasts a week at most', () => {
    expect(errorOf(() => authenticate(example(expires('0')))).message).to.equal('Request has expired')
    expect(errorOf(() => authenticate(example(expires('604800')))).code).to.equal('SignatureDoesNotMatch')
  })

  it('tells the region that is required', () => {
    const error = errorOf(() => authenticate(example(), { region: 'eu-west-1' }))
    expect(error.code).to.equal('AuthorizationQueryParametersError')
    expect(error.detail).to.deep.equal({ Region: 'eu-west-1' })
  })

  it('covers the rest of its query', () => {
    const error = errorOf(() => authenticate(example((url) => `${url}&response-content-type=text%2Fhtml`)))
    expect(error.code).to.equal('SignatureDoesNotMatch')
    expect(error.detail['CanonicalRequest']).to.not.contain('X-Amz-Signature')
  })
})
