import { Alert, Button, Group, Stack } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDownload, IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from './copy-field.tsx'
import { saveText } from '../lib/save-text.ts'
import type { ReactNode } from 'react'

export interface Secret {
  readonly title: string
  /** What is shown, each with a button that copies it. */
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly file: { readonly name: string; readonly text: string }
  /** What one does with it now. */
  readonly children?: ReactNode
}

/** Shows what nothing shows again; it stays until one says that it is kept. */
export function showSecret({ title, ...secret }: Secret): void {
  const id = modals.open({
    title,
    size: 'lg',
    closeOnClickOutside: false,
    closeOnEscape: false,
    withCloseButton: false,
    children: <ShownSecret {...secret} onClose={() => modals.close(id)} />,
  })
}

type Props = Omit<Secret, 'title'> & { readonly onClose: () => void }

function ShownSecret({ fields, file, children, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Alert color="orange" icon={<IconKey />}>
        {t('secret.once')}
      </Alert>
      {fields.map((field) => (
        <CopyField key={field.label} {...field} />
      ))}
      {children}
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => {
            saveText(file.name, file.text)
          }}
        >
          {t('secret.file')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('secret.saved')}
        </Button>
      </Group>
    </Stack>
  )
}
