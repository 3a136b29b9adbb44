import { useWindowEvent } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { pagesFor } from './pages.ts'
import { showShortcuts } from './shortcut-list.tsx'

const lead = 'g'
const patienceMs = 1500

/** Keys that work on every page, unless one is writing: `g` and the key of a page, `?` for the list. */
export function useShortcuts(): void {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const pages = pagesFor(useSession())
  const leadAt = useRef(-Infinity)
  useWindowEvent('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return
    if (event.key === '?') showShortcuts(t('shortcuts.title'))
    const isSecond = event.timeStamp - leadAt.current < patienceMs
    leadAt.current = event.key === lead ? event.timeStamp : -Infinity
    const page = isSecond ? pages.find(({ key }) => key === event.key) : undefined
    if (!page) return
    event.preventDefault()
    void navigate({ to: page.to })
  })
}

/** Whether the keys belong to a field or to a dialog. */
const isBusy = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null
