import { Text } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { FormBody } from '../../../components/form-modal.tsx'
import { inputOf } from '../object-place.ts'
import { PairsInput, type Pair } from './pairs-input.tsx'
import { mostTags, tagProblem } from './tag-problem.ts'
import type { ObjectProps } from '../described-object.ts'

export function TagsForm({ place, object, onDone }: ObjectProps & { readonly onDone: () => void }) {
  const { t } = useTranslation(['object', 'common'])
  const [tags, setTags] = useState<Pair[]>(object.tags)
  const [isChecked, setChecked] = useState(false)
  const change = useAdminChange('setObjectTags', ['describeObject'])
  const problems = tags.map((_, at) => tagProblem(tags, at))
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problems.some((problem) => problem !== undefined)) return
    change.mutate(
      { ...inputOf(place), tags: tags.map(({ key, value }) => ({ key, value })) },
      { onSuccess: onDone },
    )
  }
  return (
    <FormBody action={t('common:actions.save')} change={change} onSubmit={save} onClose={onDone}>
      <Text size="sm" c="dimmed">
        {t('tags.rules')}
      </Text>
      <PairsInput
        legend={t('tags.title')}
        pairs={tags}
        onChange={setTags}
        most={mostTags}
        problems={isChecked ? problems.map((problem) => problem && t(`tags.problems.${problem}`)) : []}
      />
    </FormBody>
  )
}
