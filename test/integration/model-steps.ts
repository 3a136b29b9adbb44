import type { Random } from '../support/random.ts'
import type { Answer, Client, TestRequest } from '../support/signed-request.ts'
import { createUpload } from '../support/multipart.ts'
import { etagOf, md5, type ListChoices, type ModelStore, type Outcome } from '../support/model-store.ts'
import type { VersionNames } from '../support/model-versions.ts'
import { blocksOf, escaped, textOf } from '../support/xml-text.ts'

/** One random request: what it is, what the model answers, and how the server is asked. */
export interface Step {
  readonly name: string
  readonly expected: Outcome
  readonly ask: () => Promise<Outcome>
}

export interface Scene {
  readonly client: Client
  readonly model: ModelStore
  readonly bucket: string
  readonly random: Random
  readonly names: VersionNames
}

export const keys = [
  ...['a', 'a/', 'a/b', 'a/b/c', 'a//d', 'a/b2', 'b', 'b/1', 'b/2', 'b/10', 'B', '/lead', '..', './x'],
  ...[
    'é',
    'e\u0301',
    '\u{1f600}/x',
    '\u{1f600}/y',
    '\uffee/z',
    'z z',
    'z+',
    'a%2Fb',
    'a&<b>',
    'q?x=1#2',
    '\u0001c',
  ],
]
const prefixes = ['', '', 'a', 'a/', 'a/b', 'b/', '\u{1f600}', 'é', 'nothing', '/']
const tagSets = [[], ['k=v'], ['a=1', 'b=2'], ['x=', 'y=y y', 'z=ü']]

export type Make = (scene: Scene) => Step | Promise<Step>
export type Steps = readonly (readonly [weight: number, make: Make])[]
export const objectSteps: Steps = [
  [8, put],
  [5, get],
  [2, head],
  [4, remove],
  [1, removeMany],
  [3, copy],
  [4, list],
  [1, putTags],
  [1, getTags],
  [1, removeTags],
  [2, createMultipart],
  [3, putPart],
  [1, listParts],
  [2, complete],
  [1, abort],
]
/** A step of one of these kinds, the heavier the likelier. */
export async function randomStep(scene: Scene, steps: Steps): Promise<Step> {
  return scene.random.pick(steps.flatMap(([weight, make]) => Array<Make>(weight).fill(make)))(scene)
}

function put({ client, model, bucket, random, names }: Scene): Step {
  const key = random.pick(keys)
  const body = random.bytes(random.oneIn(6) ? 20_000 + random.below(300_000) : random.below(5_000))
  const [note, tags] = [`note ${String(random.below(100))}`, random.pick(tagSets)]
  const conditions = writeConditions(key, { model, random })
  const headers = {
    'x-amz-meta-note': note,
    'x-amz-tagging': tags.length > 0 ? tags.map(encodeTag).join('&') : undefined,
    ...headersOf(conditions),
  }
  const expected = model.put(key, { body, note, tags }, conditions)
  return {
    name: `put ${key} (${String(body.length)} bytes) ${JSON.stringify(conditions)}`,
    expected,
    ask: async () =>
      written(await client.send({ method: 'PUT', path: `${bucket}/${key}`, headers, body }), names, expected),
  }
}

function get({ client, model, bucket, random, names }: Scene): Step {
  const key = random.pick(keys)
  const range = random.oneIn(2) ? rangeOf(model.versions.current(key)?.body.length ?? 10, random) : undefined
  const etag = random.oneIn(4) ? anyEtag(key, { model, random }) : undefined
  const conditions = random.oneIn(2) ? { ifMatch: etag } : { ifNoneMatch: etag }
  return {
    name: `get ${key} ${JSON.stringify({ range, ...conditions })}`,
    expected: model.get(key, { range, ...conditions }),
    ask: async () => {
      const headers = { Range: range, ...headersOf(conditions) }
      return read(await client.send({ method: 'GET', path: `${bucket}/${key}`, headers }), names)
    },
  }
}

function head({ client, model, bucket, random, names }: Scene): Step {
  const key = random.pick(keys)
  const { code: _code, md5: _md5, ...expected } = model.get(key, {})
  return {
    name: `head ${key}`,
    expected,
    ask: async () => {
      const answer = await client.send({ method: 'HEAD', path: `${bucket}/${key}` })
      const { md5: _md5, ...outcome } = read(answer, names)
      return outcome
    },
  }
}

