import { sign as signWithAws4 } from 'aws4'
import { expect } from 'chai'
import { createHash, createHmac } from 'node:crypto'
import { readClaim, verifyClaim } from '../../src/protocol/claim.ts'
import { createSigningKeyCache, deriveSigningKey } from '../../src/protocol/signing-key.ts'
import {
  accessKeyId,
  authenticate,
  errorOf,
  exampleTime,
  received,
  secret,
  signedClaim,
  type HeaderLines,
} from './signing.ts'

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const host = 'examplebucket.s3.amazonaws.com'

const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`

const getSignature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
const getHeaders: HeaderLines = [
  ['Host', host],
  ['Range', 'bytes=0-9'],
  ['x-amz-content-sha256', emptySha256],
  ['x-amz-date', '20130524T000000Z'],
]
const getAuthorization = authorization('host;range;x-amz-content-sha256;x-amz-date', getSignature)
const exampleGet = (lines: HeaderLines = getHeaders, signed = getAuthorization) =>
  received('GET', '/test.txt', [...lines, ['Authorization', signed]])

const withHeader = (name: string, value: string) =>
  exampleGet(getHeaders.map(([other, sent]) => [other, other === name ? value : sent]))

/** Signs with aws4, which leaves the path as it is for S3. */
function signedByAws4(method: string, path: string, extra: Record<string, string> = {}) {
  const headers: Record<string, string> = {
    Host: 'localhost:9000',
    'X-Amz-Date': '20130524T000000Z',
    ...extra,
  }
  const signed = signWithAws4(
    { method, path, service: 's3', region: 'us-east-1', headers },
    { accessKeyId, secretAccessKey: secret },
  )
  return Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)] as const)
}

/** Signs a request with the example's headers and a path taken as it is. */
function signedPlainly(method: string, path: string): string {
  const names = 'host;range;x-amz-content-sha256;x-amz-date'
  const headers = getHeaders.map(([name, value]) => `${name.toLowerCase()}:${value}\n`).join('')
  const canonical = `${method}\n${path}\n\n${headers}\n${names}\n${emptySha256}`
  const scope = '20130524/us-east-1/s3/aws4_request'
  const digest = createHash('sha256').update(canonical).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const signature = hmac(key, `AWS4-HMAC-SHA256\n20130524T000000Z\n${scope}\n${digest}`)
  return authorization(names, signature.toString('hex'))
}

describe("AWS's published SigV4 examples", () => {
  it('verifies GET Object', () => {
    expect(authenticate(exampleGet()).form).to.deep.equal({ kind: 'signed', sha256: emptySha256 })
  })

  it('verifies PUT Object, whose path is signed encoded', () => {
    const sha256 = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
    const lines: HeaderLines = [
      ['Host', host],
      ['Date', 'Fri, 24 May 2013 00:00:00 GMT'],
      ['x-amz-date', '20130524T000000Z'],
      ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ['x-amz-content-sha256', sha256],
      [
        'Authorization',
        authorization(
          'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ),
      ],
    ]
    for (const path of ['/test%24file.text', '/test$file.text']) {
      expect(authenticate(received('PUT', path, lines)).form).to.deep.equal({ kind: 'signed', sha256 })
    }
  })

  it('verifies GET Bucket Lifecycle and List Objects', () => {
    const cases = [
      ['/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
      ['/?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
      ['/?prefix=J&max-keys=2', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
    ] as const
    for (const [url, signature] of cases) {
      const lines: HeaderLines = [
        ['Host', host],
        ['x-amz-date', '20130524T000000Z'],
        ['x-amz-content-sha256', emptySha256],
        ['Authorization', authorization('host;x-amz-content-sha256;x-amz-date', signature)],
      ]
      expect(authenticate(received('GET', url, lines)).claim.signature).to.equal(signature)
    }
  })
})

describe('a SigV4 Authorization header', () => {
  const paths = [
    '/bucket/plain.txt',
    '/bucket/a//b/../c/',
    '/bucket/%E2%9C%93%20%F0%9F%AA%A3',
    "/bucket/(parens)!*'",
    '/bucket/a%2Bb@c:d,e~f',
    '/bucket?list-type=2&prefix=a%20b&delimiter=%2F&max-keys=2',
    '/bucket/key?partNumber=1&uploadId=a%2Bb%3D',
  ]
  for (const path of paths) {
    it(`is accepted from aws4 for ${path}`, () => {
      expect(authenticate(received('GET', path, signedByAws4('GET', path))).claim.accessKeyId).to.equal(
        accessKeyId,
      )
    })
  }

  it('may leave characters raw on the wire that were signed encoded, and the other way round', () => {
    for (const signedPath of ['/bucket/%28a%2Bb%29%C3%A9', '/bucket/(a+b)%c3%a9', '/bucket/(a%2bb)%C3%A9']) {
      const lines: HeaderLines = [...getHeaders, ['Authorization', signedPlainly('GET', signedPath)]]
      expect(authenticate(received('GET', signedPath, lines)).form.kind).to.equal('signed')
    }
    const encoded: HeaderLines = [
      ...getHeaders,
      ['Authorization', signedPlainly('GET', '/bucket/%28a%2Bb%29%C3%A9')],
    ]
    const latin1Path = Buffer.from('/bucket/(a+b)é').toString('latin1')
    for (const path of [latin1Path, '/bucket/(a+b)%c3%a9', '/%62ucket/(a%2bb)%C3%A9']) {
      expect(authenticate(received('GET', path, encoded)).form.kind).to.equal('signed')
    }
  })

  it('covers path and query of an absolute target, whatever its origin', () => {
    for (const origin of ['http://localhost:9000', 'HTTPS://elsewhere']) {
      const request = received('GET', `${origin}/a/b?list-type=2`, signedByAws4('GET', '/a/b?list-type=2'))
      expect(authenticate(request).form.kind).to.equal('signed')
    }
    expect(
      authenticate(received('GET', 'http://localhost:9000', signedByAws4('GET', '/'))).form.kind,
    ).to.equal('signed')
  })

  it('does not cover another key, method, query or header value', () => {
    const lines = signedByAws4('GET', '/bucket/a?x=a%2Bb', { 'X-Amz-Meta-Note': 'one' })
    const changed = lines.map(([name, value]) => [name, name === 'X-Amz-Meta-Note' ? 'two' : value] as const)
    const attempts = [
      received('GET', '/bucket/b?x=a%2Bb', lines),
      received('PUT', '/bucket/a?x=a%2Bb', lines),
      received('GET', '/bucket/a?x=a+b', lines),
      received('GET', '/bucket/a', lines),
      received('GET', '/bucket/a?x=a%2Bb', changed),
    ]
    for (const attempt of attempts)
      expect(errorOf(() => authenticate(attempt)).code).to.equal('SignatureDoesNotMatch')
  })

  it('covers repeated headers joined with commas, with their spaces collapsed', () => {
    const lines = signedByAws4('GET', '/bucket/a', { 'X-Amz-Meta-List': 'one,two words' })
    const split = lines.flatMap(([name, value]): [string, string][] =>
      name === 'X-Amz-Meta-List'
        ? [
            [name, ' one'],
            [name, 'two   words '],
          ]
        : [[name, value]],
    )
    expect(authenticate(received('GET', '/bucket/a', split)).form.kind).to.equal('signed')
  })

  it('covers header values outside ASCII as the bytes that were sent', () => {
    const lines = signedByAws4('GET', '/bucket/a', { 'X-Amz-Meta-City': 'Besançon à' })
    const wire = lines.map(([name, value]) => [name, Buffer.from(value).toString('latin1')] as const)
    expect(authenticate(received('GET', '/bucket/a', wire)).form.kind).to.equal('signed')
  })

  it('may list its components in another order and with spaces', () => {
    const [algorithm = '', rest = ''] = getAuthorization.split(' ')
    const reordered = `${algorithm} ${rest.split(',').reverse().join(' , ')}`
    expect(authenticate(exampleGet(getHeaders, reordered)).claim.signature).to.equal(getSignature)
  })

  it('may date the request with an HTTP date alone', () => {
    const date = 'Fri, 24 May 2013 00:00:00 GMT'
    const lines: HeaderLines = [
      ['Host', host],
      ['Date', date],
      ['x-amz-content-sha256', emptySha256],
    ]
    const claim = signedClaim(
      exampleGet(lines, authorization('date;host;x-amz-content-sha256', getSignature)),
    )
    expect(claim).to.include({ dateTime: '20130524T000000Z' })
  })

  it('counts when it fits a public address, or the host with or without its default port', () => {
    const lines = signedByAws4('GET', '/store/bucket/a', { Host: 's3.example.com' })
    const inner = lines.map(([name, value]) => [name, name === 'Host' ? '10.0.0.7:9000' : value] as const)
    const request = received('GET', '/bucket/a', inner)
    const targets = [{ host: 's3.example.com', pathPrefix: '/store' }]
    expect(authenticate(request, { targets }).form.kind).to.equal('signed')
    expect(errorOf(() => authenticate(request)).code).to.equal('SignatureDoesNotMatch')
    const withPort = lines.map(
      ([name, value]) => [name, name === 'Host' ? 's3.example.com:443' : value] as const,
    )
    expect(authenticate(received('GET', '/store/bucket/a', withPort)).form.kind).to.equal('signed')
  })

  it('shows what should have been signed when it does not match', () => {
    const error = errorOf(() => authenticate(exampleGet(), { secret: 'another' }))
    expect(error.code).to.equal('SignatureDoesNotMatch')
    expect(error.detail).to.deep.include({
      AWSAccessKeyId: accessKeyId,
      SignatureProvided: getSignature,
      StringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n' +
        '7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972',
      CanonicalRequest:
        `GET\n/test.txt\n\nhost:${host}\nrange:bytes=0-9\nx-amz-content-sha256:${emptySha256}\n` +
        `x-amz-date:20130524T000000Z\n\nhost;range;x-amz-content-sha256;x-amz-date\n${emptySha256}`,
    })
    expect(error.detail['StringToSignBytes']).to.match(/^41 57 53 34 2d( [0-9a-f]{2})+$/)
    expect(error.detail['CanonicalRequestBytes']).to.match(/^47 45 54 0a( [0-9a-f]{2})+$/)
  })

  it('must cover the host and every x-amz- header', () => {
    const error = errorOf(() => authenticate(exampleGet([...getHeaders, ['x-amz-acl', 'public-read']])))
    expect(error).to.include({
      code: 'AccessDenied',
      message: 'There were headers present in the request which were not signed',
    })
    expect(error.detail).to.deep.equal({ HeadersNotSigned: 'x-amz-acl' })
    const hostless = exampleGet(getHeaders, authorization('x-amz-content-sha256;x-amz-date', getSignature))
    expect(errorOf(() => authenticate(hostless)).detail).to.deep.equal({ HeadersNotSigned: 'host' })
  })

  it('is refused when the clock is more than 15 minutes off', () => {
    const minute = 60_000
    expect(authenticate(exampleGet(), { now: exampleTime + 15 * minute }).form.kind).to.equal('signed')
    for (const now of [exampleTime + 15 * minute + 1, exampleTime - 15 * minute - 1]) {
      const error = errorOf(() => authenticate(exampleGet(), { now }))
      expect(error.code).to.equal('RequestTimeTooSkewed')
      expect(error.detail).to.include({
        RequestTime: '20130524T000000Z',
        MaxAllowedSkewMilliseconds: 900_000,
      })
      expect(error.detail['ServerTime']).to.match(/^2013-05-2[34]T\d\d:\d\d:\d\dZ$/)
    }
  })

  it('may name any region, unless one is required', () => {
    expect(authenticate(exampleGet()).claim).to.include({ region: 'us-east-1' })
    const error = errorOf(() => authenticate(exampleGet(), { region: 'eu-west-1' }))
    expect(error).to.include({
      code: 'AuthorizationHeaderMalformed',
      message:
        "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    })
    expect(error.detail).to.deep.equal({ Region: 'eu-west-1' })
  })

  const scope = `${accessKeyId}/20130524/us-east-1/s3/aws4_request`
  const refusals: readonly (readonly [what: string, authorization: string, code: string])[] = [
    [
      'without a signature',
      `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host`,
      'AuthorizationHeaderMalformed',
    ],
    [
      'with a short credential',
      getAuthorization.replace('/aws4_request', ''),
      'AuthorizationHeaderMalformed',
    ],
    ['for another service', getAuthorization.replace('/s3/', '/ec2/'), 'AuthorizationHeaderMalformed'],
    [
      'with another terminal',
      getAuthorization.replace('aws4_request', 'aws3'),
      'AuthorizationHeaderMalformed',
    ],
    [
      "with another day's scope",
      getAuthorization.replace('20130524', '20130525'),
      'AuthorizationHeaderMalformed',
    ],
    ['of SigV4A', getAuthorization.replace('HMAC-SHA256', 'ECDSA-P256-SHA256'), 'UnsupportedSignature'],
    ['of SigV2', 'AWS AKID:signature', 'InvalidRequest'],
    ['of another scheme', 'Bearer abc', 'InvalidArgument'],
  ]
  for (const [what, sent, code] of refusals) {
    it(`is refused ${what} with ${code}`, () => {
      expect(errorOf(() => signedClaim(exampleGet(getHeaders, sent))).code).to.equal(code)
    })
  }

  it('is refused without a date and with one that cannot be read', () => {
    for (const date of ['', 'yesterday', 'Tue, 07 Jul 1950 21:53:04 GMT']) {
      expect(errorOf(() => authenticate(withHeader('x-amz-date', date)))).to.include({
        code: 'AccessDenied',
        message: 'AWS authentication requires a valid Date or x-amz-date header',
      })
    }
  })

  it('requires x-amz-content-sha256, with a value that S3 knows', () => {
    const without = exampleGet(getHeaders.filter(([name]) => name !== 'x-amz-content-sha256'))
    expect(errorOf(() => authenticate(without))).to.include({
      code: 'InvalidRequest',
      message: 'Missing required header for this request: x-amz-content-sha256',
    })
    expect(errorOf(() => authenticate(withHeader('x-amz-content-sha256', 'abc')))).to.have.property(
      'code',
      'InvalidArgument',
    )
  })

  it('excludes a signature in the query', () => {
    const url = '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256'
    const error = errorOf(() =>
      signedClaim(received('GET', url, [...getHeaders, ['Authorization', getAuthorization]])),
    )
    expect(error.code).to.equal('InvalidArgument')
    expect(error.message).to.match(/^Only one auth mechanism allowed/)
  })

  it('is no signature when empty', () => {
    const options = { now: exampleTime, allowV2Query: true }
    expect(readClaim(exampleGet(getHeaders, ''), options)).to.deep.equal({ kind: 'anonymous' })
    expect(readClaim(exampleGet(getHeaders.slice(0, 2), ''), options)).to.deep.equal({ kind: 'anonymous' })
  })

  it('serves other services, whose payload hash is not declared', () => {
    const body = 'Action=GetCallerIdentity&Version=2011-06-15'
    const headers = { Host: 'localhost', 'X-Amz-Date': '20130524T000000Z' }
    const unsigned = { method: 'POST', path: '/', service: 'sts', region: 'us-east-1', body, headers }
    const signed = signWithAws4(unsigned, { accessKeyId, secretAccessKey: secret })
    const lines = Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)] as const)
    const request = received('POST', '/', lines)
    const payloadSha256 = createHash('sha256').update(body).digest('hex')
    expect(errorOf(() => signedClaim(request)).code).to.equal('AuthorizationHeaderMalformed')
    const services = ['s3', 'sts']
    expect(authenticate(request, { services, payloadSha256 }).form).to.deep.equal({
      kind: 'signed',
      sha256: payloadSha256,
    })
    const another = () => authenticate(request, { services, payloadSha256: emptySha256 })
    expect(errorOf(another).code).to.equal('SignatureDoesNotMatch')
  })
})

describe('the signing-key cache', () => {
  const scope = '20130524/us-east-1/s3/aws4_request'
  const parts = { date: '20130524', region: 'us-east-1', service: 's3' }

  it('is filled only once a signature has verified', () => {
    const signingKeys = createSigningKeyCache()
    errorOf(() => authenticate(exampleGet(), { signingKeys, secret: 'wrong' }))
    expect(signingKeys.find(accessKeyId, scope, 'wrong')).to.equal(undefined)
    authenticate(exampleGet(), { signingKeys })
    expect(signingKeys.find(accessKeyId, scope, secret)).to.deep.equal(deriveSigningKey(secret, parts))
  })

  it('does not serve a key whose secret has changed, and forgets what it is told to', () => {
    const signingKeys = createSigningKeyCache()
    authenticate(exampleGet(), { signingKeys })
    expect(signingKeys.find(accessKeyId, scope, 'rotated')).to.equal(undefined)
    const claim = signedClaim(exampleGet())
    expect(() => verifyClaim(claim, 'rotated', exampleGet(), { signingKeys })).to.throw('does not match')
    signingKeys.forget(accessKeyId)
    expect(signingKeys.find(accessKeyId, scope, secret)).to.equal(undefined)
  })

  it('drops the oldest key beyond its limit', () => {
    const signingKeys = createSigningKeyCache(2)
    const key = deriveSigningKey(secret, parts)
    for (const id of ['one', 'two', 'three']) signingKeys.remember(id, scope, { secret, key })
    const kept = ['one', 'two', 'three'].filter((id) => signingKeys.find(id, scope, secret) !== undefined)
    expect(kept).to.deep.equal(['two', 'three'])
  })
})
