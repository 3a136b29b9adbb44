import { call } from '../../api/admin.ts'
import { createSlots } from './slots.ts'
import { addressOf } from './transfer.ts'
import type { UploadPlace } from './upload.ts'

const requestsAtOnce = 4
const mostListed = 1000

/** Which of these keys have an object. */
export async function findTakenKeys(
  place: UploadPlace,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const slots = createSlots(requestsAtOnce)
  const folders = keysByFolder(keys)
  const found = await Promise.all(
    [...folders].map(([folder, wanted]) => slots(() => takenInFolder(place, folder, wanted))),
  )
  return new Set(found.flat())
}

function keysByFolder(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>()
  for (const key of keys) {
    const folder = key.slice(0, key.lastIndexOf('/') + 1)
    const known = folders.get(folder)
    if (known) known.push(key)
    else folders.set(folder, [key])
  }
  return folders
}

/** One page tells of a small folder; in a large one each key is asked for. */
async function takenInFolder(
  place: UploadPlace,
  folder: string,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const input = { ...addressOf(place), prefix: folder, delimiter: '/', limit: mostListed }
  const { objects, next } = await call('listObjects', input)
  const listed = new Set(objects.map(({ key }) => key))
  const taken = wanted.filter((key) => listed.has(key))
  if (next === null) return taken
  const slots = createSlots(requestsAtOnce)
  const others = wanted.filter((key) => !listed.has(key))
  const answers = await Promise.all(others.map((key) => slots(() => isTaken(place, key))))
  return [...taken, ...others.filter((_, index) => answers[index])]
}

/** Of the keys with a prefix, the one that equals it comes first. */
async function isTaken(place: UploadPlace, key: string): Promise<boolean> {
  const { objects } = await call('listObjects', { ...addressOf(place), prefix: key, limit: 1 })
  return objects[0]?.key === key
}

/** A name beside the one that is taken: `a (1).txt`. */
export async function freeKey(place: UploadPlace, key: string, number = 1): Promise<string> {
  const [, stem = key, extension = ''] = /^(.*?[^/])(\.[^./]+)?$/s.exec(key) ?? []
  const candidate = `${stem} (${String(number)})${extension}`
  return (await isTaken(place, candidate)) ? freeKey(place, key, number + 1) : candidate
}
