import { expect } from 'chai'
import { alice } from '../core/projects.ts'
import type { Metadata } from '../../src/core/ports.ts'
import type { SharedLink } from '../../src/core/links/link.ts'
import type { StoredFile } from '../../src/core/files/stored-file.ts'

const projectId = alice.id
const link = (id: string, createdAt: number): SharedLink => ({
  id,
  projectId,
  apiKeyId: 'key',
  bucket: 'b',
  key: 'k',
  method: 'GET',
  isSingleUse: true,
  createdAt,
  expiresAt: createdAt + 10,
  usedAt: undefined,
})
const file = (id: string, uploadedAt: number, hash = 'h'): StoredFile => ({
  id,
  projectId,
  bucket: 'b',
  objectName: `${id}.txt`,
  filename: 'note.txt',
  size: 4,
  contentType: 'text/plain',
  hash,
  uploadedAt,
})

/** What every implementation of the metadata port promises about the records of REST. */
export const describeRestMetadata = (name: string, open: () => Promise<Metadata>) => {
  describe(`${name}, as metadata of REST`, () => {
    let metadata: Metadata
    beforeEach(async () => {
      metadata = await open()
      await metadata.transaction((tx) => tx.createProject(alice))
    })
    afterEach(() => metadata.close())

    it('lists links and files page by page, also where several are of one moment', async () => {
      await metadata.transaction(async (tx) => {
        for (const [id, at] of [
          ['a', 1],
          ['c', 2],
          ['b', 2],
          ['d', 3],
        ] as const) {
          // prettier-ignore
          await tx.links.create(link(id, at))
          await tx.files.create(file(id, at, id === 'd' ? 'other' : 'h'))
        }
      })
      const links = await metadata.links.list({ projectId, limit: 2 })
      expect(links).to.deep.equal([link('d', 3), link('c', 2)])
      const rest = await metadata.links.list({ projectId, before: link('c', 2), limit: 9 })
      expect(rest.map(({ id }) => id)).to.deep.equal(['b', 'a'])
      const same = await metadata.files.list({ projectId, hash: 'h', before: file('c', 2), limit: 9 })
      expect(same).to.deep.equal([file('b', 2), file('a', 1)])
      expect(await metadata.files.list({ projectId: 'other', limit: 9 })).to.deep.equal([])
    })

    it('uses a link up once, and forgets those that have expired', async () => {
      await metadata.transaction((tx) => tx.links.create(link('a', 1)))
      const use = (at: number) => metadata.transaction((tx) => tx.links.use('a', at))
      expect([await use(5), await use(6)]).to.deep.equal([true, false])
      expect((await metadata.links.find('a'))?.usedAt).to.equal(5)
      expect(await metadata.transaction((tx) => tx.links.forgetExpired(11))).to.equal(0)
      expect(await metadata.transaction((tx) => tx.links.forgetExpired(12))).to.equal(1)
      expect(await metadata.links.find('a')).to.equal(undefined)
    })

    it('takes them away with their project', async () => {
      await metadata.transaction(async (tx) => {
        await tx.links.create(link('a', 1))
        await tx.files.create(file('a', 1))
        await tx.deleteProject(projectId)
      })
      expect(await metadata.links.find('a')).to.equal(undefined)
      expect(await metadata.files.find(projectId, 'a')).to.equal(undefined)
    })
  })
}
