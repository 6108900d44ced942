// What the page asks its server.

async function answer (response) {
  const body = await response.json()
  if (body.problem) throw new Error(body.problem.zh)
  return body
}

export const get = async path => answer(await fetch(path, { headers: { Accept: 'application/json' } }))

/** send gives the server an instance; its answer has the findings and, where it was kept, the id. */
export const send = async (method, path, instance) => answer(await fetch(path, {
  method, headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(instance)
}))
