import { z } from 'zod'
import { imageFits, imageFormats } from '../../core/derived/image-spec.ts'
import { projectAdmins, viewers } from './access.ts'
import { endpoint } from './endpoint.ts'

const imageSchema = z.strictObject({
  /** In pixels. */
  width: z.int().optional(),
  height: z.int().optional(),
  fit: z.enum(imageFits).optional(),
  quality: z.int().optional(),
  format: z.enum([...imageFormats, 'auto']).optional(),
})

const rulesSchema = z.strictObject({
  allowedExtensions: z.array(z.string()).readonly().optional(),
  forbiddenExtensions: z.array(z.string()).readonly().optional(),
  allowedTypes: z.array(z.string()).readonly().optional(),
  maxBytes: z.int().optional(),
})

/** See core/buckets/delivery.ts. */
export const deliverySchema = z.strictObject({
  cacheControl: z.string().optional(),
  compress: z.boolean().optional(),
  presets: z.record(z.string(), imageSchema).optional(),
  onlyPresets: z.boolean().optional(),
  onUpload: imageSchema.optional(),
  rules: rulesSchema.optional(),
  purge: z.string().optional(),
})

const bucketInput = z.object({ name: z.string(), project: z.string().optional() })

export const deliveryEndpoints = {
  getDelivery: endpoint({
    method: 'get',
    path: '/buckets/:name/delivery',
    summary: 'How a bucket serves browsers, and what it takes from them.',
    status: 200,
    access: viewers('project'),
    input: bucketInput,
    output: deliverySchema,
  }),
  putDelivery: endpoint({
    method: 'post',
    path: '/buckets/:name/delivery',
    summary: 'Replaces how a bucket serves browsers, and what it takes from them.',
    status: 200,
    access: projectAdmins('project'),
    input: bucketInput.extend({ delivery: deliverySchema }),
    output: deliverySchema,
  }),
}
