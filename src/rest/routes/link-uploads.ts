import { S3Error } from '../../core/errors.ts'
import { uniqueName } from '../../core/objects/unique-name.ts'
import { attributesOf } from '../file-details.ts'
import { fileBody } from '../file-body.ts'
import { fileUrl } from '../file-url.ts'
import { readForm } from '../form.ts'
import { openShownLink } from '../open-shown-link.ts'
import { requestBody } from '../request-body.ts'
import type { Call, Handler } from '../call.ts'
import type { FormFile } from '../form.ts'
import type { OpenedLink } from '../../core/links/link.ts'
import type { UploadBody } from '../../core/ports.ts'

export const putFileByLink: Handler<'putFileByLink'> = async (call) => {
  const link = await openShownLink(call, 'PUT')
  const { exchange } = call
  const filename = link.terms.key.split('/').at(-1) ?? ''
  const file = { filename, contentType: exchange.request.headers['content-type'] }
  return store(call, link, { file, key: link.terms.key, body: requestBody(exchange) })
}

export const postFileByLink: Handler<'postFileByLink'> = async (call) => {
  const link = await openShownLink(call, 'POST')
  for await (const part of readForm(call.exchange)) {
    if (part.kind === 'field') continue
    const body = await fileBody(part.body)
    return store(call, link, { file: part, key: keyFor(call, link, part), body })
  }
  throw new S3Error('InvalidArgument', { message: 'The form has no file.', detail: { ArgumentName: 'file' } })
}

/** Below a folder each file gets a name of its own. */
function keyFor({ core }: Pick<Call, 'core'>, { terms: { key } }: OpenedLink, file: FormFile): string {
  if (!key.endsWith('/')) return key
  const { contentType } = attributesOf(file)
  return key + uniqueName(core.ids.uuid(), { filename: file.filename, contentType })
}

interface Storing {
  readonly file: { readonly filename: string; readonly contentType: string | undefined }
  readonly key: string
  readonly body: UploadBody
}

async function store(
  { core, exchange, baseUrl }: Pick<Call, 'core' | 'exchange' | 'baseUrl'>,
  link: OpenedLink,
  { file, key, body }: Storing,
) {
  const { caller, terms } = link
  const object = { bucket: terms.bucket, key }
  await core.authorise(caller, 's3:PutObject', object)
  await core.links.use(link)
  const { etag, size } = await core.objects.put(caller, object, body, {
    attributes: attributesOf(file),
    storageClass: 'STANDARD',
    acl: {},
    isFromApplication: true,
    signal: exchange.signal,
  })
  const { bucket } = terms
  const url = fileUrl(baseUrl, { project: caller.project.name, bucket, file: key })
  return { status: 'success' as const, url, bucket, file: key, size, etag }
}
