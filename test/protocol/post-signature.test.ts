import { expect } from 'chai'
import { createHmac } from 'node:crypto'
import { verifyPostPolicy } from '../../src/protocol/post-policy.ts'
import { readPostClaim, verifyPostSignature } from '../../src/protocol/post-signature.ts'
import { createSigningKeyCache } from '../../src/protocol/signing-key.ts'
import { accessKeyId, errorOf, secret } from './signing.ts'

const policyLines = [
  '{ "expiration": "2015-12-30T12:00:00.000Z",',
  '  "conditions": [',
  '    {"bucket": "sigv4examplebucket"},',
  '    ["starts-with", "$key", "user/user1/"],',
  '    {"acl": "public-read"},',
  '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
  '    ["starts-with", "$Content-Type", "image/"],',
  '    {"x-amz-meta-uuid": "14365123651274"},',
  '    {"x-amz-server-side-encryption": "AES256"},',
  '    ["starts-with", "$x-amz-meta-tag", ""],',
  '',
  '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
  '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
  '    {"x-amz-date": "20151229T000000Z" }',
  '  ]',
  '}',
]

const example: Readonly<Record<string, string>> = {
  key: 'user/user1/photo.jpg',
  acl: 'public-read',
  success_action_redirect: 'http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html',
  'content-type': 'image/jpeg',
  'x-amz-meta-uuid': '14365123651274',
  'x-amz-server-side-encryption': 'AES256',
  'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request',
  'x-amz-algorithm': 'AWS4-HMAC-SHA256',
  'x-amz-date': '20151229T000000Z',
  'x-amz-meta-tag': '',
  policy: Buffer.from(policyLines.join('\r\n')).toString('base64'),
  'x-amz-signature': '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
}

const v2: Readonly<Record<string, string>> = {
  key: 'k',
  awsaccesskeyid: accessKeyId,
  policy: 'e30=',
  signature: createHmac('sha1', secret).update('e30=').digest('base64'),
}

function verify(fields: Readonly<Record<string, string>>, withSecret = secret) {
  const claim = readPostClaim(new Map(Object.entries(fields)))
  if (claim.kind === 'anonymous') throw new Error('The form is not signed.')
  verifyPostSignature(claim, withSecret, { signingKeys: createSigningKeyCache() })
  return claim
}

const without = (fields: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name))

describe('the signature of a POST form', () => {
  it("is accepted as in AWS's published example, whose policy allows the form", () => {
    expect(verify(example)).to.include({ kind: 'post-v4', accessKeyId, region: 'us-east-1' })
    const options = { now: Date.UTC(2015, 11, 29), bucket: 'sigv4examplebucket' }
    expect(verifyPostPolicy(new Map(Object.entries(example)), options)).to.deep.equal({
      contentLength: undefined,
    })
  })

  it('may be one of SigV2', () => {
    const claim = verify({ ...v2, 'x-amz-security-token': 'token' })
    expect(claim).to.include({ kind: 'post-v2', accessKeyId, sessionToken: 'token' })
  })

  it('does not match with another secret or policy', () => {
    for (const fields of [example, v2]) {
      const error = errorOf(() => verify(fields, 'another'))
      expect(error.code).to.equal('SignatureDoesNotMatch')
      expect(error.detail).to.include({ AWSAccessKeyId: accessKeyId, StringToSign: fields['policy'] })
      expect(errorOf(() => verify({ ...fields, policy: 'e31=' })).code).to.equal('SignatureDoesNotMatch')
    }
  })

  it('is absent from an anonymous form', () => {
    expect(readPostClaim(new Map([['key', 'k']]))).to.deep.equal({ kind: 'anonymous' })
  })

  it('needs all of its fields', () => {
    const cases = [
      [without(v2, 'signature'), 'Signature'],
      [without(v2, 'awsaccesskeyid'), 'AWSAccessKeyId'],
      [without(v2, 'policy'), 'Policy'],
      [without(example, 'x-amz-signature'), 'X-Amz-Signature'],
      [without(example, 'x-amz-date'), 'X-Amz-Date'],
      [without(example, 'x-amz-algorithm'), 'X-Amz-Algorithm'],
      [without(example, 'x-amz-credential'), 'X-Amz-Credential'],
    ] as const
    for (const [fields, name] of cases) {
      const error = errorOf(() => verify(fields))
      expect(error.code).to.equal('InvalidArgument')
      expect(error.detail).to.include({ ArgumentName: name })
    }
  })

  it('names a credential, a date and an algorithm that S3 knows', () => {
    const changes = [
      { 'x-amz-credential': 'AKID/20151229/us-east-1/s3' },
      { 'x-amz-date': '20151230T000000Z' },
      { 'x-amz-algorithm': 'AWS4-ECDSA-P256-SHA256' },
    ]
    for (const change of changes) {
      expect(errorOf(() => verify({ ...example, ...change })).code).to.equal('InvalidArgument')
    }
    const strict = () => readPostClaim(new Map(Object.entries(example)), { region: 'eu-west-1' })
    expect(errorOf(strict).message).to.contain("expecting 'eu-west-1'")
  })
})
