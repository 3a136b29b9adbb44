import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDocument, writeDocument, type LineProblem } from '../json/json-problem.ts'

/** A document that is being written, as a text and as what the text says. */
export interface Draft<Document extends object> {
  readonly text: string
  /** Undefined while the text is no JSON. */
  readonly value: Document | undefined
  readonly problem: LineProblem | undefined
  readonly isChanged: boolean
  readonly setText: (text: string) => void
  readonly setValue: (value: Document) => void
  readonly reset: () => void
}

/** Begins with what is saved, or with `initial` where nothing is. */
export function useDraft<Document extends object>(
  saved: Document | null,
  initial: Document,
): Draft<Document> {
  const { t } = useTranslation('settings')
  const first = writeDocument(saved ?? initial)
  const [text, setText] = useState(first)
  const parsed = parseDocument(text, t('json.notObject'))
  return {
    text,
    // Forms look before they trust: the server checks the rest.
    value: 'value' in parsed ? (parsed.value as Document) : undefined,
    problem: 'problem' in parsed ? parsed.problem : undefined,
    isChanged: text !== first,
    setText,
    setValue: (value) => setText(writeDocument(value)),
    reset: () => setText(first),
  }
}
