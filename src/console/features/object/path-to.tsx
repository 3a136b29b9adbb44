import { Breadcrumbs } from '@mantine/core'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { folderOf, type ObjectPlace } from './object-place.ts'

/** The bucket and the folders that an object is in. */
export function PathTo({ place: { project, bucket, key } }: { readonly place: ObjectPlace }) {
  const folders = folderOf(key).split('/').slice(0, -1)
  const steps = [
    { name: bucket, prefix: undefined },
    ...folders.map((name, at) => ({ name, prefix: `${folders.slice(0, at + 1).join('/')}/` })),
  ]
  return (
    <Breadcrumbs component="span" separatorMargin={6} style={{ flexWrap: 'wrap' }}>
      {steps.map(({ name, prefix }) => (
        <AnchorLink
          key={prefix ?? ''}
          size="sm"
          to="/projects/$project/buckets/$bucket"
          params={{ project, bucket }}
          search={prefix === undefined ? {} : { prefix }}
        >
          {name}
        </AnchorLink>
      ))}
    </Breadcrumbs>
  )
}