function remove({ client, model, bucket, random, names }: Scene): Step {
  const key = random.pick(keys)
  const conditions = random.oneIn(4) ? { ifMatch: anyEtag(key, { model, random }) } : {}
  const expected = model.delete(key, conditions)
  return {
    name: `delete ${key} ${JSON.stringify(conditions)}`,
    expected,
    ask: async () => {
      const headers = headersOf(conditions)
      return written(
        await client.send({ method: 'DELETE', path: `${bucket}/${key}`, headers }),
        names,
        expected,
      )
    },
  }
}

function removeMany({ client, model, bucket, random, names }: Scene): Step {
  const chosen = [...new Set(Array.from({ length: 1 + random.below(5) }, () => random.pick(keys)))]
  // A quiet answer tells nothing of the delete markers that were made.
  const isQuiet = model.versions.versioning === 'off' && random.oneIn(2)
  const objects = chosen.map((key) => `<Object><Key>${escapedKey(key)}</Key></Object>`)
  const body = `<Delete><Quiet>${String(isQuiet)}</Quiet>${objects.join('')}</Delete>`
  const headers = { 'Content-MD5': Buffer.from(md5(Buffer.from(body)), 'hex').toString('base64') }
  const markers = chosen.map((key) => model.delete(key).version)
  return {
    name: `delete ${JSON.stringify(chosen)}${isQuiet ? ' quietly' : ''}`,
    expected: {
      status: 200,
      code: undefined,
      list: isQuiet ? [] : chosen.map((key, n) => `${key} ${markers[n] ?? ''}`),
    },
    ask: async () => {
      const answer = await client.send({ method: 'POST', path: bucket, query: { delete: '' }, headers, body })
      const list = blocksOf(answer.body, 'Deleted').map((block, n) => {
        const marker = textOf(block, 'DeleteMarkerVersionId')
        names.learn(markers[n], marker)
        return `${textOf(block, 'Key') ?? ''} ${names.nameOf(marker) ?? ''}`
      })
      return { ...bare(answer), list }
    },
  }
}

function copy({ client, model, bucket, random, names }: Scene): Step {
  const [source, target] = [random.pick(keys), random.pick(keys)]
  const replaceNote = random.oneIn(2) ? `copied ${String(random.below(100))}` : undefined
  const replaceTags = random.oneIn(3) ? random.pick(tagSets) : undefined
  const headers = {
    'x-amz-copy-source': encodeURIComponent(`${bucket}/${source}`),
    'x-amz-metadata-directive': replaceNote === undefined ? undefined : 'REPLACE',
    'x-amz-meta-note': replaceNote,
    'x-amz-tagging-directive': replaceTags && 'REPLACE',
    'x-amz-tagging': replaceTags?.map(encodeTag).join('&'),
  }
  const expected = model.copy(source, target, { replaceNote, replaceTags })
  return {
    name: `copy ${source} to ${target} ${JSON.stringify({ replaceNote, replaceTags })}`,
    expected,
    ask: async () =>
      copied(await client.send({ method: 'PUT', path: `${bucket}/${target}`, headers }), names, expected),
  }
}

/** Walks through all pages of a listing. */
function list({ client, model, bucket, random }: Scene): Step {
  const choices: ListChoices = {
    prefix: random.pick(prefixes),
    delimiter: random.pick(['', '/', '/', 'b', '//']),
    after: random.oneIn(3) ? random.pick([...keys, ...prefixes]) : '',
  }
  const limit = 1 + random.below(6)
  const version = random.oneIn(2) ? 2 : 1
  return {
    name: `list v${String(version)} by ${String(limit)} ${JSON.stringify(choices)}`,
    expected: { status: 200, list: model.list(choices) },
    ask: async () => {
      const entries: string[] = []
      let next: Readonly<Record<string, string>> = {
        [version === 2 ? 'start-after' : 'marker']: choices.after,
      }
      for (;;) {
        const query = {
          ...next,
          'list-type': version === 2 ? '2' : undefined,
          prefix: choices.prefix,
          delimiter: choices.delimiter === '' ? undefined : choices.delimiter,
          'max-keys': String(limit),
          'encoding-type': 'url',
        }
        const { status, body } = await client.send({ method: 'GET', path: bucket, query })
        if (status !== 200) return { status, code: textOf(body, 'Code') }
        const page = entriesOf(body)
        entries.push(...page.map(({ shown }) => shown))
        if (page.length > limit) return { status, code: `${String(page.length)} entries on a page` }
        if (textOf(body, 'IsTruncated') !== 'true') return { status, list: entries }
        next =
          version === 2
            ? { 'continuation-token': textOf(body, 'NextContinuationToken') ?? '' }
            : { marker: page.at(-1)?.key ?? '' }
      }
    },
  }
}

