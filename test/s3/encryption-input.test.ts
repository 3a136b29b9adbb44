import { createHash } from 'node:crypto'
import { expect } from 'chai'
import {
  customerKeyOf,
  encryptionRequestOf,
  refuseEncryptionHeaders,
  sourceCustomerKeyOf,
} from '../../src/s3/encryption-input.ts'
import { refuseExposedKeys } from '../../src/s3/customer-keys-in-transit.ts'
import { thrown } from '../core/thrown.ts'

const key = Buffer.alloc(32, 'k')
const md5 = (data: Buffer) => createHash('md5').update(data).digest('base64')
const given = {
  SSECustomerAlgorithm: 'AES256',
  SSECustomerKey: key.toString('base64'),
  SSECustomerKeyMD5: md5(key),
}

describe('customerKeyOf', () => {
  it('takes the key of three headers, and of those for the source of a copy', () => {
    expect(customerKeyOf({})).to.equal(undefined)
    expect(customerKeyOf(given)?.equals(key)).to.equal(true)
    const source = {
      CopySourceSSECustomerAlgorithm: given.SSECustomerAlgorithm,
      CopySourceSSECustomerKey: given.SSECustomerKey,
      CopySourceSSECustomerKeyMD5: given.SSECustomerKeyMD5,
    }
    expect(sourceCustomerKeyOf(source)?.equals(key)).to.equal(true)
  })

  const short = Buffer.alloc(31)
  const refused: Readonly<Record<string, Partial<typeof given>>> = {
    'another algorithm': { ...given, SSECustomerAlgorithm: 'AES128' },
    'no algorithm': { SSECustomerKey: given.SSECustomerKey, SSECustomerKeyMD5: given.SSECustomerKeyMD5 },
    'no key': { SSECustomerAlgorithm: 'AES256' },
    'no MD5': { SSECustomerAlgorithm: 'AES256', SSECustomerKey: given.SSECustomerKey },
    'another MD5': { ...given, SSECustomerKeyMD5: md5(Buffer.from('other')) },
    'a short key': { ...given, SSECustomerKey: short.toString('base64'), SSECustomerKeyMD5: md5(short) },
  }
  for (const [what, input] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      expect(thrown(() => customerKeyOf(input))).to.include({ code: 'InvalidArgument', status: 400 })
    })
  }
})

describe('encryptionRequestOf', () => {
  const context = Buffer.from('{"team":"a"}').toString('base64')

  it('reads each form', () => {
    expect(encryptionRequestOf({})).to.equal(undefined)
    expect(encryptionRequestOf({ ServerSideEncryption: 'AES256' })).to.deep.equal({ form: 'AES256' })
    expect(encryptionRequestOf(given)).to.deep.equal({ form: 'customer', customerKey: key })
    expect(
      encryptionRequestOf({
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: 'k',
        SSEKMSEncryptionContext: context,
        BucketKeyEnabled: true,
      }),
    ).to.deep.equal({ form: 'aws:kms', keyId: 'k', context, bucketKey: true })
  })

  it('refuses forms that do not go together, and members of another form', () => {
    for (const input of [
      { ...given, ServerSideEncryption: 'AES256' },
      { ...given, ServerSideEncryption: 'aws:kms' },
      { ServerSideEncryption: 'AES256', SSEKMSKeyId: 'k' },
      { SSEKMSKeyId: 'k' },
      { SSEKMSEncryptionContext: context },
    ])
      expect(thrown(() => encryptionRequestOf(input))).to.include({ code: 'InvalidArgument' })
  })

  it('refuses a context that is no map of strings', () => {
    for (const text of ['{"a":1}', '[]', 'null', 'a', '{"a":{}}']) {
      const input = {
        ServerSideEncryption: 'aws:kms',
        SSEKMSEncryptionContext: Buffer.from(text).toString('base64'),
      }
      expect(
        thrown(() => encryptionRequestOf(input)),
        text,
      ).to.include({ code: 'InvalidArgument' })
    }
  })

  it('says of what S3 has beside that it is not there', () => {
    for (const ServerSideEncryption of ['aws:kms:dsse', 'aws:fsx'])
      expect(thrown(() => encryptionRequestOf({ ServerSideEncryption }))).to.include({
        code: 'NotImplemented',
      })
  })
})

describe('refuseEncryptionHeaders', () => {
  it('refuses to read with headers of writing', () => {
    refuseEncryptionHeaders({ 'x-amz-server-side-encryption-customer-key': 'k' })
    const read = () => {
      refuseEncryptionHeaders({ 'x-amz-server-side-encryption': 'AES256' })
    }
    expect(thrown(read)).to.include({ code: 'InvalidArgument' })
  })
})

describe('refuseExposedKeys', () => {
  it('lets keys of clients pass only where nobody could read them', () => {
    refuseExposedKeys({}, { isPrivate: false })
    for (const input of [{ SSECustomerKey: 'k' }, { CopySourceSSECustomerKey: 'k' }]) {
      refuseExposedKeys(input, { isPrivate: true })
      const exposed = () => {
        refuseExposedKeys(input, { isPrivate: false })
      }
      expect(thrown(exposed)).to.include({ code: 'InvalidRequest', status: 400 })
    }
  })
})
