import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Queried } from '../../components/queried.tsx'
import { AccessKeys } from './access-keys.tsx'
import { AttachedPolicies } from './attached-policies.tsx'
import { DetailHead } from './detail-head.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { InlinePolicies } from './inline-policies.tsx'
import { PermissionsBoundary } from './permissions-boundary.tsx'
import { removePrincipal } from './remove-principal.ts'
import { RevokeSessions } from './revoke-sessions.tsx'
import { TagsPanel } from './tags-panel.tsx'
import { useIamPlace } from './use-iam-place.ts'
import { UserGroups } from './user-groups.tsx'

export function UserDetail({ name }: { readonly name: string }) {
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetUser', { UserName: name }))
  const principal = { kind: 'user', name } as const
  return (
    <Queried query={query}>
      {({ User }) => (
        <Stack>
          <DetailHead
            name={name}
            arn={User?.Arn}
            created={User?.CreateDate}
            onDelete={() => removePrincipal({ project, change }, principal)}
          />
          <AccessKeys user={name} />
          <UserGroups user={name} />
          <AttachedPolicies principal={principal} />
          <InlinePolicies principal={principal} />
          <PermissionsBoundary
            principal={principal}
            arn={User?.PermissionsBoundary?.PermissionsBoundaryArn}
          />
          <TagsPanel
            tags={User?.Tags ?? []}
            onSet={(tag) => change('TagUser', { UserName: name, Tags: [tag] })}
            onRemove={(key) => change('UntagUser', { UserName: name, TagKeys: [key] })}
          />
          <RevokeSessions kind="user" name={name} />
        </Stack>
      )}
    </Queried>
  )
}
