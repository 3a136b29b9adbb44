import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { refused } from './refused.ts'

describe('OpenID Connect providers over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
  })
  after(() => server.close())

  it('are made, changed, listed and deleted', async () => {
    const print = 'a'.repeat(40)
    const { OpenIDConnectProviderArn } = await iam.send(
      new sdk.CreateOpenIDConnectProviderCommand({
        Url: 'https://issuer.example.com/realm',
        ClientIDList: ['app'],
        ThumbprintList: [print],
        Tags: [{ Key: 'k', Value: 'v' }],
      }),
    )
    expect(OpenIDConnectProviderArn).to.match(/:oidc-provider\/issuer\.example\.com\/realm$/)
    const get = () => iam.send(new sdk.GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }))
    expect(await get()).to.deep.include({
      Url: 'https://issuer.example.com/realm',
      ClientIDList: ['app'],
      ThumbprintList: [print],
      Tags: [{ Key: 'k', Value: 'v' }],
    })
    await iam.send(
      new sdk.AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID: 'web' }),
    )
    await iam.send(
      new sdk.RemoveClientIDFromOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID: 'app' }),
    )
    const other = 'b'.repeat(40)
    await iam.send(
      new sdk.UpdateOpenIDConnectProviderThumbprintCommand({
        OpenIDConnectProviderArn,
        ThumbprintList: [other],
      }),
    )
    await iam.send(new sdk.UntagOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, TagKeys: ['k'] }))
    await iam.send(
      new sdk.TagOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, Tags: [{ Key: 'l', Value: 'w' }] }),
    )
    const changed = { ClientIDList: ['web'], ThumbprintList: [other], Tags: [{ Key: 'l', Value: 'w' }] }
    expect(await get()).to.deep.include(changed)
    const { Tags } = await iam.send(
      new sdk.ListOpenIDConnectProviderTagsCommand({ OpenIDConnectProviderArn }),
    )
    expect(Tags).to.deep.equal([{ Key: 'l', Value: 'w' }])
    const { OpenIDConnectProviderList } = await iam.send(new sdk.ListOpenIDConnectProvidersCommand({}))
    expect(OpenIDConnectProviderList).to.deep.equal([{ Arn: OpenIDConnectProviderArn }])
    await iam.send(new sdk.DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }))
    expect(await refused(get())).to.equal('NoSuchEntity')
  })

  it('are refused without the URL of one', async () => {
    const call = iam.send(new sdk.CreateOpenIDConnectProviderCommand({ Url: 'ftp://example.com' }))
    expect(await refused(call)).to.equal('InvalidInput')
  })
})
