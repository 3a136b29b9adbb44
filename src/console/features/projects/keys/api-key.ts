import type { OutputOf } from '../../../../admin/contract.ts'

export type ApiKey = OutputOf<'listApiKeys'>['keys'][number]

/** What one calls it: the name that it was given, or its id. */
export const labelOf = ({ name, id }: ApiKey): string => (name === '' ? id : name)
