import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { openForm } from '../../components/form-modal.tsx'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { OperatorForm } from './operator-form.tsx'
import { OperatorTable } from './operator-table.tsx'

/** Who may use the console. */
export function OperatorsPage() {
  const { t } = useTranslation('shell')
  const query = useQuery(adminQuery('listOperators'))
  const create = () => {
    openForm({ title: t('operators.create'), form: (close) => <OperatorForm onClose={close} /> })
  }
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={create}>
      {t('operators.create')}
    </Button>
  )
  const isEmpty = query.data?.operators.length === 0
  return (
    <Page title={t('pages.operators')} hint={t('operators.hint')} actions={!isEmpty && button}>
      <Queried query={query}>
        {({ operators }) =>
          isEmpty ? (
            <EmptyState icon={IconUsers} title={t('operators.emptyTitle')} action={button}>
              {t('operators.empty')}
            </EmptyState>
          ) : (
            <OperatorTable operators={operators} />
          )
        }
      </Queried>
    </Page>
  )
}
