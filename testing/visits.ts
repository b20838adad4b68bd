/** Which screens there are to look at: each route of both apps at least once. */
import type { Page } from 'playwright-core'

export type Visit = {
  readonly route: string
  readonly path: string
  readonly ready: string
  readonly login?: string
  /** What is done on the page before it is looked at. */
  readonly after?: (page: Page) => Promise<unknown>
}

/** Every screen of the phone, and what is done on it before it is looked at. */
export const PHONE: readonly Visit[] = [
  { route: '/', path: '/', ready: '.grid-fields button' },
  { route: '/find', path: '/find', ready: '#search', after: (page) => found(page, '老年') },
  { route: '/find', path: '/find', ready: '#search', after: (page) => found(page, '没有这样的事') },
  { route: '/services/:code', path: '/services/YQ-05-001', ready: '.sticky-act' },
  { route: '/apply/:code', path: '/apply/YQ-02-006', ready: 'form .notice' },
  { route: '/mine', path: '/mine', ready: '.section' },
  { route: '/mine/:county/:id', path: '/mine/CASE', ready: '[data-step]' },
  { route: '/start/:procedure', path: '/start/data-correction', ready: '#start-should, [data-screen]' },
  { route: '/talk', path: '/talk', ready: '.section' },
  {
    route: '/open',
    path: '/open',
    ready: 'summary',
    after: async (page) => {
      await page.click('summary')
      await page.waitForSelector('table')
    },
  },
  { route: '/open/burden', path: '/open/burden', ready: '.empty, table' },
  { route: '/open/exposures', path: '/open/exposures', ready: '.empty' },
  { route: '/certificates', path: '/certificates', ready: '[data-kind]' },
  {
    route: '/certificates',
    path: '/certificates',
    ready: '[data-kind]',
    after: async (page) => {
      await page.click('[data-kind] button')
      await page.waitForSelector('#certificate-demander')
    },
  },
  { route: '/lists/*?', path: '/lists', ready: '[data-lists] a' },
  {
    route: '/lists/*?',
    path: '/lists',
    ready: '[data-lists] a',
    after: async (page) => {
      await page.click('[data-lists] a:has-text("L6")')
      await page.click('[data-items] a >> nth=0')
      await page.waitForSelector('img.flow')
    },
  },
  {
    route: '/lists/*?',
    path: '/lists',
    ready: '[data-lists] a',
    after: async (page) => {
      await page.click('[data-lists] a:has-text("L7")')
      await page.click('[data-items] a >> nth=0')
      await page.waitForSelector('text={姓名}')
    },
  },
  { route: '/city/*?', path: '/city', ready: 'h1' },
  { route: '/plan/:sentence?', path: '/plan', ready: '[data-sentence]' },
  { route: '/plan/:sentence?', path: '/plan/P3.3.2-01', ready: '[data-panel] h3' },
  {
    route: '/start/:procedure',
    path: '/start/plan-question?sentence=P3.3.2-01',
    ready: '#start-question, [data-screen]',
  },
  { route: '/lists/*?', path: '/lists', ready: '[data-lists] a' },
  {
    route: '/lists/*?',
    path: '/lists',
    ready: '[data-lists] a',
    after: async (page) => {
      await page.click('[data-lists] a:has-text("L6")')
      await page.click('[data-items] a >> nth=0')
      await page.waitForSelector('img.flow')
    },
  },
  { route: '/family', path: '/family', ready: '#family-code' },
  { route: '/tour', path: '/tour', ready: '.timeline' },
  { route: '/t/:number?', path: '/t', ready: '#track' },
  { route: '/t/:number?', path: '/t/NUMBER', ready: '.timeline' },
  { route: '/t/:number?', path: '/t/YQ26-0000-0000', ready: '.notice.refusal' },
  { route: '/v/:code', path: '/v/VERIFY', ready: '.notice.good' },
  { route: '*', path: '/nowhere', ready: '.empty' },
]
/** Every screen of the desk. */
export const DESK: readonly Visit[] = [
  { route: '/account', path: '/staff/account', ready: '#factor-login' },
  { route: '/', path: '/staff', ready: '.list-row', login: 'chenjing' },
  {
    route: '/',
    path: '/staff',
    ready: '.list-row',
    after: async (page) => {
      await page.click('.list-row input')
      await page.waitForSelector('[role=region] p')
    },
  },
  { route: '/cases/:county/:id', path: '/staff/cases/CASE', ready: '[data-step]' },
  { route: '/counter', path: '/staff/counter', ready: '#person-name' },
  { route: '/city/*?', path: '/staff/city', ready: 'h1' },
  { route: '/gallery', path: '/staff/gallery', ready: '[data-gallery] .timeline' },
  { route: '*', path: '/staff/nowhere', ready: '.empty' },
  { route: '/settings', path: '/staff/settings', ready: 'table', login: 'hanmei' },
  { route: '/estates', path: '/staff/estates', ready: '#only-open' },
  { route: '/registers/:name?/:county?/:id?', path: '/staff/registers', ready: '.cards a', login: 'liuyang' },
  { route: '/registers/:name?/:county?/:id?', path: '/staff/registers/residents', ready: '.list li' },
  {
    route: '/registers/:name?/:county?/:id?',
    path: '/staff/registers/residents',
    ready: '.list li',
    after: async (page) => {
      await page.click('.list li button')
      await page.fill('#row-purpose', '上门核对住址')
      await page.click('form:has(#row-purpose) button')
      await page.waitForSelector('#correct-reason')
    },
  },
  {
    route: '/registers/:name?/:county?/:id?',
    path: '/staff/registers/residents',
    ready: '.list li',
    after: async (page) => {
      await page.click('text=批量导入')
      await page.waitForSelector('label[for=import-file]')
    },
  },
  { route: '/certificates', path: '/staff/certificates', ready: '#certificate-kind', login: 'chenjing' },
  {
    route: '/certificates',
    path: '/staff/certificates',
    ready: '#demand-organisation',
    login: 'sunli',
    after: async (page) => {
      await page.focus('#demand-referral')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#demand-organisation-wrong')
      await page.fill('#demand-organisation', '民政')
      await page.waitForSelector('[role=option]')
      await page.keyboard.press('ArrowDown')
      await page.waitForSelector('[role=option][aria-selected=true]')
    },
  },
  { route: '/burden', path: '/staff/burden', ready: '#meeting-people', login: 'liuyang' },
  {
    route: '/forms',
    path: '/staff/forms',
    ready: '#form-headers',
    login: 'liuyang',
    after: async (page) => {
      await page.fill('#form-headers', '姓名、身份证号、联系电话、家庭住址、健康码颜色')
      await page.click('button[type=submit]')
      await page.waitForSelector('[data-answers]')
    },
  },
  { route: '/sheet/:county/:id', path: '/staff/sheet/TASK', ready: '[data-row]', login: 'liuyang' },
  { route: '/cases/:county/:id', path: '/staff/cases/TASK', ready: '[data-form-of-task]' },
  { route: '/forms', path: '/staff/forms', ready: '[data-sent]', login: 'fanlin' },
  {
    route: '/forms',
    path: '/staff/forms',
    ready: '#form-headers',
    login: 'fanlin',
    after: async (page) => {
      await page.fill('#form-headers', '健康码颜色')
      await page.click('button[type=submit]')
      await page.click('#send-item')
      await page.waitForSelector('.combobox li')
    },
  },
  { route: '/forms/:id', path: '/staff/forms/FORM', ready: '.empty' },
  {
    route: '/evaluation',
    path: '/staff/evaluation',
    ready: '#point-0-evidence',
    login: 'zhengfang',
    after: async (page) => {
      await page.fill('#point-0-evidence', '公开')
      await page.click('[data-offered] button:has-text("I-12")')
      await page.waitForSelector('[data-evidence="I-12"]')
      await page.click('button:has-text("再加一项")')
      await page.fill('#point-1-evidence', '没有这样的指标')
      await page.waitForSelector('.empty:has-text("没有找到")')
      await page.fill('#point-1-evidence', 'i-5')
      await page.waitForSelector('[data-offered] button')
    },
  },
  {
    route: '/evaluation',
    path: '/staff/evaluation',
    ready: '#propose-county',
    login: 'fanlin',
    after: async (page) => {
      await page.selectOption('#propose-county', '140302000000')
      await page.selectOption('#propose-street', '140302001000')
      await page.fill('#propose-evidence', '证明')
      await page.click('[data-offered] button:has-text("办件")')
      await page.fill('#propose-weight', '20')
      await page.click('button[type=submit]:has-text("提一项指标")')
      await page.waitForSelector('li:has-text("上站街道")')
    },
  },
  { route: '/plan', path: '/staff/plan', ready: '[data-task], .empty', login: 'hanmei' },
  { route: '/begin/:procedure?', path: '/staff/begin', ready: '.card a' },
  { route: '/begin/:procedure?', path: '/staff/begin/figure-by-hand', ready: '#start-reason' },
  { route: '/tasks', path: '/staff/tasks', ready: '#task-title', login: 'fanlin' },
  { route: '/admission', path: '/staff/admission', ready: '#apply-name' },
  { route: '/admission', path: '/staff/admission', ready: '#outside-office', login: 'sunli' },
  { route: '/lists/*?', path: '/staff/lists', ready: '#draft-list', login: 'ducheng' },
  { route: '/accounts', path: '/staff/accounts', ready: '[data-accounts] .card', login: 'sysadmin' },
  {
    route: '/accounts',
    path: '/staff/accounts',
    ready: '[data-accounts] .card',
    login: 'secadmin',
    after: async (page) => {
      await page.fill('#find-account', '陈静')
      await page.click('[data-accounts] .card:only-child > .row .button:first-child')
      await page.fill('#post-office', '油娄沟')
      await page.check('input[name=post-office-found]')
      await page.selectOption('#post-role', 'community_worker')
    },
  },
  { route: '/audit', path: '/staff/audit', ready: '.card, .empty', login: 'auditor' },
]

async function found(page: Page, typed: string): Promise<void> {
  await page.fill('#search', typed)
  await page.waitForSelector('.results a, .results .empty')
}
