/** 嵌入: figures in a frame of another site: no navigation, no account, nothing kept on the device. */
import { useState } from 'preact/hooks'
import { Router } from 'wouter-preact'
import type { Language } from '#kernel/text'
import { CityPage } from '../../pages/city/index.tsx'
import { GivenLanguage } from '../../pages/language.tsx'

export function EmbedApp() {
  const [language] = useState<Language>(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh')
  return (
    <GivenLanguage language={language}>
      <Router base="/embed">
        <main id="main">
          <CityPage embedded />
        </main>
      </Router>
    </GivenLanguage>
  )
}
