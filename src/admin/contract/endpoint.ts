import { z } from 'zod'
import type { Access } from './access.ts'

/** One call of the admin API. */
export interface Endpoint<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Below /admin. The `:name` parts, and the query (of a GET) or the JSON body, make up the input. */
  readonly path: string
  readonly summary: string
  readonly status: 200 | 201 | 202 | 204
  readonly access: Access
  readonly input: Input
  readonly output: Output
}

export const endpoint = <Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Endpoint<Input, Output>,
): Endpoint<Input, Output> => definition

/** ISO 8601. */
export const moment = z.iso.datetime()

export const nothing = z.void()
export const noInput = z.object({})
