import { ActionIcon, Menu, Text, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconLogout2,
  IconMoon,
  IconSun,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { languages, chooseLanguage } from '../i18n/i18n.ts'
import { askBeforeEverywhere, useSignOut } from '../features/account/use-sign-out.tsx'
import { nameOf } from '../features/account/actor-name.ts'
import { showShortcuts } from './shortcut-list.tsx'

/** Account, language, colours, and the ways out. */
export function PersonMenu() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const signOut = useSignOut()
  return (
    <Menu width={260} position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" radius="xl" aria-label={t('person.menu')}>
          <IconUser size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} component="span" display="block" truncate>
            {nameOf(session.actor)}
          </Text>
          {t(`roles.${session.role}`)}
        </Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
          {t('pages.account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          onClick={() => showShortcuts(t('shortcuts.title'))}
        >
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <ColourItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut('here')}>
          {t('person.signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout2 size={16} />}
          onClick={() => askBeforeEverywhere(t, () => signOut('everywhere'))}
        >
          {t('person.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function LanguageItems() {
  const { t, i18n } = useTranslation('shell')
  return (
    <>
      <Menu.Label>{t('person.language')}</Menu.Label>
      {languages.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          leftSection={<IconLanguage size={16} />}
          rightSection={i18n.language === language && <Chosen />}
          onClick={() => void chooseLanguage(language)}
        >
          {t(`languages.${language}`)}
        </Menu.Item>
      ))}
    </>
  )
}

const schemes = [
  ['auto', IconDeviceDesktop],
  ['light', IconSun],
  ['dark', IconMoon],
] as const

function ColourItems() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('person.colours')}</Menu.Label>
      {schemes.map(([scheme, Picture]) => (
        <Menu.Item
          key={scheme}
          leftSection={<Picture size={16} />}
          rightSection={colorScheme === scheme && <Chosen />}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`schemes.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  )
}

function Chosen() {
  const { t } = useTranslation('shell')
  return <IconCheck size={16} role="img" aria-label={t('person.chosen')} />
}
