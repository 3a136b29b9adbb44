import { Alert, Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table.tsx'
import type { OutputOf } from '../../../../admin/contract.ts'

type Explanation = OutputOf<'simulateAccess'>
type Opinion = Explanation['opinions'][number]

/** Whether it is allowed, by what, and all that had a say. */
export function Verdict({
  explanation: { decision, decidedBy, opinions },
}: {
  readonly explanation: Explanation
}) {
  const { t } = useTranslation('settings')
  const isAllowed = decision === 'allow'
  const sourceOf = ({ source, policy }: Opinion) => {
    const name = t(`simulator.sources.${source}`, { defaultValue: source })
    return policy === null ? name : `${name}: ${policy}`
  }
  const statementOf = ({ statement }: Opinion) =>
    statement ? (statement.id ?? t('simulator.statement', { number: statement.index + 1 })) : '—'
  return (
    <Stack gap="sm">
      <Alert
        color={isAllowed ? 'teal' : 'red'}
        icon={isAllowed ? <IconCheck /> : <IconX />}
        title={isAllowed ? t('simulator.allowed') : t('simulator.denied')}
        role="status"
      >
        <Text size="sm">
          {decidedBy
            ? t(decidedBy.statement ? 'simulator.because' : 'simulator.becauseWhole', {
                source: sourceOf(decidedBy),
                statement: statementOf(decidedBy),
              })
            : t('simulator.nothingAllows')}
        </Text>
      </Alert>
      {opinions.length > 0 && (
        <DataTable
          label={t('simulator.opinions')}
          rows={opinions.map((opinion, id) => ({ ...opinion, id }))}
          keyOf={({ id }) => id}
          minWidth={420}
          columns={[
            { title: t('simulator.source'), cell: sourceOf },
            { title: t('simulator.statementTitle'), cell: statementOf },
            { title: t('simulator.says'), cell: ({ says }) => t(`simulator.say.${says ?? 'nothing'}`) },
          ]}
        />
      )}
    </Stack>
  )
}
