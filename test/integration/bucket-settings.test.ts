import { expect } from 'chai'
import { settingNames, type SettingName } from '../../src/admin/contract/bucket-settings.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const cors = { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://example.com'] }] }
const policy = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/open/*' },
  ],
}

/** A document for each setting that can be put on a bucket with versions. */
const documents: Partial<Record<SettingName, object>> = {
  versioning: { Status: 'Enabled' },
  lifecycle: {
    Rules: [{ ID: 'old', Status: 'Enabled', Filter: { Prefix: 'logs/' }, Expiration: { Days: 30 } }],
    TransitionDefaultMinimumObjectSize: 'varies_by_storage_class',
  },
  cors: { CORSRules: [{ ...cors.CORSRules[0], AllowedHeaders: ['*'], ExposeHeaders: ['ETag'] }] },
  policy,
  encryption: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
  },
  tags: { TagSet: [{ Key: 'team', Value: 'web' }] },
  publicAccessBlock: {
    BlockPublicAcls: true,
    IgnorePublicAcls: false,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  },
  ownership: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
  website: { IndexDocument: { Suffix: 'index.html' } },
  requestPayment: { Payer: 'Requester' },
  acceleration: { Status: 'Enabled' },
  abac: { Status: 'Enabled' },
  metrics: { MetricsConfigurationList: [{ Id: 'all' }, { Id: 'logs', Filter: { Prefix: 'logs/' } }] },
  analytics: { AnalyticsConfigurationList: [{ Id: 'all', StorageClassAnalysis: {} }] },
  tiering: {
    IntelligentTieringConfigurationList: [
      { Id: 'cold', Status: 'Enabled', Tierings: [{ Days: 90, AccessTier: 'ARCHIVE_ACCESS' }] },
    ],
  },
  inventory: {
    InventoryConfigurationList: [
      {
        Id: 'weekly',
        IsEnabled: true,
        IncludedObjectVersions: 'All',
        Schedule: { Frequency: 'Weekly' },
        Destination: { S3BucketDestination: { Bucket: 'arn:aws:s3:::photos', Format: 'CSV' } },
      },
    ],
  },
}

