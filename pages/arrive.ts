/** 换页: a new page is announced: the title of the window is its heading, the reading begins at its top, unless one comes back. */
import { useEffect, useRef } from 'preact/hooks'

export function useArrival(path: string, app: string): void {
  const first = useRef(true)
  const returned = useRef(false)
  useEffect(() => {
    const back = (): void => {
      returned.current = true
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    const name = (): void => {
      const heading = main.querySelector('h1')?.textContent
      document.title = heading ? `${heading} · ${app}` : app
    }
    name()
    const watch = new MutationObserver(name)
    watch.observe(main, { childList: true, subtree: true, characterData: true })
    if (!first.current && !returned.current) {
      scrollTo({ top: 0 })
      main.focus({ preventScroll: true })
    }
    first.current = false
    returned.current = false
    return () => watch.disconnect()
  }, [path, app])
}
