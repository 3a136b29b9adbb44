import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFile, IconFolder, IconUpload } from '@tabler/icons-react'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { chosenFiles, type ChosenFile } from './dropped-files.ts'

interface UploadMenuProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void
}

// React's types do not know the attribute.
const wholeFolder = { webkitdirectory: '' }

/** Chooses files, or a folder with all that is in it. */
export function UploadMenu({ onFiles }: UploadMenuProps) {
  const { t } = useTranslation('browser')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    if (currentTarget.files && currentTarget.files.length > 0) onFiles(chosenFiles(currentTarget.files))
    currentTarget.value = ''
  }
  return (
    <>
      <input ref={files} type="file" multiple hidden aria-label={t('upload.files')} onChange={take} />
      <input
        ref={folder}
        type="file"
        {...wholeFolder}
        hidden
        aria-label={t('upload.folder')}
        onChange={take}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            leftSection={<IconUpload size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('upload.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFile size={16} />} onClick={() => files.current?.click()}>
            {t('upload.files')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolder size={16} />} onClick={() => folder.current?.click()}>
            {t('upload.folder')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
