import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './object-grid.module.css'
import type { SortColumn, Sorting } from './sorting.ts'

interface GridHeaderProps {
  readonly sorting: Sorting
  readonly onSort: (by: SortColumn) => void
  readonly areAllSelected: boolean
  readonly onToggleAll: () => void
}

const sortable = [
  { by: 'name', className: '' },
  { by: 'size', className: classes['number'] },
  { by: 'lastModified', className: classes['modified'] },
] as const

export function GridHeader({ sorting, onSort, areAllSelected, onToggleAll }: GridHeaderProps) {
  const { t } = useTranslation('browser')
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['line']}>
        <div role="columnheader" className={classes['mark']}>
          <UnstyledButton
            role="checkbox"
            aria-checked={areAllSelected}
            aria-label={t('select.all')}
            onClick={onToggleAll}
            lh={0}
          >
            {areAllSelected ? <IconSquareCheckFilled size={18} /> : <IconSquare size={18} />}
          </UnstyledButton>
        </div>
        {sortable.map(({ by, className }) => (
          <div
            key={by}
            role="columnheader"
            aria-sort={orderOf(sorting, by)}
            className={`${classes['cell'] ?? ''} ${className ?? ''}`}
          >
            <UnstyledButton fz="sm" fw={600} onClick={() => onSort(by)}>
              {t(`columns.${by}`)} <Direction order={orderOf(sorting, by)} />
            </UnstyledButton>
          </div>
        ))}
        <div role="columnheader" className={`${classes['cell'] ?? ''} ${classes['class'] ?? ''}`}>
          {t('columns.storageClass')}
        </div>
      </div>
    </div>
  )
}

function Direction({ order }: { readonly order: 'ascending' | 'descending' | 'none' }) {
  if (order === 'none') return null
  const Arrow = order === 'ascending' ? IconArrowUp : IconArrowDown
  return <Arrow size={14} aria-hidden style={{ verticalAlign: 'middle' }} />
}

const orderOf = (sorting: Sorting, by: SortColumn) =>
  sorting.by !== by ? 'none' : sorting.isDescending ? 'descending' : 'ascending'
