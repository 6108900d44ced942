// The form's validator: the functions that ajv has made of the schemas at build
// time, so that the page evaluates no text, and what they find in our words.
import { toErrorSchema } from '@rjsf/utils'
import { at, pruned, trail } from './shape.mjs'
import { holds } from './conditions.mjs'
import { faultText } from './words.js'

/** faultsIn lists what is wrong with an instance: one fault a place, told at the place it is about. */
export function faultsIn (check, root, data) {
  const instance = pruned(data) ?? {}
  if (check(instance)) return []
  const found = new Map()
  for (const error of check.errors) {
    if (error.keyword === 'if' || error.keyword === 'oneOf') continue // what they found inside is told
    const child = error.params.missingProperty ?? error.params.additionalProperty
    const path = child === undefined ? error.instancePath : `${error.instancePath}/${child.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (found.has(path) && error.keyword !== 'false schema') continue
    const schemas = trail(root, path, instance)
    found.set(path, { path, blocking: true, keyword: error.keyword, label: labelOf(path, schemas), message: faultText(error, schemas.at(-1), at(instance, path)) })
  }
  return [...found.values()]
}

/** labelOf names a place by the titles on the way to it. */
export function labelOf (path, schemas) {
  const names = path.split('/').slice(1)
  return names.map((name, i) => schemas[i]?.title ?? (/^\d+$/.test(name) ? `第 ${Number(name) + 1} 项` : name)).join(' · ')
}

/** validatorOf is what the form asks: conditions, above all. App judges the whole, so that a fault is told where and when it helps. */
export function validatorOf (check, root) {
  return {
    isValid: (schema, data) => holds(schema, data),
    rawValidation: (_, data) => ({ errors: faultsIn(check, root, data) }),
    validateFormData (data) {
      const errors = faultsIn(check, root, data).map(f => ({
        name: f.keyword, property: f.path.replaceAll('/', '.'), message: f.message, stack: `${f.label}：${f.message}`, title: f.label
      }))
      return { errors, errorSchema: toErrorSchema(errors) }
    }
  }
}
