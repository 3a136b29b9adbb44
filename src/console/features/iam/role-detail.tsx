import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Queried } from '../../components/queried.tsx'
import { AttachedPolicies } from './attached-policies.tsx'
import { DetailHead } from './detail-head.tsx'
import { documentOf, iamQuery, useIamChange } from './iam-api.ts'
import { InlinePolicies } from './inline-policies.tsx'
import { PermissionsBoundary } from './permissions-boundary.tsx'
import { removePrincipal } from './remove-principal.ts'
import { RevokeSessions } from './revoke-sessions.tsx'
import { TagsPanel } from './tags-panel.tsx'
import { TrustPolicy } from './trust-policy.tsx'
import { useIamPlace } from './use-iam-place.ts'

export function RoleDetail({ name }: { readonly name: string }) {
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetRole', { RoleName: name }))
  const principal = { kind: 'role', name } as const
  return (
    <Queried query={query}>
      {({ Role }) => (
        <Stack>
          <DetailHead
            name={name}
            arn={Role?.Arn}
            created={Role?.CreateDate}
            description={Role?.Description}
            onDelete={() => removePrincipal({ project, change }, principal)}
          />
          <TrustPolicy role={name} document={documentOf(Role?.AssumeRolePolicyDocument)} />
          <AttachedPolicies principal={principal} />
          <InlinePolicies principal={principal} />
          <PermissionsBoundary
            principal={principal}
            arn={Role?.PermissionsBoundary?.PermissionsBoundaryArn}
          />
          <TagsPanel
            tags={Role?.Tags ?? []}
            onSet={(tag) => change('TagRole', { RoleName: name, Tags: [tag] })}
            onRemove={(key) => change('UntagRole', { RoleName: name, TagKeys: [key] })}
          />
          <RevokeSessions kind="role" name={name} />
        </Stack>
      )}
    </Queried>
  )
}
