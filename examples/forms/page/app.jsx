import { useCallback, useEffect, useMemo, useState } from 'react'
import FormModule from '@rjsf/core'
import { at, prepared, pruned, trail } from './shape.mjs'
import { idOf, stepOf, stepsOf } from './steps.js'
import { faultsIn, labelOf, validatorOf } from './validator.js'
import { send } from './server.js'
import { templates } from './templates.jsx'
import { widgets } from './widgets.jsx'
import { translate } from './words.js'

const Form = FormModule.default ?? FormModule

/** Nothing is chosen or added that nobody has chosen or added. */
const behaviour = {
  constAsDefaults: 'skipOneOf', arrayMinItems: { populate: 'requiredOnly' }, requiredBooleanDefault: 'skip', emptyObjectFields: 'skipEmptyDefaults'
}

/**
 * useServer asks the server about an instance. What it finds and the page does not
 * know itself stands until what was there changes.
 */
function useServer (data, faults) {
  const [findings, setFindings] = useState([])
  const [notice, setNotice] = useState('')
  const [busy, setBusy] = useState(false)
  const ask = async (method, path) => {
    setBusy(true)
    setNotice('')
    try {
      const answer = await send(method, path, pruned(data) ?? {})
      const known = new Set(faults.map(f => f.path))
      setFindings(answer.findings.filter(f => !known.has(f.path)).map(f => ({ ...f, saw: JSON.stringify(at(data, f.path)) })))
      return answer
    } catch (e) {
      setNotice(e.message)
    } finally {
      setBusy(false)
    }
  }
  const standing = useMemo(() => findings.filter(f => f.saw === JSON.stringify(at(data, f.path))), [findings, data])
  return { ask, busy, findings: standing, notice, setNotice }
}

/** useFocus moves the focus to a place once it is drawn: to its input, where it has one. */
function useFocus () {
  const [focus, setFocus] = useState()
  useEffect(() => {
    const place = focus && document.getElementById(focus.id)
    if (!place) return
    const input = place.matches('input, select, textarea') ? place : place.querySelector('input, select, textarea, button');
    (input ?? place).focus()
  }, [focus])
  return id => setFocus({ id })
}

/** actions is what the buttons do. */
function actions (form, id, setID, server, faults, setShowAll) {
  const { ask, setNotice } = server
  const keep = stage => (id ? ask('PUT', `/documents/${id}?stage=${stage}`) : ask('POST', `/records/${form.name}/documents?stage=${stage}`))
  const check = () => {
    setShowAll(true)
    return ask('POST', `/records/${form.name}/check`)
  }
  return {
    async saveDraft () {
      const answer = await keep('draft')
      if (!answer) return
      setID(answer.id)
      history.replaceState(null, '', `/records/${form.name}?document=${answer.id}`)
      setNotice(answer.findings.length > 0 ? `草稿已保存，其中有 ${answer.findings.length} 处提示` : '草稿已保存')
    },
    async inspect () {
      const answer = await check()
      if (answer) setNotice(answer.findings.length > 0 ? `服务器查出 ${answer.findings.length} 处` : '服务器没有查出问题')
    },
    async submit () {
      const found = await check()
      if (!found) return
      if (faults.length > 0 || found.findings.some(f => f.blocking)) {
        setNotice('还没有提交，请先改正')
        return
      }
      const answer = await keep('final')
      if (answer?.id) location.assign(`/documents/${answer.id}`)
    }
  }
}

/** App fills in one record. */
export function App ({ form, check, data: saved, id: savedID }) {
  const root = useMemo(() => prepared(form.schema), [form])
  const validator = useMemo(() => validatorOf(check, root), [check, root])
  const [data, setData] = useState(saved)
  const [id, setID] = useState(savedID)
  const [step, setStep] = useState(0)
  const [touched, setTouched] = useState(new Set())
  const [showAll, setShowAll] = useState(false)
  const focusOn = useFocus()
  const faults = useMemo(() => faultsIn(check, root, data), [check, root, data])
  const server = useServer(data, faults)
  const { saveDraft, inspect, submit } = actions(form, id, setID, server, faults, setShowAll)
  const { busy, findings, notice } = server

  const steps = useMemo(() => stepsOf(root, data), [root, data])
  const current = Math.min(step, steps.length - 1)
  const goTo = path => {
    setStep(stepOf(root, data, steps, path))
    focusOn(idOf(path))
  }
  const turnTo = n => {
    setStep(n)
    focusOn('step')
  }
  const onBlur = useCallback(fieldID => setTouched(was => new Set(was).add(fieldID)), [])
  const context = useMemo(() => ({
    group: steps.length > 1 ? steps[current] : undefined,
    shows: fieldID => showAll || touched.has(fieldID),
    faults: Map.groupBy(faults, f => idOf(f.path)),
    findings: Map.groupBy(findings, f => idOf(f.path))
  }), [steps, current, showAll, touched, faults, findings])

  return (
    <>
      {steps.length > 1 && <Steps steps={steps} current={current} go={turnTo} count={n => showAll ? faults.filter(f => stepOf(root, data, steps, f.path) === n).length : 0} />}
      <div role='status' aria-live='polite' className={notice ? 'notice' : 'notice empty'}>{notice}</div>
      {showAll && <Faults root={root} data={data} faults={faults} findings={findings} go={goTo} />}
      <Form
        schema={root} uiSchema={form.uiSchema} validator={validator} formData={data} formContext={context}
        templates={templates} widgets={widgets} translateString={translate} experimental_defaultFormStateBehavior={behaviour}
        noValidate noHtml5Validate showErrorList={false} onBlur={onBlur} onChange={e => setData(e.formData)} onSubmit={submit}
      >
        <div className='bar'>
          {current > 0 && <button type='button' onClick={() => turnTo(current - 1)}>上一步</button>}
          {current < steps.length - 1 && <button type='button' onClick={() => turnTo(current + 1)}>下一步</button>}
          <button type='button' disabled={busy} onClick={saveDraft}>保存草稿</button>
          <button type='button' disabled={busy} onClick={inspect}>检查</button>
          <button type='button' className='main' disabled={busy} onClick={submit}>提交</button>
        </div>
      </Form>
    </>
  )
}

/** Steps shows where one is, and how many places of each step are to be corrected. */
function Steps ({ steps, current, go, count }) {
  return (
    <nav aria-label='填写步骤' className='steps'>
      <ol>
        {steps.map((s, i) => (
          <li key={i}>
            <button type='button' aria-current={i === current ? 'step' : undefined} onClick={() => go(i)}>
              {s.title}{count(i) > 0 && <span className='count'>{count(i)}<span className='unseen'> 处须改正</span></span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Faults lists what is to be corrected, each a way to its place. */
function Faults ({ root, data, faults, findings, go }) {
  if (faults.length + findings.length === 0) return null
  const label = path => labelOf(path, trail(root, path, data)) || '整张表'
  return (
    <section className='faults' aria-label='须改正之处'>
      <h2>{faults.length + findings.filter(f => f.blocking).length} 处须改正</h2>
      <ul>
        {faults.map(f => <li key={f.path}><button type='button' className='link' onClick={() => go(f.path)}>{f.label}</button>：{f.message}</li>)}
        {findings.map((f, i) => (
          <li key={`${f.path} ${i}`}>
            <button type='button' className='link' onClick={() => go(f.path)}>{label(f.path)}</button>：{f.message}
            {f.basis?.map(b => <small key={b}> {b}</small>)}
          </li>
        ))}
      </ul>
    </section>
  )
}
