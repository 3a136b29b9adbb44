import { S3Error } from '../../core/errors.ts'
import { projectCaller } from '../../core/caller.ts'
import { bearerOf, type Call, type Handler } from '../call.ts'
import { fileBody } from '../file-body.ts'
import { readForm, type FormFile } from '../form.ts'
import { storeUpload, type Uploaded } from '../store-upload.ts'
import { uploadFields } from '../contract/objects.ts'
import { parsed } from '../parsed.ts'
import type { HeldBody } from '../../core/objects/hold-body.ts'

type UploadCall = Call<'upload'>
type HeldFile = Pick<FormFile, 'filename' | 'contentType'> & { readonly held: HeldBody }

/** All files of a form are stored, or those with unique names are taken away again. */
export const upload: Handler<'upload'> = async (call) => {
  const stored: Uploaded[] = []
  const held: HeldFile[] = []
  try {
    const fields = await storeForm(call, stored, held)
    for (const file of held)
      stored.push(await storeUpload(call, parsed(uploadFields, fields), file, file.held.body))
    const [first] = stored
    if (!first) throw withoutFile()
    const files = stored.map(({ shown }) => shown)
    return { status: 'success', ...first.shown, files }
  } catch (error) {
    await takeAway(call, stored)
    throw error
  } finally {
    await Promise.all(held.map((file) => file.held.release()))
  }
}

type Fields = Record<string, unknown>

/** Reads a form to its end. Files go to their place as they come once the bucket is known; before, they are put aside. */
async function storeForm(call: UploadCall, stored: Uploaded[], held: HeldFile[]): Promise<Fields> {
  const { core, exchange, input } = call
  const { caller } = bearerOf(call)
  const fields: Fields = { ...queryOf(exchange.request.url), ...present(input) }
  for await (const part of readForm(exchange)) {
    if (part.kind === 'field') {
      if (!Object.hasOwn(uploadFields.shape, part.name)) continue
      if (stored.length > 0) throw late(part.name)
      fields[part.name] = part.value
    } else if (fields['bucket'] !== undefined) {
      const wanted = parsed(uploadFields, fields)
      if (wanted.name !== undefined && stored.length > 0) throw oneName()
      const body = await fileBody(part.body)
      stored.push(await storeUpload(call, wanted, part, body))
    } else {
      const options = { projectId: caller.project.id, signal: exchange.signal }
      held.push({ ...part, held: await core.objects.hold(part.body, options) })
    }
  }
  if (fields['name'] !== undefined && held.length > 1) throw oneName()
  return fields
}

/** What the query says as texts, like the fields of the form. */
function queryOf(url = ''): Fields {
  const mark = url.indexOf('?')
  return mark < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(mark + 1)))
}

const present = (input: UploadCall['input']): Fields =>
  input.bucket === undefined ? {} : { bucket: input.bucket }

/** What was written over cannot come back; what has a unique name can go without a trace. */
async function takeAway({ core, caller }: UploadCall, stored: readonly Uploaded[]): Promise<void> {
  if (caller.kind !== 'project') return
  const server = projectCaller(caller.project)
  for (const { isUnique, shown, versionId } of stored)
    if (isUnique) await core.objects.delete(server, { bucket: shown.bucket, key: shown.file, versionId })
}

const withoutFile = () =>
  new S3Error('InvalidArgument', {
    message: 'The form has no file.',
    detail: { ArgumentName: 'file' },
  })
const late = (name: string) =>
  new S3Error('InvalidArgument', {
    message: `The field ${name} must come before the files, or else bucket after them.`,
    detail: { ArgumentName: name },
  })
const oneName = () =>
  new S3Error('InvalidArgument', {
    message: 'One name cannot be that of several files.',
    detail: { ArgumentName: 'name' },
  })
