import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../frame/use-draft.ts'
import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

type Cors = SettingDocuments['cors']
type CorsRule = NonNullable<Cors['CORSRules']>[number]

const presets = {
  read: {
    AllowedMethods: ['GET', 'HEAD'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag'],
    MaxAgeSeconds: 3600,
  },
  upload: {
    AllowedMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag', 'x-amz-version-id'],
    MaxAgeSeconds: 3600,
  },
} as const satisfies Readonly<Record<string, Omit<CorsRule, 'AllowedOrigins'>>>

const names = ['read', 'upload'] as const

/** Adds the rule that a web application at an address needs. */
export function CorsPreset({ draft }: { readonly draft: Draft<Cors> }) {
  const { t } = useTranslation('settings')
  const [origin, setOrigin] = useState('')
  const [chosen, setChosen] = useState<(typeof names)[number]>('read')
  const address = originOf(origin)
  const isWrong = origin !== '' && address === undefined
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (address === undefined || !draft.value) return
    const { AllowedMethods, AllowedHeaders, ExposeHeaders, MaxAgeSeconds } = presets[chosen]
    const rule: CorsRule = {
      AllowedOrigins: [address],
      AllowedMethods: [...AllowedMethods],
      AllowedHeaders: [...AllowedHeaders],
      ExposeHeaders: [...ExposeHeaders],
      MaxAgeSeconds,
    }
    draft.setValue({ ...draft.value, CORSRules: [...(draft.value.CORSRules ?? []), rule] })
    setOrigin('')
  }
  return (
    <form onSubmit={add}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('cors.myApp')}
          placeholder="https://app.example.com"
          type="url"
          value={origin}
          error={isWrong && t('cors.noOrigin')}
          onChange={(event) => setOrigin(event.currentTarget.value)}
          miw={{ base: '100%', xs: 280 }}
        />
        <NativeSelect
          label={t('cors.mayWhat')}
          value={chosen}
          onChange={(event) => setChosen(names.find((name) => name === event.currentTarget.value) ?? 'read')}
          data={names.map((value) => ({ value, label: t(`cors.preset.${value}`) }))}
        />
        <Button type="submit" variant="default" disabled={address === undefined || !draft.value}>
          {t('cors.addPreset')}
        </Button>
      </Group>
    </form>
  )
}

/** Scheme, host and port of an address; undefined when it is none of the web. */
function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined
}