/** Objects and common prefixes of a page, in the order of their bytes. */
function entriesOf(body: Buffer) {
  const objects = blocksOf(body, 'Contents').map((object) => {
    const key = decodedKey(textOf(object, 'Key') ?? '')
    return { key, shown: `${key} ${textOf(object, 'ETag') ?? ''}` }
  })
  const common = blocksOf(body, 'CommonPrefixes').map((prefix) => {
    const key = decodedKey(textOf(prefix, 'Prefix') ?? '')
    return { key, shown: `${key} …` }
  })
  return [...objects, ...common].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
}

function putTags({ client, model, bucket, random }: Scene): Step {
  const [key, tags] = [random.pick(keys), random.pick(tagSets)]
  const elements = tags.map((tag) => {
    const [name = '', value = ''] = tag.split('=')
    return `<Tag><Key>${name}</Key><Value>${value}</Value></Tag>`
  })
  const body = `<Tagging><TagSet>${elements.join('')}</TagSet></Tagging>`
  return {
    name: `put tags of ${key} ${JSON.stringify(tags)}`,
    expected: model.putTags(key, tags),
    ask: () => tagging({ client, bucket, key }, { method: 'PUT', body }),
  }
}

function getTags({ client, model, bucket, random }: Scene): Step {
  const key = random.pick(keys)
  return {
    name: `get tags of ${key}`,
    expected: model.getTags(key),
    ask: () => tagging({ client, bucket, key }, { method: 'GET' }),
  }
}

function removeTags({ client, model, bucket, random }: Scene): Step {
  const key = random.pick(keys)
  const outcome = model.putTags(key, [])
  return {
    name: `delete tags of ${key}`,
    expected: outcome.status === 200 ? { status: 204 } : outcome,
    ask: () => tagging({ client, bucket, key }, { method: 'DELETE' }),
  }
}

async function tagging(
  { client, bucket, key }: Pick<Scene, 'client' | 'bucket'> & { readonly key: string },
  request: Pick<TestRequest, 'method' | 'body'>,
): Promise<Outcome> {
  const answer = await client.send({ ...request, path: `${bucket}/${key}`, query: { tagging: '' } })
  if (request.method !== 'GET' || answer.status !== 200) return bare(answer)
  const tags = blocksOf(answer.body, 'Tag').map(
    (tag) => `${textOf(tag, 'Key') ?? ''}=${textOf(tag, 'Value') ?? ''}`,
  )
  return { status: 200, list: tags.sort() }
}

async function createMultipart({ client, model, bucket, random }: Scene): Promise<Step> {
  const [key, note] = [random.pick(keys), `upload ${String(random.below(100))}`]
  const uploadId = await createUpload(client, `${bucket}/${key}`, { 'x-amz-meta-note': note })
  model.uploads.set(uploadId, { key, note, parts: new Map(), completion: undefined })
  return {
    name: `create upload of ${key}`,
    expected: { status: 200 },
    ask: () => Promise.resolve({ status: 200 }),
  }
}

function putPart(scene: Scene): Step {
  const { client, model, random, names } = scene
  const { uploadId, path } = anyUpload(scene)
  const partNumber = 1 + random.below(3)
  const body = random.bytes(random.oneIn(20) ? 5 * 2 ** 20 : random.below(50_000))
  const query = { uploadId, partNumber: String(partNumber) }
  return {
    name: `put part ${String(partNumber)} of ${path} (${String(body.length)} bytes)`,
    expected: model.putPart(uploadId, partNumber, body),
    ask: async () => written(await client.send({ method: 'PUT', path, query, body }), names, {}),
  }
}

function listParts(scene: Scene): Step {
  const { uploadId, path } = anyUpload(scene)
  return {
    name: `list parts of ${path}`,
    expected: scene.model.listParts(uploadId),
    ask: async () => {
      const answer = await scene.client.send({ method: 'GET', path, query: { uploadId } })
      if (answer.status !== 200) return bare(answer)
      const parts = blocksOf(answer.body, 'Part')
      return {
        status: 200,
        list: parts.map((part) => `${textOf(part, 'PartNumber') ?? ''} ${textOf(part, 'ETag') ?? ''}`),
      }
    },
  }
}

