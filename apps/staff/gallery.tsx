/** 组件陈列: every component of the kit in every state, in one place to look at and for the tests to walk. */
import { useMemo, useState } from 'preact/hooks'
import { useSay } from '../../pages/language.tsx'
import {
  Button,
  Choices,
  Dialog,
  Facts,
  FileInput,
  Icon,
  ICON_NAMES,
  Light,
  Notice,
  Section,
  Select,
  Skeleton,
  TextArea,
  TextInput,
} from '#ui/kit.tsx'
import { Refused } from '../../pages/refused.tsx'
import { Columns, Mark, Slider } from '#ui/figures.tsx'
import { VirtualList } from '#ui/virtual-list.tsx'

const TONES = ['primary', 'plain', 'danger', 'quiet'] as const
const LIGHTS = ['green', 'yellow', 'orange', 'red', 'suspended', 'done'] as const
const MARKS = ['tick', 'gap', 'late', 'ring', 'dash', 'dotted'] as const
const NOTICES = ['info', 'good', 'warn', 'refusal'] as const
const COLOURS = [
  'paper',
  'sheet',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'jade',
  'jade-deep',
  'jade-wash',
  'vermilion',
  'vermilion-wash',
  'amber',
  'amber-wash',
  'sky',
  'sky-wash',
  'focus',
]
const TYPES = ['small', 'text', 'large', 'title'] as const
const SPACES = [
  ['s1', 4],
  ['s2', 8],
  ['s3', 12],
  ['s4', 16],
  ['s5', 24],
  ['s6', 32],
  ['s7', 48],
] as const

