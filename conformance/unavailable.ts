// Clients that cannot be installed through a package registry, so that the report names them with the reason.
import { Skipped } from './suite.ts'
import type { Suite } from './suite.ts'

const unavailable = (head: Omit<Suite, 'run'>, reason: string): Suite => ({
  ...head,
  run: () => Promise.reject(new Skipped(reason)),
})

export const openTofu = unavailable(
  {
    name: 'opentofu',
    client: 'OpenTofu',
    covers: 'its s3 backend: state, versions, use_lockfile',
  },
  'go install refuses it: its go.mod has replace directives',
)

export const terraform = unavailable(
  {
    name: 'terraform',
    client: 'Terraform, aws provider',
    covers: 'buckets and their configurations',
  },
  'its provider is no Go module that can be installed; boto3 makes the same reads',
)
