import { getProject } from '../../core/projects/get-project.ts'
import { S3Error } from '../../core/errors.ts'
import type { AwsOperations, JsonObject } from '../aws-operations.ts'
import type { Core } from '../../core/create-core.ts'
import type { IamAction } from '../contract/iam-actions.ts'
import type { InputOf } from '../contract.ts'

interface IamParts {
  readonly core: Pick<Core, 'catalog'>
  readonly aws: Pick<AwsOperations, 'iam'>
}

/** IAM's operations as the root of a project. */
export function iamCalls({ core: { catalog }, aws }: IamParts) {
  const ask = async (name: string, action: IamAction, input: JsonObject) => {
    if (keysOfUsers.has(action)) requireUser(input)
    const output = await aws.iam(await getProject(catalog, name), action, input)
    return { output: isObject(output) ? output : {} }
  }
  return {
    askIam: ({ project, action, input = '{}' }: InputOf<'askIam'>) => ask(project, action, parsed(input)),
    changeIam: ({ project, action, input }: InputOf<'changeIam'>) => ask(project, action, input),
  }
}

const keysOfUsers: ReadonlySet<IamAction> = new Set<IamAction>([
  'CreateAccessKey',
  'DeleteAccessKey',
  'ListAccessKeys',
  'UpdateAccessKey',
])

/** The keys of the project itself have calls of their own, which guard those that open this API. */
function requireUser({ UserName }: JsonObject): void {
  if (typeof UserName === 'string') return
  throw new S3Error('ValidationError', { message: 'UserName is missing: whose key is it?' })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): JsonObject {
  const value = parse(text)
  if (isObject(value)) return value
  throw new S3Error('InvalidArgument', { message: 'The input must be a JSON object.' })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
