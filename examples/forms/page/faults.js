/** faultsOf is what is shown at a field: the page's own faults once it was left, else the server's. */
export function faultsOf (id, rawErrors, registry) {
  const { shows, findings } = registry.formContext
  if (rawErrors?.length > 0) return shows(id) ? rawErrors.map(message => ({ message, blocking: true })) : []
  return findings.get(id) ?? []
}
