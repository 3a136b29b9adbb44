import { z } from 'zod'

/** What a client sends in the body. */
type Body =
  | { readonly type: 'application/json' }
  /** Described, not checked: its fields come one by one. */
  | { readonly type: 'multipart/form-data'; readonly form: z.ZodObject }
  | { readonly type: 'application/octet-stream' }

/** One call of the REST API. */
export interface Endpoint<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api, or without it. Its `:name` parts, the query and the members of a JSON body make up the input. */
  readonly path: string
  readonly summary: string
  readonly status: 200 | 201 | 204
  /** `key`: an API key of a project; `link`: a signed link; `anyone`: who has no key may only see what is public. */
  readonly access: 'key' | 'link' | 'anyone'
  readonly input: Input
  readonly body?: Body
  /** Absent: the bytes of a file. */
  readonly output?: Output
}

export const endpoint = <Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Endpoint<Input, Output>,
): Endpoint<Input, Output> => definition

export const success = z.literal('success')
/** ISO 8601. */
export const moment = z.iso.datetime()
export const bucketName = z.string().min(1).max(255)
export const fileName = z.string().min(1).max(1024)
export const pageSize = (usual: number) => z.coerce.number().int().min(1).max(1000).default(usual)
/** What a page of a listing gave to go on with. */
export const cursor = z.string().max(4096)
