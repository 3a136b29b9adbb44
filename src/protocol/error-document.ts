import type { S3Error } from '../core/errors.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'

export interface ErrorContext {
  readonly requestId: string
  readonly hostId: string
  /** Path that the request named. */
  readonly resource: string
}

const element = (name: string, value: string): string => `<${name}>${escapeXml(value)}</${name}>`

/** The XML document of an error. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses */
export function errorDocument(error: S3Error, { requestId, hostId, resource }: ErrorContext): string {
  const details = Object.entries(error.detail).map(([name, value]) => element(name, String(value)))
  const parts = [
    element('Code', error.code),
    element('Message', error.message),
    ...details,
    ...('Resource' in error.detail ? [] : [element('Resource', resource)]),
    element('RequestId', requestId),
    element('HostId', hostId),
  ]
  return `${xmlDeclaration}<Error>${parts.join('')}</Error>`
}
