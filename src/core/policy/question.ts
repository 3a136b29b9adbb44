import { factsOf } from './facts.ts'
import { resourceArn, type Resource } from './resource.ts'
import { isDecidedOnObject, type S3Action } from './s3-actions.ts'
import type { Caller } from '../caller.ts'
import type { Consultation } from './consult.ts'

/** What is asked of those that decide about S3's resources. */
export interface Question extends Consultation {
  readonly action: S3Action
  readonly resource: Resource
}

type Asked = Pick<Question, 'action' | 'resource' | 'record'>

export function questionOf(caller: Caller, { action, resource, record }: Asked): Question {
  const lacksTags = !resource.version && !resource.isNew && isDecidedOnObject(action)
  const inWords = () => ({
    action: action.toLowerCase(),
    resource: resourceArn(resource),
    valuesOf: factsOf(caller, resource),
  })
  return { caller, action, resource, lacksTags, record, inWords }
}
