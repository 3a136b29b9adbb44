import { useDocumentTitle } from '@mantine/hooks'
import { useLocation, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { findPage } from './pages.ts'

/** Titles the document after what the page is about: the bucket, the project, or the part of the console. */
export function useShellTitle(): void {
  const { t } = useTranslation('shell')
  const { project, bucket } = useParams({ strict: false })
  const page = findPage(useLocation().pathname)
  const about = project === undefined ? [page && t(`pages.${page.name}`)] : [bucket, project]
  useDocumentTitle([...about, t('name')].filter((part) => part !== undefined).join(' · '))
}
