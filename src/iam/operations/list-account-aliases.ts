import { operation } from '../operation.ts'

/** No account has another name. */
export const listAccountAliases = operation('ListAccountAliases', () =>
  Promise.resolve({ AccountAliases: [], IsTruncated: false }),
)
