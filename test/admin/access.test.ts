import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import Koa from 'koa'
import { adminHandler } from '../../src/admin/handler.ts'
import type { AdminCalls } from '../../src/admin/call-context.ts'
import { endpointNames, endpoints, type EndpointName } from '../../src/admin/contract.ts'
import { machine, type Actor } from '../../src/core/operators/actor.ts'
import { S3Error } from '../../src/core/errors.ts'
import { sampleInput } from './sample-input.ts'
import type { Core } from '../../src/core/create-core.ts'

type Who = (typeof endpoints)[EndpointName]['access']['who']

/** Who may make each call: a new one has to be put here, with thought. */
const expected = {
  everyone: ['getSignInOptions', 'signIn', 'beginPasskeySignIn', 'signInByPasskey'],
  'signed-in': [
    'getStatus',
    'getSession',
    'signOut',
    'listSessions',
    'signOutEverywhere',
    'changePassword',
    'beginSecondFactor',
    'confirmSecondFactor',
    'dropSecondFactor',
    'listPasskeys',
    'beginPasskey',
    'addPasskey',
    'deletePasskey',
  ],
  viewers: [
    'listProjects',
    'getProject',
    'listBuckets',
    'listKeys',
    'listApiKeys',
    'listKmsKeys',
    'listLinks',
    'getDelivery',
    'listObjects',
    'describeObject',
    'presignObject',
    'listVersions',
    'listUploads',
    'listParts',
    'listObjectJobs',
    'describeBucket',
    'getBucketSetting',
    'askIam',
    'listBucketEvents',
    'listDeliveries',
    'listTargets',
    'listAudit',
    'searchRequests',
    'listSlowRequests',
    'getRequestStatistics',
    'getStorageStatistics',
    'simulateAccess',
    'explainRequest',
  ],
  'project-admins': [
    'createKey',
    'rotateKey',
    'setKeyStatus',
    'deleteKey',
    'createApiKey',
    'regenerateApiKey',
    'setApiKeyStatus',
    'deleteApiKey',
    'createKmsKey',
    'setKmsKeyStatus',
    'rotateKmsKey',
    'limitBucket',
    'replicateBucket',
    'signLink',
    'revokeLink',
    'restoreObject',
    'revokeSessions',
    'setBucketVisibility',
    'putDelivery',
    'setObjectMetadata',
    'setObjectTags',
    'setStorageClass',
    'setRetention',
    'setLegalHold',
    'deleteObjects',
    'restoreVersion',
    'createUpload',
    'presignUploads',
    'signParts',
    'completeUpload',
    'abortUpload',
    'startObjectJob',
    'cancelObjectJob',
    'createBucket',
    'deleteBucket',
    'deleteBucketWithEverything',
    'putBucketSetting',
    'changeIam',
    'replayBucketEvents',
    'listMembers',
  ],
  operators: [
    'createProject',
    'renameProject',
    'setProjectState',
    'limitProject',
    'deleteProject',
    'deleteProjectWithEverything',
    'getDeletion',
    'listEvents',
    'replayEvents',
    'dropEvents',
    'startVerify',
    'getVerify',
    'listOperators',
    'createOperator',
    'changeOperator',
    'deleteOperator',
    'getSystem',
    'listJobs',
    'runJob',
  ],
} as const satisfies Record<Who, readonly EndpointName[]>

const person = (role: Actor['role'], projects?: readonly string[]): Actor => ({ name: role, role, projects })

/** What each may call about the project `mine`, and about `theirs`. */
const roles: readonly (readonly [string, Actor | undefined, readonly Who[], readonly Who[]])[] = [
  ['nobody', undefined, ['everyone'], ['everyone']],
  [
    'a viewer of a project',
    person('viewer', ['mine']),
    ['everyone', 'signed-in', 'viewers'],
    ['everyone', 'signed-in'],
  ],
  [
    'a viewer of all',
    person('viewer'),
    ['everyone', 'signed-in', 'viewers'],
    ['everyone', 'signed-in', 'viewers'],
  ],
  [
    'a project admin',
    person('project-admin', ['mine']),
    ['everyone', 'signed-in', 'viewers', 'project-admins'],
    ['everyone', 'signed-in'],
  ],
  ['an operator', person('operator'), Object.keys(expected) as Who[], Object.keys(expected) as Who[]],
  ['a command of the machine', machine, Object.keys(expected) as Who[], Object.keys(expected) as Who[]],
]

