// After every change of package-lock.json: names the optional packages of other platforms that this registry does not carry,
// so that `npm ci` of newer npm versions does not call the lock incomplete.
import fs from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'wasi',
]
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const os = OS.find((one) => name.includes(one)) ?? (name.includes('windows') ? 'win32' : 'none')
    const cpu = CPU.find((one) => new RegExp(`[-_]${one}`).test(name)) ?? 'none'
    lock.packages[`node_modules/${name}`] = {
      version: String(range).replace(/^[^\d]*/, ''),
      cpu: [cpu],
      ...(entry.dev && { dev: true }),
      optional: true,
      os: [os],
      ...(/musl/.test(name) && { libc: ['musl'] }),
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
