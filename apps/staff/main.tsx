import { render } from 'preact'
import { LanguageProvider } from '../../pages/language.tsx'
import { App } from './app.tsx'
import '#ui/kit.css'
import './staff.css'

const root = document.getElementById('app')
if (root)
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  )
