import { expect } from 'chai'
import { endpointNames, endpoints } from '../../src/rest/contract.ts'
import { members, startRestServer, type RestServer } from './rest-server.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>
  readonly security?: readonly unknown[]
}

describe('the description of REST', () => {
  let server: RestServer
  let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  before(async () => {
    server = await startRestServer()
    const document = await members(await fetch(`${server.rest}/api/openapi.json`))
    expect(document).to.include({ openapi: '3.1.0' })
    paths = document['paths'] as typeof paths
  })
  after(() => server.close())

  it('has every endpoint', () => {
    const operations = Object.values(paths).flatMap((item) => Object.values(item))
    expect(operations.map(({ operationId }) => operationId)).to.have.members([...endpointNames])
  })

  it('tells where the members of the input are', () => {
    const { getStored } = endpoints
    expect(getStored.path).to.equal('/storage/:project/:bucket/*file')
    const stored = paths['/storage/{project}/{bucket}/{file}']?.['get']
    expect(stored?.parameters.map((parameter) => [parameter.name, parameter.in])).to.deep.equal([
      ['project', 'path'],
      ['bucket', 'path'],
      ['file', 'path'],
      ['download', 'query'],
    ])
    expect(stored?.security).to.deep.equal([])
    expect(paths['/upload']?.['post']?.requestBody?.content).to.have.keys('multipart/form-data')
    expect(paths['/sign']?.['post']?.parameters).to.deep.equal([])
    const limit = paths['/list']?.['get']?.parameters.find(({ name }) => name === 'limit')
    expect(limit).to.include({ required: false })
  })

  it('tells that files come as the type that they have', () => {
    expect(paths['/object']?.['get']?.responses['200']?.content).to.have.keys('*/*')
  })

  it('is a page for people, too, that can run nothing', async () => {
    const page = await fetch(`${server.rest}/api/docs`)
    expect(page.headers.get('content-type')).to.contain('text/html')
    expect(page.headers.get('content-security-policy')).to.contain("default-src 'none'")
    const text = await page.text()
    for (const name of endpointNames) expect(text).to.contain(endpoints[name].summary)
    expect(text).not.to.match(/<script|src=|https?:\/\//)
  })
})
