import { Badge, Button, Stack, Text, Title } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Queried } from '../../components/queried.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

type Explanation = OutputOf<'explainRequest'>
type Opinion = Explanation['opinions'][number]

interface WhyDeniedProps {
  readonly project: string
  readonly requestId: string
}

/** Decides a request once more by the policies of now, and tells what each of them said. */
export function WhyDenied({ project, requestId }: WhyDeniedProps) {
  const { t } = useTranslation('activity')
  const [isAsked, setAsked] = useState(false)
  const query = useQuery({ ...adminQuery('explainRequest', { project, requestId }), enabled: isAsked })
  if (!isAsked)
    return (
      <Button
        variant="light"
        size="xs"
        leftSection={<IconZoomQuestion size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('why.ask')}
      </Button>
    )
  return (
    <section aria-live="polite">
      <Queried query={query}>{(explanation) => <Explained explanation={explanation} />}</Queried>
    </section>
  )
}

function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation('activity')
  const { action, decision, decidedBy, opinions } = explanation
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('why.title')}
      </Title>
      <Text size="sm">{verdict()}</Text>
      {opinions.length > 0 && (
        <DataTable
          label={t('why.opinions')}
          minWidth={340}
          rows={opinions.map((opinion, index) => ({ ...opinion, index }))}
          keyOf={({ index }) => index}
          columns={[
            { title: t('why.source'), cell: ({ source }) => t(`why.sources.${source}`) },
            { title: t('why.says'), cell: ({ says }) => <Say says={says} /> },
            { title: t('why.statement'), cell: (opinion) => <StatementOf opinion={opinion} /> },
          ]}
        />
      )}
    </Stack>
  )

  function verdict(): string {
    if (decision === 'allow') return t('why.allowedNow', { action })
    if (!decidedBy) return t('why.nothingAllows', { action })
    return t('why.deniedBy', { action, source: t(`why.sources.${decidedBy.source}`) })
  }
}

const colours = { allow: 'green', deny: 'red', 'needs-object': 'gray', nothing: 'gray' } as const

function Say({ says }: Pick<Opinion, 'says'>) {
  const { t } = useTranslation('activity')
  const said = says ?? 'nothing'
  return (
    <Badge miw="max-content" variant="light" color={colours[said]} tt="none">
      {t(`why.said.${said}`)}
    </Badge>
  )
}

function StatementOf({ opinion: { policy, statement } }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('activity')
  if (policy === null && statement === null) return undefined
  return (
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {policy} {statement && (statement.id ?? t('why.statementAt', { number: statement.index + 1 }))}
    </Text>
  )
}
