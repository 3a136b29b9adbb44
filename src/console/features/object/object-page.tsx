import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { DeletedObject, isGone } from './deleted-object.tsx'
import { ObjectActions } from './object-actions.tsx'
import { ObjectSummary } from './object-summary.tsx'
import { ObjectTabs } from './object-tabs.tsx'
import { PathTo } from './path-to.tsx'
import { fileNameOf, inputOf, useObjectPlace } from './object-place.ts'

/** An object: how it looks, what is known of it, what it was before, who may have it. */
export function ObjectPage() {
  const { t } = useTranslation('object')
  const place = useObjectPlace()
  const query = useQuery(adminQuery('describeObject', inputOf(place)))
  return (
    <Page
      title={fileNameOf(place.key) || t('title')}
      hint={<PathTo place={place} />}
      actions={query.data && <ObjectActions place={place} object={query.data} />}
    >
      {isGone(query.error) ? (
        <DeletedObject place={place} />
      ) : (
        <Queried query={query}>
          {(object) => (
            <Stack gap="md">
              <ObjectSummary place={place} object={object} />
              <ObjectTabs place={place} object={object} />
            </Stack>
          )}
        </Queried>
      )}
    </Page>
  )
}
