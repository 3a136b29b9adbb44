import type { Announced } from '../core/lifecycle/announced.ts'

/** The header x-amz-expiration; the rule's name is encoded as in a URL. */
export const expiryOutput = (expiry: Announced | undefined): { Expiration?: string } =>
  expiry
    ? {
        Expiration: `expiry-date="${new Date(expiry.at).toUTCString()}", rule-id="${encodeURIComponent(expiry.ruleId)}"`,
      }
    : {}

/** The header x-amz-restore. */
export const restoreOutput = (until: number | undefined): { Restore?: string } =>
  until === undefined
    ? {}
    : { Restore: `ongoing-request="false", expiry-date="${new Date(until).toUTCString()}"` }

/** The headers x-amz-abort-date and x-amz-abort-rule-id. */
export const abortOutput = (abort: Announced | undefined): { AbortDate?: Date; AbortRuleId?: string } =>
  abort ? { AbortDate: new Date(abort.at), AbortRuleId: abort.ruleId } : {}
