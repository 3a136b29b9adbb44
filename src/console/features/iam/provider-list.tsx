import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Queried } from '../../components/queried.tsx'
import { CreateProvider } from './create-provider.tsx'
import { iamQuery } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { ListHead } from './list-head.tsx'
import { nameInArn } from './policy-arn.ts'
import { useIamPlace } from './use-iam-place.ts'

export function ProviderList() {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const providers = useQuery(iamQuery(project, 'ListOpenIDConnectProviders', {}))
  const [isCreating, creating] = useDisclosure()
  const create = isChangeable && (
    <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('providers.create')}
    </Button>
  )
  return (
    <>
      <ListHead hint={t('providers.hint')} actions={create} />
      <Queried query={providers}>
        {({ OpenIDConnectProviderList = [] }) =>
          OpenIDConnectProviderList.length === 0 ? (
            <EmptyState icon={IconKey} title={t('providers.emptyTitle')}>
              {t('providers.empty')}
            </EmptyState>
          ) : (
            <DataTable
              label={t('tabs.providers')}
              rows={OpenIDConnectProviderList}
              keyOf={({ Arn = '' }) => Arn}
              columns={[
                {
                  title: t('columns.provider'),
                  cell: ({ Arn = '' }) => (
                    <IamLink project={project} tab="providers" name={Arn}>
                      {nameInArn(Arn)}
                    </IamLink>
                  ),
                },
                { title: t('columns.arn'), cell: ({ Arn }) => Arn },
              ]}
            />
          )
        }
      </Queried>
      <CreateProvider opened={isCreating} onClose={creating.close} />
    </>
  )
}
