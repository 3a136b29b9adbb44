import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Where a choice is remembered that differs from the browser's. */
const remembered = 'seau-language'

function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(remembered) ?? '', ...navigator.languages]
  const found = wanted.map((tag) => languages.find((language) => tag.toLowerCase().startsWith(language)))
  return found.find((language) => language !== undefined) ?? 'en'
}

/** The catalogues of all rooms; a room's texts are its own namespace. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next.use(initReactI18next).init({
    resources: { en, fr },
    lng: preferredLanguage(),
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language)
  await i18next.changeLanguage(language)
}
