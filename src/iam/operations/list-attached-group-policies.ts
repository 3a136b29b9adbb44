import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { attachedOutput } from '../policy-output.ts'

export const listAttachedGroupPolicies = operation(
  'ListAttachedGroupPolicies',
  async ({ input, projectId, core }) => {
    const page = await core.iam.attachments.list(
      projectId,
      { kind: 'group', name: input.GroupName },
      listing(input),
    )
    return { AttachedPolicies: page.items.map(attachedOutput), ...pageOutput(page) }
  },
)
