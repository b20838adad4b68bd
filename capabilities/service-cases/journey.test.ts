import { describe, expect, test } from 'vitest'
import { PNG, withServer } from '#testing/server.ts'
import { lastDayOf, plainDate } from '#kernel/calendar'
import { documentNumber } from '#kernel/document/number.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'

type Case = { county: string; id: string; number: string }
type Page = {
  summary: { step: string; revision: number; dueOn: string | null; light: string; holderName: { zh: string } }
  moves: { name: string; open: boolean; refusal?: { code: string } }[]
  parts: (Case & { step: string; holderName: { zh: string } })[]
  documents: { kind: string; number: string; id: string; county: string }[]
  history: { kind: string; onBehalf: boolean; role: { zh: string } | null }[]
  sections: { title: { zh: string }; rows: { id: string; value: { zh: string }; masked: boolean }[] }[]
}

const ok = async (method: 'GET' | 'POST', url: string, as: string, body?: unknown, key?: string): Promise<never> => {
  const answer = await city.send(method, url, { as, ...(body === undefined ? {} : { body }), ...(key ? { key } : {}) })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as never
}
const applyFor = async (login: string, item: string, values: object, files: object[] = []): Promise<Case> =>
  ok('POST', '/api/applications', await city.be(login), {
    item,
    place: login === 'zhaoqiang' ? '140321106203' : HOME,
    values: { delivery: 'window', consent: true, ...values },
    files,
  })
const page = async (login: string, one: Case): Promise<Page> =>
  ok('GET', `/api/cases/${one.county}/${one.id}`, await city.be(login))
const move = async (login: string, one: Case, name: string, values: object = {}, more: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, {
    as: await city.be(login),
    body: { values, ...more },
  })
