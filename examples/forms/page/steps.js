// The steps of a form are the groups of its record's table.
import { chosen, tokens } from './shape.mjs'

/** stepsOf lists the groups that have fields; a record without groups is one step. */
export function stepsOf (root, data) {
  const schema = chosen(root, root, data)
  const groups = schema['x-groups'] ?? []
  const used = new Set(Object.values(schema.properties).map(p => p['x-group']))
  const steps = groups.filter(g => used.has(g.key))
  if (steps.length === 0) return [{ key: undefined, title: schema.title }]
  return used.has(undefined) ? [...steps, { key: undefined, title: '其他' }] : steps
}

/** stepOf is the number of the step on which a place is filled in. */
export function stepOf (root, data, steps, path) {
  const [key] = tokens(path)
  const group = chosen(root, root, data).properties[key]?.['x-group']
  return Math.max(0, steps.findIndex(s => s.key === group))
}

/** idOf is the id of the field at a JSON Pointer. */
export const idOf = path => ['root', ...tokens(path)].join('_')
