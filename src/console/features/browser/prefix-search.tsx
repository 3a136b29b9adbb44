import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { folderOf, type Place } from './place.ts'
import { useGoTo } from './use-place.ts'

const pauseMs = 250

/** Narrows the folder down to names that begin so; the server looks for them. */
export function PrefixSearch({ place: { prefix } }: { readonly place: Place }) {
  const { t } = useTranslation('browser')
  const goTo = useGoTo()
  const folder = folderOf(prefix)
  const [typed, setTyped] = useState({ folder, name: prefix.slice(folder.length) })
  // In another folder, what was typed in this one says nothing.
  const name = typed.folder === folder ? typed.name : prefix.slice(folder.length)
  const search = useDebouncedCallback(
    (wanted: string) => goTo({ prefix: wanted }, { replace: true }),
    pauseMs,
  )
  const change = (next: string) => {
    setTyped({ folder, name: next })
    search(`${folder}${next}`)
  }
  return (
    <TextInput
      size="xs"
      w={{ base: '100%', xs: 280 }}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      leftSection={<IconSearch size={14} />}
      rightSection={
        name && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => change('')} />
      }
      value={name}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
