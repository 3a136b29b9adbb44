import { invalidValue } from '../iam/invalid-value.ts'

interface Span {
  readonly standard: number
  readonly longest: number
}

const shortest = 900

/** How long a session is to last, in seconds; `given` by the client or not. Throws ValidationError. */
export function sessionSeconds(given: number | undefined, { standard, longest }: Span): number {
  const seconds = given ?? Math.min(standard, longest)
  if (Number.isInteger(seconds) && seconds >= shortest && seconds <= longest) return seconds
  const constraint = `value between ${String(shortest)} and ${String(longest)}`
  throw invalidValue('durationSeconds', String(seconds), constraint)
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const ofRole = (longest: number): Span => ({ standard: 3600, longest })
/** A role that another role's session assumes. */
export const ofChainedRole: Span = { standard: 3600, longest: 3600 }
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const ofUser: Span = { standard: 43_200, longest: 129_600 }
export const ofRoot: Span = { standard: 3600, longest: 3600 }
