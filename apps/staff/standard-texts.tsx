/** 常用语: the office's own wordings under a long text; inserted, then edited before anything is sent. */
import { addStandardText, endStandardText, listStandardTexts } from '#kernel/inbox/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { call, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button } from '#ui/kit.tsx'

export function StandardTexts({ field, typed, put }: { field: string; typed: string; put: (text: string) => void }) {
  const say = useSay()
  const texts = useAnswer(listStandardTexts, {})
  const own = (texts.answer ?? []).filter((one) => one.field === field)
  const used = own.find((one) => one.text === typed.trim())
  const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text)
  return (
    <div class="row" role="group" aria-label={say(words.standardTexts)}>
      {own.map((one) => (
        <Button
          key={one.id}
          tone="quiet"
          label={`${say(words.insertText)}${say(words.colon)}${one.text}`}
          onClick={() => put(one.text)}
        >
          {short(one.text)}
        </Button>
      ))}
      {used ? (
        <Button
          tone="quiet"
          onClick={() => {
            const { county, id } = used
            void call(endStandardText, { params: { county, id } }).then(texts.again)
          }}
        >
          {say(words.dropText)}
        </Button>
      ) : typed.trim().length >= 2 ? (
        <Button
          tone="quiet"
          onClick={() => {
            void call(addStandardText, { body: { field, text: typed } }).then(texts.again)
          }}
        >
          {say(words.keepText)}
        </Button>
      ) : null}
    </div>
  )
}
