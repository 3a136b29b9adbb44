import { S3Error } from '../core/errors.ts'
import { projectCaller } from '../core/caller.ts'
import { createJsonReader } from '../protocol/json-reader.ts'
import { typeErrors } from './codecs.ts'
import { model } from './model/generated.ts'
import { noBody } from './no-body.ts'
import { operations, type OperationRow } from './operations.ts'
import { createWireRequest } from './wire-request.ts'
import type { Core } from '../core/create-core.ts'
import type { Handler, OperationName } from './operation.ts'
import type { Project } from '../core/projects/project.ts'

const readerOf = createJsonReader(model, {
  unfit: (place, problem) => {
    const [member = ''] = place.split(/[.[]/, 1)
    return new S3Error(typeErrors[member]?.code ?? 'MalformedXML', { message: `${place} ${problem}.` })
  },
})

const signal = () => new AbortController().signal

/**
 * Runs an operation without bytes for a project's root, by its own handler: input and output as AWS's SDK for JavaScript types them. What does
 * not fit is refused as its document would be. Whoever calls has asked whether it may be.
 */
export const askS3 =
  (core: Core) =>
  async (project: Project, name: OperationName, json: Readonly<Record<string, unknown>>): Promise<object> => {
    const { handler }: OperationRow = operations[name]
    if (!handler) throw new S3Error('NotImplemented')
    // Each handler fits the input of its own name; the table holds them all, so it is looked at as one of any.
    const handle = handler as unknown as Handler<OperationName>
    const input = readerOf(model.operations[name].input)(json, '') as never
    const wire = createWireRequest({ headers: {}, rawHeaders: [] }, { domains: [] })
    return handle({ input, caller: projectCaller(project), core, body: noBody, wire, signal })
  }