function complete(scene: Scene): Step {
  const { client, model, random, names } = scene
  const { uploadId, path } = anyUpload(scene)
  const stored = [...(model.uploads.get(uploadId)?.parts ?? [])]
  const right = stored.sort(([a], [b]) => a - b).map(([n, body]) => [n, etagOf(body)] as const)
  const wrong = [right.slice(0, 1), [...right].reverse(), [[9, etagOf(Buffer.from('no'))] as const], []]
  const named = random.oneIn(3) ? random.pick(wrong) : right
  const parts = named.map(
    ([n, etag]) => `<Part><PartNumber>${String(n)}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
  )
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  const expected = model.complete(uploadId, named)
  return {
    name: `complete ${path} of ${JSON.stringify(named)}`,
    expected,
    ask: async () =>
      copied(await client.send({ method: 'POST', path, query: { uploadId }, body }), names, expected),
  }
}

function abort(scene: Scene): Step {
  const { uploadId, path } = anyUpload(scene)
  return {
    name: `abort ${path}`,
    expected: scene.model.abort(uploadId),
    ask: async () => bare(await scene.client.send({ method: 'DELETE', path, query: { uploadId } })),
  }
}

/** One that was begun lately, finished or not; sometimes one that never was. */
function anyUpload({ model, bucket, random }: Scene) {
  const lately = [...model.uploads].slice(-4)
  const [uploadId, upload] = random.oneIn(15) ? [] : random.pick([...lately, []])
  return { uploadId: uploadId ?? 'none', path: `${bucket}/${upload?.key ?? 'a'}` }
}

type Chooser = Pick<Scene, 'model' | 'random'>

const anyEtag = (key: string, { model, random }: Chooser) =>
  random.oneIn(3) ? etagOf(Buffer.from('other')) : (model.versions.current(key)?.etag ?? '"none"')

function writeConditions(key: string, chooser: Chooser) {
  const choice = chooser.random.below(6)
  if (choice === 0) return { ifNoneMatch: '*' }
  if (choice === 1) return { ifMatch: chooser.random.oneIn(3) ? '*' : anyEtag(key, chooser) }
  return {}
}

const headersOf = ({
  ifMatch,
  ifNoneMatch,
}: {
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}) => ({
  'If-Match': ifMatch,
  'If-None-Match': ifNoneMatch,
})

function rangeOf(size: number, random: Random): string {
  const at = () => String(random.below(size + 3))
  return `bytes=${random.pick([`${at()}-${at()}`, `${at()}-`, `-${at()}`])}`
}

const encodeTag = (tag: string) => tag.split('=').map(encodeURIComponent).join('=')
// XML 1.0 has no way to write most control characters; S3 reads the references all the same.
const escapedKey = (key: string) => escaped(key).replaceAll('\u0001', '&#1;')
export const decodedKey = (key: string) => decodeURIComponent(key.replaceAll('+', ' '))

export const bare = ({ status, body }: Answer): Outcome => ({
  status,
  ...(status >= 400 && { code: textOf(body, 'Code') }),
})
type Expected = Pick<Outcome, 'version'>

/** Of a write, whose version may be a new one. */
export function written(answer: Answer, names: VersionNames, { version }: Expected): Outcome {
  names.learn(version, textHeader(answer, 'x-amz-version-id'))
  return {
    ...bare(answer),
    ...(answer.status === 200 && { etag: answer.headers.etag }),
    ...(answer.status < 300 && versionOf(answer, names)),
  }
}

/** Of a write that tells the entity tag in its document. */
export function copied(answer: Answer, names: VersionNames, expected: Expected): Outcome {
  const etag = answer.status === 200 ? textOf(answer.body, 'ETag') : undefined
  const sourceVersion = names.nameOf(textHeader(answer, 'x-amz-copy-source-version-id'))
  return { ...written(answer, names, expected), etag, sourceVersion }
}

export const versionOf = (answer: Answer, names: VersionNames) => ({
  version: names.nameOf(textHeader(answer, 'x-amz-version-id')),
  isMarker: textHeader(answer, 'x-amz-delete-marker'),
})

const textHeader = ({ headers }: Answer, name: string) => headers[name] as string | undefined

export function read(answer: Answer, names: VersionNames): Outcome {
  const { status, headers, body } = answer
  if (status >= 400)
    return { status, ...versionOf(answer, names), ...(body.length > 0 && { code: textOf(body, 'Code') }) }
  if (status === 304) return { status, etag: headers.etag }
  return {
    status,
    ...versionOf(answer, names),
    etag: headers.etag,
    md5: md5(body),
    note: headers['x-amz-meta-note'] as string | undefined,
    tagCount: headers['x-amz-tagging-count'] as string | undefined,
    ...(status === 206 && { contentRange: headers['content-range'] }),
  }
}
