import { Badge, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMoment } from '../../../lib/format.ts'
import type { DescribedObject } from '../described-object.ts'

interface CompareFactsProps {
  readonly before: DescribedObject
  readonly after: DescribedObject
}

/** What is known of two versions, side by side; a mark where they differ. */
export function CompareFacts({ before, after }: CompareFactsProps) {
  const { t } = useTranslation('object')
  const factsOf = useFactsOf()
  const [left, right] = [factsOf(before), factsOf(after)]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return (
    <Table.ScrollContainer
      minWidth={560}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('compare.facts')}
    >
      <Table withTableBorder fz="sm" layout="fixed" aria-label={t('compare.facts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('compare.what')}</Table.Th>
            <Table.Th>{t('compare.older')}</Table.Th>
            <Table.Th>{t('compare.newer')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => {
            const differs = left.get(name) !== right.get(name)
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row">
                  {name}{' '}
                  {differs && (
                    <Badge size="xs" variant="light" color="yellow">
                      {t('compare.differs')}
                    </Badge>
                  )}
                </Table.Th>
                {[left, right].map((facts, at) => (
                  <Table.Td key={at}>
                    <Text size="sm" fw={differs ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
                      {facts.get(name) ?? '—'}
                    </Text>
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** What is to be compared, by its name. */
function useFactsOf(): (object: DescribedObject) => ReadonlyMap<string, string> {
  const { t } = useTranslation('object')
  return (object) =>
    new Map([
      [t('facts.versionId'), object.versionId ?? '—'],
      [t('facts.modified'), formatMoment(object.lastModified)],
      [t('facts.size'), formatBytes(object.size)],
      [t('facts.etag'), object.etag],
      [t('facts.storageClass'), object.storageClass],
      [t('headers.contentType'), object.contentType ?? '—'],
      [t('headers.cacheControl'), object.cacheControl ?? '—'],
      ...Object.entries(object.userMetadata).map(([name, value]) => [`x-amz-meta-${name}`, value] as const),
      ...object.tags.map(({ key, value }) => [t('compare.tag', { key }), value] as const),
    ])
}
