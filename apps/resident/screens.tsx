/** A form as one page, or in elder mode as one task a screen (长辈模式:一屏一事). */
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Text } from '#kernel/text'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { Button, Notice } from '#ui/kit.tsx'

export type Screen = {
  readonly id: string
  readonly body: ComponentChildren
  /** Answered, so that one may go on. */
  readonly done: boolean
  /** Refused by the server: shown first. */
  readonly wrong?: boolean
}

export function Screens({
  elder,
  screens,
  busy,
  ready,
  submit,
}: {
  elder: boolean
  screens: readonly Screen[]
  busy: boolean
  ready: boolean
  submit: Text
}) {
  const say = useSay()
  const { language } = useLanguage()
  const [at, setAt] = useState(0)
  const [missing, setMissing] = useState(false)
  const top = useRef<HTMLParagraphElement>(null)
  const wrong = screens.findIndex((one) => one.wrong)
  useEffect(() => {
    if (wrong >= 0) setAt(wrong)
  }, [wrong])
  const send = (
    // A button of its own: one that turned from "next" into this under the finger would send at once.
    <Button key="send" tone="primary" type="submit" wide busy={busy} disabled={!ready}>
      {say(submit)}
    </Button>
  )
  if (!elder)
    return (
      <>
        {screens.map((one) => (
          <Fragment key={one.id}>{one.body}</Fragment>
        ))}
        {send}
      </>
    )
  const here = screens[Math.min(at, screens.length - 1)]
  const last = at >= screens.length - 1
  const go = (to: number): void => {
    setMissing(false)
    setAt(to)
    scrollTo({ top: 0 })
    top.current?.focus()
  }
  const next = (): void => (here?.done ? go(at + 1) : setMissing(true))
  /** Enter goes on; only the last screen sends. */
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || last || (event.target as HTMLElement).tagName !== 'INPUT') return
    event.preventDefault()
    next()
  }
  return (
    <div class="stack" data-screen={here?.id} onKeyDown={enter}>
      <p class="small" ref={top} tabIndex={-1}>
        {language === 'zh' ? `第 ${at + 1} 步，共 ${screens.length} 步` : `Step ${at + 1} of ${screens.length}`}
      </p>
      <progress value={at + 1} max={screens.length} aria-label={say(words.stepOf)} />
      {missing ? <Notice tone="warn" title={say(words.fillThis)} /> : null}
      {here?.body}
      {last ? (
        send
      ) : (
        <Button key="next" tone="primary" wide onClick={next}>
          {say(words.next)}
        </Button>
      )}
      {at > 0 ? (
        <Button wide onClick={() => go(at - 1)}>
          {say(words.back)}
        </Button>
      ) : null}
    </div>
  )
}
