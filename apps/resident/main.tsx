import { render } from 'preact'
import { LanguageProvider } from '../../pages/language.tsx'
import { App } from './app.tsx'
import '#ui/kit.css'
import './resident.css'

const elder = localStorage.getItem('liren-elder')
if (elder) document.documentElement.dataset.elder = ''
const root = document.getElementById('app')
if (root)
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  )

if ('serviceWorker' in navigator)
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
