/** 选择单位: offices and organisations of the register by a part of their name; what stands in neither is typed. */
import { useEffect, useState } from 'preact/hooks'
import { findBodies, type FoundBody } from '#capabilities/organisations/contract.ts'
import { Combobox } from '#ui/combobox.tsx'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { useAnswer } from '../../pages/server.ts'

export type ChosenBody = { readonly name: string; readonly row: FoundBody['row'] }

type Props = {
  id: string
  label: string
  hint: string
  error?: string | undefined
  value: ChosenBody
  onChange: (chosen: ChosenBody) => void
}

export function OrganisationPicker({ id, label, hint, error, value, onChange }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  const [asked, ask] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => ask(value.name.trim()), 200)
    return () => clearTimeout(timer)
  }, [value.name])
  const { answer } = useAnswer(asked.length > 1 && value.row === null ? findBodies : undefined, {
    query: { name: asked },
  })
  const found = asked.length > 1 ? (answer ?? []) : []
  return (
    <Combobox
      id={id}
      label={label}
      hint={hint}
      error={error}
      freely
      value={value.name}
      offered={found.map((one) => ({
        key: `${one.name} ${one.row?.id ?? ''}`,
        title: one.name,
        more: `${language === 'en' && one.nameEn ? `${one.nameEn} · ` : ''}${say(one.kind)} · ${say(one.placeName)}`,
      }))}
      onType={(name) => onChange({ name, row: null })}
      onTake={(index) => {
        const one = found[index]
        if (one) onChange({ name: one.name, row: one.row })
      }}
    >
      {value.row ? say(relief.fromRegister) : value.name.trim().length > 1 ? say(relief.asTyped) : ''}
    </Combobox>
  )
}
