/** 读给我听: the page read out by the device's own voice; nothing leaves it. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { Button } from '#ui/kit.tsx'

export function ReadAloud() {
  const say = useSay()
  const { language } = useLanguage()
  const [path] = useLocation()
  const [reading, setReading] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [path])
  if (!('speechSynthesis' in globalThis)) return null
  const read = (): void => {
    speechSynthesis.cancel()
    if (reading) return setReading(false)
    const text = document.getElementById('main')?.innerText ?? ''
    // In pieces: voices stop in the middle of long texts.
    const pieces = (text.match(/[^。；！？.\n]+[。；！？.]?/gu) ?? []).filter((piece) => piece.trim())
    for (const [i, piece] of pieces.entries()) {
      const spoken = new SpeechSynthesisUtterance(piece)
      spoken.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
      spoken.rate = 0.9
      if (i === pieces.length - 1) spoken.onend = () => setReading(false)
      speechSynthesis.speak(spoken)
    }
    setReading(true)
  }
  return (
    <Button wide pressed={reading} onClick={read}>
      {say(reading ? words.stopReading : words.readAloud)}
    </Button>
  )
}
