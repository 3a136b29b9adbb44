import { Breadcrumbs } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../components/anchor-link.tsx'

const narrow = { maxWidth: '26vw', display: 'block' }

/** The project and the bucket that the page is about. */
export function Trail() {
  const { t } = useTranslation('shell')
  const { project, bucket } = useParams({ strict: false })
  if (project === undefined) return null
  return (
    <nav aria-label={t('trail')}>
      <Breadcrumbs separatorMargin={6} style={{ flexWrap: 'nowrap' }}>
        <AnchorLink to="/projects" size="sm" c="dimmed" visibleFrom="md">
          {t('pages.projects')}
        </AnchorLink>
        <AnchorLink to="/projects/$project" params={{ project }} size="sm" truncate style={narrow}>
          {project}
        </AnchorLink>
        {bucket !== undefined && (
          <AnchorLink
            to="/projects/$project/buckets/$bucket"
            params={{ project, bucket }}
            size="sm"
            truncate
            style={narrow}
          >
            {bucket}
          </AnchorLink>
        )}
      </Breadcrumbs>
    </nav>
  )
}
