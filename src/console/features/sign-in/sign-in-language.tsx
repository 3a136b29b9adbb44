import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languages } from '../../i18n/i18n.ts'

/** For those whose browser speaks another language than they do. */
export function SignInLanguage() {
  const { t, i18n } = useTranslation('shell')
  return (
    <Group justify="center" gap={4} mt="md" role="group" aria-label={t('person.language')}>
      {languages.map((language) => (
        <Button
          key={language}
          size="compact-xs"
          variant={i18n.language === language ? 'light' : 'subtle'}
          color="gray"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void chooseLanguage(language)}
        >
          {t(`languages.${language}`)}
        </Button>
      ))}
    </Group>
  )
}
