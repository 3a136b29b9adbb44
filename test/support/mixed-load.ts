import { createHash } from 'node:crypto'
import { completeUpload, createUpload, uploadPart, type SentPart } from './multipart.ts'
import type { Random } from './random.ts'
import type { Answer, Client } from './signed-request.ts'

/** What a key may hold: bytes, known by their digest, or nothing. */
export interface Value {
  readonly sha256: string
  readonly etag: string
}
export type State = Value | 'absent'

/** What a writer knows of one of its keys. */
export interface Entry {
  /** By the last answer. */
  acknowledged: State
  /** What a request that was not answered may have made of it. */
  inFlight: State | undefined
}

export type Ledger = Map<string, Entry>

export const bucket = 'ledger'
const keysPerWriter = 12
const mebibyte = 2 ** 20

/** Writes to its own keys until a request breaks off, and notes in the ledger what was answered. */
export async function writeUntilCut(client: Client, ledger: Ledger, writer: Writer): Promise<number> {
  let answered = 0
  try {
    for (;;) {
      await step(client, ledger, writer)
      answered += 1
    }
  } catch (error) {
    if (!isCut(error)) throw error
    return answered
  }
}

export interface Writer {
  readonly name: string
  readonly random: Random
}

const isCut = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  /^(ECONNRESET|ECONNREFUSED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/.test(String(error.code))

async function step(client: Client, ledger: Ledger, { name, random }: Writer): Promise<void> {
  const key = `${name}/${String(random.below(keysPerWriter))}.bin`
  const write = async (value: State, send: () => Promise<Answer>) => {
    const entry = ledger.get(key) ?? { acknowledged: 'absent', inFlight: undefined }
    ledger.set(key, entry)
    entry.inFlight = value
    const { status, body } = await send()
    if (status >= 300) throw new Error(`${key}: ${String(status)} ${body.toString()}`)
    entry.acknowledged = value
    entry.inFlight = undefined
  }
  const path = `${bucket}/${key}`
  const choice = random.below(20)
  if (choice < 8) await put(random.bytes(random.below(8_000)))
  else if (choice < 12) await put(random.bytes(20_000 + random.below(mebibyte)))
  else if (choice < 16) await write('absent', () => client.send({ method: 'DELETE', path }))
  else if (choice < 19) await copy()
  else await multipart()

  async function put(body: Buffer) {
    await write(valueOf(body), () => client.send({ method: 'PUT', path, body }))
  }
  async function copy() {
    const sources = [...ledger].flatMap(([other, { acknowledged }]) =>
      other.startsWith(`${name}/`) && other !== key && acknowledged !== 'absent'
        ? { other, acknowledged }
        : [],
    )
    if (sources.length === 0) return
    const source = random.pick(sources)
    const headers = { 'x-amz-copy-source': `${bucket}/${source.other}` }
    await write(source.acknowledged, () => client.send({ method: 'PUT', path, headers }))
  }
  async function multipart() {
    const bodies = [random.bytes(5 * mebibyte), random.bytes(random.below(100_000))]
    const uploadId = await createUpload(client, path)
    const parts: SentPart[] = []
    for (const [n, body] of bodies.entries())
      parts.push(await uploadPart(client, path, { uploadId, partNumber: n + 1, body }))
    const digests = bodies.map((body) => createHash('md5').update(body).digest())
    const etag = `"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${String(bodies.length)}"`
    await write({ sha256: sha256(Buffer.concat(bodies)), etag }, () =>
      completeUpload(client, path, { uploadId, parts }),
    )
  }
}

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')
const valueOf = (body: Buffer): Value => ({
  sha256: sha256(body),
  etag: `"${createHash('md5').update(body).digest('hex')}"`,
})

/** What a key holds now, its bytes read to the end. */
export async function observe(client: Client, key: string): Promise<State> {
  const { status, headers, body } = await client.send({ method: 'GET', path: `${bucket}/${key}` })
  if (status === 404) return 'absent'
  if (status !== 200) throw new Error(`${key}: ${String(status)} ${body.toString()}`)
  return { sha256: sha256(body), etag: headers.etag ?? '' }
}
