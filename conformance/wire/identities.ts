// Who calls: nobody, someone with a wrong clock, a spoilt signature or an unreadable header; how each is told so.
import { expect } from 'chai'
import { exchange, hostOf, pathOf, renderHead, request, signedRequest, verdict } from './request.ts'
import type { WireContext } from './request.ts'
import type { Rules } from '../suite.ts'

const MINUTE_MS = 60_000

const amzDate = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '')

const withAuthorization = (context: WireContext, authorization: string) =>
  exchange(context, [
    renderHead('GET', `/${context.bucket}`, {
      host: hostOf(context),
      'x-amz-date': amzDate(),
      authorization,
    }),
  ])

export const identityRules: Rules<WireContext> = {
  'refuses anonymous requests to a private bucket': async (context) => {
    const host = hostOf(context)
    const get = await exchange(context, [renderHead('GET', pathOf(context, 'private'), { host })])
    const put = await exchange(context, [
      renderHead('PUT', pathOf(context, 'private'), { host, 'content-length': '0' }),
    ])
    expect([verdict(get), verdict(put)]).to.deep.equal(['403 AccessDenied', '403 AccessDenied'])
  },
  'tells a client with a wrong clock the right time': async (context) => {
    for (const shift of [-16 * MINUTE_MS, 16 * MINUTE_MS]) {
      const answer = await request(context, `/${context.bucket}`, { time: new Date(Date.now() + shift) })
      expect(verdict(answer)).to.equal('403 RequestTimeTooSkewed')
      const serverTime = /<ServerTime>([^<]+)<\/ServerTime>/.exec(answer.body)?.[1] ?? ''
      expect(Math.abs(new Date(serverTime).getTime() - Date.now())).to.be.lessThan(MINUTE_MS)
    }
  },
  'forgives a clock that is 14 minutes wrong': async (context) => {
    for (const shift of [-14 * MINUTE_MS, 14 * MINUTE_MS]) {
      const answer = await request(context, `/${context.bucket}`, { time: new Date(Date.now() + shift) })
      expect(answer.status).to.equal(200)
    }
  },
  'shows the canonical request when a signature does not match': async (context) => {
    const { text } = signedRequest(context.target, `/${context.bucket}`)
    const answer = await exchange(context, [text.replace(/Signature=.{4}/, 'Signature=0000')])
    expect(verdict(answer)).to.equal('403 SignatureDoesNotMatch')
    for (const name of ['AWSAccessKeyId', 'StringToSign', 'SignatureProvided', 'CanonicalRequest'])
      expect(answer.body).to.contain(`<${name}>`)
    expect(answer.body.replace(/&#(xA|10);/g, '\n')).to.contain(`GET\n/${context.bucket}\n`)
  },
  'refuses an x-amz header that was not signed': async (context) => {
    const { text } = signedRequest(context.target, pathOf(context, 'unsigned'), { method: 'PUT' })
    const answer = await exchange(context, [text.replace('\r\n\r\n', '\r\nx-amz-acl: public-read\r\n\r\n')])
    expect(verdict(answer)).to.equal('403 AccessDenied')
  },
  'refuses an Authorization header that it cannot read': async (context) => {
    expect(verdict(await withAuthorization(context, 'AWS4-HMAC-SHA256 nonsense'))).to.be.oneOf([
      '400 AuthorizationHeaderMalformed',
      '400 InvalidArgument',
    ])
    for (const other of ['Bearer abc', 'nonsense'])
      expect((await withAuthorization(context, other)).status).to.be.oneOf([400, 403])
  },
  'refuses a presigned request of more than seven days': async (context) => {
    const date = amzDate()
    const credential = encodeURIComponent(
      `${context.target.accessKey}/${date.slice(0, 8)}/${context.target.region}/s3/aws4_request`,
    )
    const query =
      `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=${date}` +
      `&X-Amz-Expires=604801&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)}`
    const head = renderHead('GET', `${pathOf(context, 'week')}?${query}`, { host: hostOf(context) })
    expect(verdict(await exchange(context, [head]))).to.equal('400 AuthorizationQueryParametersError')
  },
}
