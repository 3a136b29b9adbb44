import { fileNameOf } from '../object-place.ts'
import { HeadOf } from './head-of.tsx'
import { NumberedText } from './numbered-text.tsx'
import { textBytes } from './preview-limits.ts'
import type { ObjectProps } from '../described-object.ts'

export const TextPreview = (props: ObjectProps) => (
  <HeadOf {...props} most={textBytes}>
    {({ text }) => <NumberedText label={fileNameOf(props.place.key)} text={text} />}
  </HeadOf>
)
