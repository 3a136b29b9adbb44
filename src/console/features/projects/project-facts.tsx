import { Code, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../lib/format.ts'
import type { Project } from './project.ts'

/** What does not change about a project. */
export function ProjectFacts({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const facts = [
    [t('facts.id'), <Code key="id">{project.id}</Code>],
    [
      t('facts.canonicalId'),
      <Code key="canonicalId" style={{ overflowWrap: 'anywhere' }}>
        {project.canonicalId}
      </Code>,
    ],
    [t('facts.names'), t(`namespace.${project.namespace}Fact`)],
    [t('facts.email'), project.email ?? t('common:none')],
    [t('column.created'), formatMoment(project.createdAt)],
  ] as const
  return (
    <Table variant="vertical" withRowBorders={false} layout="fixed" aria-label={t('overview.facts')}>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={130}>
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
