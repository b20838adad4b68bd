/** 分享编号: by whatever the device shares with, or onto its clipboard. The number and its address say nothing of the person. */
import { useState } from 'preact/hooks'
import { useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { Button, Notice } from '#ui/kit.tsx'

export function ShareNumber({ number }: { number: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const text = `${say(words.shareText)}${say(words.colon)}${number}`
  const url = `${location.origin}/t/${number}`
  const share = async (): Promise<void> => {
    if (typeof navigator.share === 'function')
      return navigator.share({ title: say(words.name), text, url }).catch(() => {})
    await navigator.clipboard.writeText(`${text} ${url}`)
    setCopied(true)
  }
  return (
    <>
      <Button wide onClick={() => void share()}>
        {say(words.share)}
      </Button>
      {copied ? <Notice tone="good">{say(words.shared)}</Notice> : null}
    </>
  )
}
