import { SimpleGrid, Stack } from '@mantine/core'
import { ContentFacts } from './content-facts.tsx'
import { IntegrityFacts } from './integrity-facts.tsx'
import { StorageFacts } from './storage-facts.tsx'
import { TagFacts } from './tag-facts.tsx'
import type { ObjectProps } from '../described-object.ts'

export const DetailsTab = (props: ObjectProps) => (
  <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
    <Stack>
      <ContentFacts {...props} />
      <TagFacts {...props} />
    </Stack>
    <Stack>
      <StorageFacts {...props} />
      <IntegrityFacts {...props} />
    </Stack>
  </SimpleGrid>
)
