/** 选择准入事项: found by a part of its code, name or duty; only what is in force here and the office may cite. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { AdmittedItem } from '#capabilities/work-admission/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Combobox } from '#ui/combobox.tsx'
import { Button } from '#ui/kit.tsx'

/** All parts that were typed, each somewhere in code, name or duty. */
function isSought(item: AdmittedItem, typed: string): boolean {
  const told = `${item.code} ${item.name.zh} ${item.name.en} ${item.duty}`.normalize('NFKC').toLowerCase()
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((part) => told.includes(part))
}

export function ChooseItem(props: {
  id: string
  items: readonly AdmittedItem[]
  chosen: string
  onChange: (code: string) => void
}) {
  const { id, items, chosen, onChange } = props
  const say = useSay()
  const [typed, type] = useState<string>()
  const item = items.find((one) => one.code === chosen)
  const mine = items.filter((one) => one.mine)
  const found = typed === undefined ? [] : mine.filter((one) => isSought(one, typed))
  return (
    <>
      <Combobox
        id={id}
        label={say(listWords.item)}
        hint={item ? item.duty : say(listWords.itemSearch)}
        value={typed ?? (item ? `${item.code} ${say(item.name)}` : '')}
        placeholder={say(listWords.noItem)}
        offered={found.map((one) => ({
          key: one.code,
          title: `${one.code} ${say(one.name)}`,
          more: `${one.duty}${one.to ? ` · ${say(listWords.untilDay)} ${one.to}` : ''}`,
        }))}
        onType={type}
        onOpen={() => type('')}
        onClose={() => type(undefined)}
        onTake={(index) => onChange(found[index]?.code ?? '')}
      >
        {typed !== undefined && found.length === 0
          ? say(mine.length === 0 ? listWords.noneOfOurs : listWords.noneFound)
          : ''}
      </Combobox>
      <div class="row">
        {chosen ? <Button onClick={() => onChange('')}>{say(listWords.clearItem)}</Button> : null}
        {mine.length === 0 ? (
          <Link class="button" href="/admission">
            {say(listWords.admission)}
          </Link>
        ) : null}
      </div>
    </>
  )
}
