// Inputs that say whether they are right, and take what people type.
import { descriptionId, errorId } from '@rjsf/utils'
import { faultsOf } from './faults.js'

/** told ties an input to its description and errors, of those that are there. */
function told ({ id, schema, registry, required }) {
  const faults = faultsOf(id, registry)
  const ids = [schema.description && descriptionId(id), faults.length > 0 && errorId(id)].filter(Boolean)
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': faults.some(f => f.blocking) || undefined,
    'aria-required': required || undefined
  }
}

const amountEnd = '\\.[0-9]{2}$'

/** tidied is a number as the schema wants it: full-width digits and separators are taken as they are meant. */
function tidied (text, schema) {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return text
  if (!schema.pattern?.endsWith(amountEnd)) return plain
  const [whole, places = ''] = plain.split('.')
  return places.length > 2 ? plain : `${whole}.${places.padEnd(2, '0')}`
}

function BaseInputTemplate (props) {
  const { id, value, readonly, disabled, onChange, onChangeOverride, onBlur, onFocus, options, schema, type, placeholder } = props
  const number = options.inputType === 'text' // an amount or a ratio, which is text so that it stays exact
  const whole = schema.type === 'integer' || schema.type === 'number'
  const empty = text => (text === '' ? options.emptyValue : text)
  const leave = e => {
    const text = number ? tidied(e.target.value, schema) : e.target.value
    if (text !== e.target.value) onChange(empty(text))
    onBlur(id, text)
  }
  return (
    <input
      id={id} name={id} className='input' value={value ?? ''} placeholder={placeholder && `例：${placeholder}`}
      type={whole ? 'number' : type === 'date' ? 'date' : 'text'} step={whole ? 1 : undefined} inputMode={number ? 'decimal' : undefined}
      maxLength={type === 'date' || number ? undefined : schema.maxLength} autoComplete='off'
      readOnly={readonly} disabled={disabled}
      onChange={onChangeOverride ?? (e => onChange(empty(e.target.value)))} onBlur={leave} onFocus={e => onFocus(id, e.target.value)} {...told(props)}
    />
  )
}

function SelectWidget (props) {
  const { id, value, options, readonly, disabled, onChange, onBlur } = props
  const alternative = id.endsWith('_select') // one of them is always chosen
  const all = options.enumOptions ?? []
  const pick = text => all.find(o => String(o.value) === text)?.value
  return (
    <select
      id={id} name={id} className='input' value={value ?? ''} disabled={disabled || readonly}
      onChange={e => onChange(pick(e.target.value))} onBlur={e => onBlur(id, pick(e.target.value))} {...told(props)}
    >
      {(!alternative || value === undefined) && <option value=''>请选择</option>}
      {all.map(o => <option key={String(o.value)} value={String(o.value)}>{o.label}</option>)}
    </select>
  )
}

function TextareaWidget (props) {
  const { id, value, options, readonly, disabled, onChange, onBlur, schema, placeholder } = props
  return (
    <textarea
      id={id} name={id} className='input' rows={4} value={value ?? ''} placeholder={placeholder && `例：${placeholder}`} maxLength={schema.maxLength}
      readOnly={readonly} disabled={disabled}
      onChange={e => onChange(e.target.value === '' ? options.emptyValue : e.target.value)} onBlur={e => onBlur(id, e.target.value)} {...told(props)}
    />
  )
}

/** Several draws one box an option: of which one may be ticked, or several. */
function Several (props) {
  const { id, value, options, readonly, disabled, onChange, onBlur, several } = props
  const list = several ? value ?? [] : [value]
  const all = options.enumOptions ?? []
  const tick = (option, on) => {
    if (!several) return onChange(option)
    const ticked = all.map(o => o.value).filter(v => (v === option ? on : list.includes(v)))
    onChange(ticked.length > 0 ? ticked : undefined)
  }
  const { 'aria-invalid': invalid, 'aria-required': required, 'aria-describedby': describedBy } = told(props)
  return (
    <div
      id={id} className='options' role={several ? 'group' : 'radiogroup'} aria-labelledby={`${id}__label`} aria-describedby={describedBy}
      {...(several ? {} : { 'aria-invalid': invalid, 'aria-required': required })}
    >
      {all.map((o, i) => (
        <label key={String(o.value)}>
          <input
            type={several ? 'checkbox' : 'radio'} id={`${id}-${i}`} name={id} checked={list.includes(o.value)} disabled={disabled || readonly}
            onChange={e => tick(o.value, e.target.checked)} onBlur={() => onBlur(id, value)}
          />
          {o.label}
        </label>
      ))}
    </div>
  )
}

export const widgets = {
  SelectWidget,
  TextareaWidget,
  RadioWidget: props => <Several {...props} />,
  CheckboxesWidget: props => <Several {...props} several />
}

export { BaseInputTemplate }
