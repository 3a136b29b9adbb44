import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fileNameOf } from '../object-place.ts'
import { HeadOf } from './head-of.tsx'
import { NumberedText } from './numbered-text.tsx'
import { jsonBytes } from './preview-limits.ts'
import type { HeadText } from './use-head-text.ts'
import type { ObjectProps } from '../described-object.ts'

/** Indented, where all of it was read and is JSON. */
export const JsonPreview = (props: ObjectProps) => (
  <HeadOf {...props} most={jsonBytes}>
    {(head) => <Json label={fileNameOf(props.place.key)} head={head} />}
  </HeadOf>
)

function Json({ label, head: { text, isCut } }: { readonly label: string; readonly head: HeadText }) {
  const { t } = useTranslation('object')
  const pretty = isCut ? { text, problem: undefined } : indented(text)
  return (
    <Stack gap="sm">
      {pretty.problem !== undefined && (
        <Alert variant="light" color="yellow" icon={<IconAlertTriangle />} title={t('preview.notJson')}>
          {pretty.problem}
        </Alert>
      )}
      <NumberedText label={label} text={pretty.text} />
    </Stack>
  )
}

function indented(text: string): { readonly text: string; readonly problem: string | undefined } {
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), problem: undefined }
  } catch (error) {
    return { text, problem: error instanceof Error ? error.message : String(error) }
  }
}
