import { z } from 'zod'
import { operators } from './access.ts'
import { endpoint, noInput } from './endpoint.ts'

/** `partBytes` are those of unfinished uploads. */
const usageSchema = z.object({ objects: z.number(), bytes: z.number(), partBytes: z.number() })

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

export const verifyEndpoints = {
  startVerify: endpoint({
    method: 'post',
    path: '/verify',
    summary: 'Begins to compare the database with the stored bytes, and to mend what it is told to.',
    status: 202,
    access: operators,
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
    access: operators,
    input: noInput,
    output: verifyStateSchema,
  }),
}
