import { setTimeout as sleep } from 'node:timers/promises'
import { CreateUserCommand, GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { newUser } from './principals.ts'

type Entry = Readonly<Record<string, unknown>>

describe('what is on record of IAM', () => {
  let server: TestServer
  let root: AdminBrowser
  before(async () => {
    server = await startServer()
    root = await openBrowser(server)
    await root.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
  })
  after(() => server.close())

  it('says who changed what, and who was not allowed to', async () => {
    const { iam } = clientsOf(server)
    const key = await newUser(iam, 'anna')
    await iam.send(new ListUsersCommand({}))
    const denied = clientsOf(server, key).iam.send(new CreateUserCommand({ UserName: 'bert' }))
    expect(await denied.catch((error: unknown) => error)).to.have.property('name', 'AccessDenied')

    const { entries } = (await root.call('GET /audit?project=default')).body as {
      readonly entries: readonly Entry[]
    }
    const [newest, ...others] = entries
    expect(newest).to.include({ call: 'iam:CreateUser', outcome: 'AccessDenied', project: 'default' })
    expect(newest?.['actor']).to.match(/^arn:aws:iam::\w+:user\/anna$/)
    expect(newest?.['subject']).to.deep.include({ UserName: 'bert' })
    const calls = others.map(({ call, outcome }) => `${String(call)} ${String(outcome)}`)
    expect(calls).to.include.members(['iam:CreateUser done', 'iam:CreateAccessKey done'])
    expect(calls).not.to.include('iam:ListUsers done')
  })

  it('says who asked, and what came of it', async () => {
    const missing = clientsOf(server).iam.send(new GetUserCommand({ UserName: 'nobody' }))
    expect(await missing.catch((error: unknown) => error)).to.have.property('name')
    await sleep(1000)
    const { requests } = (await root.call('GET /requests?operation=GetUser')).body as {
      readonly requests: readonly Entry[]
    }
    expect(requests[0]).to.include({
      keyId: rootKey.accessKeyId,
      project: 'default',
      error: 'NoSuchEntity',
      status: 404,
    })
  })
})
