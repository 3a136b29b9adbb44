import { SimpleGrid, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Queried } from '../../../components/queried.tsx'
import { NumberedText } from '../preview/numbered-text.tsx'
import { textBytes } from '../preview/preview-limits.ts'
import { headText } from '../preview/use-head-text.ts'
import { DiffTable } from './diff-table.tsx'
import { lineDiff } from './line-diff.ts'
import type { ObjectProps } from '../described-object.ts'

interface CompareTextsProps {
  readonly before: ObjectProps
  readonly after: ObjectProps
}

/** The lines of two versions that differ; where they are too many, both texts. */
export function CompareTexts({ before, after }: CompareTextsProps) {
  const [older, newer] = useQueries({
    queries: [before, after].map(({ place, object: { etag, size } }) => ({
      queryKey: ['head', place, etag, textBytes],
      queryFn: () => headText(place, { size, most: textBytes }),
      staleTime: Infinity,
    })),
  })
  if (!older || !newer) return null
  return (
    <Queried query={older}>
      {({ text: oldText }) => (
        <Queried query={newer}>{({ text: newText }) => <Texts older={oldText} newer={newText} />}</Queried>
      )}
    </Queried>
  )
}

function Texts({ older, newer }: { readonly older: string; readonly newer: string }) {
  const { t } = useTranslation('object')
  const lines = lineDiff(older, newer)
  if (older === newer) return <Text size="sm">{t('compare.same')}</Text>
  if (lines) return <DiffTable lines={lines} />
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <NumberedText label={t('compare.older')} text={older} />
      <NumberedText label={t('compare.newer')} text={newer} />
    </SimpleGrid>
  )
}
