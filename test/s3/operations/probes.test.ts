import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { storeObject } from '../../core/stored-object.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)

/** The content of the root element, or the code of the error. */
const answers: Readonly<Record<string, string>> = {
  versioning: '',
  logging: '',
  notification: '',
  accelerate: '',
  policyStatus: '<IsPublic>false</IsPublic>',
  requestPayment: '<Payer>BucketOwner</Payer>',
  inventory: '<IsTruncated>false</IsTruncated>',
  analytics: '<IsTruncated>false</IsTruncated>',
  metrics: '<IsTruncated>false</IsTruncated>',
  'intelligent-tiering': '<IsTruncated>false</IsTruncated>',
}

const errors: Readonly<Record<string, string>> = {
  cors: 'NoSuchCORSConfiguration',
  encryption: 'ServerSideEncryptionConfigurationNotFoundError',
  policy: 'NoSuchBucketPolicy',
  lifecycle: 'NoSuchLifecycleConfiguration',
  website: 'NoSuchWebsiteConfiguration',
  replication: 'ReplicationConfigurationNotFoundError',
  tagging: 'NoSuchTagSet',
  'object-lock': 'ObjectLockConfigurationNotFoundError',
  publicAccessBlock: 'NoSuchPublicAccessBlockConfiguration',
  ownershipControls: 'OwnershipControlsNotFoundError',
  'inventory&id=a': 'NoSuchConfiguration',
  'analytics&id=a': 'NoSuchConfiguration',
  'metrics&id=a': 'NoSuchConfiguration',
  'intelligent-tiering&id=a': 'NoSuchConfiguration',
}

const deletable = ['cors', 'policy', 'lifecycle', 'website', 'replication', 'tagging', 'encryption']
deletable.push('ownershipControls', 'publicAccessBlock')

const named = ['inventory&id=a', 'analytics&id=a', 'metrics&id=a', 'intelligent-tiering&id=a']

describe('What nobody has configured', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  before(async () => {
    store = await openTemporaryCore()
    const bucket = await store.core.buckets.create(caller, 'photos', {
      acl: {},
      locationConstraint: undefined,
    })
    await storeObject(store.metadata, bucket, { key: 'k', owner: alice })
  })
  after(() => store.close())
  const ask = (method: string, url: string) => call(store.core, caller, { method, url })

  for (const [query, content] of Object.entries(answers)) {
    it(`is answered in a document for ?${query}`, async () => {
      const { status, body = '' } = await ask('GET', `/photos?${query}`)
      expect(status).to.equal(200)
      const [, , inner = ''] = /^<\?xml[^>]*\?>\s*<(\w+)[^>]*?(?:\/>|>(.*)<\/\1>)$/s.exec(body) ?? [
        body,
        '',
        body,
      ]
      expect(inner).to.equal(content)
    })
  }

  for (const [query, code] of Object.entries(errors)) {
    it(`is answered with ${code} for ?${query}`, async () => {
      expect(await rejection(ask('GET', `/photos?${query}`))).to.deep.include({ code, status: 404 })
    })
  }

  for (const query of [...Object.keys(answers), ...Object.keys(errors)]) {
    it(`is no answer for ?${query} of a bucket that does not exist`, async () => {
      expect(await rejection(ask('GET', `/nothing?${query}`))).to.include({ code: 'NoSuchBucket' })
    })
  }

  for (const query of deletable) {
    it(`can be deleted again and again with ?${query}`, async () => {
      expect(await ask('DELETE', `/photos?${query}`)).to.include({ status: 204 })
      expect(await ask('DELETE', `/photos?${query}`)).to.include({ status: 204 })
      expect(await rejection(ask('DELETE', `/nothing?${query}`))).to.include({ code: 'NoSuchBucket' })
    })
  }

  for (const query of named) {
    it(`cannot be deleted with ?${query}`, async () => {
      expect(await rejection(ask('DELETE', `/photos?${query}`))).to.include({ code: 'NoSuchConfiguration' })
    })
  }

  for (const query of ['retention', 'legal-hold']) {
    it(`is a lock on an object with ?${query}`, async () => {
      const message = 'Bucket is missing Object Lock Configuration'
      expect(await rejection(ask('GET', `/photos/k?${query}`))).to.include({
        code: 'InvalidRequest',
        message,
      })
      expect(await rejection(ask('GET', `/photos/missing?${query}`))).to.include({ code: 'NoSuchKey' })
    })
  }
})
