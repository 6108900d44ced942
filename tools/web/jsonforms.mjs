// Renders the form of each schema of DIR by JSON Forms (vanilla renderers), with
// each of the schema's examples, and fails on any message of the console, on a
// field that no renderer takes, and on a title or a value that is not there.
// Usage: node jsonforms.mjs DIR, where DIR has
//   forms/NAME.json          {"schema": …, "titles": […]}
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const require = createRequire(import.meta.url) // one copy of each: as CommonJS, which all of them are built as
const { JsonForms } = require('@jsonforms/react')
const { vanillaCells, vanillaRenderers } = require('@jsonforms/vanilla-renderers')

const dir = process.argv[2]
const complaints = []
let at = ''
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const say = console[level].bind(console)
  console[level] = (...a) => a[0] === '=' ? say(...a.slice(1)) : complaints.push(`${at}: console.${level}: ${a.join(' ').slice(0, 300)}`)
}

/** tagOf is the member that chooses among the alternatives of a choice, or undefined. */
const tagOf = schema => (schema.oneOf?.every(o => o.properties) ? Object.keys(schema.properties)[0] : undefined)

/**
 * layout lays an object out: a group an object within it, and of a choice the
 * alternative that the example is. JSON Forms asks for it, because its vanilla
 * renderers draw no object by themselves.
 */
function layout (schema, scope, data, type = 'VerticalLayout', label = undefined) {
  const tag = tagOf(schema)
  if (tag !== undefined) {
    const i = Math.max(0, schema.oneOf.findIndex(o => o.properties[tag].const === data?.[tag]))
    return layout(schema.oneOf[i], `${scope}/oneOf/${i}`, data, type, label)
  }
  const elements = Object.entries(schema.properties).map(([key, s]) => element(s, `${scope}/properties/${key}`, data?.[key]))
  return { type, label, elements }
}

function element (schema, scope, data) {
  if (schema.type === 'object') return layout(schema, scope, data, 'Group', schema.title)
  if (schema.type !== 'array') return { type: 'Control', scope }
  // The vanilla renderers of arrays know the title only from here: else they show the key.
  const options = schema.items.type === 'object' ? { detail: layout(schema.items, '#', data?.[0]) } : undefined
  return { type: 'Control', scope, label: schema.title, options }
}

/** leaves lists the values of an instance that a form shows as they are. */
const leaves = v => (typeof v === 'object' && v !== null ? Object.values(v).flatMap(leaves) : [v])

/** coded tells whether a text is a code, which a form shows by its title. */
const codes = schema => new Set(JSON.stringify(schema).match(/"const":"[^"]*"/g)?.map(s => s.slice(9, -1)))

const escaped = s => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')
let n = 0
for (const name of readdirSync(join(dir, 'forms'))) {
  const { schema, titles } = JSON.parse(readFileSync(join(dir, 'forms', name), 'utf8'))
  const coded = codes(schema)
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, addUsedSchema: false, ownProperties: true })
  addFormats.default(ajv, ['date'])
  for (const data of schema.examples) {
    at = `${name} with ${JSON.stringify(data).slice(0, 60)}`
    n++
    try {
      const html = renderToStaticMarkup(createElement(JsonForms, { schema, uischema: layout(schema, '#', data), data, renderers: vanillaRenderers, cells: vanillaCells, ajv }))
      if (/No applicable/.test(html)) complaints.push(`${at}: a field is not drawn`)
      for (const t of titles) if (!html.includes(escaped(t))) complaints.push(`${at}: no ${t}`)
      for (const v of leaves(data)) {
        if (typeof v === 'string' && !coded.has(v) && !html.includes(escaped(v))) complaints.push(`${at}: no ${v}`)
      }
      if (/validation_error[^>]*>[^<]/.test(html)) complaints.push(`${at}: its example has errors`)
    } catch (e) {
      complaints.push(`${at}: ${e.stack.slice(0, 400)}`)
    }
  }
}
console.log('=', `${n} forms, ${complaints.length} complaints`)
for (const c of complaints.slice(0, 20)) console.log('=', c)
process.exit(complaints.length ? 1 : 0)
