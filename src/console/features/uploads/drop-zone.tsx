import { Overlay, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { droppedFiles, type ChosenFile } from './dropped-files.ts'

interface DropZoneProps {
  /** Undefined: nothing can be dropped. */
  readonly onFiles: ((files: Promise<readonly ChosenFile[]>) => void) | undefined
  readonly children: ReactNode
}

/** Takes files and folders that are dropped on it. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const { t } = useTranslation('browser')
  // Entering a child comes before leaving its parent: how deep one is tells whether one has left.
  const [depth, setDepth] = useState(0)
  if (!onFiles) return children
  const watched = (act: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    act(event)
  }
  return (
    <div
      style={{ position: 'relative' }}
      onDragEnter={watched(() => setDepth((before) => before + 1))}
      onDragLeave={watched(() => setDepth((before) => Math.max(0, before - 1)))}
      onDragOver={watched(({ dataTransfer }) => {
        dataTransfer.dropEffect = 'copy'
      })}
      onDrop={watched(({ dataTransfer }) => {
        setDepth(0)
        onFiles(droppedFiles(dataTransfer))
      })}
    >
      {children}
      {depth > 0 && (
        <Overlay center radius="sm" style={{ pointerEvents: 'none' }}>
          <Stack align="center" gap="xs" c="white">
            <IconUpload size={40} aria-hidden />
            <Text fw={600}>{t('upload.drop')}</Text>
          </Stack>
        </Overlay>
      )}
    </div>
  )
}
