// How the form's parts are laid out: plain elements that a keyboard and a screen
// reader know, and whose errors are tied to their inputs.
import { buttonId, descriptionId, errorId } from '@rjsf/utils'
import { faultsOf } from './faults.js'
import { BaseInputTemplate } from './widgets.jsx'

function Faults ({ id, faults }) {
  if (faults.length === 0) return null
  return (
    <ul id={errorId(id)} className='errors'>
      {faults.map((f, i) => (
        <li key={i} className={f.blocking ? 'blocking' : undefined}>
          {f.message}{f.fix}{f.basis?.map(b => <small key={b}> {b}</small>)}
        </li>
      ))}
    </ul>
  )
}

const grouped = ['radio', 'checkboxes']

function FieldTemplate ({ id, label, children, rawDescription, required, hidden, displayLabel, schema, uiSchema, registry }) {
  if (hidden) return null
  const faults = faultsOf(id, registry)
  const whole = schema.type === 'object' || (schema.type === 'array' && !displayLabel)
  if (whole) return <div className='whole'>{children}<Faults id={id} faults={faults} /></div>
  const unit = schema['x-unit'] && !label?.endsWith(`（${schema['x-unit']}）`) && `（${schema['x-unit']}）`
  const name = <>{label}{unit}{required && <span className='star' aria-hidden='true'>*</span>}</>
  return (
    <div className={faults.some(f => f.blocking) ? 'field bad' : 'field'}>
      {displayLabel && (grouped.includes(uiSchema?.['ui:widget'])
        ? <span className='label' id={`${id}__label`}>{name}</span>
        : <label className='label' htmlFor={id}>{name}</label>)}
      {displayLabel && rawDescription && <p className='description' id={descriptionId(id)}>{rawDescription}</p>}
      {children}
      <Faults id={id} faults={faults} />
    </div>
  )
}

/** Sections draws properties under the headings of their groups. */
function Sections ({ schema, properties, level }) {
  const groups = schema['x-groups'] ?? []
  if (groups.length === 0) return properties.map(p => p.content)
  const H = `h${level}`
  return [...groups, { key: undefined }].map(g => {
    const mine = properties.filter(p => schema.properties[p.name]?.['x-group'] === g.key)
    if (mine.length === 0) return null
    return <div key={g.key ?? ''} className='group'>{g.title && <H>{g.title}</H>}{mine.map(p => p.content)}</div>
  })
}

function ObjectFieldTemplate ({ title, description, properties, schema, fieldPathId, registry }) {
  const { group } = registry.formContext
  if (fieldPathId.$id.endsWith('_XxxOf')) return null // of a choice: its tag alone, which the selector shows
  if (fieldPathId.$id === 'root') {
    const mine = group ? properties.filter(p => schema.properties[p.name]?.['x-group'] === group.key) : properties
    return (
      <section className='step'>
        <h2 id='step' tabIndex={-1}>{group?.title ?? title}</h2>
        {mine.map(p => p.content)}
      </section>
    )
  }
  return (
    <fieldset id={fieldPathId.$id}>
      {title && <legend>{title}</legend>}
      {description && <p className='description' id={descriptionId(fieldPathId)}>{description}</p>}
      <Sections schema={schema} properties={properties} level={3} />
    </fieldset>
  )
}

function ArrayFieldTemplate ({ title, items, canAdd, onAddClick, disabled, readonly, required, schema, fieldPathId }) {
  return (
    <fieldset id={fieldPathId.$id} className='list'>
      <legend>{title}{required && <span className='star' aria-hidden='true'>*</span>}</legend>
      {schema.description && <p className='description' id={descriptionId(fieldPathId)}>{schema.description}</p>}
      {items}
      {canAdd && <button type='button' id={buttonId(fieldPathId, 'add')} disabled={disabled || readonly} onClick={onAddClick}>添加{title}</button>}
    </fieldset>
  )
}

function ArrayFieldItemTemplate ({ children, index, buttonsProps, hasToolbar }) {
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem, disabled, readonly } = buttonsProps
  const off = disabled || readonly
  const n = index + 1
  return (
    <div className='item'>
      <div className='grow'>{children}</div>
      {hasToolbar && (
        <div className='tools'>
          {hasMoveUp && <button type='button' className='plain' disabled={off} onClick={onMoveUpItem} aria-label={`第 ${n} 项上移`}>↑</button>}
          {hasMoveDown && <button type='button' className='plain' disabled={off} onClick={onMoveDownItem} aria-label={`第 ${n} 项下移`}>↓</button>}
          {hasRemove && <button type='button' className='plain' disabled={off} onClick={onRemoveItem} aria-label={`删除第 ${n} 项`}>删除</button>}
        </div>
      )}
    </div>
  )
}

function MultiSchemaFieldTemplate ({ selector, optionSchemaField, schema }) {
  const tag = schema.discriminator?.propertyName
  return (
    <div className='choice'>
      <div className='field'>
        <label className='label' htmlFor={selector?.props.id}>{schema.properties?.[tag]?.title ?? schema.title}</label>
        {selector}
      </div>
      {optionSchemaField}
    </div>
  )
}

const nothing = () => null

export const templates = {
  BaseInputTemplate,
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
  MultiSchemaFieldTemplate,
  FieldErrorTemplate: nothing, // FieldTemplate has them
  ErrorListTemplate: nothing // the page lists faults and findings together
}
