import { S3Error } from '../core/errors.ts'
import { projectCaller } from '../core/caller.ts'
import { createJsonReader } from '../protocol/json-reader.ts'
import { models, type OperationName } from './model/generated.ts'
import { operations, type OperationRow } from './operations.ts'
import type { Core } from '../core/create-core.ts'
import type { Project } from '../core/projects/project.ts'

const readerOf = createJsonReader(models.iam, {
  unfit: (place, problem) =>
    new S3Error('ValidationError', { message: `1 validation error detected: ${place} ${problem}.` }),
})

/**
 * Runs an operation of IAM for a project's root, by its own handler: input and output as AWS's SDK for JavaScript types them. Throws
 * ValidationError for what does not fit. Whoever calls has asked whether it may be.
 */
export const askIam =
  (core: Core) =>
  async (
    project: Project,
    name: OperationName,
    json: Readonly<Record<string, unknown>>,
  ): Promise<unknown> => {
    // Each handler fits the input of its own name; the table holds them all, so the pair is looked at as one of any.
    const row = operations[name] as unknown as OperationRow<OperationName>
    const model = models.iam.operations[name]
    if (!model || !('handler' in row)) throw new S3Error('InvalidAction')
    const input = readerOf(model.input)(json, '') as never
    return row.handler({ input, caller: projectCaller(project), core, projectId: project.id })
  }
