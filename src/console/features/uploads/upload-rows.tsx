import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadRow } from './upload-row.tsx'
import type { Upload } from './upload.ts'

const rowHeight = 58

/** The uploads, of which only those are drawn that are seen: a folder may have thousands. */
export function UploadRows({ uploads }: { readonly uploads: readonly Upload[] }) {
  const { t } = useTranslation('browser')
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: uploads.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  return (
    <div
      ref={box}
      role="region"
      aria-label={t('upload.list')}
      tabIndex={0}
      style={{ maxHeight: 5 * rowHeight, overflowY: 'auto' }}
    >
      <ul
        style={{
          height: rows.getTotalSize(),
          position: 'relative',
          listStyle: 'none',
          margin: 0,
          padding: 0,
        }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const upload = uploads[index]
          return (
            upload && (
              <li
                key={upload.id}
                aria-setsize={uploads.length}
                aria-posinset={index + 1}
                style={{ position: 'absolute', top: start, height: rowHeight, width: '100%' }}
              >
                <UploadRow upload={upload} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
