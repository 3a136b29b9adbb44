import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Queried } from '../../components/queried.tsx'
import { AttachedPolicies } from './attached-policies.tsx'
import { DetailHead } from './detail-head.tsx'
import { GroupMembers } from './group-members.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { InlinePolicies } from './inline-policies.tsx'
import { removePrincipal } from './remove-principal.ts'
import { useIamPlace } from './use-iam-place.ts'
import type { Principal } from './principal.ts'

export function GroupDetail({ name }: { readonly name: string }) {
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetGroup', { GroupName: name, MaxItems: 1 }))
  const principal: Principal = { kind: 'group', name }
  return (
    <Queried query={query}>
      {({ Group }) => (
        <Stack>
          <DetailHead
            name={name}
            arn={Group?.Arn}
            created={Group?.CreateDate}
            onDelete={() => removePrincipal({ project, change }, principal)}
          />
          <GroupMembers group={name} />
          <AttachedPolicies principal={principal} />
          <InlinePolicies principal={principal} />
        </Stack>
      )}
    </Queried>
  )
}
