import { createHash } from 'node:crypto'
import { ModelVersions } from './model-versions.ts'

/** What a request is answered with, as far as the model knows. */
export interface Outcome {
  readonly status: number
  readonly code?: string | undefined
  readonly etag?: string | undefined
  /** Of an object's bytes. */
  readonly md5?: string | undefined
  readonly contentRange?: string | undefined
  readonly note?: string | undefined
  readonly tagCount?: string | undefined
  /** The model's name of a version. */
  readonly version?: string | undefined
  readonly sourceVersion?: string | undefined
  readonly isMarker?: string | undefined
  readonly list?: readonly string[]
}

export interface ModelObject {
  readonly body: Buffer
  /** With its quotes, as everywhere here. */
  readonly etag: string
  /** The user metadata `note`. */
  readonly note: string | undefined
  readonly tags: readonly string[]
}

export interface Conditions {
  readonly ifMatch?: string | undefined
  readonly ifNoneMatch?: string | undefined
}

export interface CopyChoices {
  readonly replaceNote?: string | undefined
  readonly replaceTags?: readonly string[] | undefined
  /** Of the source. */
  readonly version?: string | undefined
}

interface ModelUpload {
  readonly key: string
  readonly note: string
  readonly parts: Map<number, Buffer>
  completion: { readonly parts: string; readonly answer: Outcome } | undefined
}

export interface ListChoices {
  readonly prefix: string
  readonly delimiter: string
  readonly after: string
}

const mebibyte = 2 ** 20
export const md5 = (body: Buffer): string => createHash('md5').update(body).digest('hex')
export const etagOf = (body: Buffer): string => `"${md5(body)}"`
const refused = (status: number, code: string): Outcome => ({ status, code })
const noSuchKey = refused(404, 'NoSuchKey')
const noSuchUpload = refused(404, 'NoSuchUpload')
const noSuchVersion = refused(404, 'NoSuchVersion')
const isMarkerItself = refused(405, 'MethodNotAllowed')
const failed = refused(412, 'PreconditionFailed')

/** One bucket of S3, as simple as it can be: maps in memory, one request after another. */
export class ModelStore {
  readonly versions = new ModelVersions()
  readonly uploads = new Map<string, ModelUpload>()

  put(key: string, object: Omit<ModelObject, 'etag'>, conditions: Conditions = {}): Outcome {
    const etag = etagOf(object.body)
    return this.#refusal(key, conditions) ?? this.#store(key, { ...object, etag })
  }

