import { S3Error } from '../core/errors.ts'
import { models, type OperationName } from './model/generated.ts'
import type { ParameterNode } from './parameter-tree.ts'

export type ServiceName = keyof typeof models

/** What a request asks for. */
export interface Asked {
  readonly service: ServiceName
  readonly name: OperationName
}

const services = Object.keys(models) as readonly ServiceName[]

/** Throws MissingAction, InvalidAction, or NotImplemented for what the service has and Seau does not. */
export function findOperation(parameters: ParameterNode): Asked {
  const action = parameters.children.get('Action')?.text
  if (!action) throw new S3Error('MissingAction')
  const service = findService(parameters)
  if (!service) throw unknownAction(action, parameters)
  const { operations, others } = models[service]
  if (Object.hasOwn(operations, action)) return { service, name: action as OperationName }
  if (!others.includes(action)) throw unknownAction(action, parameters)
  throw new S3Error('NotImplemented', { message: `${action} is not implemented.` })
}

const versionIn = ({ children }: ParameterNode) => children.get('Version')?.text

const findService = (parameters: ParameterNode): ServiceName | undefined =>
  services.find((name) => models[name].version === versionIn(parameters))

const unknownAction = (action: string, parameters: ParameterNode) =>
  new S3Error('InvalidAction', {
    message: `Could not find operation ${action} for version ${versionIn(parameters) ?? 'NO_VERSION_SPECIFIED'}`,
  })

/** The namespace of a service's documents; that of IAM for a request to neither. */
export const namespaceFor = (parameters: ParameterNode): string =>
  models[findService(parameters) ?? 'iam'].namespace
