import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'

interface ProjectSelectProps {
  /** Empty: all. */
  readonly value: string
  readonly onChange: (project: string) => void
  readonly isRequired?: boolean
}

/** One of the projects that the operator may see. */
export function ProjectSelect({ value, onChange, isRequired = false }: ProjectSelectProps) {
  const { t } = useTranslation('activity')
  const { data } = useQuery(adminQuery('listProjects'))
  return (
    <Select
      size="xs"
      searchable
      clearable={!isRequired}
      label={t('filters.project')}
      placeholder={t('filters.any')}
      data={(data?.projects ?? []).map(({ name }) => name)}
      value={value || null}
      onChange={(project) => onChange(project ?? '')}
    />
  )
}
