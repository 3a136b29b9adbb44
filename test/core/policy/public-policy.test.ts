import { expect } from 'chai'
import { compileBucketPolicy } from '../../../src/core/policy/compiled-policy.ts'

const isPublic = (changes: object) =>
  compileBucketPolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
        ...changes,
      },
    }),
  ).isPublic

describe('A policy', () => {
  it('is public when it allows something to everyone', () => {
    expect(isPublic({})).to.equal(true)
    expect(isPublic({ Principal: { AWS: ['111122223333', '*'] } })).to.equal(true)
  })

  it('is not public when it only denies, or names whom it allows', () => {
    expect(isPublic({ Effect: 'Deny' })).to.equal(false)
    expect(isPublic({ Principal: { AWS: '111122223333' } })).to.equal(false)
    expect(isPublic({ Principal: { Service: 'logging.s3.amazonaws.com' } })).to.equal(false)
  })

  const conditions: readonly (readonly [condition: object, isPublic: boolean])[] = [
    [{ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }, false],
    [{ StringLike: { 'aws:SourceVpc': 'vpc-*' } }, true],
    [{ StringEquals: { 'aws:SourceVpc': '${aws:username}' } }, true],
    [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-91237329' } }, true],
    [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-91237329' } }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }, true],
    [{ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:t' } }, false],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:t' } }, true],
    [{ IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, false],
    [{ IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '64.0.0.0/7'] } }, true],
    [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, false],
    [{ IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }, true],
    [{ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, true],
    [{ StringEquals: { 'aws:Referer': 'https://example.org/' } }, true],
    [{ Null: { 'aws:SourceVpc': 'false' } }, true],
  ]
  for (const [condition, expected] of conditions) {
    it(`for everyone is ${expected ? 'public' : 'not public'} with ${JSON.stringify(condition)}`, () => {
      expect(isPublic({ Condition: condition })).to.equal(expected)
    })
  }
})
