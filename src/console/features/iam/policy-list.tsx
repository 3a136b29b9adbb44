import { Badge, Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileCertificate, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { CreatePolicy } from './create-policy.tsx'
import { EntityList } from './entity-list.tsx'
import { iamPages } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { isManagedByAws } from './policy-arn.ts'
import { useIamPlace } from './use-iam-place.ts'

const scopes = ['All', 'Local', 'AWS'] as const
type Scope = (typeof scopes)[number]

export function PolicyList() {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const [scope, setScope] = useState<Scope>('All')
  const policies = useInfiniteQuery(iamPages(project, 'ListPolicies', { Scope: scope }))
  const [isCreating, creating] = useDisclosure()
  const actions = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('policies.scope')}
        value={scope}
        onChange={(value) => setScope(value)}
        data={scopes.map((value) => ({ value, label: t(`policies.scopes.${value}`) }))}
      />
      {isChangeable && (
        <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
          {t('policies.create')}
        </Button>
      )}
    </>
  )
  return (
    <>
      <EntityList
        label={t('tabs.policies')}
        hint={t('policies.hint')}
        query={policies}
        rowsOf={({ Policies }) => Policies}
        keyOf={({ Arn = '' }) => Arn}
        columns={[
          {
            title: t('columns.name'),
            cell: ({ Arn = '', PolicyName }) => (
              <IamLink project={project} tab="policies" name={Arn}>
                {PolicyName}
              </IamLink>
            ),
          },
          {
            title: t('columns.origin'),
            cell: ({ Arn = '' }) => (
              <Badge miw="max-content" variant="default" size="sm" tt="none">
                {t(isManagedByAws(Arn) ? 'policies.scopes.AWS' : 'policies.scopes.Local')}
              </Badge>
            ),
          },
          {
            title: t('columns.attached'),
            cell: ({ AttachmentCount = 0 }) => formatCount(AttachmentCount),
            align: 'right',
          },
          {
            title: t('columns.changed'),
            cell: ({ Arn = '', UpdateDate }) =>
              UpdateDate !== undefined && !isManagedByAws(Arn) && formatMoment(UpdateDate),
          },
        ]}
        actions={actions}
        empty={
          <EmptyState icon={IconFileCertificate} title={t('policies.emptyTitle')}>
            {t('policies.empty')}
          </EmptyState>
        }
      />
      <CreatePolicy opened={isCreating} onClose={creating.close} />
    </>
  )
}
