import { expect } from 'chai'
import type { BucketConfiguration } from '../../src/core/buckets/bucket.ts'
import type { ObjectPut, WriteAnswer } from '../../src/core/objects/object-write.ts'
import type { AgingPage, AgingPlace } from '../../src/core/lifecycle/aging-version.ts'
import type { Metadata } from '../../src/core/ports.ts'
import type { Project } from '../../src/core/projects/project.ts'
import type { NewUpload, Part, UploadQuery } from '../../src/core/uploads/upload.ts'

const project = (name: string): Project => ({
  id: `id-${name}`,
  name,
  canonicalId: `canonical-${name}`,
  email: undefined,
  namespace: '',
  createdAt: 1000,
})
const configuration: BucketConfiguration = { acl: { owner: 'canonical-p', grants: [] } }
const newBucket = (name: string, namespace = '') => ({
  projectId: 'id-p',
  namespace,
  name,
  region: 'us-east-1',
  versioning: 'off' as const,
  createdAt: 1000,
  configuration,
})
const accessKey = (id: string) => ({
  id,
  secret: `secret of ${id}`,
  projectId: 'id-p',
  name: 'a key',
  status: 'active' as const,
  createdAt: 1000,
  expiresAt: undefined,
})
const upload = (bucketId: number, key: string, id: string, createdAt = 1000): NewUpload => ({
  id,
  bucketId,
  key,
  ownerId: 'canonical-p',
  storageClass: 'STANDARD',
  attributes: { contentType: 'text/plain' },
  checksumAlgorithm: undefined,
  checksumType: undefined,
  createdAt,
})
const part = (partNumber: number, blobId: string): Part => ({
  partNumber,
  size: 5,
  etag: 'e',
  blobId,
  checksum: undefined,
  lastModified: 1000,
  salt: `salt of ${blobId}`,
})
const put = (bucketId: number, key: string, content: ObjectPut['content'] = inline): ObjectPut => ({
  kind: 'put',
  bucketId,
  key,
  size: 4,
  etag: 'e',
  ownerId: 'canonical-p',
  storageClass: 'STANDARD',
  attributes: {},
  content,
  now: 1000,
  trashAfter: 2000,
})
const versionOf = (answer: WriteAnswer) => (answer.kind === 'refused' ? '' : (answer.versionId ?? ''))
const inline: ObjectPut['content'] = { kind: 'inline', data: Buffer.from('data') }

