import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { checkBucketPolicy } from '../../../src/core/policy/check-bucket-policy.ts'
import { compileBucketPolicy } from '../../../src/core/policy/compiled-policy.ts'

const statement = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::photos/*',
}
const check = (changes: object) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: { ...statement, ...changes } })
  checkBucketPolicy(text, compileBucketPolicy(text), 'photos')
}

describe("A bucket's policy", () => {
  const bucket = 'arn:aws:s3:::photos'
  const good: readonly object[] = [
    {},
    { Action: 's3:*' },
    { Action: ['s3:ListBucket', 's3:GetObject'], Resource: [bucket, `${bucket}/*`] },
    { Action: 's3:List*', Resource: bucket },
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::*' },
    { Resource: 'arn:aws:s3:::pho*' },
    { Resource: `${bucket}/\${aws:username}/*` },
    { Action: undefined, NotAction: 's3:DeleteObject' },
    { Resource: undefined, NotResource: `${bucket}/private/*` },
    { Condition: { StringEquals: { 's3:ExistingObjectTag/Team': 'a', 'aws:PrincipalTag/Team': 'b' } } },
    { Condition: { StringEquals: { 's3:X-Amz-Acl': 'private' } } },
  ]
  for (const changes of good) {
    it(`may have ${JSON.stringify(changes)}`, () => {
      check(changes)
    })
  }

  const bad: readonly (readonly [changes: object, message: string])[] = [
    [{ Action: 's3:GetObjekt' }, 'Policy has invalid action'],
    [{ Action: 'sqs:SendMessage' }, 'Policy has invalid action'],
    [{ Resource: '*' }, 'Policy has invalid resource'],
    [{ Resource: 'arn:aws:s3:::other/*' }, 'Policy has invalid resource'],
    [{ Resource: 'arn:aws:s3:::photo/*' }, 'Policy has invalid resource'],
    [{ Resource: 'arn:aws:sqs:us-east-1:1:photos' }, 'Policy has invalid resource'],
    [{ Resource: bucket }, 'Action does not apply to any resource(s) in statement'],
    [{ Action: 's3:ListBucket' }, 'Action does not apply to any resource(s) in statement'],
    [{ Action: ['s3:GetObject', 's3:ListBucket'] }, 'Action does not apply to any resource(s) in statement'],
    [{ Condition: { StringEquals: { 's3:x-amz-colour': 'red' } } }, 'Policy has an invalid condition key'],
    [{ Condition: { StringEquals: { 'kms:ViaService': 'a' } } }, 'Policy has an invalid condition key'],
    [{ Sid: 'x'.repeat(20 * 1024) }, 'maximum allowed document size'],
  ]
  for (const [changes, message] of bad) {
    it(`may not have ${JSON.stringify(changes).slice(0, 80)}`, () => {
      expect(() => {
        check(changes)
      })
        .to.throw(S3Error, message)
        .that.includes({ code: 'MalformedPolicy' })
    })
  }
})
