import { IconFolderOpen, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { folderOf, type Place } from './place.ts'

interface EmptyPlaceProps {
  readonly place: Place
  readonly canChange: boolean
}

export function EmptyPlace({ place: { prefix }, canChange }: EmptyPlaceProps) {
  const { t } = useTranslation('browser')
  if (folderOf(prefix) !== prefix)
    return (
      <EmptyState icon={IconSearchOff} title={t('empty.search')}>
        {t('empty.searchHint', { prefix })}
      </EmptyState>
    )
  return (
    <EmptyState icon={IconFolderOpen} title={t(prefix === '' ? 'empty.bucket' : 'empty.folder')}>
      {t(canChange ? 'empty.hint' : 'empty.hintReader')}
    </EmptyState>
  )
}
