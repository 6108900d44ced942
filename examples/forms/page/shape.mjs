// What the page and its build make of a published schema.

/** plain tells an object of JSON from a list and a value. */
const plain = v => typeof v === 'object' && v !== null && !Array.isArray(v)

/** tagOf is the member that chooses among the alternatives of a choice, or undefined. */
export function tagOf (schema) {
  const keys = Object.keys(schema.properties ?? {})
  return schema.oneOf && keys.length === 1 ? keys[0] : undefined
}

/**
 * prepared is the schema as the form wants it: without $id, which would make the
 * form look for its references elsewhere, and with the tag of each choice as its
 * discriminator, so that no alternative is found by trying all of them.
 */
export function prepared (schema) {
  const { $id, ...rest } = schema
  return tagged(rest)
}

function tagged (v) {
  if (Array.isArray(v)) return v.map(tagged)
  if (!plain(v)) return v
  const out = Object.fromEntries(Object.entries(v).map(([k, x]) => [k, k === 'examples' ? x : tagged(x)]))
  const tag = tagOf(v)
  if (tag !== undefined) out.discriminator = { propertyName: tag }
  return out
}

/** resolved follows a reference within the document; what stands beside it wins. */
export function resolved (root, schema) {
  if (!schema?.$ref) return schema
  const { $ref, ...beside } = schema
  const target = $ref.slice(2).split('/').reduce((s, token) => s?.[token], root)
  return { ...resolved(root, target), ...beside }
}

/** chosen is the alternative that an instance of a choice is, or the schema itself. */
export function chosen (root, schema, data) {
  const tag = tagOf(schema)
  if (tag === undefined) return schema
  const all = schema.oneOf.map(s => resolved(root, s))
  return all.find(s => s.properties[tag].const === data?.[tag]) ?? all[0]
}

/** tokens are the parts of a JSON Pointer. */
export const tokens = pointer => pointer.split('/').slice(1).map(t => t.replaceAll('~1', '/').replaceAll('~0', '~'))

/** at is the value at a JSON Pointer, undefined where there is none. */
export const at = (data, pointer) => tokens(pointer).reduce((v, t) => (v !== null && typeof v === 'object' && Object.hasOwn(v, t) ? v[t] : undefined), data)

/** trail is the schemas on the way to a JSON Pointer, one a token; undefined where there is none. */
export function trail (root, pointer, data) {
  let schema = root
  return tokens(pointer).map(token => {
    const here = schema && chosen(root, resolved(root, schema), data)
    data = data?.[token]
    schema = here?.type === 'array' ? here.items : here?.properties?.[token]
    schema = schema && resolved(root, schema)
    return schema
  })
}

/** pruned leaves out what is empty: in these records absent means left out. */
export function pruned (v) {
  if (Array.isArray(v)) return v.map(x => pruned(x) ?? (plain(x) ? {} : x))
  if (!plain(v)) return v
  const kept = Object.entries(v).map(([k, x]) => [k, pruned(x)]).filter(([, x]) => x !== undefined && !(Array.isArray(x) && x.length === 0))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
