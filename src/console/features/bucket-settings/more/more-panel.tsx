import { Accordion, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { beginnings, type PlainSetting } from './beginnings.ts'
import type { PanelProps } from '../frame/bucket-place.ts'

const names = Object.keys(beginnings) as readonly PlainSetting[]

/** What few buckets need: documents without a form, with a word on what they do. */
export function MorePanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Panel title={t('tabs.more')} hint={t('more.hint')}>
      <Accordion variant="contained" order={3} value={open} onChange={setOpen}>
        {names.map((name) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>
              <Text fw={600} size="sm">
                {t(`more.${name}.title`)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`more.${name}.hint`)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack>
                {name === open && (
                  <SettingEditor place={place} setting={name} initial={beginnings[name](place.name)} />
                )}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Panel>
  )
}
