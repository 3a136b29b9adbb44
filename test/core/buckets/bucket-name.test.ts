import { expect } from 'chai'
import { checkBucketName } from '../../../src/core/buckets/bucket-name.ts'
import { thrown } from '../thrown.ts'

describe('A bucket name', () => {
  for (const name of [
    'abc',
    '0bucket',
    'aaa.111',
    'my-bucket',
    'a'.repeat(63),
    '1.2.3.4.5',
    'projects-of-mine',
    'x--y',
  ]) {
    it(`may be ${name}`, () => {
      checkBucketName(name)
    })
  }

  const bad = [
    '',
    'aa',
    'a'.repeat(64),
    'Bucket',
    'foo_bar',
    'foo-',
    '-foo',
    '.foo',
    'foo.',
    'foo..bar',
    'foo.-bar',
  ]
  bad.push(
    'foo-.bar',
    '192.168.5.123',
    'xn--foo',
    'sthree-foo',
    'amzn-s3-demo-foo',
    'foo-s3alias',
    'foo--ol-s3',
  )
  bad.push(
    'foo.mrap',
    'foo--x-s3',
    'foo--table-s3',
    'é-bucket',
    'foo bar',
    'foo\n',
    'projects',
    'team.projects',
  )
  for (const name of bad) {
    it(`may not be ${JSON.stringify(name)}`, () => {
      const error = thrown(() => {
        checkBucketName(name)
      })
      expect([error.code, error.detail]).to.deep.equal(['InvalidBucketName', { BucketName: name }])
    })
  }
})
