// Judges the instances of a corpus by ajv and compares with the verdict that
// stands beside each. Usage: node agree.mjs DIR, where DIR has
//   keywords.json            the annotations, for addVocabulary
//   schemas/*.json           documents, by any name
//   corpus.ndjson            {"schema": name, "instance": text, "valid": bool} a line
// ajv runs in its strict mode: every warning is an error. The page of
// examples/forms judges the same instances: by the validators built into it, and
// each condition of a record by itself.
import { copyFileSync, createReadStream, readFileSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const dir = process.argv[2]
const keywords = JSON.parse(readFileSync(join(dir, 'keywords.json'), 'utf8'))
const complaints = []
const logger = { log: () => {}, warn: (...a) => complaints.push(a.join(' ')), error: (...a) => complaints.push(a.join(' ')) }

function compile (name) {
  const schema = JSON.parse(readFileSync(join(dir, 'schemas', name), 'utf8'))
  const Class = schema.$schema.includes('draft-07') ? Ajv : Ajv2020
  const ajv = new Class({ ownProperties: true, logger })
  addFormats.default(ajv, ['date'])
  ajv.addVocabulary(keywords)
  if (!ajv.validateSchema(schema)) complaints.push(`${name}: ${ajv.errorsText()}`)
  try {
    const validate = ajv.compile(schema)
    for (const example of schema.examples ?? []) {
      if (!validate(example)) complaints.push(`${name}: its example: ${ajv.errorsText(validate.errors)}`)
    }
    return validate
  } catch (e) {
    complaints.push(`${name}: ${e.message}`)
    return () => true
  }
}

const forms = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..', 'examples', 'forms')
copyFileSync(join(forms, 'static', 'validators.js'), join(dir, 'validators.mjs')) // a name by which every node takes it for a module
const built = await import(join(dir, 'validators.mjs'))
const { holds } = await import(join(forms, 'page', 'conditions.mjs'))

/** conditionsOf compiles what a record's fields depend on, one by one. */
function conditionsOf (name) {
  const schema = JSON.parse(readFileSync(join(dir, 'schemas', name), 'utf8'))
  const ajv = new Ajv2020({ ownProperties: true, strict: false, logger })
  addFormats.default(ajv, ['date'])
  return (schema.allOf ?? []).filter(c => c.if).map(({ if: condition }) => ({ condition, validate: ajv.compile(condition) }))
}

/** askPage compares the page's verdict on an instance of a published schema with that of ajv. */
function askPage (name, instance, valid) {
  const validate = built[name.replace('.json', '').replaceAll('-', '_')]
  if (!validate) return complaints.push(`${name}: the page has no validator: build it again`)
  if (validate(instance) !== valid) complaints.push(`${name}: the page says ${!valid} of ${JSON.stringify(instance).slice(0, 600)}`)
  conditions[name] ??= conditionsOf(name)
  for (const { condition, validate } of conditions[name]) {
    asked++
    if (holds(condition, instance) !== validate(instance)) complaints.push(`${name}: the page says otherwise whether ${JSON.stringify(condition)} holds of ${JSON.stringify(instance).slice(0, 400)}`)
  }
}

const conditions = {}
let asked = 0
const validators = Object.fromEntries(readdirSync(join(dir, 'schemas')).map(name => [name, compile(name)]))
let n = 0
for await (const line of createInterface({ input: createReadStream(join(dir, 'corpus.ndjson')) })) {
  const { schema, instance, valid } = JSON.parse(line)
  n++
  if (/^[^.]+\.json$/.test(schema)) askPage(schema, JSON.parse(instance), valid)
  if (validators[schema](JSON.parse(instance)) !== valid) complaints.push(`${schema}: ajv says ${!valid} of ${instance.slice(0, 600)}`)
}
console.log(`${Object.keys(validators).length} schemas, ${n} instances, ${asked} conditions, ${complaints.length} complaints`)
for (const c of complaints.slice(0, 20)) console.log(c)
process.exit(complaints.length ? 1 : 0)
