/** Steps 2 to 7 of the one-stop job, phone and desk at once, in Chinese and in English: nothing is found by its words but the moves themselves. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceCaseV1 } from '../../capabilities/service-cases/service-case.v1.procedure.ts'
import { servicePartV1 } from '../../capabilities/service-cases/service-part.v1.procedure.ts'
import { ratingFollowUpV1 } from '../../capabilities/service-cases/rating-follow-up.v1.procedure.ts'
import type { Move } from '#kernel/procedure'
import { typeset } from '#kernel/text/typeset.ts'
import { browserPath, openBrowser } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

const HOME = '140302001001'
const MOVES: Readonly<Record<string, Move>> = {
  ...ratingFollowUpV1.moves,
  ...servicePartV1.moves,
  ...serviceCaseV1.moves,
} as never
const INJECTED = '<img src=x onerror="window.injected=1">'

type Case = { county: string; id: string; number: string }
type Values = Readonly<Record<string, string | readonly string[]>>

describe.skipIf(!browserPath).each(['zh', 'en'] as const)('the whole journey (%s)', (language) => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  const errors: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const open = async (width: number, login?: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('dialog', (dialog) => errors.push(dialog.message()))
    await page.goto(`${city.base}/?lang=${language}`)
    if (login) await be(page, login)
    return page
  }
  const be = (page: Page, login: string) =>
    page.evaluate(
      `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: '{"login":"${login}"}' })`,
    )
  const atDesk = async (login: string, one: Case): Promise<Page> => {
    const desk = await open(1440, login)
    await desk.goto(`${city.base}/staff/cases/${one.county}/${one.id}`)
    return desk
  }
  /** Fills a form: text by id, choices by value. */
  const fill = async (page: Page, prefix: string, values: Values): Promise<void> => {
    for (const [field, value] of Object.entries(values)) {
      const id = `${prefix}-${field}`
      for (const one of [value].flat()) {
        const choice = page.locator(`label.choice:has(input[name="${id}"][value=${JSON.stringify(one)}])`)
        await page.locator(`#${id}, fieldset input[name="${id}"]`).first().waitFor()
        const list = page.locator(`select[id="${id}"]`)
        if (await choice.count()) await choice.click()
        else if (await list.count()) await list.selectOption(one)
        else await page.fill(`#${id}`, one)
      }
    }
  }
  /** As the screens set it. */
  const titleOf = (name: string): string => {
    const title = MOVES[name]?.title[language] ?? name
    return language === 'zh' ? typeset(title) : title
  }
  const begin = async (page: Page, name: string, values: Values = {}): Promise<void> => {
    const title = titleOf(name)
    await page.getByRole('button', { name: title, exact: true }).click()
    await fill(page, `move-${name}`, values)
  }
  const move = async (page: Page, name: string, values: Values = {}): Promise<void> => {
    await begin(page, name, values)
    await page.locator('form:has(h3) button[type=submit]').click()
  }
  const step = (page: Page, name: string) => page.waitForSelector(`[data-step=${name}]`)
  const apply = async (login: string, item: string, values: object): Promise<Case> => {
    const made = await city.send('POST', '/api/applications', {
      as: await city.be(login),
      body: { item, place: HOME, values: { delivery: 'window', consent: true, ...values }, files: [] },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    return made.body as Case
  }
  /** Parts and follow-ups of a case, the newest first. */
  const under = async (one: Case, procedure: string): Promise<Case> => {
    const found = await city.owner.query<Case>(
      `select county, id, number from kernel.case where root = $1 and procedure = $2 order by id desc limit 1`,
      [one.id, procedure],
    )
    if (!found.rows[0]) throw new Error(`no ${procedure}`)
    return found.rows[0]
  }

  test('a joint case: proof, wrong file, receipt, one correction, live, a special step, denial, rating, follow-up', async () => {
    const phone = await open(390)
    await phone.fill('#search', '高龄津贴')
    await phone.locator('.results a').first().click()
    await phone.click('.sticky-act a')
    await phone.fill('#name', '王秀兰')
    await phone.fill('#id-number', '140399193610091169')
    await phone.fill('#phone', '19903530001')
    await phone.click('button[type=submit]')
    await phone.fill('#code', (await phone.textContent('[data-demo-code]')) ?? '')
    await phone.click('button[type=submit]')
    await phone.waitForSelector('#apply-bank-account')
    expect(await phone.locator('input[name=apply-band]').count(), 'the age band is on file').toBe(0)
    const values = { 'bank-account': '6222035012345678', delivery: 'window', consent: 'yes' }
    await fill(phone, 'apply', values)
    const desk = await open(1440, 'chenjing')
    await desk.goto(`${city.base}/staff`)
    await desk.waitForSelector('.views')
    const give = (name: string, bytes: Buffer | string) =>
      phone.setInputFiles('input[type=file]', { name, mimeType: 'image/png', buffer: Buffer.from(bytes) })
    await give('card.png', 'this is no picture')
    await phone.click('form button[type=submit]')
    await phone.waitForSelector('.notice.refusal')
    await phone.locator('form .row.between button').click()
    await phone.click('form button[type=submit]')
    const number = (await phone.textContent('[data-number]')) ?? ''
    const receipt = await phone.request.get(
      new URL((await phone.getAttribute('a[href$="receipt.pdf"]', 'href')) ?? '', city.base).href,
    )
    expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await desk.click(`[data-number="${number}"] button`)
    await step(desk, 'submitted')
    const one = (await city.owner.query<Case>(`select county, id, number from kernel.case where number = $1`, [number]))
      .rows[0] as Case
    await phone.goto(`${city.base}/mine/${one.county}/${one.id}`)
    await step(phone, 'submitted')
    expect(await desk.getByRole('button', { name: titleOf('accept'), exact: true }).count()).toBe(0)
    await move(desk, 'requestCorrection', { missing: ['bank-card'], note: `请补交银行卡 ${INJECTED}` })
    await step(phone, 'correction')
    await begin(phone, 'supplement', { supplied: ['bank-card'] })
    const picture = await phone.screenshot()
    await give('card.png', picture)
    await phone.waitForSelector('form:has(h3) .row.between')
    await phone.locator('form:has(h3) button[type=submit]').click()
    await step(desk, 'submitted')
    await move(desk, 'accept')
    await step(phone, 'reviewing')

    const street = await atDesk('wujun', await under(one, 'service-part'))
    await move(street, 'suspend', { name: 'inspection', note: '入户核查' })
    await step(street, 'suspended')
    await move(street, 'resume')
    await step(street, 'assigned')
    await move(street, 'answer', { opinion: 'agree' })
    await step(street, 'answered')

    const office = await atDesk('fanlin', one)
    await move(office, 'decide', { outcome: 'deny', reason: `年龄段与登记不符 ${INJECTED}`, law: '高龄津贴办法' })
    await step(phone, 'decided')
    const denial = phone.locator('a[href^="/api/documents/"]').last()
    const pdf = await phone.request.get(new URL((await denial.getAttribute('href')) ?? '', city.base).href)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    await move(office, 'deliver', { way: 'window' })
    await step(phone, 'delivered')
    await move(phone, 'rate', { score: '1', comment: '解释不清' })
    await phone.getByText('解释不清').waitFor()

    const followUp = await under(one, 'rating-follow-up')
    const rated = await atDesk('fanlin', followUp)
    await move(rated, 'callBack', { account: '已回访并解释', complex: 'no' })
    await step(rated, 'correcting')
    await move(rated, 'correct', { done: '已当面说明依据' })
    await step(rated, 'checking')
    expect(await rated.getByRole('button', { name: titleOf('close'), exact: true }).count()).toBe(0)
    const superior = await atDesk('hanmei', followUp)
    await move(superior, 'close', { finding: '属实,已整改' })
    await step(superior, 'closed')

    const codes = await city.owner.query<{ kind: string; verify_code: string }>(
      `select kind, verify_code from kernel.document where case_id = $1 order by id`,
      [one.id],
    )
    expect(codes.rows.map((row) => row.kind)).toEqual(['correction', 'acceptance', 'denial', 'delivery'])
    const stranger = await open(390)
    for (const { verify_code } of codes.rows) {
      await stranger.goto(`${city.base}/v/${verify_code}`)
      await stranger.waitForSelector('.notice.good')
    }
    await stranger.goto(`${city.base}/t/${number}`)
    await stranger.waitForSelector('.timeline')
    expect(await stranger.content()).not.toMatch(/王秀兰|140399193610091169/)
    for (const page of [phone, desk, office]) expect(await page.evaluate('window.injected')).toBeUndefined()
    expect(errors).toEqual([])
  }, 120_000)

  test('refused with the right office named; missing papers tolerated on a signed promise only', async () => {
    const outOfScope = await apply('lijianguo', 'YQ-05-005', {})
    const phone = await open(390, 'lijianguo')
    await phone.goto(`${city.base}/mine/${outOfScope.county}/${outOfScope.id}`)
    await step(phone, 'submitted')
    const desk = await atDesk('chenjing', outOfScope)
    await move(desk, 'refuse', { reason: '户籍不在本市,不属于受理范围。', competent: '太原市民政局' })
    await step(phone, 'refused')
    const notice = await city.owner.query(`select from kernel.document where case_id = $1 and kind = 'refusal'`, [
      outOfScope.id,
    ])
    expect(notice.rowCount).toBe(1)
    await phone.locator('a[href^="/api/documents/"]').first().waitFor()

    const incomplete = await apply('zhangmin', 'YQ-02-006', { kind: 'replace', bank: 'icbc' })
    const counter = await atDesk('chenjing', incomplete)
    await move(counter, 'acceptWithTolerance', { promise: 'no' })
    await counter.waitForSelector('form .notice.refusal')
    await fill(counter, 'move-acceptWithTolerance', { promise: 'yes' })
    await counter.locator('form:has(h3) button[type=submit]').click()
    await step(counter, 'reviewing')
    expect(errors).toEqual([])
  }, 60_000)

  test('over the counter for somebody else, with an agent; the subject sees it and who looked', async () => {
    const desk = await open(1366, 'chenjing')
    await desk.goto(`${city.base}/staff/counter`)
    await desk.fill('#person-name', '张敏')
    await desk.fill('#person-id', '140399198504052047')
    await desk.locator('form button[type=submit]').first().click()
    await desk.waitForSelector('.notice.refusal') // a wrong check digit
    await desk.fill('#person-id', '140399198504052046')
    await desk.locator('form button[type=submit]').first().click()
    await desk.waitForSelector('#item')
    await desk.selectOption('#item', 'YQ-09-001')
    await fill(desk, 'counter', {
      room: 'meeting',
      on: '2026-03-20',
      people: '5',
      delivery: 'window',
      consent: 'yes',
    })
    await desk.locator('label.choice:has(input[name=agent][value=signed])').click()
    await desk.fill('#agent-name', '李建国')
    await desk.fill('#agent-id', '140399195601010012')
    await desk.fill('#agent-relation', '邻居')
    await desk.locator('form:has(#item) button[type=submit]').click()
    const number = (await desk.textContent('[data-number]')) ?? ''
    const subject = await open(390, 'zhangmin')
    await subject.goto(`${city.base}/mine`)
    await subject.getByText(number).first().waitFor()
    await subject.getByText('窗口受理核对').first().waitFor()
    const agent = await open(390, 'lijianguo')
    await agent.goto(`${city.base}/mine`)
    await agent.getByText(number).first().waitFor()
    const opened = await city.owner.query<{ actor: string; on_behalf: string }>(
      `select f.actor, f.on_behalf from kernel.fact f join kernel.case c on c.county = f.county and c.id = f.case_id where c.number = $1 and f.kind = 'opened'`,
      [number],
    )
    expect(opened.rows[0]?.on_behalf).toBeTruthy()
    expect(opened.rows[0]?.actor).not.toBe(opened.rows[0]?.on_behalf)
    expect(errors).toEqual([])
  }, 60_000)

  test('an office disputes its part; the rehearsal clock moves on, and the street settles it', async () => {
    const one = await apply('wangxiulan', 'YQ-06-006', { kind: 'central', 'bank-account': '6222035012345678' })
    const desk = await atDesk('chenjing', one)
    await move(desk, 'accept')
    await step(desk, 'reviewing')
    const part = await under(one, 'service-part')
    const street = await atDesk('wujun', part)
    await move(street, 'dispute', { reason: '供热核对属住建部门', proposed: '市住建局' })
    await step(street, 'disputed')
    const before = (await street.textContent('[data-today]')) ?? ''
    await street.locator('header [role=group] button').nth(1).click()
    await expect.poll(() => city.clock.now().today).not.toBe(before)
    await expect
      .poll(async () => (await city.owner.query(`select step from kernel.case where id = $1`, [part.id])).rows[0])
      .toEqual({ step: 'settling' })
    const head = await atDesk('zhengfang', part)
    await step(head, 'settling')
    const housing = (
      await city.owner.query<{ id: string }>(`select id from kernel.organisation where code = 'housing'`)
    ).rows[0]?.id
    await move(head, 'settle', { office: housing ?? '', reason: '供热核对属住建职责' })
    await step(await atDesk('dengkai', part), 'assigned')
    expect(errors).toEqual([])
  }, 60_000)
})
