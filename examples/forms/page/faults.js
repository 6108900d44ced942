/** faultsOf is what is shown at a field: the page's own faults once it was left, else the server's. */
export function faultsOf (id, registry) {
  const { shows, faults, findings } = registry.formContext
  const own = faults.get(id)
  if (own) return shows(id) ? own : []
  return findings.get(id) ?? []
}
