import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { bounds, boundOf, boundNames } from './quota-bounds.ts'
import type { Project } from './project.ts'

/** The bounds of a project, for those who only look. */
export function QuotaList({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  return (
    <Table variant="vertical" aria-label={t('quota.title')}>
      <Table.Tbody>
        {boundNames.map((name) => {
          const bound = boundOf(project, name)
          const format = bounds[name] === 'size' ? formatBytes : formatCount
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row">{t(`quota.${name}`)}</Table.Th>
              <Table.Td>{bound === null ? t('quota.none') : format(bound)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