const moved = async (login: string, one: Case, name: string, values: object = {}, more: object = {}): Promise<void> => {
  const answer = await move(login, one, name, values, more)
  if (answer.status !== 200) throw new Error(`${login} ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
}
const refused = async (login: string, one: Case, name: string, code: string, values: object = {}): Promise<void> => {
  expect((await move(login, one, name, values)).body).toMatchObject({ code })
}
const CARD = { kind: 'replace', bank: 'icbc' }
const days = async (count: number): Promise<void> => {
  await city.server.moveDay(count)
}

describe('a service from the phone to delivery', () => {
  test('two offices in turn: the due day follows, each decides its part, denial names remedies, a bad rating is not closed by the rated', async () => {
    const one = await applyFor('wangxiulan', 'YQ-05-001', { band: '90', 'bank-account': '6222035012345678' })
    expect((await page('chenjing', one)).moves.find((m) => m.name === 'accept')).toMatchObject({
      open: false,
      refusal: { code: 'materials-missing' },
    })
    await moved('chenjing', one, 'requestCorrection', { missing: ['bank-card'], note: '请补交本人银行卡复印件' })
    await refused('wangxiulan', one, 'supplement', 'nothing-attached', { supplied: ['bank-card'] })
    const as = await city.be('wangxiulan')
    const photo = (await city.upload(as, '/api/files?county=140302&material=bank-card', 'card.png', PNG)).body as Case
    await moved('wangxiulan', one, 'supplement', { supplied: ['bank-card'] }, { files: [photo.id] })
    await refused('chenjing', one, 'requestCorrection', 'told-once-already', {
      missing: ['bank-card'],
      note: '再补一次',
    })
    await moved('chenjing', one, 'accept')
    const master = await page('fanlin', one)
    // 8 working days of the street, then 12 of civil affairs, after Monday 2 March: Monday 30 March
    expect(master.summary).toMatchObject({ step: 'reviewing', dueOn: '2026-03-30' })
    await refused('fanlin', one, 'decide', 'parts-outstanding', { outcome: 'approve' })
    const part = master.parts[0]
    if (!part) throw new Error('no part')
    expect(part.holderName.zh).toBe('上站街道办事处')
    await refused('chenjing', part, 'answer', 'not-yours-to-do', { opinion: 'agree' })
    await moved('wujun', part, 'suspend', { name: 'inspection', note: '入户核查两天' })
    await days(2)
    await moved('wujun', part, 'resume')
    await moved('wujun', part, 'answer', { opinion: 'agree' })
    // Tuesday did not count (the day of acceptance would not have anyway): one day later
    expect((await page('fanlin', one)).summary.dueOn).toBe('2026-03-31')
    await moved('fanlin', one, 'decide', { outcome: 'deny', reason: '年龄段与登记不符', law: '高龄津贴办法' })
    const denied = await page('wangxiulan', one)
    expect(denied.documents.map((d) => d.kind)).toEqual(
      expect.arrayContaining(['correction', 'acceptance', 'suspension', 'resumption', 'denial']),
    )
    await refused('fanlin', one, 'decide', 'not-at-this-step', { outcome: 'approve' })
    await moved('fanlin', one, 'deliver', { way: 'online' })
    await refused('fanlin', one, 'decide', 'case-is-closed', { outcome: 'approve' })
    await moved('wangxiulan', one, 'rate', { score: '1', comment: '解释不清' })
    await refused('wangxiulan', one, 'rate', 'rated-already', { score: '5' })
    const followUp = (await page('songtao', one)).parts.find((p) => p.step === 'open')
    if (!followUp) throw new Error('no follow-up')
    await moved('fanlin', followUp, 'callBack', { account: '已电话回访,说明了依据', complex: false })
    await moved('fanlin', followUp, 'correct', { done: '已当面解释并致歉' })
    await refused('songtao', followUp, 'close', 'rated-may-not-close', { finding: '属实' })
    await moved('hanmei', followUp, 'close', { finding: '回访属实,已整改' })
  })

  test('a same-day matter: accepted, decided and delivered in the community; the document verifies by its code', async () => {
    const one = await applyFor('lijianguo', 'YQ-05-005', {})
    await moved('chenjing', one, 'accept')
    expect((await page('liuyang', one)).summary.dueOn).toBe('2026-03-04')
    await refused('chenjing', one, 'decide', 'not-yours-to-do', { outcome: 'approve' })
    await moved('liuyang', one, 'decide', { outcome: 'approve' })
    await moved('liuyang', one, 'deliver', { way: 'window' })
    const { documents } = await page('lijianguo', one)
    const approval = documents.find((d) => d.kind === 'approval')
    expect(approval?.number).toBe(documentNumber('油娄沟准字', 2026, 1))
    const code = (
      await city.owner.query<{ verify_code: string }>(`select verify_code from kernel.document where id = $1`, [
        approval?.id,
      ])
    ).rows[0]?.verify_code
    expect((await city.send('GET', `/api/verify/${code}`)).body).toMatchObject({
      intact: true,
      number: approval?.number,
    })
    const pdf = await city.send('GET', `/api/documents/${approval?.county}/${approval?.id}`, {
      as: await city.be('lijianguo'),
    })
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    await city.owner.query(
      `alter table kernel.document disable trigger all; update kernel.document set number = '油娄沟准字〔2026〕9号' where id = $1`.replace(
        'alter table kernel.document disable trigger all; ',
        '',
      ),
      [approval?.id],
    )
    expect((await city.send('GET', `/api/verify/${code}`)).body).toMatchObject({ intact: false })
  })

  test('silence accepts from the day of receipt; a promise of missing materials that lapses ends the case and is remembered', async () => {
    const silent = await applyFor('zhangmin', 'YQ-02-005', { kind: 'referral', place: '太原市', from: '2026-03-10' })
    const tolerated = await applyFor('zhangmin', 'YQ-02-006', CARD)
    await refused('chenjing', tolerated, 'accept', 'materials-missing')
    await refused('chenjing', tolerated, 'acceptWithTolerance', 'promise-not-signed', { promise: false })
    await moved('chenjing', tolerated, 'acceptWithTolerance', { promise: true })
    await refused('panyu', tolerated, 'decide', 'tolerated-materials-outstanding', { outcome: 'approve' })
    await days(10)
    const accepted = await page('zhangmin', silent)
    expect(accepted.history.find((entry) => entry.kind === 'acceptBySilence')?.role?.zh).toBe('系统时钟')
    expect((await page('zhangmin', tolerated)).summary.step).toBe('terminated')
    const again = await applyFor('zhangmin', 'YQ-02-006', CARD)
    await refused('chenjing', again, 'acceptWithTolerance', 'tolerance-lost', { promise: true })
    await moved('zhangmin', again, 'withdraw')
  })

  test('over the counter: actor and subject are both recorded, and the look is seen by the person', async () => {
    const clerk = await city.be('chenjing')
    await ok('POST', '/api/counter/person', clerk, { name: '王秀兰', idNumber: '140399193610091169' })
    const one: Case = await ok('POST', '/api/counter/applications', clerk, {
      item: 'YQ-03-005',
      place: HOME,
      name: '王秀兰',
      idNumber: '140399193610091169',
      values: {
        package: 'elder',
        team: '上站社区卫生服务中心',
        'record-consent': true,
        delivery: 'window',
        consent: true,
      },
      seen: [],
      mandate: { agentName: '李建国', agentIdNumber: '140399195601010012', relation: '邻居', kind: 'signed', days: 30 },
    })
    expect((await page('wangxiulan', one)).history[0]).toMatchObject({ kind: 'opened', onBehalf: true })
    expect((await page('lijianguo', one)).summary.step).toBe('submitted')
    expect(JSON.stringify(await ok('GET', '/api/me/looks', await city.be('wangxiulan')))).toContain('窗口受理核对')
    expect(
      (
        await city.send('POST', '/api/counter/applications', {
          as: await city.be('zhouwei'),
          body: {
            item: 'YQ-03-005',
            place: HOME,
            name: '王秀兰',
            idNumber: '140399193610091169',
            values: {},
            seen: [],
          },
        })
      ).body,
    ).toMatchObject({ code: 'not-yours-to-do' })
  })

  test('an ownership dispute goes to the street after two working days', async () => {
    const one = await applyFor('wangxiulan', 'YQ-06-006', { kind: 'central', 'bank-account': '6222035012345678' })
    await moved('chenjing', one, 'accept')
    const [part] = (await page('fanlin', one)).parts
    if (!part) throw new Error('no part')
    await moved('wujun', part, 'dispute', { reason: '应由住建部门核对供热', proposed: '市住建局' })
    await days(2)
    expect((await page('wujun', part)).summary.step).toBe('disputed')
    await days(4)
    expect((await page('zhengfang', part)).summary.step).toBe('settling')
    await moved('zhengfang', part, 'settle', {
      office: (await city.owner.query(`select id from kernel.organisation where code = 'housing'`)).rows[0]?.id,
      reason: '供热核对属住建职责',
    })
    expect((await page('dengkai', part)).summary.step).toBe('assigned')
  })

  test('what is late is marked, seen by the superior, and needs a reason', async () => {
    const one = await applyFor('lijianguo', 'YQ-02-006', { kind: 'loss' })
    await moved('chenjing', one, 'accept')
    await days(30)
    const late = await page('hanmei', one)
    expect(late.summary.light).toBe('red')
    await refused('panyu', one, 'decide', 'overdue-not-explained', { outcome: 'approve' })
    await moved('panyu', one, 'giveOverdueReason', { reason: '制卡设备故障' })
    await refused('panyu', one, 'extend', 'not-yours-to-do', { days: 5, reason: '设备故障' })
    await moved('caijie', one, 'extend', { days: 10, reason: '设备故障,经批准延长' })
    await refused('caijie', one, 'extend', 'extended-already', { days: 5, reason: '再次延长' })
    await moved('panyu', one, 'decide', { outcome: 'approve' })
  })

  test('what is decided and not delivered in time is late too', async () => {
    const one = await applyFor('wangxiulan', 'YQ-05-005', {})
    await moved('chenjing', one, 'accept')
    await moved('liuyang', one, 'decide', { outcome: 'approve' })
    const due = (await page('liuyang', one)).summary.dueOn ?? ''
    await days(Math.round((Date.parse(due) - Date.parse(city.clock.now().today)) / 86_400_000))
    expect((await page('liuyang', one)).moves.find((m) => m.name === 'deliver')?.open).toBe(true)
    await days(1)
    expect((await page('wujun', one)).summary.light).toBe('red')
    await refused('liuyang', one, 'deliver', 'overdue-not-explained', { way: 'window' })
    await moved('liuyang', one, 'giveOverdueReason', { reason: '联系不上申请人' })
    await moved('liuyang', one, 'deliver', { way: 'window' })
  })

  test('an agent acts up to the last day of the mandate, and sees nothing from the day after', async () => {
    const one: Case = await ok('POST', '/api/counter/applications', await city.be('chenjing'), {
      item: 'YQ-05-005',
      place: HOME,
      name: '李建国',
      idNumber: '140399195601010012',
      values: { delivery: 'window', consent: true },
      seen: [],
      mandate: { agentName: '张敏', agentIdNumber: '140399198504052046', relation: '亲戚', kind: 'signed', days: 3 },
    })
    const seen = async (login: string) =>
      (await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })).status
    await days(3)
    expect(await seen('zhangmin')).toBe(200)
    await days(1)
    expect(await seen('zhangmin')).toBe(404)
    expect(await seen('lijianguo')).toBe(200)
  })
})

describe('a dated value', () => {
  test('changed with a later date: open cases keep theirs, new ones take the new, the page says which and why', async () => {
    const before = await applyFor('lijianguo', 'YQ-08-001', { basis: 'home', from: '2026-01-05' })
    const hanmei = await city.be('hanmei')
    const today = city.clock.now().today
    const from = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
    const proposal = {
      name: 'service.promised.YQ-08-001',
      value: { days: 7, unit: 'working-days' },
      place: '14',
      from,
      basis: 'practice',
      source: '市政府办公室文件',
    }
    expect(
      (await city.send('POST', '/api/values/overrides', { as: hanmei, body: { ...proposal, from: today } })).body,
    ).toMatchObject({ code: 'value-must-begin-later' })
    expect(
      (
        await city.send('POST', '/api/values/overrides', {
          as: hanmei,
          body: { ...proposal, name: 'service.promised.YQ-05-002', value: { days: 31, unit: 'working-days' } },
        })
      ).body,
    ).toMatchObject({ code: 'promised-above-legal' })
    const { id } = (await ok('POST', '/api/values/overrides', hanmei, proposal)) as { id: string }
    expect((await city.send('POST', `/api/values/overrides/${id}/confirm`, { as: hanmei })).body).toMatchObject({
      code: 'second-person-confirms',
    })
    await ok('POST', `/api/values/overrides/${id}/confirm`, await city.be('jiangbo'))
    // two legal periods as well: that of the item, and the five working days to say what is missing
    for (const [name, value, basis] of [
      ['service.legal.YQ-08-001', { days: 12, unit: 'days' }, 'RPR'],
      ['service.correction-notice', { days: 3, unit: 'working-days' }, 'ALL art 32'],
    ] as const) {
      const legal = { ...proposal, name, value, basis, source: '修订后的条文' }
      const proposed = (await ok('POST', '/api/values/overrides', hanmei, legal)) as { id: string }
      await ok('POST', `/api/values/overrides/${proposed.id}/confirm`, await city.be('jiangbo'))
    }
    const dueBefore = (await page('lijianguo', before)).summary.dueOn
    await days(1)
    const after = await applyFor('zhaoqiang', 'YQ-08-001', { basis: 'home', from: '2026-01-05' })
    const shown = async (login: string, one: Case, id: string): Promise<string> =>
      (await page(login, one)).sections.flatMap((s) => s.rows).find((row) => row.id === id)?.value.zh ?? ''
    expect(await shown('lijianguo', before, 'promised')).toContain('10个工作日')
    expect(await shown('zhaoqiang', after, 'promised')).toContain('7个工作日')
    expect(await shown('zhaoqiang', after, 'promised')).toContain(from)
    expect(await shown('lijianguo', before, 'legal')).toContain('15日')
    expect(await shown('zhaoqiang', after, 'legal')).toMatch(new RegExp(`12日.*自${from}起`))
    expect((await page('lijianguo', before)).summary.dueOn).toBe(dueBefore)
    const { calendar } = city.server.contextAs({ kind: 'clock' }).world
    const within = (count: number) =>
      lastDayOf({ days: count, unit: 'working-days' }, plainDate(city.clock.now().today), calendar).day
    expect((await page('zhaoqiang', after)).summary.dueOn).toBe(within(3))
    expect(await shown('zhaoqiang', after, 'kept')).toContain(from)
  })

  test('a due day past the last published calendar is provisional, and moves when the calendar is loaded', async () => {
    const ahead = Math.round((Date.parse('2026-12-30') - Date.parse(city.clock.now().today)) / 86_400_000)
    await days(ahead)
    const one = await applyFor('zhaoqiang', 'YQ-01-006', { skills: '焊工', wish: '焊接', wage: 500000 })
    const row = async () =>
      (await city.owner.query(`select due_on, due_provisional from kernel.case where id = $1`, [one.id])).rows[0]
    expect(await row()).toEqual({ due_on: '2027-01-04', due_provisional: true })
    const holidays = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => ({
      day,
      kind: 'holiday',
      name: '元旦',
    }))
    expect(
      await ok('POST', '/api/calendar', await city.be('hanmei'), {
        year: 2027,
        source: '国办发明电〔2026〕9号',
        days: holidays,
      }),
    ).toEqual({ moved: expect.any(Number) })
    expect(await row()).toEqual({ due_on: '2027-01-06', due_provisional: false })
  })
})
