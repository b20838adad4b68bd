/** `npm run staff -- …`: opens, resets and ends the accounts of staff. A first password is shown once; its holder enrols a second factor. */
import { capabilities } from '../capabilities/registry.ts'
import { makeServices } from '../apps/server/services.ts'
import { plainDate } from '#kernel/calendar'
import { type Context, contextFor } from '#kernel/context'
import type { Directory } from '#kernel/context/world.ts'
import type { Outcome } from '#kernel/outcome'
import { fill } from '#kernel/outcome/texts.ts'
import { endAccount, openAtMachine, resetAccount } from '#kernel/appointment/actions.ts'
import { appointmentTexts } from '#kernel/appointment/texts.ts'
import { serverClock } from '#platform/clock'
import { openDatabase } from '#platform/db'
import { command, CommandError, withOpenDatabase } from './open-database.ts'

const USAGE = `npm run staff -- open LOGIN 姓名 "English name" ROLE OFFICE    e.g. open chen.jing 陈静 "Chen Jing" window_clerk committee-140302001001
npm run staff -- reset LOGIN      a lost phone or password: both are set up anew
npm run staff -- end LOGIN        all posts end yesterday`

const [verb = '', login = '', name = '', nameEn = '', role = '', code = ''] = process.argv.slice(2)
if (!['open', 'reset', 'end'].includes(verb) || !login || (verb === 'open' && !code)) {
  console.error(USAGE)
  process.exit(2)
}

async function done(context: Context, directory: Directory): Promise<Outcome<string>> {
  if (verb === 'end') return said(await endAccount(context, login), 'ended')
  if (verb === 'reset') return said(await resetAccount(context, login), 'reset')
  const office = directory.officeByCode(code)
  if (!office)
    throw new CommandError(
      `there is no office ${code}; codes are like city-office, civil-affairs, street-140302001, committee-140302001001`,
    )
  return said(await openAtMachine(context, { login, name, nameEn, role, office }), 'opened')
}

function said(outcome: Outcome<{ password?: string | undefined } | void>, what: string): Outcome<string> {
  if (!outcome.ok) return outcome
  const password = outcome.value?.password
  return { ok: true, value: `${login}: ${what}${password ? `. First password, shown this once: ${password}` : ''}` }
}

await command(() =>
  withOpenDatabase(async ({ url, config, keys }) => {
    const database = openDatabase(url, { max: 2 })
    try {
      const clock = serverClock()
      const { services, directory, ahead } = await makeServices({
        database,
        keys,
        packs: capabilities.flatMap((one) => one.packs ?? []),
        procedures: [],
        subjectNames: {},
        publicUrl: config.publicUrl,
        origin: config.origin,
        allowTestIds: config.allowTestIds,
        demo: config.mode === 'demo',
        committed: () => {},
      })
      clock.setAhead(ahead)
      const { today, ms } = clock.now()
      const outcome = await done(contextFor(services, { kind: 'nobody' }, plainDate(today), ms), directory)
      if (outcome.ok) return outcome.value
      const sentence = appointmentTexts[outcome.code]?.text
      throw new CommandError(sentence ? fill(sentence, outcome.facts).en : USAGE)
    } finally {
      await database.close()
    }
  }),
)