describe('the settings of a bucket, by the admin API', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  beforeEach(async () => {
    server = await startServer({ settings: { SEAU_NOTIFY_AWAY: 'http://127.0.0.1:1/' } })
    client = createClient(server)
    browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await browser.call('POST /buckets', { name: 'photos' })
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })

  const call = async (line: string, input?: object): Promise<Answer> => {
    const { status, body } = await browser.call(line, input)
    return { status, body }
  }
  const read = (setting: SettingName) => call(`GET /buckets/photos/settings/${setting}`)
  const put = (setting: SettingName, document: object | null) =>
    call(`POST /buckets/photos/settings/${setting}`, { document })

  for (const [setting, document] of Object.entries(documents) as [SettingName, object][]) {
    it(`reads the ${setting} that was put`, async () => {
      expect(await put(setting, document)).to.deep.equal({ status: 200, body: { document } })
      expect((await read(setting)).body).to.deep.equal({ document })
    })
  }

  it('puts what the S3 protocol answers', async () => {
    await put('cors', cors)
    const answer = await client.send({ method: 'GET', path: 'photos', query: { cors: '' } })
    expect(answer.body.toString()).to.contain('<AllowedOrigin>https://example.com</AllowedOrigin>')
  })

  it('reads what the S3 protocol has put', async () => {
    const body = '<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>'
    await client.send({ method: 'PUT', path: 'photos', query: { versioning: '' }, body })
    expect((await read('versioning')).body).to.deep.equal({ document: { Status: 'Suspended' } })
  })

  it('has no document where none was put', async () => {
    const always: readonly SettingName[] = ['acl', 'abac', 'ownership', 'requestPayment']
    for (const setting of settingNames.filter((name) => !always.includes(name)))
      expect((await read(setting)).body, setting).to.deep.equal({ document: null })
  })

  it('takes documents away', async () => {
    for (const setting of ['cors', 'policy', 'tags', 'metrics'] as const) {
      expect((await put(setting, documents[setting] ?? {})).status).to.equal(200)
      expect(await put(setting, null), setting).to.deep.equal({ status: 200, body: { document: null } })
    }
    expect(await put('versioning', null)).to.deep.equal({
      status: 400,
      body: { code: 'InvalidArgument', message: 'This setting cannot be taken away once it is there.' },
    })
  })

  it('puts where events go, untried if need be, and where the access log goes', async () => {
    const queue = { Id: 'all', QueueArn: 'arn:seau:sqs::away:webhook', Events: ['s3:ObjectCreated:*'] }
    const untried = { QueueConfigurations: [queue] }
    expect((await put('notifications', untried)).body['code']).to.equal('InvalidArgument')
    await put('notifications', { ...untried, SkipDestinationValidation: true })
    expect((await read('notifications')).body['document']).to.deep.include(untried)

    const Principal = { Service: 'logging.s3.amazonaws.com' }
    const Resource = 'arn:aws:s3:::photos/logs/*'
    await put('policy', { Statement: [{ Effect: 'Allow', Principal, Action: 's3:PutObject', Resource }] })
    const logging = { LoggingEnabled: { TargetBucket: 'photos', TargetPrefix: 'logs/' } }
    expect((await put('logging', logging)).body).to.deep.equal({ document: logging })
    for (const setting of ['notifications', 'logging'] as const)
      expect((await put(setting, null)).body).to.deep.equal({ document: null })
  })

  it('replaces all documents of a kind by those that are given', async () => {
    await put('metrics', documents.metrics ?? {})
    const document = { MetricsConfigurationList: [{ Id: 'logs', Filter: { Prefix: 'old-logs/' } }] }
    expect((await put('metrics', document)).body).to.deep.equal({ document })
  })

  it('puts a canned ACL', async () => {
    await put('ownership', { Rules: [{ ObjectOwnership: 'ObjectWriter' }] })
    const { body } = await put('acl', { ACL: 'public-read' })
    expect(JSON.stringify(body)).to.contain('AllUsers')
    expect(JSON.stringify((await put('acl', null)).body)).not.to.contain('AllUsers')
  })

  it('refuses what S3 refuses, with its code', async () => {
    const refusals: readonly (readonly [SettingName, object, string])[] = [
      ['cors', { CORSRules: [] }, 'MalformedXML'],
      ['cors', { CORSRules: [{ AllowedMethods: ['FETCH'], AllowedOrigins: ['*'] }] }, 'InvalidRequest'],
      ['versioning', { Status: 'Sometimes' }, 'MalformedXML'],
      ['versioning', {}, 'IllegalVersioningConfigurationException'],
      ['policy', { Statement: [] }, 'MalformedPolicy'],
      [
        'tags',
        {
          TagSet: [
            { Key: 'a', Value: '1' },
            { Key: 'a', Value: '2' },
          ],
        },
        'InvalidTag',
      ],
      ['lifecycle', { Rules: [{ Status: 'Enabled', Filter: {} }] }, 'InvalidRequest'],
      [
        'logging',
        { LoggingEnabled: { TargetBucket: 'missing', TargetPrefix: '' } },
        'InvalidTargetBucketForLogging',
      ],
      ['encryption', { Rules: [{ Nothing: true }] }, 'MalformedXML'],
      ['acl', { Grants: 'all' }, 'MalformedACLError'],
      ['metrics', { MetricsConfigurationList: [{ Name: 'a' }] }, 'MalformedXML'],
      ['metrics', {}, 'MalformedXML'],
    ]
    for (const [setting, document, code] of refusals) {
      const { status, body } = await put(setting, document)
      expect({ status, code: body['code'] }, JSON.stringify(document)).to.deep.equal({ status: 400, code })
    }
  })

  it('says where a document does not fit', async () => {
    const { body } = await put('lifecycle', { Rules: [{ Status: 'On' }] })
    expect(body['message']).to.equal(
      'LifecycleConfiguration.Rules[0].Status must be one of Disabled, Enabled.',
    )
  })

  it('keeps to the buckets of the project', async () => {
    await browser.call('POST /projects', { name: 'shop' })
    const answer = await browser.call('GET /buckets/photos/settings/cors?project=shop')
    expect(answer).to.deep.include({ status: 404 })
    expect(answer.body['code']).to.equal('NoSuchBucket')
  })

  it('is written down', async () => {
    await put('cors', cors)
    const { entries } = (await browser.call('GET /audit')).body as {
      readonly entries: readonly Answer['body'][]
    }
    expect(entries[0]).to.deep.include({ call: 'putBucketSetting', outcome: 'done' })
  })
})
