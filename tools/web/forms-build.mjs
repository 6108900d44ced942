// Builds what the site of examples/forms shows: node forms-build.mjs [--check]
//   app.js          the page, from examples/forms/page
//   validators.js   a function a record, which ajv makes of schema/testdata/schema
//   licenses.txt    of what the two programs contain
// With --check nothing is written, and what is checked in must be the same bytes.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const forms = join(here, '..', '..', 'examples', 'forms')
const schemas = join(here, '..', '..', 'schema', 'testdata', 'schema')
const standalone = createRequire(import.meta.url)('ajv/dist/standalone').default
const { tagOf } = await import(join(forms, 'page', 'shape.mjs'))
const { conditionKeywords } = await import(join(forms, 'page', 'conditions.mjs'))

const plain = v => typeof v === 'object' && v !== null && !Array.isArray(v)
const scalars = ['string', 'integer', 'boolean']
const named = ['properties', '$defs'] // whose members are named by the record, not by JSON Schema
const told = k => k.startsWith('x-') || ['title', 'description', 'examples', '$schema', '$id', '$defs'].includes(k)

/** shared is the schemas that several places use, by name: each becomes one function. */
const shared = new Map()

/** scalar names the schema of a value; alike ones have one name. */
function scalar (schema) {
  const text = JSON.stringify(schema)
  if (!shared.has(text)) shared.set(text, `value-${shared.size}`)
  return { $ref: shared.get(text) }
}

/** verdict is what of a schema decides: without annotations, a list of codes as enum, a choice by its tag. */
function verdict (schema, where) {
  if (Array.isArray(schema)) return schema.map(s => verdict(s, where))
  if (!plain(schema)) return schema
  const out = {}
  for (const [k, v] of Object.entries(schema)) {
    if (told(k)) continue
    if (k === '$ref') out.$ref = v.replace('#/$defs/', 'def-')
    else if (k === 'if') out.if = condition(v, where)
    else if (['const', 'enum', 'required'].includes(k)) out[k] = v
    else if (named.includes(k)) out[k] = Object.fromEntries(Object.entries(v).map(([name, s]) => [name, verdict(s, where)]))
    else out[k] = verdict(v, where)
  }
  if (out.oneOf?.every(o => typeof o.const === 'string')) {
    out.enum = [...new Set(out.oneOf.map(o => o.const))]
    delete out.oneOf
  }
  const tag = tagOf(schema)
  if (tag !== undefined) out.discriminator = { propertyName: tag }
  return scalars.includes(out.type) && !('const' in out) && tag === undefined ? scalar(out) : out
}

/** condition checks that the page can judge it: examples/forms/page/conditions.mjs. */
function condition (schema, where) {
  if (!plain(schema)) return schema
  for (const [k, v] of Object.entries(schema)) {
    if (!conditionKeywords.includes(k)) throw new Error(`${where}: a condition has ${k}, which page/conditions.mjs does not know`)
    if (k === 'format' && v !== 'date') throw new Error(`${where}: a condition has the format ${v}`)
    if (k === 'properties') Object.values(v).forEach(s => condition(s, where))
    else if (Array.isArray(v)) v.forEach(s => condition(s, where))
    else condition(v, where)
  }
  return schema
}

/** compiled is the text of a module with one function a record. */
function compiled () {
  const records = new Map()
  const defs = new Map()
  for (const file of readdirSync(schemas).sort()) {
    const name = file.replace('.json', '')
    const document = JSON.parse(readFileSync(join(schemas, file), 'utf8'))
    for (const [k, v] of Object.entries(document.$defs ?? {})) {
      const own = JSON.stringify(verdict(v, name))
      if ((defs.get(k) ?? own) !== own) throw new Error(`${name}: another record has other $defs/${k}`)
      defs.set(k, own)
    }
    records.set(name, verdict(document, name))
  }
  const ajv = new Ajv2020({ ownProperties: true, allErrors: true, messages: false, inlineRefs: false, discriminator: true, code: { source: true, esm: true } })
  addFormats.default(ajv, ['date'])
  for (const [text, $id] of shared) ajv.addSchema({ ...JSON.parse(text), $id })
  for (const [k, text] of defs) ajv.addSchema({ ...JSON.parse(text), $id: `def-${k}` })
  for (const [name, schema] of records) ajv.addSchema({ ...schema, $id: name })
  return standalone(ajv, Object.fromEntries([...records.keys()].map(name => [name.replaceAll('-', '_'), name])))
}

/** bundle returns a program and the files that went into it. */
async function bundle (options) {
  const { outputFiles, metafile, warnings } = await build({
    bundle: true, minify: true, write: false, metafile: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none',
    absWorkingDir: here, nodePaths: [join(here, 'node_modules')], logLevel: 'silent', outfile: 'out.js',
    define: { 'process.env.NODE_ENV': '"production"' }, jsx: 'automatic', external: ['/static/validators.js'], ...options
  })
  for (const w of warnings) throw new Error(`${w.location?.file}: ${w.text}`)
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) }
}

/** licenses tells whose work the programs contain, and on what terms. */
function licenses (inputs) {
  const owners = new Set()
  for (const file of inputs) {
    const parts = relative(here, join(here, file)).split(sep)
    const i = parts.lastIndexOf('node_modules')
    if (i < 0) continue
    owners.add(parts.slice(0, i + (parts[i + 1].startsWith('@') ? 3 : 2)).join('/'))
  }
  const told = [...owners].sort().map(dir => {
    const { name, version, license } = JSON.parse(readFileSync(join(here, dir, 'package.json'), 'utf8'))
    const file = readdirSync(join(here, dir)).find(f => /^licen[cs]e(\.|$)/i.test(f))
    const text = file ? readFileSync(join(here, dir, file), 'utf8').replaceAll('\r\n', '\n').split('\n').map(l => l.trimEnd()).join('\n').trim() : ''
    return `${name} ${version}, ${license}\n\n${text}`.trim()
  })
  return `app.js and validators.js contain, bundled by esbuild:\n\n${told.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}

const app = await bundle({ entryPoints: [join(forms, 'page', 'main.jsx')] })
const validators = await bundle({ stdin: { contents: compiled(), resolveDir: here, sourcefile: 'validators.js' } })
const files = {
  'app.js': app.text,
  'validators.js': validators.text,
  'licenses.txt': licenses([...app.inputs, ...validators.inputs])
}
const out = join(forms, 'static')
const other = readdirSync(out).filter(name => !(name in files))
for (const [name, text] of Object.entries(files)) {
  let now
  try { now = readFileSync(join(out, name), 'utf8') } catch { now = undefined }
  if (now !== text) other.push(name)
}
if (process.argv.includes('--check')) {
  if (other.length > 0) {
    console.error(`examples/forms/static is not what its sources build: ${other.join(', ')}. Run npm ci and node forms-build.mjs in tools/web.`)
    process.exit(1)
  }
} else {
  mkdirSync(out, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text)
}
for (const [name, text] of Object.entries(files)) console.log(`${Buffer.byteLength(text)} ${name}`)
