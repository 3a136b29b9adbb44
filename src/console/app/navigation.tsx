import { NavLink, Stack } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { findPage, pagesFor } from './pages.ts'

/** The pages that the role may see. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('shell')
  const here = findPage(useLocation().pathname)
  const shown = pagesFor(useSession()).filter(({ isPersonal }) => !isPersonal)
  return (
    <Stack gap={2}>
      {shown.map(({ name, to, icon: Picture }) => (
        <NavLink
          key={name}
          component={Link}
          to={to}
          label={t(`pages.${name}`)}
          leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
          active={here?.name === name}
          aria-current={here?.name === name ? 'page' : undefined}
          onClick={onGo}
          style={{ borderRadius: 'var(--mantine-radius-sm)' }}
        />
      ))}
    </Stack>
  )
}
