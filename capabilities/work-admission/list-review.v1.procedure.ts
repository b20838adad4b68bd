/** 年度评估: every December what lost its basis or its object is retired from the lists. @practice domain 6.2 step 8 */
import { allow } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { listReview } from './terms.ts'
import { RETIRED_BECAUSE } from './words.ts'

const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const

export const listReviewV1 = defineProcedure({
  name: 'list-review',
  version: 1,
  title: text('清单年度评估', 'Yearly review of the lists'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.3',
  steps: { reviewing: text('评估中', 'Under review'), finished: text('已完成', 'Finished') },
  moves: {
    retire: {
      title: text('取消一个事项', 'Retire an item'),
      from: ['reviewing'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: ({ self }) => {
        const { items, retired } = listReview(self.data)
        return [
          {
            id: 'item',
            label: text('事项', 'Item'),
            type: 'choice',
            options: items
              .filter((one) => !retired.some((gone) => gone.code === one.code))
              .map((one) => ({ value: one.code, label: text(`${one.code} ${one.name}`, `${one.code} ${one.name}`) })),
          },
          { id: 'cause', label: text('原因', 'Cause'), type: 'choice', options: RETIRED_BECAUSE },
          { id: 'account', label: text('说明', 'Details'), type: 'long-text', min: 2, max: 500 },
        ]
      },
      run: ({ self, world, values }) => {
        const { items, retired } = listReview(self.data)
        const code = String(values.item)
        const list = items.find((one) => one.code === code)?.list ?? 'L4'
        return allow({
          data: {
            retired: [
              ...retired,
              { code, list, cause: String(values.cause), account: String(values.account), on: world.today },
            ],
          },
          fact: { retired: code },
        })
      },
    },
    finish: {
      title: text('完成评估', 'Finish the review'),
      tone: 'primary',
      from: ['reviewing'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      run: () => allow({ step: 'finished', ended: true }),
    },
  },
  timing: (self) => ({
    dueOn: self.endedOn === null ? listReview(self.data).due : null,
    provisional: false,
    suspended: false,
    nextOn: null,
  }),
  present: ({ self, world }) => {
    const { items, retired } = listReview(self.data)
    return [
      {
        title: text('期限已过的事项', 'Items whose days are over'),
        rows: items
          .filter((one) => one.to !== null && one.to < world.today && !retired.some((gone) => gone.code === one.code))
          .map((one) => ({ id: one.code, label: text(one.code, one.code), value: `${one.name}(${one.to})` })),
      },
      {
        title: text('已取消的事项', 'Items retired'),
        rows: retired.map((one) => ({
          id: one.code,
          label: text(one.code, one.code),
          value: `${RETIRED_BECAUSE.find(({ value }) => value === one.cause)?.label.zh ?? ''}:${one.account}`,
        })),
      },
    ]
  },
  ends: { keepYears: 10 },
})
