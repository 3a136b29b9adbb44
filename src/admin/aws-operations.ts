import type { operations } from '../s3/operations.ts'
import type { IamAction } from './contract/iam-actions.ts'
import type { Project } from '../core/projects/project.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** AWS's operations as a project's root runs them, with what AWS's SDK for JavaScript takes and gives. They throw S3Error. */
export interface AwsOperations {
  readonly s3: (project: Project, name: keyof typeof operations, input: JsonObject) => Promise<object>
  readonly iam: (project: Project, name: IamAction, input: JsonObject) => Promise<unknown>
}

/** Runs an operation of S3 on one bucket. */
export type AskBucket = (name: keyof typeof operations, input?: JsonObject) => Promise<object>