/** What every implementation of the metadata port promises beside the batched look-ups and writes. */
export const describeMetadata = (name: string, open: () => Promise<Metadata>) => {
  describe(`${name}, as metadata`, () => {
    let metadata: Metadata
    const createBucket = (bucketName: string) =>
      metadata.transaction((tx) => tx.createBucket(newBucket(bucketName)))

    beforeEach(async () => {
      metadata = await open()
      await metadata.transaction((tx) => tx.createProject(project('p')))
    })
    afterEach(() => metadata.close())

    describe('transaction', () => {
      it('keeps nothing when its work rejects', async () => {
        const failure = new Error('changed my mind')
        const rejection = await metadata
          .transaction(async (tx) => {
            await tx.createAccessKey(accessKey('AK'))
            const { id } = await tx.createBucket(newBucket('b'))
            await tx.write(put(id, 'k'))
            throw failure
          })
          .catch((error: unknown) => error)
        expect(rejection).to.equal(failure)
        expect(await metadata.catalog.findAccessKey('AK')).to.equal(undefined)
        expect(await metadata.listBuckets({ limit: 10 })).to.deep.equal([])
      })

      it('runs alone among transactions', async () => {
        const counts = await Promise.all(
          ['a', 'b', 'c'].map((bucketName) =>
            metadata.transaction(async (tx) => {
              await tx.createBucket(newBucket(bucketName))
              return tx.countBuckets('id-p')
            }),
          ),
        )
        expect(counts).to.deep.equal([1, 2, 3])
      })
    })

    describe('projects and access keys', () => {
      it('finds a project by id, name and canonical id', async () => {
        const { catalog } = metadata
        expect(await catalog.findProject('id-p')).to.deep.equal(project('p'))
        expect(await catalog.findProjectByName('p')).to.deep.equal(project('p'))
        expect(await catalog.findProjectByCanonicalId('canonical-p')).to.deep.equal(project('p'))
      })

      it('lists projects by name, keys by age', async () => {
        await metadata.transaction(async (tx) => {
          await tx.createProject(project('a'))
          await tx.createAccessKey(accessKey('B'))
          await tx.createAccessKey({ ...accessKey('A'), createdAt: 2000, expiresAt: 3000 })
        })
        expect((await metadata.listProjects()).map((each) => each.name)).to.deep.equal(['a', 'p'])
        expect(await metadata.listAccessKeys('id-p')).to.deep.equal([
          accessKey('B'),
          { ...accessKey('A'), createdAt: 2000, expiresAt: 3000 },
        ])
      })

      it('answers with a change as soon as it has been committed, also where nothing was before', async () => {
        const { catalog } = metadata
        expect(await catalog.findAccessKey('AK')).to.equal(undefined)
        await metadata.transaction((tx) => tx.createAccessKey(accessKey('AK')))
        expect(await catalog.findAccessKey('AK')).to.deep.equal(accessKey('AK'))
        await metadata.transaction((tx) => tx.setAccessKeyStatus('AK', 'disabled'))
        expect((await catalog.findAccessKey('AK'))?.status).to.equal('disabled')
        await metadata.transaction((tx) => tx.deleteAccessKey('AK'))
        expect(await catalog.findAccessKey('AK')).to.equal(undefined)
      })

      it('takes the keys of a project away with it', async () => {
        await metadata.transaction((tx) => tx.createAccessKey(accessKey('AK')))
        expect(await metadata.catalog.findAccessKey('AK')).to.deep.equal(accessKey('AK'))
        await metadata.transaction((tx) => tx.deleteProject('id-p'))
        expect(await metadata.catalog.findAccessKey('AK')).to.equal(undefined)
        expect(await metadata.catalog.findProjectByName('p')).to.equal(undefined)
      })
    })

    describe('buckets', () => {
      it('keeps equal names of different namespaces apart', async () => {
        const [shared, own] = await metadata.transaction(async (tx) => [
          await tx.createBucket(newBucket('images')),
          await tx.createBucket(newBucket('images', 'p')),
        ])
        expect(await metadata.catalog.findBucket('', 'images')).to.deep.equal(shared)
        expect(await metadata.catalog.findBucket('p', 'images')).to.deep.equal(own)
      })

      it('answers with a new configuration once it has been committed', async () => {
        const { id } = await createBucket('b')
        expect((await metadata.catalog.findBucket('', 'b'))?.configuration).to.deep.equal(configuration)
        const changed = { ...configuration, locationConstraint: 'eu-west-1' }
        await metadata.transaction((tx) => tx.putBucketConfiguration(id, changed))
        expect((await metadata.catalog.findBucket('', 'b'))?.configuration).to.deep.equal(changed)
      })

      it('carries along what its project says of it, and its quota', async () => {
        const bucket = await createBucket('b')
        const find = () => metadata.catalog.findBucket('', 'b')
        expect(await find()).to.deep.equal(bucket)
        const quota = { buckets: 3 }
        const changed: Project = {
          ...project('p'),
          state: 'suspended',
          quota,
          rates: { requestsPerSecond: 2 },
        }
        await metadata.transaction((tx) => tx.putProject(changed))
        const account = { state: 'suspended', quota, rates: { requestsPerSecond: 2 } }
        expect(await find()).to.deep.equal({ ...bucket, account })
        expect(await metadata.catalog.findProject('id-p')).to.deep.equal(changed)
        await metadata.transaction(async (tx) => {
          await tx.putProject(project('p'))
          await tx.setBucketQuota(bucket.id, { bytes: 9 })
        })
        expect(await find()).to.deep.equal({ ...bucket, quota: { bytes: 9 } })
        expect(await metadata.listBuckets({ limit: 1 })).to.deep.equal([{ ...bucket, quota: { bytes: 9 } }])
        await metadata.transaction((tx) => tx.setBucketQuota(bucket.id, undefined))
        expect(await find()).to.deep.equal(bucket)
      })

      it('tells what is used of the quotas that bind a bucket, and nothing where there are none', async () => {
        const [first, second] = [await createBucket('a'), await createBucket('b')]
        await metadata.write(put(first.id, 'k'))
        await metadata.write(put(second.id, 'k'))
        await metadata.transaction((tx) =>
          tx.putPart({ ...part(1, 'blob'), uploadId: 'u', bucketId: first.id }, 0),
        )
        expect(await metadata.allowances(first.id)).to.deep.equal([])
        await metadata.transaction(async (tx) => {
          await tx.setBucketQuota(first.id, { objects: 7 })
          await tx.putProject({ ...project('p'), quota: { bytes: 8 } })
        })
        const ofProject = {
          of: 'project:id-p',
          quota: { bytes: 8 },
          usage: { objects: 2, bytes: 8, partBytes: 5 },
        }
        expect(await metadata.allowances(first.id)).to.deep.equal([
          {
            of: `bucket:${String(first.id)}`,
            quota: { objects: 7 },
            usage: { objects: 1, bytes: 4, partBytes: 5 },
          },
          ofProject,
        ])
        expect(await metadata.allowances(second.id)).to.deep.equal([ofProject])
        expect(await metadata.write(put(second.id, 'other'))).to.include({ code: 'QuotaExceeded' })
        expect(await metadata.projectUsage()).to.deep.equal(
          new Map([['id-p', { buckets: 2, objects: 2, bytes: 8, partBytes: 5 }]]),
        )
      })

      it('lists names in order, behind a marker, with a prefix, up to a limit', async () => {
        for (const bucketName of ['log-b', 'log-a', 'img', 'log-c', 'lot']) await createBucket(bucketName)
        const names = async (query: object) =>
          (await metadata.listBuckets({ projectId: 'id-p', limit: 10, ...query })).map((each) => each.name)
        expect(await names({})).to.deep.equal(['img', 'log-a', 'log-b', 'log-c', 'lot'])
        expect(
          await names({ prefix: 'log-', after: { name: 'log-a', namespace: '' }, limit: 1 }),
        ).to.deep.equal(['log-b'])
        expect(await names({ prefix: 'log-', after: { name: 'log-c', namespace: '' } })).to.deep.equal([])
        expect(await names({ projectId: 'other' })).to.deep.equal([])
      })

      it('lists buckets of one name in several namespaces one after another', async () => {
        await createBucket('images')
        await metadata.transaction((tx) => tx.createBucket({ ...newBucket('images'), namespace: 'id-q' }))
        const [first] = await metadata.listBuckets({ limit: 1 })
        const behind = await metadata.listBuckets({ limit: 10, ...(first && { after: first }) })
        expect(behind.map(({ name, namespace }) => [name, namespace])).to.deep.equal([['images', 'id-q']])
      })

      it('tells whether a bucket holds objects', async () => {
        const { id } = await createBucket('b')
        const hasObjects = () => metadata.transaction((tx) => tx.bucketHasObjects(id))
        expect(await hasObjects()).to.equal(false)
        await metadata.write(put(id, 'k'))
        expect(await hasObjects()).to.equal(true)
      })

      it('aborts the uploads of a bucket that is deleted', async () => {
        const { id } = await createBucket('b')
        await metadata.transaction(async (tx) => {
          await tx.createUpload(upload(id, 'k', 'u'))
          await tx.putPart({ ...part(1, 'blob'), uploadId: 'u', bucketId: id }, 0)
        })
        expect(await metadata.catalog.findBucket('', 'b')).not.to.equal(undefined)
        await metadata.transaction((tx) => tx.deleteBucket(id, 500))
        expect(await metadata.catalog.findBucket('', 'b')).to.equal(undefined)
        expect(await metadata.findUpload(id, 'k', 'u')).to.equal(undefined)
        expect(await metadata.listTrash({ before: 500, limit: 10 })).to.deep.equal(['blob'])
      })
    })

    describe('objects in transactions', () => {
      it('replaces the attributes of the version that was read, and of no other', async () => {
        const { id } = await createBucket('b')
        await metadata.write(put(id, 'k'))
        const attributes = { tags: [{ key: 'a', value: 'b' }] }
        const first = await metadata.transaction((tx) => tx.findObject(id, 'k'))
        if (!first) throw new Error('The object is missing.')
        await metadata.transaction((tx) => tx.putObjectAttributes(first, attributes))
        expect((await metadata.findObject(id, 'k', { withData: false }))?.attributes).to.deep.equal(
          attributes,
        )
        await metadata.write(put(id, 'k'))
        await metadata.transaction((tx) => tx.putObjectAttributes(first, attributes))
        expect((await metadata.findObject(id, 'k', { withData: false }))?.attributes).to.deep.equal({})
      })

      it('writes by the rules of batched writes, and counts', async () => {
        const { id } = await createBucket('b')
        expect(await metadata.findUsage(id)).to.deep.equal({ objects: 0, bytes: 0, partBytes: 0 })
        const answers = await metadata.transaction(async (tx) => [
          await tx.write(put(id, 'k')),
          await tx.write({ ...put(id, 'k'), conditions: { ifNoneMatch: '*' } }),
        ])
        expect(answers.map(({ kind }) => kind)).to.deep.equal(['stored', 'refused'])
        expect(await metadata.findUsage(id)).to.deep.equal({ objects: 1, bytes: 4, partBytes: 0 })
      })

      it('keeps versions from the moment that the bucket is to, in later batches too', async () => {
        const { id } = await createBucket('b')
        await metadata.write(put(id, 'k'))
        expect(await metadata.catalog.findBucket('', 'b')).to.include({ versioning: 'off' })
        await metadata.transaction((tx) => tx.setBucketVersioning(id, 'enabled'))
        expect(await metadata.catalog.findBucket('', 'b')).to.include({ versioning: 'enabled' })
        const answer = await metadata.write(put(id, 'k', { kind: 'blob', blobId: 'B' }))
        const versionId = versionOf(answer)
        const remove = {
          kind: 'delete',
          bucketId: id,
          key: 'k',
          ownerId: 'c',
          now: 1,
          trashAfter: 1,
        } as const
        const marker = await metadata.write(remove)
        for (const find of [
          (wanted: string) => metadata.findVersion(id, 'k', { versionId: wanted, withData: true }),
          (wanted: string) => metadata.transaction((tx) => tx.findVersion(id, 'k', wanted)),
        ]) {
          expect((await find(versionId))?.content).to.deep.equal({ kind: 'blob', blobId: 'B' })
          expect((await find('null'))?.content.kind).to.equal('inline')
          expect(await find(versionOf(marker))).to.include({
            isDeleteMarker: true,
          })
        }
        expect(await metadata.findDeleteMarker(id, 'k')).to.include({ isDeleteMarker: true, ownerId: 'c' })
        const [blob] = await metadata.listNamedBlobs({ after: '', limit: 10 })
        expect(blob).to.include({ blobId: 'B', versionId })
        expect(await metadata.transaction((tx) => tx.bucketHasObjects(id))).to.equal(true)
      })

      it('lists what it wrote', async () => {
        const { id } = await createBucket('b')
        for (const key of ['b/1', 'a', 'b/2']) await metadata.write(put(id, key))
        const { entries } = await metadata.list({
          bucketId: id,
          prefix: '',
          delimiter: '/',
          after: undefined,
          limit: 10,
        })
        expect(entries.map((entry) => ('key' in entry ? entry.key : [entry.commonPrefix]))).to.deep.equal([
          'a',
          ['b/'],
        ])
      })
    })

    describe('walks over aging versions', () => {
      const walk = async <Row>(read: (after: AgingPlace | undefined) => Promise<AgingPage<Row>>) => {
        const rows: Row[] = []
        let after: AgingPlace | undefined
        do {
          const page = await read(after)
          rows.push(...page.rows)
          after = page.end
        } while (after)
        return rows
      }

      it('finds live objects of a prefix that were written before a moment, page after page', async () => {
        const { id: bucketId } = await createBucket('b')
        for (const [key, now] of Object.entries({ 'a/1': 10, 'a/2': 30, 'a/3': 20, b: 10 }))
          await metadata.write({ ...put(bucketId, key), now })
        for (const limit of [1, 2, 1000]) {
          const rows = await walk((after) =>
            metadata.agingObjects({ bucketId, prefix: 'a/', after, limit }, 30),
          )
          expect(rows.map(({ key, lastModified }) => [key, lastModified])).to.deep.equal([
            ['a/1', 10],
            ['a/3', 20],
          ])
        }
      })

      it('tells size, class, tags and lock', async () => {
        const { id: bucketId } = await createBucket('b')
        const attributes = { tags: [{ key: 'a', value: 'b' }], lock: { legalHold: true } }
        await metadata.write({ ...put(bucketId, 'k'), storageClass: 'GLACIER', attributes })
        const query = { bucketId, prefix: '', after: undefined, limit: 10 }
        const { rows } = await metadata.agingObjects(query, Infinity)
        expect(rows).to.have.length(1)
        expect(rows[0]).to.deep.include({
          size: 4,
          storageClass: 'GLACIER',
          versionId: 'null',
          ...attributes,
        })
      })

      it('finds all other versions, the newest of a key first, and the time of its live object', async () => {
        const { id: bucketId } = await createBucket('b')
        await metadata.transaction((tx) => tx.setBucketVersioning(bucketId, 'enabled'))
        for (const now of [10, 20, 30]) await metadata.write({ ...put(bucketId, 'live'), now })
        await metadata.write({ ...put(bucketId, 'gone'), now: 40 })
        const marker = { kind: 'delete' as const, bucketId, ownerId: 'canonical-p', trashAfter: 0 }
        await metadata.write({ ...marker, key: 'gone', now: 50 })
        for (const limit of [1, 2, 3, 1000]) {
          const rows = await walk((after) => metadata.agingRest({ bucketId, prefix: '', after, limit }))
          expect(
            rows.map(({ key, lastModified, isDeleteMarker, liveSince }) => [
              key,
              lastModified,
              isDeleteMarker,
              liveSince,
            ]),
          ).to.deep.equal([
            ['gone', 50, true, undefined],
            ['gone', 40, false, undefined],
            ['live', 20, false, 30],
            ['live', 10, false, 30],
          ])
        }
      })

      it('moves a version to another class and its bytes to another blob, once', async () => {
        const { id: bucketId } = await createBucket('b')
        await metadata.write(put(bucketId, 'k', { kind: 'blob', blobId: 'old' }))
        const version = await metadata.findObject(bucketId, 'k', { withData: false })
        if (!version) throw new Error('The object is not there.')
        const to = { storageClass: 'GLACIER', content: { kind: 'blob' as const, blobId: 'new' } }
        const move = () => metadata.transaction((tx) => tx.moveVersion(version, to, 5000))
        expect([await move(), await move()]).to.deep.equal([true, false])
        expect(await metadata.findObject(bucketId, 'k', { withData: false })).to.deep.include({
          storageClass: 'GLACIER',
          content: { kind: 'blob', blobId: 'new' },
          sequence: version.sequence,
          lastModified: version.lastModified,
        })
        expect(await metadata.listTrash({ before: 5000, limit: 9 })).to.deep.equal(['old'])
      })
    })

    describe('uploads', () => {
      const everything: Omit<UploadQuery, 'bucketId'> = {
        prefix: '',
        delimiter: undefined,
        keyMarker: '',
        uploadIdMarker: '',
        limit: 100,
      }
      let bucketId: number
      const create = (...uploads: readonly NewUpload[]) =>
        metadata.transaction(async (tx) => {
          for (const each of uploads) await tx.createUpload(each)
        })
      const list = async (query: Partial<UploadQuery>) => {
        const page = await metadata.listUploads({ ...everything, bucketId, ...query })
        return page.entries
          .map((entry) => ('id' in entry ? entry.id : entry.commonPrefix))
          .concat(page.isTruncated ? ['…'] : [])
      }
      beforeEach(async () => {
        bucketId = (await createBucket('b')).id
      })

      it('finds an upload under its own key only', async () => {
        await create(upload(bucketId, 'k', 'u'))
        expect(await metadata.findUpload(bucketId, 'k', 'u')).to.deep.equal({
          ...upload(bucketId, 'k', 'u'),
          completion: undefined,
        })
        expect(await metadata.findUpload(bucketId, 'other', 'u')).to.equal(undefined)
      })

      it('lists parts by number, and trashes the blob of a part that is replaced', async () => {
        await create(upload(bucketId, 'k', 'u'))
        for (const each of [part(10, 'ten'), part(2, 'two'), part(2, 'two again')])
          await metadata.transaction((tx) => tx.putPart({ ...each, uploadId: 'u', bucketId }, 500))
        expect(await metadata.listParts('u', { after: 0, limit: 10 })).to.deep.equal([
          part(2, 'two again'),
          part(10, 'ten'),
        ])
        expect(await metadata.listParts('u', { after: 2, limit: 1 })).to.deep.equal([part(10, 'ten')])
        expect(await metadata.listTrash({ before: 500, limit: 10 })).to.deep.equal(['two'])
      })

      it('remembers a completion, hides the upload, and trashes the parts that were not used', async () => {
        await create(upload(bucketId, 'k', 'u'))
        const completion = {
          etag: 'e-1',
          versionId: 'null',
          sequence: 1,
          fingerprint: 'f',
          checksum: undefined,
          completedAt: 2000,
        }
        await metadata.transaction(async (tx) => {
          await tx.putPart({ ...part(1, 'used'), uploadId: 'u', bucketId }, 0)
          await tx.putPart({ ...part(2, 'unused'), uploadId: 'u', bucketId }, 0)
          const open = await tx.findUpload(bucketId, 'k', 'u')
          if (!open) throw new Error('The upload is missing.')
          await tx.completeUpload(open, completion, [part(1, 'used')], 500)
        })
        expect((await metadata.findUpload(bucketId, 'k', 'u'))?.completion).to.deep.equal(completion)
        expect(await list({})).to.deep.equal([])
        expect(await metadata.listParts('u', { after: 0, limit: 10 })).to.deep.equal([])
        expect(await metadata.listTrash({ before: 500, limit: 10 })).to.deep.equal(['unused'])
      })

      it('forgets uploads that were completed before a moment, and no others', async () => {
        const complete = async (id: string, completedAt: number) => {
          await create(upload(bucketId, 'k', id))
          await metadata.transaction(async (tx) => {
            const open = await tx.findUpload(bucketId, 'k', id)
            if (!open) throw new Error('The upload is missing.')
            const completion = {
              etag: 'e-1',
              versionId: 'null',
              sequence: 1,
              fingerprint: 'f',
              checksum: undefined,
            }
            await tx.completeUpload(open, { ...completion, completedAt }, [], 0)
          })
        }
        await complete('old', 2000)
        await complete('older', 1000)
        await complete('new', 5000)
        await create(upload(bucketId, 'k', 'open'))
        const forget = (limit: number) =>
          metadata.transaction((tx) => tx.forgetCompletedUploads({ before: 3000, limit }))
        expect([await forget(1), await forget(5), await forget(5)]).to.deep.equal([1, 1, 0])
        const left = await Promise.all(
          ['old', 'older', 'new', 'open'].map((id) => metadata.findUpload(bucketId, 'k', id)),
        )
        expect(left.map((found) => found?.id)).to.deep.equal([undefined, undefined, 'new', 'open'])
      })

      it('lists by key, age and id, and goes on behind a marker', async () => {
        await create(
          upload(bucketId, 'b', '3', 2000),
          upload(bucketId, 'b', '2', 2000),
          upload(bucketId, 'b', '9', 1000),
          upload(bucketId, 'a', '5'),
          upload(bucketId, 'c', '1'),
        )
        expect(await list({})).to.deep.equal(['5', '9', '2', '3', '1'])
        expect(await list({ limit: 2 })).to.deep.equal(['5', '9', '…'])
        expect(await list({ keyMarker: 'b', uploadIdMarker: '9' })).to.deep.equal(['2', '3', '1'])
        expect(await list({ keyMarker: 'b' })).to.deep.equal(['1'])
        expect(await list({ uploadIdMarker: '9' })).to.deep.equal(['5', '9', '2', '3', '1'])
        expect(await list({ limit: 0 })).to.deep.equal([])
      })

      it('misses no upload when the one at the marker was aborted', async () => {
        await create(upload(bucketId, 'b', '1'), upload(bucketId, 'b', '2'), upload(bucketId, 'c', '3'))
        await metadata.transaction((tx) => tx.abortUpload('1', 0))
        expect(await list({ keyMarker: 'b', uploadIdMarker: '1' })).to.deep.equal(['2', '3'])
      })

      it('lists each common prefix once, whatever lies below it', async () => {
        const below = Array.from({ length: 7 }, (_, n) => upload(bucketId, `d/${String(n)}`, `d${String(n)}`))
        await create(
          ...below,
          upload(bucketId, 'a', 'a'),
          upload(bucketId, 'e/x', 'e'),
          upload(bucketId, 'f', 'f'),
        )
        expect(await list({ delimiter: '/', limit: 2 })).to.deep.equal(['a', 'd/', '…'])
        expect(await list({ delimiter: '/', limit: 2, keyMarker: 'd/' })).to.deep.equal(['e/', 'f'])
        expect(await list({ delimiter: '/', limit: 3, keyMarker: 'd/3' })).to.deep.equal(['e/', 'f'])
        expect(await list({ delimiter: '/', prefix: 'd/', limit: 2 })).to.deep.equal(['d0', 'd1', '…'])
      })
    })

    describe('blobs', () => {
      const listNamed = async () => {
        const blobs: string[] = []
        for (let after = ''; ;) {
          const page = await metadata.listNamedBlobs({ after, limit: 2 })
          blobs.push(...page.map(({ blobId, key, size }) => `${blobId} ${key} ${String(size)}`))
          const last = page.at(-1)
          if (!last) return blobs
          after = last.cursor
        }
      }
      beforeEach(async () => {
        const { id } = await createBucket('b')
        await metadata.write(put(id, 'inline'))
        await metadata.write(put(id, 'file', { kind: 'blob', blobId: 'B1' }))
        const parts = [1, 2, 3].map((n) => ({ ...part(n, `P${String(n)}`), size: n }))
        await metadata.write(put(id, 'multi', { kind: 'parts', parts }))
        await metadata.write(put(id, 'zero', { kind: 'blob', blobId: 'B2' }))
        await metadata.transaction(async (tx) => {
          await tx.createUpload(upload(id, 'open', 'u'))
          await tx.putPart({ ...part(1, 'U1'), uploadId: 'u', bucketId: id }, 0)
          await tx.trash(['T1', 'T2'], 300)
          await tx.trash(['T0'], 200)
        })
      })

      it('lists each that an object or a part names, page after page', async () => {
        expect(await listNamed()).to.deep.equal([
          'B1 file 4',
          'P1 multi 1',
          'P2 multi 2',
          'P3 multi 3',
          'B2 zero 4',
          'U1 open 5',
        ])
      })

      it('tells which of some are named, by the trash too', async () => {
        const named = await metadata.namedBlobs(['B1', 'P2', 'U1', 'T1', 'nobody'])
        expect([...named].sort()).to.deep.equal(['B1', 'P2', 'T1', 'U1'])
      })

      it('tells which of some an object or a part names, without the trash', async () => {
        const used = await metadata.usedBlobs(['B1', 'P2', 'U1', 'T1', 'nobody'])
        expect([...used].sort()).to.deep.equal(['B1', 'P2', 'U1'])
      })

      it('tells within a transaction which of some are named', async () => {
        const named = await metadata.transaction((tx) => tx.namedBlobs(['B2', 'T1', 'nobody']))
        expect([...named].sort()).to.deep.equal(['B2', 'T1'])
      })

      it('counts those that an object or a part names', async () => {
        expect(await metadata.countNamedBlobs()).to.equal(6)
      })

      it('lists the parts of an object in order', async () => {
        const { id } = (await metadata.catalog.findBucket('', 'b')) ?? { id: 0 }
        const object = await metadata.findObject(id, 'multi', { withData: false })
        const parts = await metadata.listObjectParts(object?.sequence ?? 0)
        expect(parts.map(({ partNumber, blobId, salt }) => [partNumber, blobId, salt])).to.deep.equal([
          [1, 'P1', 'salt of P1'],
          [2, 'P2', 'salt of P2'],
          [3, 'P3', 'salt of P3'],
        ])
      })

      it('lists trash whose time has come, oldest first, until it is forgotten', async () => {
        expect(await metadata.listTrash({ before: 199, limit: 9 })).to.deep.equal([])
        expect(await metadata.listTrash({ before: 200, limit: 9 })).to.deep.equal(['T0'])
        expect(await metadata.listTrash({ before: 300, limit: 9 })).to.deep.equal(['T0', 'T1', 'T2'])
        await metadata.forgetTrash(['T0', 'T1'])
        expect(await metadata.listTrash({ before: 300, limit: 9 })).to.deep.equal(['T2'])
      })
    })
  })
}