/** Calls about no project in particular show each what it reaches. */
const withoutProject: readonly EndpointName[] = ['listProjects', 'listBuckets', 'listTargets']

/** Things are named like the project that they belong to. */
const catalog = {
  findProjectByName: (name: string) => Promise.resolve({ id: name }),
  findProject: (id: string) => Promise.resolve({ id, name: id }),
  findAccessKey: (id: string) => Promise.resolve({ projectId: id, name: 'a key' }),
  findApiKey: (id: string) => Promise.resolve({ projectId: id }),
  findKmsKey: (id: string) => Promise.resolve({ projectId: id }),
}

describe('who may make the calls of the admin API', () => {
  let actor: Actor | undefined
  let server: Server
  let url: string
  const made: string[] = []
  before(async () => {
    const stubs = endpointNames.map((name) => [name, () => Promise.resolve(void made.push(name))] as const)
    const app = new Koa().use(
      adminHandler({
        core: { catalog, audit: { note: () => Promise.resolve() } } as unknown as Core,
        calls: Object.fromEntries(stubs) as unknown as AdminCalls,
        authenticate: () => (actor ? Promise.resolve(actor) : Promise.reject(new S3Error('AccessDenied'))),
        originOf: () => ({ remoteAddress: '192.0.2.1', scheme: 'http', host: 'localhost' }),
        failures: { refuse: () => undefined, add: () => undefined },
        onFault: (error) => {
          throw error
        },
      }),
    )
    // Koa takes care of what the handler rejects with.
    server = createServer((request, response) => void app.callback()(request, response)).listen(0)
    await once(server, 'listening')
    url = `http://localhost:${String((server.address() as AddressInfo).port)}/admin`
  })
  after(() => server.close())

  const call = async (name: EndpointName, project: string): Promise<{ code?: string; isMade: boolean }> => {
    const { method, path, access, input } = endpoints[name]
    const named = 'of' in access && access.of ? [access.of.member] : []
    const rest = sampleInput(input, project, named)
    const address = path.replace(/:(\w+)/g, (_, member: string) => {
      const value = String(rest[member])
      Reflect.deleteProperty(rest, member)
      return value
    })
    const query = method === 'get' ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : ''
    made.length = 0
    const response = await fetch(url + address + query, {
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/json' },
      ...(method !== 'get' && { body: JSON.stringify(rest) }),
    })
    const text = await response.text()
    const { code } = (text === '' ? {} : JSON.parse(text)) as { code?: string }
    return { ...(code !== undefined && { code }), isMade: made.includes(name) }
  }

  it('is written down here for every call', () => {
    const names = Object.entries(expected).flatMap(([who, calls]) => calls.map((name) => `${name}: ${who}`))
    expect(endpointNames.map((name) => `${name}: ${endpoints[name].access.who}`)).to.have.members(names)
  })

  for (const [title, whoCalls, mine, theirs] of roles) {
    it(`lets ${title} make what is for it, about its projects only`, async () => {
      actor = whoCalls
      for (const name of endpointNames) {
        const { who } = endpoints[name].access
        const answer = await call(name, 'mine')
        expect(answer.isMade, `${name} on mine: ${String(answer.code)}`).to.equal(mine.includes(who))
        if (!answer.isMade) expect(answer.code, name).to.equal('AccessDenied')
        if (withoutProject.includes(name)) continue
        expect((await call(name, 'theirs')).isMade, `${name} on theirs`).to.equal(theirs.includes(who))
      }
    })
  }

  it('keeps the root keys of the server from project admins', async () => {
    actor = person('project-admin', ['root-project'])
    const findProject = catalog.findProject
    const findAccessKey = catalog.findAccessKey
    catalog.findProject = (id) => Promise.resolve({ id, name: 'default' })
    catalog.findAccessKey = () => Promise.resolve({ projectId: 'root-project', name: 'root' })
    try {
      expect(await call('rotateKey', 'ROOT')).to.deep.equal({ code: 'AccessDenied', isMade: false })
    } finally {
      Object.assign(catalog, { findProject, findAccessKey })
    }
  })
})
