// Judges the instances of a corpus by ajv and compares with the verdict that
// stands beside each. Usage: node agree.mjs DIR, where DIR has
//   keywords.json            the annotations, for addVocabulary
//   schemas/*.json           documents, by any name
//   corpus.ndjson            {"schema": name, "instance": text, "valid": bool} a line
// ajv runs in its strict mode: every warning is an error.
import { createReadStream, readFileSync, readdirSync } from 'node:fs'
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

const validators = Object.fromEntries(readdirSync(join(dir, 'schemas')).map(name => [name, compile(name)]))
let n = 0
for await (const line of createInterface({ input: createReadStream(join(dir, 'corpus.ndjson')) })) {
  const { schema, instance, valid } = JSON.parse(line)
  n++
  if (validators[schema](JSON.parse(instance)) !== valid) complaints.push(`${schema}: ajv says ${!valid} of ${instance.slice(0, 600)}`)
}
console.log(`${Object.keys(validators).length} schemas, ${n} instances, ${complaints.length} complaints`)
for (const c of complaints.slice(0, 20)) console.log(c)
process.exit(complaints.length ? 1 : 0)
