// Whether a condition holds. The schemas say when a field is required by a small
// closed set of keywords, and the form asks for nothing else: this is that set.
// The build refuses a schema whose conditions have another.

/** conditionKeywords is what a condition may be made of. */
export const conditionKeywords = ['type', 'const', 'enum', 'required', 'properties', 'contains', 'allOf', 'anyOf', 'not', 'pattern', 'format']

const kinds = {
  object: v => typeof v === 'object' && v !== null && !Array.isArray(v),
  array: Array.isArray,
  string: v => typeof v === 'string',
  boolean: v => typeof v === 'boolean',
  integer: Number.isInteger,
  number: v => typeof v === 'number'
}

/** isDate tells whether a text is a day of the calendar: the one format of these schemas. */
function isDate (text) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * holds judges a value by the keywords of a condition. Of an alternative it judges
 * the tag, by which alternatives differ; the rest of it is for the validator.
 */
export function holds (schema, value) {
  if (typeof schema === 'boolean') return schema
  const keys = kinds.object(value) ? schema.required ?? [] : []
  const members = kinds.object(value) ? Object.entries(schema.properties ?? {}) : []
  return (schema.type === undefined || [schema.type].flat().some(t => kinds[t]?.(value))) &&
    (!('const' in schema) || value === schema.const) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    keys.every(k => Object.hasOwn(value, k) && value[k] !== undefined) &&
    members.every(([k, s]) => !Object.hasOwn(value, k) || value[k] === undefined || holds(s, value[k])) &&
    (schema.contains === undefined || !Array.isArray(value) || value.some(x => holds(schema.contains, x))) &&
    (schema.pattern === undefined || typeof value !== 'string' || new RegExp(schema.pattern, 'u').test(value)) &&
    (schema.format === undefined || typeof value !== 'string' || isDate(value)) &&
    (schema.allOf ?? []).every(s => holds(s, value)) &&
    (schema.anyOf === undefined || schema.anyOf.some(s => holds(s, value))) &&
    (schema.not === undefined || !holds(schema.not, value))
}
