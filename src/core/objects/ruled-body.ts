import { detectableBytes, detectType } from '../../lib/detect-type.ts'
import { typeOfName } from '../../lib/media-type.ts'
import { knownType, mayBeCalled, showsItself } from '../buckets/media-types.ts'
import { asksForType, checkUploadType, refused, type UploadRules } from '../buckets/upload-rules.ts'
import type { UploadBody } from '../ports.ts'

/** What a file is called. */
export interface Named {
  readonly key: string
  readonly contentType?: string | undefined
}

/** A body that rejects with UnsupportedMediaType before its first byte is handed on, when that is not what the rules take. */
export function ruledBody(body: UploadBody, rules: UploadRules | undefined, named: Named): UploadBody {
  if (!rules || !asksForType(rules)) return body
  return {
    ...body,
    readAll: async () => {
      const data = await body.readAll()
      await checkStart(rules, named, data.subarray(0, detectableBytes))
      return data
    },
    stream: async function* () {
      const chunks: Buffer[] = []
      let size = 0
      let isChecked = false
      for await (const chunk of body.stream()) {
        if (isChecked) {
          yield chunk
          continue
        }
        chunks.push(chunk)
        size += chunk.length
        if (size < detectableBytes) continue
        isChecked = true
        await checkStart(rules, named, Buffer.concat(chunks, detectableBytes))
        yield* chunks.splice(0)
      }
      if (isChecked) return
      await checkStart(rules, named, Buffer.concat(chunks))
      yield* chunks
    },
  }
}

/** Throws UnsupportedMediaType when a file that begins so is not what it is called, or not of a type that the rules take. */
export async function checkStart(
  rules: UploadRules,
  { key, contentType }: Named,
  start: Buffer,
): Promise<void> {
  const claims = [knownType(contentType), knownType(typeOfName(key))].filter((type) => type !== undefined)
  const shown = knownType(await detectType(start))
  for (const claim of claims) {
    const isTrue = shown === undefined ? !showsItself(claim) : mayBeCalled(shown, claim)
    if (!isTrue) throw refused(`The file is called ${claim}, but is ${shown ?? 'something else'}.`)
  }
  for (const type of claims.length > 0 ? claims : [shown ?? unknownType]) checkUploadType(rules, type)
}

const unknownType = 'application/octet-stream'