  get(key: string, { range, ...conditions }: Conditions & { readonly range?: string | undefined }): Outcome {
    const object = this.versions.current(key)
    if (!object) return this.#hidden(key)
    const { ifMatch, ifNoneMatch } = conditions
    if (ifMatch !== undefined && ifMatch !== object.etag) return failed
    if (ifNoneMatch === object.etag) return { status: 304, etag: object.etag }
    const answer = range === undefined ? answerOf(object, object.body) : rangeOf(object, range)
    return answer.status < 300 ? { ...answer, version: this.#shown(this.versions.newest(key)?.id) } : answer
  }

  delete(key: string, conditions: Conditions = {}): Outcome {
    const refusal = this.#refusal(key, conditions)
    if (refusal) return refusal
    const version = this.versions.delete(key)
    return { status: 204, version, isMarker: version && 'true' }
  }

  /** Of a version, current or not. */
  getVersion(key: string, id: string): Outcome {
    const version = this.versions.find(key, id)
    if (!version) return noSuchVersion
    if (!version.object) return { ...isMarkerItself, version: id, isMarker: 'true' }
    return { ...answerOf(version.object, version.object.body), version: this.#shown(id) }
  }

  deleteVersion(key: string, id: string): Outcome {
    const version = this.versions.find(key, id)
    this.versions.remove(key, id)
    return { status: 204, version: id, isMarker: version && !version.object ? 'true' : undefined }
  }

  copy(source: string, target: string, { replaceNote, replaceTags, version }: CopyChoices): Outcome {
    const id = version ?? this.versions.newest(source)?.id ?? ''
    const found = this.versions.find(source, id)
    if (!found) return version === undefined ? noSuchKey : noSuchVersion
    if (!found.object) return version === undefined ? noSuchKey : isMarkerItself
    const isNamed = version !== undefined && this.versions.versioning !== 'off'
    if (source === target && replaceNote === undefined && !isNamed) return refused(400, 'InvalidRequest')
    const { object } = found
    const copy = { ...object, note: replaceNote ?? object.note, tags: replaceTags ?? object.tags }
    return { ...this.#store(target, copy), sourceVersion: this.#shown(id) }
  }

  putTags(key: string, tags: readonly string[]): Outcome {
    const newest = this.versions.newest(key)
    if (!newest?.object) return noSuchKey
    this.versions.replace(key, newest.id, { ...newest.object, tags })
    return { status: 200 }
  }

  getTags(key: string): Outcome {
    const object = this.versions.current(key)
    return object ? { status: 200, list: [...object.tags].sort() } : noSuchKey
  }

  list({ prefix, delimiter, after }: ListChoices): readonly string[] {
    const found = new Set<string>()
    for (const key of [...this.versions.liveKeys()].sort(byBytes)) {
      if (!key.startsWith(prefix) || (after !== '' && byBytes(key, after) <= 0)) continue
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
      const entry = end < 0 ? key : key.slice(0, end + delimiter.length)
      if (end >= 0 && after.startsWith(entry)) continue
      found.add(end < 0 ? `${key} ${this.versions.current(key)?.etag ?? ''}` : `${entry} …`)
    }
    return [...found]
  }

  /** Only whether a version is the latest is told beside its name. */
  listVersions(prefix: string): readonly string[] {
    return this.versions
      .all()
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => byBytes(a.key, b.key))
      .map(
        ({ key, version: { id, object }, isLatest }) =>
          `${key} ${id} ${object?.etag ?? 'deleted'} ${String(isLatest)}`,
      )
  }

  putPart(uploadId: string, partNumber: number, body: Buffer): Outcome {
    const upload = this.uploads.get(uploadId)
    if (!upload || upload.completion) return noSuchUpload
    upload.parts.set(partNumber, body)
    return { status: 200, etag: etagOf(body) }
  }

  listParts(uploadId: string): Outcome {
    const upload = this.uploads.get(uploadId)
    if (!upload || upload.completion) return noSuchUpload
    const parts = [...upload.parts].sort(([a], [b]) => a - b)
    return { status: 200, list: parts.map(([number, body]) => `${String(number)} ${etagOf(body)}`) }
  }

  abort(uploadId: string): Outcome {
    const upload = this.uploads.get(uploadId)
    if (!upload || upload.completion) return noSuchUpload
    this.uploads.delete(uploadId)
    return { status: 204 }
  }

  complete(uploadId: string, named: readonly (readonly [partNumber: number, etag: string])[]): Outcome {
    const upload = this.uploads.get(uploadId)
    if (!upload) return noSuchUpload
    const text = JSON.stringify(named)
    if (upload.completion) {
      return upload.completion.parts === text ? upload.completion.answer : noSuchUpload
    }
    const refusal = refusalOfParts(upload, named)
    if (refusal) return refusal
    const bodies = named.map(([number]) => upload.parts.get(number) ?? Buffer.alloc(0))
    const digests = bodies.map((body) => createHash('md5').update(body).digest())
    const etag = `"${md5(Buffer.concat(digests))}-${String(bodies.length)}"`
    const object = { body: Buffer.concat(bodies), etag, note: upload.note, tags: [] }
    const answer = this.#store(upload.key, object)
    upload.completion = { parts: text, answer }
    return answer
  }

  #store(key: string, object: ModelObject): Outcome {
    const id = this.versions.add(key, object)
    const { versioning } = this.versions
    return { status: 200, etag: object.etag, version: versioning === 'enabled' ? id : undefined }
  }

  /** A key without an object; a delete marker on top shows. */
  #hidden(key: string): Outcome {
    const marker = this.versions.newest(key)
    return marker ? { ...noSuchKey, version: marker.id, isMarker: 'true' } : noSuchKey
  }

  #shown(id: string | undefined): string | undefined {
    return this.versions.versioning === 'off' ? undefined : id
  }

  #refusal(key: string, { ifMatch, ifNoneMatch }: Conditions): Outcome | undefined {
    const object = this.versions.current(key)
    if (ifMatch !== undefined) {
      if (!object) return noSuchKey
      if (ifMatch !== '*' && ifMatch !== object.etag) return failed
    }
    return ifNoneMatch !== undefined && object ? failed : undefined
  }
}

function refusalOfParts(
  { parts }: ModelUpload,
  named: readonly (readonly [number, string])[],
): Outcome | undefined {
  if (named.length === 0) return refused(400, 'MalformedXML')
  for (const [n, [number, etag]] of named.entries()) {
    if (n > 0 && number <= (named[n - 1]?.[0] ?? 0)) return refused(400, 'InvalidPartOrder')
    const body = parts.get(number)
    if (!body || etagOf(body) !== etag) return refused(400, 'InvalidPart')
  }
  const isTooSmall = named.slice(0, -1).some(([number]) => (parts.get(number)?.length ?? 0) < 5 * mebibyte)
  return isTooSmall ? refused(400, 'EntityTooSmall') : undefined
}

const answerOf = ({ etag, note, tags }: ModelObject, body: Buffer): Outcome => ({
  status: 200,
  etag,
  md5: md5(body),
  note,
  tagCount: tags.length > 0 ? String(tags.length) : undefined,
})

/** https://www.rfc-editor.org/rfc/rfc9110#section-14 */
function rangeOf(object: ModelObject, range: string): Outcome {
  const { body } = object
  const [first = '', last = ''] = range.replace('bytes=', '').split('-')
  const start = first === '' ? Math.max(body.length - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return answerOf(object, body)
  if (start > end) return refused(416, 'InvalidRange')
  const contentRange = `bytes ${String(start)}-${String(end)}/${String(body.length)}`
  return { ...answerOf(object, body.subarray(start, end + 1)), status: 206, contentRange }
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
