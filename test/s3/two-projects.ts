import { openTemporaryCore } from '../core/temporary-core.ts'
import { alice, bob } from '../core/projects.ts'
import { createClient, type TestRequest } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'
import { serve } from './served-handler.ts'
import type { Core } from '../../src/core/create-core.ts'
import type { Project } from '../../src/core/projects/project.ts'

export interface Told {
  readonly status: number
  /** The code of an error, if it is one. */
  readonly code: string | undefined
  readonly text: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

type Ask = (method: string, path: string, request?: Omit<TestRequest, 'method' | 'path'>) => Promise<Told>

export interface TwoProjects {
  readonly core: Core
  readonly alice: Ask
  readonly bob: Ask
  readonly anonymous: Ask
  close(): Promise<void>
}

/** A server, and three who ask: two projects, and somebody who does not sign. */
export async function openTwoProjects(): Promise<TwoProjects> {
  const store = await openTemporaryCore()
  const served = await serve(store.core)
  const clients = await Promise.all([alice, bob].map((project) => clientOf(store.core, project, served.url)))
  const [asAlice, asBob] = clients.map((client): Ask => {
    return async (method, path, request = {}) => {
      const { status, headers, body } = await client.send({ method, path, ...request })
      return { status, headers, text: body.toString(), code: textOf(body, 'Code') }
    }
  })
  if (!asAlice || !asBob) throw new Error('There are two projects.')
  const anonymous: Ask = async (method, path, { query = {}, headers = {}, body } = {}) => {
    const url = new URL(`${served.url}/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value ?? '')
    const answer = await fetch(url, {
      method,
      headers: headers as Record<string, string>,
      body: body ?? null,
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text,
      code: textOf(text, 'Code'),
    }
  }
  const close = async () => {
    for (const client of clients) client.close()
    await served.close()
    await store.close()
  }
  return { core: store.core, alice: asAlice, bob: asBob, anonymous, close }
}

async function clientOf(core: Core, { name }: Project, url: string) {
  const key = await core.credentials.create({ project: name, name: 'test' })
  return createClient({ url, credentials: { accessKeyId: key.id, secretAccessKey: key.secret } })
}
