import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../lib/format.ts'
import { parseSize } from '../lib/size.ts'

/** A size that one types with its unit; below it stands what was understood. Forms keep the text and read it with `parseSize`. */
export function SizeInput({ value, ...props }: TextInputProps & { readonly value?: string }) {
  const { t } = useTranslation()
  const bytes = value === undefined ? undefined : parseSize(value)
  const understood = bytes === undefined ? t('size.hint') : t('size.bytes', { bytes: formatCount(bytes) })
  return (
    <TextInput
      {...props}
      {...(value !== undefined && { value })}
      description={understood}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
    />
  )
}
