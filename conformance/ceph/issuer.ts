// An OpenID provider that only has its public documents: prints the tokens that it has signed as Ceph's suite wants them told, and
// serves its keys until it is ended.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

// Both are written down in the suite.
const port = 8080
const path = '/auth/realms/s3-tests'

const issuer = `http://localhost:${String(port)}${path}`
const application = 's3-tests-application'
const claims = { aud: application, sub: 's3-tests-subject', azp: application }
const { privateKey, publicKey } = await generateKeyPair('RS256')
const key = { ...(await exportJWK(publicKey)), kid: 's3-tests', alg: 'RS256', use: 'sig' }

const documents: Readonly<Record<string, object>> = {
  [`${path}/.well-known/openid-configuration`]: {
    issuer,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  },
  [`${path}/keys`]: { keys: [key] },
}

const sign = (more: Readonly<Record<string, unknown>>) =>
  new SignJWT({ ...claims, ...more })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .setIssuer(issuer)
    .setIssuedAt()
    .setExpirationTime('4h')
    .sign(privateKey)

const server = createServer(({ url = '' }, response) => {
  const document = documents[url]
  response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
  response.end(document && JSON.stringify(document))
})
await once(server.listen(port, 'localhost'), 'listening')

const tags = { principal_tags: { Department: ['Engineering', 'Marketing'] } }
console.log(
  JSON.stringify({
    ...claims,
    token: await sign({}),
    user_token: await sign({ 'https://aws.amazon.com/tags': tags }),
    thumbprint: createHash('sha1').update(JSON.stringify(key)).digest('hex'),
    KC_REALM: 's3-tests',
  }),
)
