import { Stack, Title } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { Queried } from '../../../components/queried.tsx'
import { inputOf, type ObjectPlace } from '../object-place.ts'
import { previewKind } from '../preview/preview-kind.ts'
import { textBytes } from '../preview/preview-limits.ts'
import { CompareFacts } from './compare-facts.tsx'
import { CompareTexts } from './compare-texts.tsx'
import type { DescribedObject } from '../described-object.ts'
import type { Version } from './use-versions.ts'

interface CompareVersionsProps {
  readonly place: ObjectPlace
  /** Two, the older one first. */
  readonly versions: readonly Version[]
}

export function CompareVersions({ place, versions }: CompareVersionsProps) {
  const places = versions.map(({ versionId }) => ({ ...place, versionId }))
  const queries = useQueries({ queries: places.map((each) => adminQuery('describeObject', inputOf(each))) })
  const [older, newer] = queries
  const [first, second] = places
  if (!older || !newer || !first || !second) return null
  return (
    <Queried query={older}>
      {(before) => (
        <Queried query={newer}>
          {(after) => (
            <Compared before={{ place: first, object: before }} after={{ place: second, object: after }} />
          )}
        </Queried>
      )}
    </Queried>
  )
}

interface Side {
  readonly place: ObjectPlace
  readonly object: DescribedObject
}

function Compared({ before, after }: { readonly before: Side; readonly after: Side }) {
  const { t } = useTranslation('object')
  return (
    <Stack>
      <Title order={3} size="h5">
        {t('compare.facts')}
      </Title>
      <CompareFacts before={before.object} after={after.object} />
      {isShortText(before.object) && isShortText(after.object) && (
        <>
          <Title order={3} size="h5">
            {t('compare.text')}
          </Title>
          <CompareTexts before={before} after={after} />
        </>
      )}
    </Stack>
  )
}

const texts: readonly (string | undefined)[] = ['text', 'markdown', 'csv', 'json']

const isShortText = (object: DescribedObject) =>
  texts.includes(previewKind(object)) && object.size <= textBytes
