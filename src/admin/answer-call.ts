import type { Context } from 'koa'
import { S3Error } from '../core/errors.ts'
import { audited, type AnyCall, type AuditParts } from './audited.ts'
import { authoriseCall, callProject } from './authorise-call.ts'
import { endpoints, type EndpointName } from './contract.ts'
import { parsedInput } from './parsed-input.ts'
import { readJson } from './read-json.ts'
import type { AdminCalls, CallContext } from './call-context.ts'
import type { FailureLimit } from './failure-limit.ts'

export interface AnswerOptions extends AuditParts {
  readonly calls: AdminCalls
  readonly failures: FailureLimit
}

type RoutedContext = Context & { params: Readonly<Record<string, string>> }

/** Parse, authorise, call, write down what was changed, answer: the steps that every call has in common. */
export const answerCall = (options: AnswerOptions, name: EndpointName) => {
  const { input: schema, status, method, access } = endpoints[name]
  const { core, calls, failures } = options
  // The input has just been checked by the schema of the same endpoint.
  const call = calls[name] as AnyCall
  const guarded: AnyCall = async (input, context, projectId) => {
    authoriseCall(context.actor, access, { input, projectId })
    return call(input, context, projectId)
  }
  const act = method === 'get' ? guarded : audited(options, name, guarded)
  return async (ctx: RoutedContext, context: CallContext): Promise<void> => {
    const rest =
      method === 'get' ? ctx.query : await readJson(ctx.req, access.who === 'everyone' ? 'everyone' : 'known')
    const input = parsedInput(schema, { ...rest, ...ctx.params })
    // Found before the call: what that deletes would not be found any more.
    const projectId = await callProject(core.catalog, access, input)
    const output = await act(input, context, projectId).catch((error: unknown) => {
      if (isGuess(error, access.who)) failures.add(context.place.address)
      throw error
    })
    ctx.status = status
    ctx.body = status === 204 ? null : output
  }
}

/** Whether somebody may be trying secrets out. */
const isGuess = (error: unknown, who: string): boolean =>
  error instanceof S3Error &&
  (error.code === 'InvalidAuthenticationCode' || (who === 'everyone' && error.code === 'AccessDenied'))
