import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { formatAgo } from '../../lib/format.ts'
import { OperatorMenu } from './operator-menu.tsx'
import type { Operator } from './operator.ts'

export function OperatorTable({ operators }: { readonly operators: readonly Operator[] }) {
  const { t } = useTranslation('shell')
  return (
    <DataTable
      label={t('pages.operators')}
      rows={operators}
      keyOf={({ name }) => name}
      minWidth={820}
      columns={[
        {
          title: t('operators.name'),
          cell: ({ name }) => (
            <Text size="sm" fw={500}>
              {name}
            </Text>
          ),
        },
        { title: t('operators.role'), cell: ({ role }) => t(`roles.${role}`) },
        {
          title: t('operators.projects'),
          cell: ({ projects }) => projects?.join(', ') ?? t('operators.allProjects'),
        },
        {
          title: t('operators.status'),
          cell: ({ status }) => (
            <Badge variant="light" color={status === 'active' ? 'green' : 'gray'}>
              {t(`operators.statuses.${status}`)}
            </Badge>
          ),
        },
        { title: t('operators.signsInWith'), cell: (operator) => <Ways operator={operator} /> },
        {
          title: t('operators.lastSignIn'),
          cell: ({ signedInAt }) => (signedInAt === null ? t('common:never') : formatAgo(signedInAt)),
        },
        {
          title: t('operators.actions'),
          align: 'right',
          cell: (operator) => <OperatorMenu operator={operator} />,
        },
      ]}
    />
  )
}

function Ways({ operator: { signsInWith, hasSecondFactor } }: { readonly operator: Operator }) {
  const { t } = useTranslation('shell')
  return (
    <Group gap={4}>
      {signsInWith.map((way) => (
        <Badge key={way} variant="default">
          {t(`operators.ways.${way}`)}
        </Badge>
      ))}
      {hasSecondFactor && <Badge variant="light">{t('operators.factor')}</Badge>}
    </Group>
  )
}
