import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { storeObject } from '../stored-object.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { InventoryConfiguration } from '../../../src/core/buckets/inventory.ts'

const caller = callerOf(alice)
const never = new AbortController().signal

const inventory: InventoryConfiguration = {
  id: 'all',
  isEnabled: true,
  includedVersions: 'Current',
  frequency: 'Daily',
  optionalFields: ['Size', 'ETag', 'EncryptionStatus', 'ObjectAccessControlList'],
  destination: { bucket: 'arn:aws:s3:::reports', format: 'CSV', prefix: 'inv' },
}

describe('reportInventories', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  const textOf = async (key: string) => {
    const { body } = await store.core.objects.open(caller, { bucket: 'reports', key, versionId: undefined })
    return Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray())
  }
  const reports = async () => {
    const query = { prefix: '', delimiter: undefined, after: undefined, limit: 100 }
    const { entries } = await store.core.objects.list(caller, 'reports', query)
    return entries.flatMap((entry) => ('key' in entry ? [entry.key] : []))
  }
  const put = (changes: Partial<InventoryConfiguration> = {}) =>
    store.core.buckets.inventory.put(caller, 'photos', { ...inventory, ...changes })

  beforeEach(async () => {
    store = await openTemporaryCore()
    const photos = await store.core.buckets.create(caller, 'photos', {
      acl: {},
      locationConstraint: undefined,
    })
    await store.core.buckets.create(caller, 'reports', { acl: {}, locationConstraint: undefined })
    for (const key of ['a b/"c".txt', 'z']) await storeObject(store.metadata, photos, { key, owner: alice })
  })
  afterEach(() => store.close())

  it('writes data, manifest and checksum where S3 puts them', async () => {
    await put()
    expect(await store.core.buckets.reportInventories(never)).to.equal(1)
    const keys = await reports()
    const manifestKey = keys.find((key) => key.endsWith('manifest.json')) ?? ''
    expect(manifestKey).to.match(/^inv\/photos\/all\/\d{4}-\d\d-\d\dT\d\d-\d\dZ\/manifest\.json$/)
    const manifestText = await textOf(manifestKey)
    const manifest = JSON.parse(manifestText.toString()) as {
      readonly fileSchema: string
      readonly files: readonly [{ readonly key: string; readonly size: number; readonly MD5checksum: string }]
    }
    expect(manifest).to.include({
      sourceBucket: 'photos',
      destinationBucket: 'arn:aws:s3:::reports',
      fileFormat: 'CSV',
      fileSchema: 'Bucket, Key, Size, ETag, EncryptionStatus, ObjectAccessControlList',
    })
    const checksum = await textOf(manifestKey.replace('.json', '.checksum'))
    expect(checksum.toString()).to.equal(createHash('md5').update(manifestText).digest('hex'))
    const [file] = manifest.files
    expect(file.key).to.match(/^inv\/photos\/all\/data\/[0-9a-f-]+\.csv\.gz$/)
    const data = await textOf(file.key)
    expect(file).to.include({ size: data.length, MD5checksum: createHash('md5').update(data).digest('hex') })
    const symlink = keys.find((key) => key.endsWith('symlink.txt')) ?? ''
    expect((await textOf(symlink)).toString()).to.equal(`s3://reports/${file.key}\n`)
  })

  it('writes a line for each object, every value in quotes', async () => {
    await put()
    await store.core.buckets.reportInventories(never)
    const key = (await reports()).find((name) => name.endsWith('.csv.gz')) ?? ''
    const lines = gunzipSync(await textOf(key))
      .toString()
      .split('\n')
    expect(lines).to.have.length(3)
    const [first = ''] = lines
    expect(first).to.match(
      /^"photos","a%20b\/%22c%22\.txt","1","0cc175b9c0f1b6a831c399e269772661","NOT-SSE","[\w+/=]+"$/,
    )
    const acl = Buffer.from(first.split('"').at(-2) ?? '', 'base64').toString()
    expect(JSON.parse(acl)).to.deep.include({
      grants: [{ canonicalId: alice.canonicalId, type: 'CanonicalUser', permission: 'FULL_CONTROL' }],
    })
  })

  it('tells of versions when all of them are wanted', async () => {
    await put({ includedVersions: 'All', optionalFields: ['IsMultipartUploaded'], prefix: 'z' })
    await store.core.buckets.reportInventories(never)
    const key = (await reports()).find((name) => name.endsWith('.csv.gz')) ?? ''
    expect(gunzipSync(await textOf(key)).toString()).to.equal('"photos","z","","true","false","false"\n')
  })

  it('writes no report twice a day, and none that is disabled', async () => {
    await put()
    await put({ id: 'off', isEnabled: false })
    expect(await store.core.buckets.reportInventories(never)).to.equal(1)
    expect(await store.core.buckets.reportInventories(never)).to.equal(0)
  })

  it('tells of reports that cannot be written, once the others are', async () => {
    await store.core.buckets.create(callerOf(bob), 'bobs', { acl: {}, locationConstraint: undefined })
    await put({ id: 'a', destination: { ...inventory.destination, bucket: 'arn:aws:s3:::bobs' } })
    await put({ id: 'b', destination: { ...inventory.destination, bucket: 'arn:aws:s3:::nowhere' } })
    await put({ id: 'c' })
    const failure = (await rejection(store.core.buckets.reportInventories(never))) as AggregateError
    expect(failure.errors.map(({ code }: { code: string }) => code)).to.deep.equal([
      'AccessDenied',
      'NoSuchBucket',
    ])
    expect(await reports()).to.have.length(4)
    expect(await store.core.buckets.reportInventories(never)).to.equal(0)
  })
})
