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

const kmsKeySchema = z.object({
  id: z.string(),
  /** What requests name it by; the id and the alias do as well. */
  arn: z.string(),
  alias: z.string().nullable(),
  status: z.enum(['enabled', 'disabled']),
  /** How many times it has got material. */
  versions: z.number(),
  createdAt: moment,
})

const eventSchema = z.object({
  id: z.number(),
  /** `notify:NAME`, `replicate:NAME`, or `replicate` for buckets here. */
  destination: z.string(),
  name: z.string(),
  key: z.string(),
  state: z.enum(['waiting', 'dead']),
  attempts: z.number(),
  at: moment,
  due: moment.nullable(),
  /** Why the last attempt failed. */
  problem: z.string().nullable(),
})

const eventSelection = z.object({
  ids: z.array(z.int()).optional(),
  destination: z.string().optional(),
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
      /** `null` in a bucket without versioning, and no version of a part that belongs to an unfinished upload. */
      versionId: z.string().nullable(),
      /** Of a part that belongs to an unfinished upload. */
      uploadId: z.string().nullable(),
      /** The name, when it is an annotation of the object. */
      annotation: z.string().nullable(),
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
  listKmsKeys: endpoint({
    method: 'get',
    path: '/projects/:project/kms-keys',
    summary: "The keys of a project's key ring, oldest first.",
    status: 200,
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(kmsKeySchema) }),
  }),
  createKmsKey: endpoint({
    method: 'post',
    path: '/projects/:project/kms-keys',
    summary: 'Makes a key for SSE-KMS.',
    status: 201,
    input: z.object({ project: z.string(), alias: z.string().optional() }),
    output: kmsKeySchema,
  }),
  setKmsKeyStatus: endpoint({
    method: 'patch',
    path: '/kms-keys/:id',
    summary: 'Disables or enables a key: what is encrypted with a disabled one cannot be read.',
    status: 200,
    input: z.object({ id: z.string(), status: kmsKeySchema.shape.status }),
    output: kmsKeySchema,
  }),
  rotateKmsKey: endpoint({
    method: 'post',
    path: '/kms-keys/:id/rotate',
    summary: 'Gives a key new material; what the old one has encrypted stays readable.',
    status: 200,
    input: z.object({ id: z.string() }),
    output: kmsKeySchema,
  }),
  listBuckets: endpoint({
    method: 'get',
    path: '/buckets',
    summary: 'Buckets by name with what they hold, at most 1,000; `next` goes on as `after`.',
    status: 200,
    input: z.object({ project: z.string().optional(), after: z.string().optional() }),
    output: z.object({ buckets: z.array(bucketSchema), next: z.string().nullable() }),
  }),
  replicateBucket: endpoint({
    method: 'post',
    path: '/buckets/:name/replicate',
    summary: 'Orders copies of all versions that the rules of replication are about and that have none.',
    status: 202,
    input: z.object({ name: z.string(), project: z.string().optional() }),
    output: z.object({ count: z.number() }),
  }),
  listEvents: endpoint({
    method: 'get',
    path: '/events',
    summary:
      'Events that wait for their delivery or were given up, at most 1,000; `next` goes on as `after`.',
    status: 200,
    input: z.object({
      state: eventSchema.shape.state.optional(),
      destination: z.string().optional(),
      after: z.coerce.number().optional(),
    }),
    output: z.object({ events: z.array(eventSchema), next: z.number().nullable() }),
  }),
  replayEvents: endpoint({
    method: 'post',
    path: '/events/replay',
    summary: 'Has events that were given up delivered after all.',
    status: 200,
    input: eventSelection,
    output: z.object({ count: z.number() }),
  }),
  dropEvents: endpoint({
    method: 'delete',
    path: '/events',
    summary: 'Forgets events, waiting ones too.',
    status: 200,
    input: eventSelection,
    output: z.object({ count: z.number() }),
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
