/** The language people read in: Chinese first, English complete; remembered on the device. */
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { Language, Text } from '#kernel/text'
import { typeset } from '#kernel/text/typeset.ts'

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void }

const Chosen = createContext<LanguageChoice>({ language: 'zh', choose: () => {} })
const KEPT = 'liren-language'

function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'en' || asked === 'zh') return asked
  const kept = localStorage.getItem(KEPT)
  return kept === 'en' ? 'en' : 'zh'
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, choose] = useState<Language>(first)
  useEffect(() => {
    localStorage.setItem(KEPT, language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return <Chosen.Provider value={{ language, choose }}>{children}</Chosen.Provider>
}

/** A language that the address gives, where nothing may be kept: in a frame of another site. */
export function GivenLanguage({ language, children }: { language: Language; children: ComponentChildren }) {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return <Chosen.Provider value={{ language, choose: () => {} }}>{children}</Chosen.Provider>
}

export function useLanguage(): LanguageChoice {
  return useContext(Chosen)
}

/** Says a text in the language chosen, days as its readers write them. What reads the same in both is a name or somebody's own words: it stays as written. */
export function useSay(): (text: Text) => string {
  const { language } = useLanguage()
  return (text) => {
    if (text.zh === text.en) return DAY.test(text.zh) ? dayInWords(text.zh, language) : text.zh.replace(MOBILE, '$1')
    const dated = text[language].replace(DAYS, (day) => dayInWords(day, language))
    return language === 'zh' ? typeset(dated) : dated
  }
}

/** A mobile phone as people here write it. */
const MOBILE = /^\+86(1\d{10})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS = /\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g

/** 2026年2月27日 or 27 February 2026. */
export function dayInWords(day: string | null, language: Language): string {
  if (!day) return ''
  const [y = 0, m = 1, d = 1] = day.slice(0, 10).split('-').map(Number)
  return language === 'zh' ? `${y}年${m}月${d}日` : `${d} ${MONTHS[m - 1]} ${y}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
