import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SizeInput } from '../../../components/size-input.tsx'
import { parseSize, sizeText } from '../../../lib/size.ts'

interface BytesInputProps {
  readonly label: string
  /** Undefined: none. */
  readonly value: number | undefined
  readonly onChange: (bytes: number | undefined) => void
}

/** A number of bytes, typed with its unit. What cannot be read is not handed on. */
export function BytesInput({ label, value, onChange }: BytesInputProps) {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (value === undefined ? '' : sizeText(value))
  const isWrong = text.trim() !== '' && parseSize(text) === undefined
  const change = (written: string) => {
    setTyped(written)
    const bytes = parseSize(written)
    if (bytes !== undefined || written.trim() === '') onChange(bytes)
  }
  return (
    <SizeInput
      label={label}
      value={text}
      error={isWrong && t('common:size.wrong')}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => !isWrong && setTyped(undefined)}
    />
  )
}
