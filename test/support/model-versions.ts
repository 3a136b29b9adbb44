import type { ModelObject } from './model-store.ts'

/** A version of a key; without an object it is a delete marker. */
interface ModelVersion {
  /** `null`, or the model's own name: S3's ids are not to be foretold. */
  readonly id: string
  readonly object: ModelObject | undefined
}

/** The versions of all keys, the newest of each first. */
export class ModelVersions {
  versioning: 'off' | 'enabled' | 'suspended' = 'off'
  readonly #keys = new Map<string, readonly ModelVersion[]>()
  #made = 0

  /** Of a live key. */
  current(key: string): ModelObject | undefined {
    return this.newest(key)?.object
  }

  newest(key: string): ModelVersion | undefined {
    return this.#keys.get(key)?.[0]
  }

  find(key: string, id: string): ModelVersion | undefined {
    return this.#keys.get(key)?.find((version) => version.id === id)
  }

  liveKeys(): readonly string[] {
    return [...this.#keys.keys()].filter((key) => this.current(key))
  }

  /** Puts a version on top; a null version takes the place of another one. */
  add(key: string, object: ModelObject | undefined): string {
    const id = this.versioning === 'enabled' ? `v${String(++this.#made)}` : 'null'
    const others = (this.#keys.get(key) ?? []).filter((version) => version.id !== id)
    this.#keys.set(key, [{ id, object }, ...others])
    return id
  }

  replace(key: string, id: string, object: ModelObject): void {
    const versions = this.#keys.get(key) ?? []
    this.#keys.set(
      key,
      versions.map((version) => (version.id === id ? { id, object } : version)),
    )
  }

  /** The id of the delete marker that is made of it. */
  delete(key: string): string | undefined {
    if (this.versioning !== 'off') return this.add(key, undefined)
    this.#keys.delete(key)
    return undefined
  }

  remove(key: string, id: string): void {
    const left = (this.#keys.get(key) ?? []).filter((version) => version.id !== id)
    if (left.length > 0) this.#keys.set(key, left)
    else this.#keys.delete(key)
  }

  all(): readonly { readonly key: string; readonly version: ModelVersion; readonly isLatest: boolean }[] {
    return [...this.#keys].flatMap(([key, versions]) =>
      versions.map((version, n) => ({ key, version, isLatest: n === 0 })),
    )
  }
}

/** Which of the model's names stands for which of the server's ids. */
export class VersionNames {
  readonly #names = new Map<string, string>([['null', 'null']])
  readonly #ids = new Map<string, string>([['null', 'null']])

  /** Takes an id that comes for the first time for the name that is expected. */
  learn(name: string | undefined, id: string | undefined): void {
    if (name === undefined || id === undefined || this.#ids.has(name) || this.#names.has(id)) return
    this.#ids.set(name, id)
    this.#names.set(id, name)
  }

  nameOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : (this.#names.get(id) ?? `unknown ${id}`)
  }

  /** Of a name that is not known: a well-formed id that does not exist. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? 'f'.repeat(32)
  }
}