export function GalleryPage() {
  const say = useSay()
  const [text, setText] = useState('油娄沟社区')
  const [chosen, choose] = useState<readonly string[]>(['b'])
  const options = [
    { value: 'a', label: say({ zh: '窗口领取', en: 'At the window' }) },
    { value: 'b', label: say({ zh: '邮寄', en: 'By post' }) },
  ]
  const label = say({ zh: '住址', en: 'Address' })
  const hint = say({ zh: '与居住证一致', en: 'As on the residence permit' })
  const wrong = say({ zh: '请填写。', en: 'Please fill this in.' })
  const input = { value: text, onChange: setText, label }
  return (
    <div class="stack" data-gallery>
      <h1>{say({ zh: '组件陈列', en: 'Gallery' })}</h1>
      <Section title="Button">
        {TONES.map((tone) => (
          <p class="row" key={tone}>
            <Button tone={tone}>{tone}</Button>
            <Button tone={tone} busy>
              busy
            </Button>
            <Button tone={tone} disabled>
              disabled
            </Button>
            <Button tone={tone} pressed>
              pressed
            </Button>
          </p>
        ))}
        <Button tone="primary" wide>
          wide
        </Button>
      </Section>
      <Section title="TextInput, TextArea, Select">
        <div class="stack">
          <TextInput id="g-plain" {...input} />
          <TextInput id="g-hint" {...input} hint={hint} optional={say({ zh: '(可不填)', en: '(optional)' })} />
          <TextInput id="g-wrong" {...input} value="" error={wrong} />
          <TextInput id="g-date" {...input} type="date" value="2026-11-24" />
          <TextArea id="g-area" {...input} hint={hint} />
          <TextArea id="g-area-wrong" {...input} value="" error={wrong} />
          <TextArea id="g-area-optional" {...input} optional={say({ zh: '(可不填)', en: '(optional)' })} />
          <Select
            id="g-select-hint"
            {...input}
            value=""
            hint={hint}
            optional={say({ zh: '(可不填)', en: '(optional)' })}
            options={options}
            none="—"
          />
          <Select id="g-select" {...input} value="b" options={options} none="—" />
          <Select id="g-select-wrong" {...input} value="" options={options} none="—" error={wrong} />
        </div>
      </Section>
      <Section title="Choices">
        <div class="stack">
          <Choices id="g-one" label={label} options={options} chosen={chosen} onChange={choose} />
          <Choices id="g-many" many label={label} hint={hint} options={options} chosen={chosen} onChange={choose} />
          <Choices id="g-none" label={label} error={wrong} options={options} chosen={[]} onChange={choose} />
        </div>
      </Section>
      <Section title="FileInput">
        <div class="stack">
          <FileInput
            id="g-file"
            label={label}
            choose={say({ zh: '选择', en: 'Choose' })}
            accept=".pdf"
            onFiles={() => {}}
          />
          <FileInput
            id="g-file-busy"
            many
            label={label}
            hint={hint}
            choose={say({ zh: '选择', en: 'Choose' })}
            accept=".pdf"
            busy
            onFiles={() => {}}
          />
        </div>
      </Section>
      <Section title="Notice">
        <div class="stack">
          {NOTICES.map((tone) => (
            <Notice key={tone} tone={tone} title={tone}>
              <p>{hint}</p>
            </Notice>
          ))}
          <Notice>{hint}</Notice>
          <Refused
            problem={{
              status: 409,
              code: 'example',
              text: { zh: '已一次性告知过,不能再要求补正。', en: 'Corrections were asked for once already.' },
              basisText: { zh: '《行政许可法》第三十二条', en: 'Administrative Licensing Law, art 32' },
              next: { zh: '请受理,或者说明理由不予受理。', en: 'Accept it, or refuse it with reasons.' },
            }}
          />
        </div>
      </Section>
      <Section title="Light, badge">
        <p class="row">
          {LIGHTS.map((light) => (
            <Light key={light} light={light}>
              {light}
            </Light>
          ))}
          <span class="badge">badge</span>
          <span class="badge warn">warn</span>
        </p>
      </Section>
      <Section title="Side by side, ask">
        <div class="side-by-side">
          <Button wide>A</Button>
          <Button wide>B</Button>
        </div>
        <div class="ask">
          <TextInput id="g-ask" {...input} hint={hint} />
          <Button>{say({ zh: '查询', en: 'Look up' })}</Button>
        </div>
      </Section>
      <Section title="Facts">
        <Facts
          rows={[
            { id: 'a', label, value: text },
            { id: 'b', label: hint, value: <span class="number">YQ26-7K3M-9P2X</span> },
          ]}
        />
      </Section>
      <Section title="Skeleton, empty, offline">
        <Skeleton label={hint} lines={2} />
        <p class="empty">{say({ zh: '没有待办。', en: 'Nothing to do.' })}</p>
        <div class="empty stack">
          <p>{say({ zh: '还没有办件。', en: 'No cases yet.' })}</p>
          <Button>{say({ zh: '去办事', en: 'Get something done' })}</Button>
        </div>
        <p class="offline">{say({ zh: '没有网络', en: 'No network' })}</p>
        <progress value={0.4} aria-label={hint} />
      </Section>
      <Section title="Table, timeline">
        <div class="table-wrap" tabIndex={0} role="region" aria-label={label}>
          <table>
            <thead>
              <tr>
                <th scope="col">{label}</th>
                <th scope="col">{hint}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>{text}</td>
                <td>{text}</td>
              </tr>
            </tbody>
          </table>
        </div>
        <ol class="timeline">
          <li>{say({ zh: '提交', en: 'Submitted' })}</li>
          <li>{say({ zh: '受理', en: 'Accepted' })}</li>
        </ol>
      </Section>
      <Section title="Icon">
        <p class="row">
          {ICON_NAMES.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </p>
      </Section>
      <Section title="Dialog, VirtualList">
        <Sheet label={label} />
        <LongList />
      </Section>
      <Section title="Type">
        {TYPES.map((name) => (
          <p key={name} style={{ fontSize: `var(--${name})` }}>
            {name}{' '}
            {say({
              zh: '里仁为美,择不处仁,焉得知?2026年11月27日',
              en: 'The good of a neighbourhood, 27 November 2026',
            })}
          </p>
        ))}
        <h3 style={{ fontFamily: 'var(--serif)' }}>serif {say({ zh: '受理通知书', en: 'Notice of acceptance' })}</h3>
        <p class="number">mono YQ26-7K3M-9P2X</p>
      </Section>
      <Section title="Mark, Columns, Slider">
        <p class="row">
          {MARKS.map((shape) => (
            <span key={shape} class="row">
              <Mark shape={shape} /> {shape}
            </span>
          ))}
        </p>
        <Months label={label} />
      </Section>
      <Section title="Tokens">
        <ul class="row">
          {COLOURS.map((name) => (
            <li key={name} class="small">
              <svg width="48" height="32" aria-hidden="true">
                <rect width="48" height="32" fill={`var(--${name})`} stroke="var(--line-strong)" />
              </svg>
              <br />
              {name}
            </li>
          ))}
        </ul>
        <ul>
          {SPACES.map(([name, px]) => (
            <li key={name} class="row small">
              <svg width="48" height="12" aria-hidden="true">
                <rect width={px} height="12" fill="var(--jade)" />
              </svg>
              {name} {px} px
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

/** Columns and the slider that chooses among them. */
function Months({ label }: { label: string }) {
  const [chosen, choose] = useState('2')
  const parts = [0.3, undefined, 0.62, 1, 0]
  const columns = parts.map((part, i) => ({
    id: String(i),
    label: `26.0${i + 1}`,
    value: part === undefined ? '—' : `${part * 100} %`,
    part,
  }))
  return (
    <>
      <Columns columns={columns} chosen={chosen} />
      <Slider
        id="g-slider"
        label={label}
        stops={columns.map((one) => ({ value: one.id, label: one.label }))}
        value={chosen}
        onChange={choose}
      />
    </>
  )
}

function Sheet({ label }: { label: string }) {
  const [open, set] = useState(false)
  return (
    <p>
      <Button onClick={() => set(true)}>Dialog</Button>
      {open ? (
        <Dialog title={label} close="×" onClose={() => set(false)}>
          <p>{label}</p>
        </Dialog>
      ) : null}
    </p>
  )
}

/** A hundred thousand rows, to scroll and filter. */
function LongList() {
  const say = useSay()
  const [typed, type] = useState('')
  const all = useMemo(() => Array.from({ length: 100_000 }, (_, i) => `YQ26-${(i * 7919 + 1000003).toString(36)}`), [])
  const rows = useMemo(() => all.filter((one) => one.includes(typed.trim().toLowerCase())), [typed])
  return (
    <div class="stack" data-long-list={rows.length}>
      <TextInput id="g-filter" label={say({ zh: '筛选', en: 'Filter' })} value={typed} onChange={type} />
      <VirtualList
        items={rows}
        rowHeight={40}
        label={say({ zh: '十万行', en: '100,000 rows' })}
        keyOf={(one) => one}
        row={(one, index) => (
          <span class="row between">
            <span class="number">{one}</span> <span class="small">{index + 1}</span>
          </span>
        )}
      />
    </div>
  )
}
