import { z } from 'zod'

const count = z.int().min(0)
const rate = z.int().min(1)

/** Null: no bound. */
export const quotaSchema = z.object({ bytes: z.number().nullable(), objects: z.number().nullable() })

export const projectQuotaSchema = z.object({
  ...quotaSchema.shape,
  buckets: z.number().nullable(),
  /** Of a single object. */
  objectBytes: z.number().nullable(),
})

/** In a second. */
export const ratesSchema = z.object({
  requestsPerSecond: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
})

/** Of changes: null takes a bound away, what is absent stays. */
export const quotaChange = {
  bytes: count.nullish(),
  objects: count.nullish(),
}

export const projectQuotaChange = z.object({
  ...quotaChange,
  buckets: count.nullish(),
  objectBytes: count.nullish(),
})

export const ratesChange = z.object({ requestsPerSecond: rate.nullish(), bytesPerSecond: rate.nullish() })

/** Versions that are not current are objects, too; `partBytes` are those of unfinished uploads. All bytes count for quotas. */
export const usageShape = { objects: z.number(), bytes: z.number(), partBytes: z.number() }
