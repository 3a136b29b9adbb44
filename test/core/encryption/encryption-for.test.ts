import { expect } from 'chai'
import { encryptionFor } from '../../../src/core/encryption/new-encryption.ts'
import { thrown } from '../thrown.ts'
import type { BucketEncryption } from '../../../src/core/buckets/encryption.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'
import type { Parts } from '../../../src/core/parts.ts'

const customer: EncryptionRequest = { form: 'customer', customerKey: Buffer.alloc(32) }
const chosen = (
  encrypt: 'none' | 'AES256',
  encryption: BucketEncryption | undefined,
  request?: EncryptionRequest,
) => {
  const acl = { owner: 'owner', grants: [] }
  const bucket = { configuration: { acl, ...(encryption && { encryption }) } }
  return encryptionFor({ settings: { encrypt } as Parts['settings'] }, bucket, request)
}

describe('encryptionFor', () => {
  it('takes what the request says, then what the bucket says, then what the server says', () => {
    const kms: BucketEncryption = { byDefault: { form: 'aws:kms', keyId: 'k' }, bucketKeyEnabled: true }
    expect(chosen('none', undefined)).to.equal(undefined)
    expect(chosen('AES256', undefined)).to.deep.equal({ form: 'AES256' })
    expect(chosen('AES256', kms)).to.deep.equal({ form: 'aws:kms', keyId: 'k', bucketKey: true })
    expect(chosen('AES256', kms, { form: 'AES256' })).to.deep.equal({ form: 'AES256' })
    expect(chosen('AES256', kms, customer)).to.equal(customer)
    expect(chosen('AES256', { blocked: ['NONE'] })).to.deep.equal({ form: 'AES256' })
  })

  it("gives a request for SSE-KMS the bucket's setting of bucket keys unless it has its own", () => {
    const bucket: BucketEncryption = { bucketKeyEnabled: true }
    const request = { form: 'aws:kms', keyId: 'k' } as const
    expect(chosen('none', bucket, request)).to.include({ keyId: 'k', bucketKey: true })
    expect(chosen('none', bucket, { ...request, bucketKey: false })).to.include({ bucketKey: false })
  })

  it('refuses what the bucket blocks', () => {
    expect(thrown(() => chosen('none', { blocked: ['SSE-C'] }, customer))).to.include({
      code: 'AccessDenied',
    })
  })
})
