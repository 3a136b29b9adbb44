import { expect } from 'chai'
import { verifyPostPolicy } from '../../src/protocol/post-policy.ts'
import { errorOf } from './signing.ts'

const now = Date.UTC(2030, 0, 1)
const encode = (document: unknown) =>
  Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)).toString('base64')

const base = [{ bucket: 'bucket' }, ['starts-with', '$key', 'foo'], { acl: 'private' }]
const form = { key: 'foo.txt', acl: 'private', signature: 's', awsaccesskeyid: 'a' }

/** Checks a form against a policy with these conditions, an hour before it expires. */
function check(conditions: unknown, fields: Readonly<Record<string, string>> = form, document = {}) {
  const policy = encode({ expiration: '2030-01-01T01:00:00Z', conditions, ...document })
  return verifyPostPolicy(new Map(Object.entries({ ...fields, policy })), { now, bucket: 'bucket' })
}

describe('a POST policy', () => {
  it('allows a form that meets every condition, and tells the size that it allows', () => {
    expect(check(base)).to.deep.equal({ contentLength: undefined })
    expect(check([...base, ['content-length-range', 0, 1024]])).to.deep.equal({
      contentLength: { min: 0, max: 1024 },
    })
    const twice = [...base, ['content-length-range', 0, 10], ['content-length-range', '5', '20']]
    expect(check(twice)).to.deep.equal({ contentLength: { min: 5, max: 10 } })
  })

  it('ignores the case of operators and field names, not of values', () => {
    const conditions = [{ bUcKeT: 'bucket' }, ['StArTs-WiTh', '$KeY', 'foo'], ['EQ', '$aCl', 'private']]
    expect(check(conditions).contentLength).to.equal(undefined)
    expect(errorOf(() => check(base, { ...form, acl: 'PRIVATE' })).code).to.equal('AccessDenied')
  })

  it('needs no condition for signatures, the policy, checksums and x-ignore- fields', () => {
    const fields = {
      ...form,
      'x-ignore-foo': 'bar',
      'x-amz-signature': 's',
      'x-amz-checksum-crc32': 'AAAAAA==',
    }
    expect(check(base, fields).contentLength).to.equal(undefined)
  })

  it('takes any content of a field for an empty start, but not its absence', () => {
    const conditions = [...base, ['starts-with', '$x-amz-meta-tag', '']]
    expect(check(conditions, { ...form, 'x-amz-meta-tag': 'anything' }).contentLength).to.equal(undefined)
    expect(errorOf(() => check(conditions)).message).to.equal(
      'Invalid according to Policy: Policy Condition failed: ["starts-with", "$x-amz-meta-tag", ""]',
    )
  })

  it('asks every Content-Type of a list to start as it says', () => {
    const conditions = [...base, ['starts-with', '$Content-Type', 'image/']]
    expect(check(conditions, { ...form, 'content-type': 'image/jpeg, image/png' }).contentLength).to.equal(
      undefined,
    )
    const mixed = () => check(conditions, { ...form, 'content-type': 'image/jpeg,text/html' })
    expect(errorOf(mixed).code).to.equal('AccessDenied')
  })

  it('names the condition that failed', () => {
    expect(errorOf(() => check(base, { ...form, acl: 'public-read' }))).to.include({
      code: 'AccessDenied',
      message: 'Invalid according to Policy: Policy Condition failed: ["eq", "$acl", "private"]',
    })
  })

  it('refuses fields that it does not name, the bucket among them', () => {
    expect(errorOf(() => check(base, { ...form, 'x-amz-meta-a': '1', tagging: 't' }))).to.include({
      code: 'AccessDenied',
      message: 'Invalid according to Policy: Extra input fields: x-amz-meta-a, tagging',
    })
    expect(errorOf(() => check(base.slice(1))).message).to.equal(
      'Invalid according to Policy: Extra input fields: bucket',
    )
  })

  it('is for the bucket that the form was sent to, whatever a field says', () => {
    const other = () => check([{ bucket: 'other' }, ...base.slice(1)], { ...form, bucket: 'other' })
    expect(errorOf(other).message).to.contain('["eq", "$bucket", "other"]')
  })

  it('expires', () => {
    const error = errorOf(() => check(base, form, { expiration: '2030-01-01T00:00:00Z' }))
    expect(error).to.include({
      code: 'AccessDenied',
      message: 'Invalid according to Policy: Policy expired.',
    })
    expect(check(base, form, { expiration: '2030-01-01T00:00:00.001Z' }).contentLength).to.equal(undefined)
  })

  const invalid: readonly (readonly [what: string, document: unknown])[] = [
    ['no JSON', 'no JSON'],
    ['no object', []],
    ['no expiration', { conditions: base }],
    ['EXPIRATION in capitals', { EXPIRATION: '2031-01-01T00:00:00Z', conditions: base }],
    ['another form of expiration', { expiration: '2031-01-01 00:00:00+00:00', conditions: base }],
    ['an expiration in no calendar', { expiration: '2031-13-01T00:00:00Z', conditions: base }],
    ['no conditions', { expiration: '2031-01-01T00:00:00Z' }],
    ['CONDITIONS in capitals', { expiration: '2031-01-01T00:00:00Z', CONDITIONS: base }],
    ...[
      {},
      { acl: 'private', key: 'foo' },
      { acl: ['private'] },
      null,
      'eq',
      ['content-length-range', 0],
      ['content-length-range', -1, 0],
      ['content-length-range', 'a', 'b'],
      ['starts-with', 'key', 'foo'],
      ['eq', '$key'],
      ['ends-with', '$key', 'foo'],
    ].map((condition): [string, unknown] => [
      `the condition ${JSON.stringify(condition)}`,
      { expiration: '2031-01-01T00:00:00Z', conditions: [condition] },
    ]),
  ]
  for (const [what, document] of invalid) {
    it(`is invalid with ${what}`, () => {
      const fields = new Map(Object.entries({ ...form, policy: encode(document) }))
      const error = errorOf(() => verifyPostPolicy(fields, { now, bucket: 'bucket' }))
      expect(error.code).to.equal('InvalidPolicyDocument')
      expect(error.status).to.equal(400)
    })
  }
})
