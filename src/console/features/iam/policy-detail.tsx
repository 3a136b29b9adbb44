import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Queried } from '../../components/queried.tsx'
import { DetailHead } from './detail-head.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { isManagedByAws, nameInArn } from './policy-arn.ts'
import { PolicyEntities } from './policy-entities.tsx'
import { PolicyVersions } from './policy-versions.tsx'
import { removePolicy } from './remove-policy.ts'
import { TagsPanel } from './tags-panel.tsx'
import { useIamPlace } from './use-iam-place.ts'

export function PolicyDetail({ arn }: { readonly arn: string }) {
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetPolicy', { PolicyArn: arn }))
  const isOwn = !isManagedByAws(arn)
  return (
    <Queried query={query}>
      {({ Policy }) => (
        <Stack>
          <DetailHead
            name={Policy?.PolicyName ?? nameInArn(arn)}
            arn={arn}
            created={isOwn ? Policy?.CreateDate : undefined}
            description={Policy?.Description}
            onDelete={isOwn ? () => removePolicy({ project, change }, arn) : undefined}
          />
          <PolicyVersions arn={arn} isOwn={isOwn} />
          <PolicyEntities arn={arn} />
          {isOwn && (
            <TagsPanel
              tags={Policy?.Tags ?? []}
              onSet={(tag) => change('TagPolicy', { PolicyArn: arn, Tags: [tag] })}
              onRemove={(key) => change('UntagPolicy', { PolicyArn: arn, TagKeys: [key] })}
            />
          )}
        </Stack>
      )}
    </Queried>
  )
}
