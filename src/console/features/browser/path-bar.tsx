import { ActionIcon, Anchor, Breadcrumbs, Group, TextInput, Tooltip } from '@mantine/core'
import { IconEdit } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { crumbsOf, type Place } from './place.ts'
import { useGoTo } from './use-place.ts'

/** The way to the folder one is in; as a line of text one can type another. */
export function PathBar({ place }: { readonly place: Place }) {
  const { t } = useTranslation('browser')
  const [isTyped, setIsTyped] = useState(false)
  if (isTyped) return <TypedPath prefix={place.prefix} onDone={() => setIsTyped(false)} />
  return (
    <Group gap="xs" wrap="nowrap" component="nav" aria-label={t('path.label')}>
      <Crumbs place={place} />
      <Tooltip label={t('path.edit')}>
        <ActionIcon variant="subtle" aria-label={t('path.edit')} onClick={() => setIsTyped(true)}>
          <IconEdit size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

function Crumbs({ place: { project, bucket, prefix, showVersions } }: { readonly place: Place }) {
  const crumbs = [{ name: bucket, prefix: '' }, ...crumbsOf(prefix)]
  const show = showVersions ? { show: 'versions' } : {}
  return (
    <Breadcrumbs separatorMargin={6} style={{ flexWrap: 'wrap', rowGap: 4 }}>
      {crumbs.map((crumb, index) => (
        <Anchor
          key={crumb.prefix}
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/projects/$project/buckets/$bucket"
              params={{ project, bucket }}
              search={{ ...(crumb.prefix && { prefix: crumb.prefix }), ...show }}
              aria-current={index === crumbs.length - 1 ? 'location' : undefined}
            />
          )}
        >
          {crumb.name || '/'}
        </Anchor>
      ))}
    </Breadcrumbs>
  )
}

interface TypedPathProps {
  readonly prefix: string
  readonly onDone: () => void
}

function TypedPath({ prefix, onDone }: TypedPathProps) {
  const { t } = useTranslation('browser')
  const goTo = useGoTo()
  const [typed, setTyped] = useState(prefix)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
        goTo({ prefix: typed.replace(/^\//, '') })
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label={t('path.typed')}
        placeholder={t('path.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
        onBlur={onDone}
      />
    </form>
  )
}
