import { createRoot } from 'react-dom/client'
import { App } from './app.jsx'
import { get } from './server.js'

const place = document.getElementById('form')
const { record, document: id, example } = place.dataset

/** load asks for all that the form needs at once. */
async function load () {
  const [form, compiled, saved] = await Promise.all([
    get(`/records/${record}/form.json`),
    import('/static/validators.js'),
    id ? get(`/documents/${id}/instance.json`) : undefined
  ])
  const check = compiled[record.replaceAll('-', '_')]
  if (!check) throw new Error('页面程序里没有这张表单的校验，请重新构建')
  const data = saved ?? (example === undefined ? undefined : form.example)
  createRoot(place).render(<App form={form} check={check} data={data} id={id} />)
}

load().catch(e => {
  place.textContent = `表单载入失败：${e.message}`
  place.setAttribute('role', 'alert')
})
