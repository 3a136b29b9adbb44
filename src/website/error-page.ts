import { STATUS_CODES } from 'node:http'
import { escapeXml } from '../protocol/xml.ts'

/** What a page tells of an answer that is no object. */
export interface Explanation {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly detail: Readonly<Record<string, string | number>>
}

interface PageContext {
  readonly requestId: string
  /** Why the website's own page cannot be shown. */
  readonly customError?: Omit<Explanation, 'status'> | undefined
}

/** The page that S3 shows. https://docs.aws.amazon.com/AmazonS3/latest/userguide/CustomErrorDocSupport.html */
export function errorPage(explanation: Explanation, { requestId, customError }: PageContext): string {
  const title = `${String(explanation.status)} ${STATUS_CODES[explanation.status] ?? ''}`
  const ids = { RequestId: requestId, HostId: requestId }
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    list({ ...lines(explanation), ...ids }),
    ...(customError
      ? [
          '<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>',
          list(lines(customError)),
        ]
      : []),
    '<hr/>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const lines = ({ code, message, detail }: Omit<Explanation, 'status'>) => ({
  Code: code,
  Message: message,
  ...detail,
})

const list = (entries: Readonly<Record<string, string | number>>): string => {
  const items = Object.entries(entries).map(
    ([name, value]) => `<li>${escapeXml(name)}: ${escapeXml(String(value))}</li>`,
  )
  return ['<ul>', ...items, '</ul>'].join('\n')
}
