import { z } from 'zod'

/** One call of the admin API. */
interface Endpoint<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Below /admin. The `:name` parts, and the query (of a GET) or the JSON body, make up the input. */
  readonly path: string
  readonly summary: string
  readonly status: 200 | 201 | 202 | 204
  readonly input: Input
  readonly output: Output
}

const endpoint = <Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Endpoint<Input, Output>,
): Endpoint<Input, Output> => definition

const moment = z.iso.datetime()

const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The owner id in ACLs and listings. */
  canonicalId: z.string(),
  email: z.string().nullable(),
  createdAt: moment,
})

const keySchema = z.object({
  id: z.string(),
  /** The name of the project that the key belongs to. */
  project: z.string(),
  name: z.string(),
  status: z.enum(['active', 'disabled']),
  createdAt: moment,
  expiresAt: moment.nullable(),
})

/** The only answer that holds a secret. */
const newKeySchema = z.object({
  id: z.string(),
  secret: z.string(),
  ...keySchema.omit({ id: true }).shape,
})

const bucketSchema = z.object({
  name: z.string(),
  project: z.string(),
  region: z.string(),
  objects: z.number(),
  bytes: z.number(),
  createdAt: moment,
})

const statusSchema = z.object({
  version: z.string(),
  /** The data folder. */
  data: z.string(),
  workers: z.number(),
})

const usageSchema = z.object({ objects: z.number(), bytes: z.number() })

/** Lists end at 1,000 entries; the counts are of all. */
const verificationSchema = z.object({
  checkedBlobs: z.number(),
  lostCount: z.number(),
  lost: z.array(
    z.object({
      bucket: z.string(),
      key: z.string(),
      /** Of a part that belongs to an unfinished upload. */
      uploadId: z.string().nullable(),
      blobId: z.string(),
      reason: z.enum(['missing', 'size', 'content']),
      isDropped: z.boolean(),
    }),
  ),
  orphanCount: z.number(),
  orphanBytes: z.number(),
  orphans: z.array(z.string()),
  usage: z.array(z.object({ bucket: z.string(), recorded: usageSchema, counted: usageSchema })),
})

const verifyStateSchema = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  /** Where a run is, or was when it ended. */
  progress: z
    .object({ phase: z.enum(['objects', 'store']), checked: z.number(), total: z.number() })
    .nullable(),
  /** Once it is done. */
  report: verificationSchema.nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
})

const nothing = z.void()
const noInput = z.object({})

/** Every call: the handler, the client and the OpenAPI document are made from this table. */
export const endpoints = {
  getStatus: endpoint({
    method: 'get',
    path: '/status',
    summary: 'What runs here.',
    status: 200,
    input: noInput,
    output: statusSchema,
  }),
  listProjects: endpoint({
    method: 'get',
    path: '/projects',
    summary: 'All projects by name.',
    status: 200,
    input: noInput,
    output: z.object({ projects: z.array(projectSchema) }),
  }),
  createProject: endpoint({
    method: 'post',
    path: '/projects',
    summary: 'Makes a project.',
    status: 201,
    input: z.object({ name: z.string(), email: z.email().optional() }),
    output: projectSchema,
  }),
  deleteProject: endpoint({
    method: 'delete',
    path: '/projects/:name',
    summary: 'Deletes a project that has no bucket, and its keys.',
    status: 204,
    input: z.object({ name: z.string() }),
    output: nothing,
  }),
  listKeys: endpoint({
    method: 'get',
    path: '/projects/:project/keys',
    summary: 'The access keys of a project, oldest first, without their secrets.',
    status: 200,
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(keySchema) }),
  }),
  createKey: endpoint({
    method: 'post',
    path: '/projects/:project/keys',
    summary:
      'Makes an access key, or imports one whose id and secret are given. Its secret is shown only here.',
    status: 201,
    input: z.object({
      project: z.string(),
      name: z.string().max(128).optional(),
      id: z.string().optional(),
      secret: z.string().optional(),
      expiresAt: moment.optional(),
    }),
    output: newKeySchema,
  }),
  setKeyStatus: endpoint({
    method: 'patch',
    path: '/keys/:id',
    summary: 'Disables or enables an access key.',
    status: 200,
    input: z.object({ id: z.string(), status: keySchema.shape.status }),
    output: keySchema,
  }),
  deleteKey: endpoint({
    method: 'delete',
    path: '/keys/:id',
    summary: 'Deletes an access key.',
    status: 204,
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
  listBuckets: endpoint({
    method: 'get',
    path: '/buckets',
    summary: 'Buckets by name with what they hold, at most 1,000; `next` goes on as `after`.',
    status: 200,
    input: z.object({ project: z.string().optional(), after: z.string().optional() }),
    output: z.object({ buckets: z.array(bucketSchema), next: z.string().nullable() }),
  }),
  startVerify: endpoint({
    method: 'post',
    path: '/verify',
    summary: 'Begins to compare the database with the stored bytes, and to mend what it is told to.',
    status: 202,
    input: z.object({
      deep: z.boolean().optional(),
      repair: z.boolean().optional(),
      dropLost: z.boolean().optional(),
    }),
    output: verifyStateSchema,
  }),
  getVerify: endpoint({
    method: 'get',
    path: '/verify',
    summary: 'How far the newest verification has come, or what it found.',
    status: 200,
    input: noInput,
    output: verifyStateSchema,
  }),
}

export type EndpointName = keyof typeof endpoints
export type InputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['input']>
export type OutputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['output']>

/** What operators can do, here or through the API. */
export type Admin = {
  readonly [Name in EndpointName]: (input: InputOf<Name>) => Promise<OutputOf<Name>>
}

/** The body of every answer with a status of 400 or more. */
export const problemSchema = z.object({ code: z.string(), message: z.string() })

export const endpointNames = Object.keys(endpoints) as readonly EndpointName[]
