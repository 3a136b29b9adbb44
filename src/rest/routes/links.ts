import { isoTime } from '../../lib/iso-time.ts'
import { bearerOf, type Handler } from '../call.ts'
import { readTimeCursor, writeTimeCursor } from '../cursor.ts'
import { deliver } from '../delivery/deliver.ts'
import { linkAddress } from '../../http/link-address.ts'
import { openShownLink } from '../open-shown-link.ts'
import { queryOf } from '../query-of.ts'
import type { SharedLink } from '../../core/links/link.ts'

export const sign: Handler<'sign'> = async (call) => {
  const { core, baseUrl, input } = call
  const { bucket, file, method, expires_in: seconds, download, transform, single_use: once, shared } = input
  const { token, expires, id } = await core.links.sign(bearerOf(call), {
    bucket,
    key: file,
    method,
    seconds,
    fileName: download,
    transform,
    keep: once ? 'once' : shared ? 'shared' : undefined,
  })
  const url = linkAddress(baseUrl, method, { token, expires })
  return { status: 'success', url, method, token, expires, id: id ?? null }
}

export const getFileByLink: Handler<'getFileByLink'> = async (call) => {
  const { core, exchange } = call
  const link = await openShownLink(call, 'GET')
  const { terms, caller } = link
  const object = { bucket: terms.bucket, key: terms.key }
  if (link.shared?.isSingleUse && exchange.request.method === 'GET') {
    // A link to what is not there is not used up.
    await core.objects.find(caller, object)
    await core.links.use(link)
  }
  await deliver(exchange, {
    core,
    caller,
    ...object,
    download: terms.fileName,
    transform: queryOf(`?${terms.transform ?? ''}`),
  })
  return undefined
}

export const listLinks: Handler<'listLinks'> = async (call) => {
  const { limit, cursor } = call.input
  const { project } = bearerOf(call).caller
  const place = cursor === undefined ? undefined : readTimeCursor(cursor)
  const before = place && { createdAt: place.at, id: place.id }
  const found = await call.core.links.list({ projectId: project.id, before, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const next = last ? writeTimeCursor({ id: last.id, at: last.createdAt }) : null
  return { status: 'success', links: page.map(shownLink), next_cursor: next }
}

export const revokeLink: Handler<'revokeLink'> = (call) =>
  call.core.links.revoke(bearerOf(call).caller.project.id, call.input.id)

const shownLink = (link: SharedLink) => ({
  id: link.id,
  bucket: link.bucket,
  file: link.key,
  method: link.method,
  single_use: link.isSingleUse,
  created_at: isoTime(link.createdAt),
  expires_at: isoTime(link.expiresAt),
  used_at: link.usedAt === undefined ? null : isoTime(link.usedAt),
})
