import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { bob } from '../projects.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { openIamProject, type IamProject } from './iam-project.ts'

const thumbprint = '3768084dfb3d2b68b7897bf5f565da8efEXAMPLE'

describe('OpenID Connect providers', () => {
  let project: IamProject
  let providers: IamProject['iam']['oidcProviders']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    providers = project.iam.oidcProviders
    id = project.projectId
  })
  afterEach(() => project.close())
  const create = async (url = 'https://id.example.org/realms/a', clientIds: readonly string[] = ['app']) =>
    arnOf(await providers.create(id, { url, clientIds, thumbprints: [thumbprint] }))

  it('are known by the ARN that their URL makes', async () => {
    const arn = await create()
    expect(arn).to.equal(`arn:aws:iam::${id}:oidc-provider/id.example.org/realms/a`)
    expect(await providers.get(id, arn)).to.deep.include({
      url: 'https://id.example.org/realms/a',
      clientIds: ['app'],
      thumbprints: [thumbprint],
    })
    expect((await providers.list(id)).map(arnOf)).to.deep.equal([arn])
    expect(await providers.list(bob.id)).to.deep.equal([])
    expect(await rejection(create())).to.include({ code: 'EntityAlreadyExists' })
    expect(await create('http://localhost:8080')).to.equal(`arn:aws:iam::${id}:oidc-provider/localhost:8080`)
  })

  it('have a URL without query, client IDs and thumbprints as AWS takes them', async () => {
    for (const url of [
      '',
      'example.org',
      'ftp://example.org',
      'https://a.org/?a',
      'https://u@a.org',
      'https://',
    ])
      expect(await rejection(create(url)), url).to.include({ code: 'InvalidInput' })
    expect(await rejection(create(undefined, ['']))).to.include({ code: 'InvalidInput' })
    const many = Array.from({ length: 101 }, (_, n) => String(n))
    expect(await rejection(create(undefined, many))).to.include({ code: 'LimitExceeded' })
    const arn = await create()
    expect(await rejection(providers.updateThumbprints(id, arn, ['abc']))).to.include({
      code: 'InvalidInput',
    })
    const six = Array.from({ length: 6 }, () => thumbprint)
    expect(await rejection(providers.updateThumbprints(id, arn, six))).to.include({ code: 'LimitExceeded' })
  })

  it('take client IDs and let them go, once or again', async () => {
    const arn = await create()
    const clientIds = async () => (await providers.get(id, arn)).clientIds
    for (const clientId of ['web', 'app']) await providers.addClientId(id, arn, clientId)
    expect(await clientIds()).to.deep.equal(['app', 'web'])
    for (let n = 0; n < 2; n += 1) await providers.removeClientId(id, arn, 'app')
    expect(await clientIds()).to.deep.equal(['web'])
  })

  it('get other thumbprints, and go', async () => {
    const arn = await create()
    const other = thumbprint.replace('37', '38')
    await providers.updateThumbprints(id, arn, [other])
    expect(await providers.get(id, arn)).to.deep.include({ thumbprints: [other] })
    await providers.delete(id, arn)
    for (const work of [() => providers.get(id, arn), () => providers.delete(id, arn)])
      expect(await rejection(work)).to.include({ code: 'NoSuchEntity' })
  })
})
