import { model } from '../../src/s3/model/generated.ts'
import type { MatchRequest } from '../../src/s3/match.ts'
import type { OperationName } from '../../src/s3/operation.ts'

/** Nothing but what the model says must be there. */
export const minimalRequest = (name: OperationName): MatchRequest => {
  const { method, level, query = {}, input } = model.operations[name]
  const required = (place: string) =>
    input.filter((member) => member[2] === place && member[4]).map((member) => [member[3], 'value'] as const)
  const own = name === 'ListDirectoryBuckets' ? [['max-directory-buckets', '1'] as const] : []
  const headers = required('header').map(([header, value]) => [header.toLowerCase(), value] as const)
  return {
    method,
    level,
    query: new Map([...Object.entries(query), ...required('query'), ...own]),
    headers: Object.fromEntries(headers),
  }
}
