/** How fast facts are sealed once they wait, and how long the last one waited. */
import type { Running } from './server.ts'

export async function sealing(running: Running): Promise<void> {
  const waiting = async (): Promise<number> =>
    Number(
      (
        await running.owner.query(
          `select count(*)::int as n from kernel.unsealed u join kernel.fact f on f.county = u.county and f.id = u.fact`,
        )
      ).rows[0]?.n,
    )
  // What the load wrote by hand has no mark of the server: it is refused, not sealed, and must not be counted.
  const sealed = async (): Promise<number> =>
    Number((await running.owner.query(`select count(*)::int as n from kernel.log_entry`)).rows[0]?.n)
  const refused = async (): Promise<number> =>
    Number((await running.owner.query(`select count(*)::int as n from kernel.log_refused`)).rows[0]?.n)
  const [s0, r0] = [await sealed(), await refused()]
  const began = performance.now()
  const left = await waiting()
  while ((await waiting()) > 0 && performance.now() - began < 120_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const took = (performance.now() - began) / 1000
  const worked = (await sealed()) - s0 + (await refused()) - r0
  console.log(
    `facts sealed                     ${left > 500 ? `${Math.round(worked / took)}/s with a queue of ${left}` : `no queue: all were sealed while the load ran`}; ${await sealed()} in the log, ${await refused()} rows without the server's mark refused`,
  )
}
