import { grantsFromHeaders } from '../core/policy/grant-headers.ts'
import type { AclRequest } from '../core/policy/requested-acl.ts'

interface AclHeaders {
  readonly ACL?: string | undefined
  readonly GrantFullControl?: string | undefined
  readonly GrantRead?: string | undefined
  readonly GrantReadACP?: string | undefined
  readonly GrantWrite?: string | undefined
  readonly GrantWriteACP?: string | undefined
}

/** What the headers x-amz-acl and x-amz-grant-* ask for. Throws InvalidArgument. */
export const aclRequestOf = (input: AclHeaders): AclRequest => ({
  canned: input.ACL,
  grants: grantsFromHeaders({
    FULL_CONTROL: input.GrantFullControl,
    READ: input.GrantRead,
    READ_ACP: input.GrantReadACP,
    WRITE: input.GrantWrite,
    WRITE_ACP: input.GrantWriteACP,
  }),
})
