import { render } from 'preact'
import { LanguageProvider } from '../../pages/language.tsx'
import { applyDisplay } from '../../pages/display.tsx'
import { App } from './app.tsx'
import '#ui/kit.css'
import './resident.css'

const root = document.getElementById('app')
if (root && location.pathname.startsWith('/embed/'))
  void import('./embed.tsx').then(({ EmbedApp }) => render(<EmbedApp />, root))
else if (root) {
  applyDisplay()
  // Installable for whoever wants it; the browser is not to ask (不强制、不诱导安装).
  addEventListener('beforeinstallprompt', (event) => event.preventDefault())
  const elder = localStorage.getItem('liren-elder')
  if (elder) document.documentElement.dataset.elder = ''
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  )
  if ('serviceWorker' in navigator)
    addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
}
