import { Badge } from '@mantine/core'
import { IconFile, IconFolderFilled, IconSquare, IconSquareCheckFilled, IconTrash } from '@tabler/icons-react'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMoment } from '../../lib/format.ts'
import classes from './object-grid.module.css'
import { RowLink } from './row-link.tsx'
import type { Row } from './row.ts'

interface GridRowProps {
  readonly id: string
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly onPick: (event: MouseEvent, index: number, how: 'mark' | 'row') => void
}

const cell = (name?: string) => `${classes['cell'] ?? ''} ${(name && classes[name]) ?? ''}`

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, row, index, top, isSelected, isActive, onPick } = props
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      className={`${classes['line'] ?? ''} ${classes['row'] ?? ''}`}
      style={{ top }}
      onClick={(event) => onPick(event, index, 'row')}
    >
      <div
        role="gridcell"
        className={classes['mark']}
        onClick={(event) => {
          event.stopPropagation()
          onPick(event, index, 'mark')
        }}
      >
        {isSelected ? (
          <IconSquareCheckFilled size={18} color="var(--mantine-color-anchor)" aria-hidden />
        ) : (
          <IconSquare size={18} aria-hidden />
        )}
      </div>
      <div role="gridcell" className={`${cell()} ${classes['name'] ?? ''}`} title={row.key}>
        <RowIcon kind={row.kind} />
        <RowLink row={row} />
        <VersionBadge row={row} />
      </div>
      <div role="gridcell" className={cell('number')}>
        {row.size === undefined ? '—' : formatBytes(row.size)}
      </div>
      <div role="gridcell" className={cell('modified')}>
        {row.lastModified === undefined ? '—' : formatMoment(row.lastModified)}
      </div>
      <div role="gridcell" className={cell('class')}>
        {row.storageClass ?? '—'}
      </div>
    </div>
  )
})

function RowIcon({ kind }: Pick<Row, 'kind'>) {
  const { t } = useTranslation('browser')
  const label = t(`kinds.${kind}`)
  const style = { flex: 'none' }
  if (kind === 'folder')
    return (
      <IconFolderFilled
        size={18}
        role="img"
        aria-label={label}
        style={style}
        color="var(--mantine-color-anchor)"
      />
    )
  if (kind === 'marker') return <IconTrash size={18} role="img" aria-label={label} style={style} />
  return <IconFile size={18} role="img" aria-label={label} style={style} />
}

/** The first characters are those of the time, and alike. */
const shortened = (versionId: string): string => versionId.slice(-8)

function VersionBadge({ row: { kind, isLatest, versionId } }: { readonly row: Row }) {
  const { t } = useTranslation('browser')
  if (versionId === undefined) return null
  return (
    <>
      <code className={classes['version']}>{shortened(versionId)}</code>
      {kind === 'marker' && (
        <Badge size="xs" color="red" variant="dot" style={{ flex: 'none' }}>
          {t('versions.marker')}
        </Badge>
      )}
      {isLatest === true && (
        <Badge size="xs" variant="dot" style={{ flex: 'none' }}>
          {t('versions.latest')}
        </Badge>
      )}
    </>
  )
}
