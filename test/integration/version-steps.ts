import {
  bare,
  copied,
  decodedKey,
  keys,
  read,
  versionOf,
  type Scene,
  type Step,
  type Steps,
} from './model-steps.ts'
import { blocksOf, textOf } from '../support/xml-text.ts'
import type { VersionNames } from '../support/model-versions.ts'

/** What is done to the versions of objects. */
export const versionSteps: Steps = [
  [1, setVersioning],
  [5, getVersion],
  [6, removeVersion],
  [2, copyVersion],
  [3, listVersions],
]

function setVersioning({ client, model, bucket, random }: Scene): Step {
  const versioning = random.pick(['enabled', 'enabled', 'suspended'] as const)
  model.versions.versioning = versioning
  const status = versioning === 'enabled' ? 'Enabled' : 'Suspended'
  const body = `<VersioningConfiguration><Status>${status}</Status></VersioningConfiguration>`
  return {
    name: `versioning is ${versioning}`,
    expected: { status: 200 },
    ask: async () =>
      bare(await client.send({ method: 'PUT', path: bucket, query: { versioning: '' }, body })),
  }
}

function getVersion(scene: Scene): Step {
  const { client, model, names } = scene
  const { key, id, path, query } = anyVersion(scene)
  return {
    name: `get ${key} ${id}`,
    expected: model.getVersion(key, id),
    ask: async () => read(await client.send({ method: 'GET', path, query }), names),
  }
}

function removeVersion(scene: Scene): Step {
  const { client, model, names } = scene
  const { key, id, path, query } = anyVersion(scene)
  const isKnown = model.versions.find(key, id) !== undefined
  return {
    name: `delete ${key} ${id}`,
    expected: model.deleteVersion(key, id),
    ask: async () => {
      const answer = await client.send({ method: 'DELETE', path, query })
      const version = versionOf(answer, names)
      // What never was has no name, but comes back as it was asked for.
      return { ...bare(answer), ...version, ...(!isKnown && { version: id }) }
    },
  }
}

function copyVersion(scene: Scene): Step {
  const { client, model, bucket, random, names } = scene
  const { key, id, query } = anyVersion(scene)
  const target = random.pick(keys)
  const headers = {
    'x-amz-copy-source': `${encodeURIComponent(`${bucket}/${key}`)}?versionId=${query.versionId}`,
  }
  const expected = model.copy(key, target, { version: id })
  return {
    name: `copy ${key} ${id} to ${target}`,
    expected,
    ask: async () =>
      copied(await client.send({ method: 'PUT', path: `${bucket}/${target}`, headers }), names, expected),
  }
}

/** Walks through all pages, and puts versions and delete markers together again. */
function listVersions({ client, model, bucket, random, names }: Scene): Step {
  const prefix = random.pick(['', '', 'a', 'b/'])
  const limit = 1 + random.below(8)
  return {
    name: `list versions of ${prefix} by ${String(limit)}`,
    expected: { status: 200, list: [...model.listVersions(prefix)].sort() },
    ask: async () => {
      const entries: string[] = []
      let next: Readonly<Record<string, string>> = {}
      for (;;) {
        const query = { ...next, versions: '', prefix, 'max-keys': String(limit), 'encoding-type': 'url' }
        const { status, body } = await client.send({ method: 'GET', path: bucket, query })
        if (status !== 200) return { status, code: textOf(body, 'Code') }
        entries.push(...entriesOf(body, names))
        if (textOf(body, 'IsTruncated') !== 'true') return { status, list: entries.sort() }
        next = {
          'key-marker': decodedKey(textOf(body, 'NextKeyMarker') ?? ''),
          'version-id-marker': textOf(body, 'NextVersionIdMarker') ?? '',
        }
      }
    },
  }
}

const entriesOf = (body: Buffer, names: VersionNames) =>
  ['Version', 'DeleteMarker'].flatMap((element) =>
    blocksOf(body, element).map((block) => {
      const key = decodedKey(textOf(block, 'Key') ?? '')
      const name = names.nameOf(textOf(block, 'VersionId')) ?? ''
      return `${key} ${name} ${textOf(block, 'ETag') ?? 'deleted'} ${textOf(block, 'IsLatest') ?? ''}`
    }),
  )

/** One that is there, mostly; sometimes one of another key, or the null version where there may be none. */
function anyVersion({ model, bucket, random, names }: Scene) {
  const all = model.versions.all()
  const { key, version } =
    all.length === 0 || random.oneIn(10) ? { key: 'a', version: undefined } : random.pick(all)
  const id = version === undefined || random.oneIn(10) ? 'null' : version.id
  const chosen = random.oneIn(15) ? random.pick(keys) : key
  return { key: chosen, id, path: `${bucket}/${chosen}`, query: { versionId: names.idOf(id) } }
}
