import { S3Error } from '../core/errors.ts'
import { anonymous, type Caller } from '../core/caller.ts'
import { verifyPostPolicy, type FormFields, type PostLimits } from '../protocol/post-policy.ts'
import { readPostClaim, verifyPostSignature, type PostClaim } from '../protocol/post-signature.ts'
import { escapeXml, xmlDeclaration } from '../protocol/xml.ts'
import { paysItself } from '../core/buckets/request-payment.ts'
import { atHost } from './at-host.ts'
import { codecs } from './codecs.ts'
import { quoted } from './object-output.ts'
import { noteBucket, noteCaller } from './note-request.ts'
import { readPostForm } from './post-form.ts'
import { formHeaders, formKey, formOptions } from './post-object-input.ts'
import { admitAnonymous, admitSigned } from './limit-rate.ts'
import { locationOf } from './public-address.ts'
import { requestFacts } from './request-facts.ts'
import { checkPayer } from './request-payer.ts'
import { send } from './send.ts'
import { storedOutput } from './stored-output.ts'
import { claimsOf } from './upload-body.ts'
import type { AuthenticationOptions } from './authenticate.ts'
import type { Exchange } from './exchange.ts'
import type { UploadBody } from '../core/ports.ts'
import type { PutResult } from '../core/objects/put-object.ts'
import type { WireRequest } from './wire-request.ts'

/** Whether a request is a browser's form, which no operation of the model describes. */
export const isFormPost = ({ method, address, query }: WireRequest): boolean =>
  method === 'POST' && address.bucket !== undefined && address.key === undefined && query.size === 0

/** Stores the file of a form, for whom its own fields say. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
export async function postObject(
  exchange: Exchange,
  wire: WireRequest,
  options: AuthenticationOptions,
): Promise<void> {
  const { core } = options
  const { bucket = '' } = wire.address
  exchange.sendContinue()
  const { fields, file } = await readPostForm(exchange.request)
  const { claim, limits, ...form } = await authenticateForm(fields, bucket, options)
  const { socket } = exchange.request
  const facts = { wire, claim, socket, now: core.clock.now(), formHeaders: formHeaders(fields) }
  const signer = await atHost(core, wire, form.caller)
  const caller = { ...signer, requestId: exchange.notes.requestId, request: requestFacts(facts) }
  const object = { bucket, key: formKey(fields) }
  noteCaller(exchange, caller)
  await admitSigned(exchange, core, { caller, operation: 'PostObject' })
  const found = await core.authorise(caller, 's3:PutObject', object)
  noteBucket(exchange, found)
  await admitAnonymous(exchange, core, { caller, bucket: found })
  if (found && paysItself(found, caller)) checkPayer(caller, fields.get('x-amz-request-payer'))
  const stored = await core.objects.put(caller, object, fileBody(fields, file, limits), {
    ...formOptions(fields, object, wire),
    event: 'ObjectCreated:Post',
    signal: exchange.signal,
  })
  await send(exchange, answerTo(fields, { ...object, stored, location: locationOf(wire, object) }))
}

interface AuthenticatedForm {
  readonly caller: Caller
  readonly limits: PostLimits | undefined
  readonly claim: PostClaim
}

async function authenticateForm(
  fields: FormFields,
  bucket: string,
  { core, signingKeys, region }: AuthenticationOptions,
): Promise<AuthenticatedForm> {
  const claim = readPostClaim(fields, { region })
  if (claim.kind === 'anonymous') return { caller: anonymous, limits: undefined, claim }
  const { secret, caller } = await core.credentials.findSigner(claim.accessKeyId, claim.sessionToken)
  verifyPostSignature(claim, secret, { signingKeys })
  return { caller, limits: verifyPostPolicy(fields, { now: core.clock.now(), bucket }), claim }
}

function fileBody(
  fields: FormFields,
  file: AsyncIterable<Buffer>,
  limits: PostLimits | undefined,
): UploadBody {
  const claims = claimsOf(formHeaders(fields), { kind: 'unsigned' })
  return {
    size: undefined,
    algorithms: [...(claims.checksums?.keys() ?? [])],
    stream: () => (limits?.contentLength ? withinRange(file, limits.contentLength) : file),
    readAll: () => Promise.reject(new Error('The size of a file in a form is not known before its end.')),
    claims: () => claims,
  }
}

async function* withinRange(
  file: AsyncIterable<Buffer>,
  { min, max }: NonNullable<PostLimits['contentLength']>,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of file) {
    size += chunk.length
    if (size > max)
      throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: max } })
    yield chunk
  }
  if (size < min) throw new S3Error('EntityTooSmall', { detail: { ProposedSize: size, MinSizeAllowed: min } })
}

interface PostResult {
  readonly bucket: string
  readonly key: string
  readonly stored: PutResult
  readonly location: string
}

function answerTo(fields: FormFields, { bucket, key, stored, location }: PostResult) {
  const etag = quoted(stored.etag)
  const { headers } = codecs.PutObject.write(
    storedOutput(stored, {
      SSECustomerAlgorithm: fields.get('x-amz-server-side-encryption-customer-algorithm'),
      SSECustomerKeyMD5: fields.get('x-amz-server-side-encryption-customer-key-md5'),
    }),
  )
  const redirect = redirectOf(fields, { bucket, key, etag })
  if (redirect !== undefined)
    return { status: 303, headers: [...headers, 'Location', redirect], body: undefined }
  headers.push('Location', location)
  const status = fields.get('success_action_status')
  if (status === '200') return { status: 200, headers, body: undefined }
  if (status !== '201') return { status: 204, headers, body: undefined }
  headers.push('Content-Type', 'application/xml')
  return {
    status: 201,
    headers,
    body: postResponse({ Location: location, Bucket: bucket, Key: key, ETag: etag }),
  }
}

const postResponse = (members: Readonly<Record<string, string>>): string => {
  const elements = Object.entries(members).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
  return `${xmlDeclaration}<PostResponse>${elements.join('')}</PostResponse>`
}

/** What is no URL of the web is passed over, as S3 does. */
function redirectOf(
  fields: FormFields,
  result: Readonly<Record<'bucket' | 'key' | 'etag', string>>,
): string | undefined {
  const target = fields.get('success_action_redirect') ?? fields.get('redirect') ?? ''
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined
  const url = new URL(target)
  const query = Object.entries(result).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  url.search = [url.search.slice(1), ...query].filter((part) => part !== '').join('&')
  return url.href
}
