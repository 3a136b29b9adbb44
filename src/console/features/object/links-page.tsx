import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ButtonLink } from '../../components/anchor-link.tsx'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { LinksTable } from './links-table.tsx'

const route = getRouteApi('/shell/projects/$project/buckets/$bucket/links')

/** The signed links of a bucket that are on record. */
export function LinksPage() {
  const { t } = useTranslation('object')
  const { project, bucket } = route.useParams()
  const query = useQuery(adminQuery('listLinks', { project }))
  const toBucket = (
    <ButtonLink variant="default" to="/projects/$project/buckets/$bucket" params={{ project, bucket }}>
      {t('links.toBucket')}
    </ButtonLink>
  )
  return (
    <Page title={t('links.title', { bucket })} hint={t('links.hint')} actions={toBucket}>
      <Queried query={query}>
        {({ links }) => {
          const own = links.filter((link) => link.bucket === bucket)
          if (own.length > 0) return <LinksTable project={project} links={own} />
          return (
            <EmptyState icon={IconLink} title={t('links.none')}>
              {t('links.noneHint')}
            </EmptyState>
          )
        }}
      </Queried>
    </Page>
  )
}
