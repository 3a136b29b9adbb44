import { S3Error } from '../errors.ts'
import { findAsker, type Asker } from './asker.ts'
import { decide, mayLearnOfMissing } from './decide.ts'
import { decideAction } from './decide-action.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { actionLevels, isAction, isDecidedOnObject, type S3Action } from './s3-actions.ts'
import { contextKey, type ContextValues } from './language/context.ts'
import type { Addressed } from './authorise.ts'
import type { Caller } from '../caller.ts'
import type { Consultation } from './consult.ts'
import type { Opinion } from './opinion.ts'
import type { Parts } from '../parts.ts'
import type { Resource } from './resource.ts'

export interface AccessQuestion {
  readonly asker: Asker
  /** Such as `s3:GetObject` or `iam:CreateUser`. */
  readonly action: string
  /** What an action of S3 is about. */
  readonly on?: Addressed | undefined
  /** The ARN that any other action is about; absent: all there is. */
  readonly resource?: string | undefined
  /** What the request would say, by condition keys such as `aws:SourceIp`. */
  readonly facts?: Readonly<Record<string, readonly string[]>> | undefined
}

export interface Explanation {
  readonly decision: 'allow' | 'deny'
  /** What made it so; undefined: denied because nothing allows it. */
  readonly decidedBy: Opinion | undefined
  /** All that was heard, in the order of asking. */
  readonly opinions: readonly Opinion[]
}

/**
 * Decides as a request would be decided, and tells how. Throws NoSuchEntity, NoSuchBucket, InvalidArgument for no action of S3,
 * and what findSigner throws.
 */
export const explain =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'sessionTokens'>) =>
  async (question: AccessQuestion): Promise<Explanation> => {
    const opinions: Opinion[] = []
    const record = (opinion: Opinion) => opinions.push(opinion)
    const asker = await findAsker(parts, question.asker)
    const caller = { ...asker, request: factsOf(question) }
    const { action, resource = '*' } = question
    const decision = action.startsWith('s3:')
      ? await decideOnS3(parts, caller, question, record)
      : decideAction(caller, { action, resource, record })
    const outcome = decision === 'allow' ? 'allow' : 'deny'
    return { decision: outcome, decidedBy: decidedBy(outcome, opinions), opinions }
  }

function factsOf({ facts = {} }: AccessQuestion): ContextValues {
  const values = new Map(Object.entries(facts).map(([name, given]) => [contextKey(name), given]))
  return (key) => values.get(key)
}

async function decideOnS3(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  { action, on = {} }: AccessQuestion,
  record: Consultation['record'],
) {
  if (!isAction(action)) throw new S3Error('InvalidArgument', { message: `S3 has no action ${action}.` })
  const resource = await resourceOf(parts, caller, action, on)
  const decision = decide(caller, action, resource, record)
  if (decision !== 'needs-object' || !resource.bucket) return decision
  // There is no such object: who may list is told so.
  return mayLearnOfMissing(caller, resource.bucket, on.key ?? '') ? 'allow' : 'deny'
}

async function resourceOf(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  action: S3Action,
  { bucket: name, key, versionId }: Addressed,
): Promise<Resource> {
  if (name === undefined) {
    if (actionLevels.get(action) === 'account') return {}
    throw new S3Error('InvalidArgument', { message: `The action ${action} is about a bucket.` })
  }
  if (action === 's3:CreateBucket') return { newBucket: { name, locationConstraint: undefined } }
  const bucket = await getBucket(parts, caller, name)
  if (key === undefined || !isDecidedOnObject(action)) return { bucket, key, versionId }
  const version = await (versionId === undefined
    ? parts.metadata.findObject(bucket.id, key, { withData: false })
    : parts.metadata.findVersion(bucket.id, key, { versionId, withData: false }))
  return { bucket, key, version, versionId }
}

const limits: readonly Opinion['source'][] = ['access-key', 'session', 'boundary']
const isLimit = (source: Opinion['source']) => limits.includes(source)

/** A statement tells more than that something belongs to somebody. */
function decidedBy(decision: Explanation['decision'], opinions: readonly Opinion[]): Opinion | undefined {
  const agreeing = opinions.filter(
    ({ says, source }) => says === decision && !(says === 'allow' && isLimit(source)),
  )
  const [first] = agreeing
  const decided = agreeing.find(({ statement }) => statement !== undefined) ?? first
  if (decided || decision === 'allow') return decided
  return opinions.find(
    ({ source, policy, says }) => isLimit(source) && policy === undefined && says === undefined,
  )
}
