/** `npm run new:capability -- NAME 中文名 "English name"`: a folder that works at once, to be made into what is wanted. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TEMPLATES = join(import.meta.dirname, 'new-capability')

/** Writes the folder and its line in the registry; answers the files. Refuses a name that is taken or no name. */
export function newCapability(root: string, name: string, zh: string, en: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error('NAME is lower case with dashes, e.g. street-lamps')
  if (!zh || !en || /['`\\{}]/.test(zh + en)) throw new Error('both names are needed, without quotes')
  const folder = join(root, 'capabilities', name)
  if (existsSync(folder)) throw new Error(`there is a capability ${name} already`)
  const camel = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const words: Readonly<Record<string, string>> = {
    kebab: name,
    camel,
    Pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    zh,
    en,
  }
  const filled = (text: string): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '')
  mkdirSync(folder)
  const files = readdirSync(TEMPLATES).map((template) => {
    const plain = template.replace(/\.txt$/, '')
    const file = join(folder, plain === 'procedure.ts' ? `${name}.v1.procedure.ts` : plain)
    writeFileSync(file, filled(readFileSync(join(TEMPLATES, template), 'utf8')))
    return file
  })
  const registry = join(root, 'capabilities/registry.ts')
  const lines = readFileSync(registry, 'utf8')
  writeFileSync(
    registry,
    lines
      .replace(/\n\nexport const/, `\nimport { capability as ${camel} } from './${name}/capability.ts'\n\nexport const`)
      .replace(/,?\s*\]\s*$/, `, ${camel}]\n`),
  )
  return [...files, registry]
}

if (import.meta.main) {
  const [name = '', zh = '', en = ''] = process.argv.slice(2)
  try {
    for (const file of newCapability(join(import.meta.dirname, '..'), name, zh, en)) console.log(file)
    console.log('Next: npm run format, node scripts/lock-procedures.ts, npm run check, npm test')
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm run new:capability -- NAME 中文名 "English name"`)
    process.exit(1)
  }
}
