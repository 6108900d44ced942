// Renders the form of each schema of DIR by react-jsonschema-form, empty and with
// the schema's example, and fails on any message of the console or any box that
// says a field is not supported. Usage: node render.mjs DIR, where DIR has
//   forms/NAME.json          {"schema": …, "uiSchema": …, "titles": […]}
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import FormModule from '@rjsf/core'
import { getDefaultFormState } from '@rjsf/utils'
import { customizeValidator } from '@rjsf/validator-ajv8'
import { Ajv2020 } from 'ajv/dist/2020.js'

const dir = process.argv[2]
const Form = FormModule.default ?? FormModule
const complaints = []
let at = ''
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const say = console[level].bind(console)
  console[level] = (...a) => a[0] === '=' ? say(...a.slice(1)) : complaints.push(`${at}: console.${level}: ${a.join(' ').slice(0, 300)}`)
}
const behaviour = { constAsDefaults: 'skipOneOf', arrayMinItems: { populate: 'requiredOnly' }, requiredBooleanDefault: 'skip' }
/** filled lists the values that an instance holds. */
const filled = v => (typeof v === 'object' && v !== null ? Object.values(v).flatMap(filled) : v === undefined ? [] : [v])
const escaped = s => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')
/** tags lists the codes of the alternatives of choices: one of them is always chosen. */
const tags = v => new Set(typeof v !== 'object' || v === null ? [] : [...Object.values(v.properties ?? {}).flatMap(p => p.const ?? []), ...Object.values(v).flatMap(x => [...tags(x)])])
let n = 0
for (const name of readdirSync(join(dir, 'forms'))) {
  const { schema, uiSchema, titles } = JSON.parse(readFileSync(join(dir, 'forms', name), 'utf8'))
  const is07 = schema.$schema.includes('draft-07')
  const validator = customizeValidator(is07 ? {} : { AjvClass: Ajv2020, ajvOptionsOverrides: { ownProperties: true } })
  for (const formData of [undefined, ...(schema.examples ?? [])]) {
    at = `${name}${formData === undefined ? '' : ' with its example'}`
    n++
    try {
      const html = renderToStaticMarkup(createElement(Form, { schema, uiSchema, validator, formData, noHtml5Validate: true, experimental_defaultFormStateBehavior: behaviour }))
      if (/unsupported-field|Unsupported field/i.test(html)) complaints.push(`${at}: a field is not supported`)
      for (const t of titles) if (!html.includes(escaped(t))) complaints.push(`${at}: no ${t}`)
      if (formData === undefined) {
        const chosen = filled(getDefaultFormState(validator, schema, undefined, schema, false, behaviour)).filter(v => !tags(schema).has(v))
        if (chosen.length > 0) complaints.push(`${at}: filled in without anybody's choice: ${chosen}`)
      }
      if (formData !== undefined) {
        const { errors } = validator.validateFormData(formData, schema)
        if (errors.length) complaints.push(`${at}: ${errors[0].stack}`)
      }
    } catch (e) {
      complaints.push(`${at}: ${e.stack.slice(0, 400)}`)
    }
  }
}
console.log('=', `${n} forms, ${complaints.length} complaints`)
for (const c of complaints.slice(0, 20)) console.log('=', c)
process.exit(complaints.length ? 1 : 0)
