import * as iamSdk from '@aws-sdk/client-iam'
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts'
import { expect } from 'chai'
import { rejection } from '../contracts/rejection.ts'
import { clientsOf } from '../iam/clients.ts'
import { startIssuer, type Issuer } from '../oidc/issuer.ts'
import { createClient } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'

const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: statement })

describe('Signing in with an identity provider', () => {
  let server: TestServer
  let issuer: Issuer
  let roleArn: string
  before(async () => {
    ;[server, issuer] = await Promise.all([startServer(), startIssuer()])
    const root = createClient(server)
    await root.send({ method: 'PUT', path: 'homes' })
    root.close()
    const { iam } = clientsOf(server)
    const name = issuer.url.replace('http://', '')
    const provider = { Url: issuer.url, ClientIDList: ['app'] }
    const { OpenIDConnectProviderArn: Federated } = await iam.send(
      new iamSdk.CreateOpenIDConnectProviderCommand(provider),
    )
    const role = {
      RoleName: 'visitor',
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Federated },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${name}:aud`]: 'app' } },
      }),
    }
    roleArn = (await iam.send(new iamSdk.CreateRoleCommand(role))).Role?.Arn ?? ''
    const rights = {
      RoleName: 'visitor',
      PolicyName: 'own-folder',
      PolicyDocument: policy({
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: `arn:aws:s3:::homes/\${${name}:sub}/*`,
      }),
    }
    await iam.send(new iamSdk.PutRolePolicyCommand(rights))
  })
  after(() => Promise.all([server.close(), issuer.close()]))

  const assume = (token: string) =>
    clientsOf(server).sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: 'browser',
        WebIdentityToken: token,
      }),
    )

  it('gives somebody keys for a folder of their own', async () => {
    const answer = await assume(await issuer.token({ sub: 'zoe' }))
    expect(answer).to.include({ SubjectFromWebIdentityToken: 'zoe', Audience: 'app' })
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {}
    const { s3 } = clientsOf(server, {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    })
    await s3.send(new PutObjectCommand({ Bucket: 'homes', Key: 'zoe/a.txt', Body: 'mine' }))
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'homes', Key: 'zoe/a.txt' }))
    expect(await Body?.transformToString()).to.equal('mine')
    const others = new PutObjectCommand({ Bucket: 'homes', Key: 'zed/a.txt', Body: 'not mine' })
    expect(await rejection(s3.send(others))).to.include({ name: 'AccessDenied' })
    expect(await rejection(s3.send(new ListBucketsCommand({})))).to.include({ name: 'AccessDenied' })
  })

  it('is refused with the errors of STS', async () => {
    const expired = Math.floor(Date.now() / 1000) - 3600
    const wrong = [
      ['InvalidIdentityToken', 'no token at all'],
      ['InvalidIdentityToken', await issuer.token({ aud: 'other' })],
      ['InvalidIdentityToken', await issuer.token({ iss: 'https://elsewhere.example' })],
      ['ExpiredTokenException', await issuer.token({ exp: expired })],
    ] as const
    for (const [code, token] of wrong) {
      const error = await rejection(assume(token))
      expect((error as { Code?: string; name: string }).name, token).to.match(new RegExp(`^${code}`))
    }
  })
})
