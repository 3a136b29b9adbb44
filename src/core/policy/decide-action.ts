import { factOfCaller } from './facts.ts'
import { weigh, type ResourceSide } from './weigh.ts'
import type { Caller } from '../caller.ts'
import type { Consultation } from './consult.ts'
import type { ContextValues } from './language/context.ts'
import type { Decision } from './say.ts'

/** An action that is not S3's, on something that belongs to the caller's own project. */
export interface ActionQuestion {
  /** Such as `iam:CreateUser`. */
  readonly action: string
  /** An ARN, or `*` for what has none. */
  readonly resource: string
  /** What conditions may ask of the request and the resource besides the caller; by keys as contextKey writes them. */
  readonly facts?: ContextValues | undefined
  readonly record?: Consultation['record']
}

/** Whether a caller may do it: its policies and limits decide, and a root may do everything. */
export const decideAction = (caller: Caller, question: ActionQuestion): Decision =>
  caller.kind === 'anonymous' ? 'deny' : weighAction(caller, question, { account: 'allow' })

/** The same where the resource has a policy of its own. */
export const weighAction = (caller: Caller, question: ActionQuestion, side: ResourceSide): Decision =>
  weigh(consultationOn(caller, question), side)

export function consultationOn(
  caller: Caller,
  { action, resource, facts, record }: ActionQuestion,
): Consultation {
  const valuesOf: ContextValues = (key) => facts?.(key) ?? factOfCaller(caller, key)
  const words = { action: action.toLowerCase(), resource, valuesOf }
  return { caller, lacksTags: false, record, inWords: () => words }
}
