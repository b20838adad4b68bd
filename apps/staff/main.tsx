import { render } from 'preact'
import { LanguageProvider } from '../../pages/language.tsx'
import { applyDisplay } from '../../pages/display.tsx'
import { App } from './app.tsx'
import '#ui/kit.css'
import './staff.css'

applyDisplay()
const root = document.getElementById('app')
if (root)
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  )
