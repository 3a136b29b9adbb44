import { IconFileShredder } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/empty-state.tsx'
import { formatBytes } from '../../../lib/format.ts'

interface TooLargeProps {
  readonly size: number
  readonly most: number
}

export function TooLarge({ size, most }: TooLargeProps) {
  const { t } = useTranslation('object')
  return (
    <EmptyState icon={IconFileShredder} title={t('preview.tooLarge')}>
      {t('preview.tooLargeHint', { size: formatBytes(size), most: formatBytes(most) })}
    </EmptyState>
  )
}
