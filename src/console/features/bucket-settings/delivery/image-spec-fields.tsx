import { NativeSelect, NumberInput, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { defined, type Image } from './delivery.ts'

const fits = ['cover', 'contain', 'fill', 'inside', 'outside'] as const
const formats = ['jpeg', 'png', 'webp', 'avif', 'gif', 'auto'] as const

interface ImageSpecFieldsProps {
  readonly image: Image
  readonly onChange: (image: Image) => void
  /** A stored image has one format, so it cannot depend on who asks. */
  readonly isStored?: boolean
}

/** How an image is made of another. */
export function ImageSpecFields({ image, onChange, isStored = false }: ImageSpecFieldsProps) {
  const { t } = useTranslation('settings')
  const put = (change: Image) => onChange(defined({ ...image, ...change }))
  const number = (value: string | number) => (value === '' ? undefined : Number(value))
  const offered = formats.filter((format) => !isStored || format !== 'auto')
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} spacing="xs">
      <NumberInput
        label={t('images.width')}
        suffix=" px"
        min={1}
        max={8192}
        value={image.width ?? ''}
        onChange={(width) => put({ width: number(width) })}
      />
      <NumberInput
        label={t('images.height')}
        suffix=" px"
        min={1}
        max={8192}
        value={image.height ?? ''}
        onChange={(height) => put({ height: number(height) })}
      />
      <NativeSelect
        label={t('images.fit')}
        value={image.fit ?? ''}
        data={[{ value: '', label: t('images.asDefault') }, ...fits]}
        onChange={(event) => put({ fit: fits.find((fit) => fit === event.currentTarget.value) })}
      />
      <NumberInput
        label={t('images.quality')}
        min={1}
        max={100}
        value={image.quality ?? ''}
        onChange={(quality) => put({ quality: number(quality) })}
      />
      <NativeSelect
        label={t('images.format')}
        value={image.format ?? ''}
        data={[{ value: '', label: t('images.asSource') }, ...offered]}
        onChange={(event) => put({ format: offered.find((format) => format === event.currentTarget.value) })}
      />
    </SimpleGrid>
  )
}
