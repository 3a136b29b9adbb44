import { S3Error } from '../errors.ts'
import type { Permission } from './acl.ts'
import type { GivenGrant, GivenGrantee } from './requested-acl.ts'

/** The values of the x-amz-grant-* headers, by permission. */
export type GrantHeaders = Readonly<Partial<Record<Permission, string | undefined>>>

/**
 * Reads lists like `id="…", uri="…", emailAddress="…"`, with or without quotes. Throws InvalidArgument.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html
 */
export function grantsFromHeaders(headers: GrantHeaders): readonly GivenGrant[] {
  return permissions.flatMap((permission) => {
    const header = headers[permission]
    if (header === undefined) return []
    return header.split(',').map((item) => ({ grantee: parseGrantee(item, permission, header), permission }))
  })
}

const permissions: readonly Permission[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']

function parseGrantee(item: string, permission: Permission, header: string): GivenGrantee {
  const [, kind, quoted, bare] = /^\s*(\w+)\s*=\s*(?:"([^"]+)"|([^\s"]+))\s*$/.exec(item) ?? []
  const value = quoted ?? bare ?? ''
  if (kind?.toLowerCase() === 'id') return { id: value }
  if (kind?.toLowerCase() === 'uri') return { uri: value }
  if (kind?.toLowerCase() === 'emailaddress') return { emailAddress: value }
  const name = `x-amz-grant-${permission.toLowerCase().replace('_', '-')}`
  throw new S3Error('InvalidArgument', {
    message: 'Argument format not recognized',
    detail: { ArgumentName: name, ArgumentValue: header },
  })
}
