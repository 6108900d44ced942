// Every word that the page says itself.
import { TranslatableString } from '@rjsf/utils'

/** said is what the form's own parts say. */
const said = {
  [TranslatableString.ArrayItemTitle]: '项',
  [TranslatableString.EmptyArray]: '还没有，用下面的按钮添加。',
  [TranslatableString.YesLabel]: '是',
  [TranslatableString.NoLabel]: '否',
  [TranslatableString.ErrorsLabel]: '错误',
  [TranslatableString.AddButton]: '添加',
  [TranslatableString.AddItemButton]: '添加一项',
  [TranslatableString.CopyButton]: '复制',
  [TranslatableString.MoveUpButton]: '上移',
  [TranslatableString.MoveDownButton]: '下移',
  [TranslatableString.RemoveButton]: '删除',
  [TranslatableString.ClearButton]: '清空',
  [TranslatableString.OptionPrefix]: '选项 %1',
  [TranslatableString.TitleOptionPrefix]: '%1 %2',
  [TranslatableString.KeyLabel]: '%1',
  [TranslatableString.DeprecatedLabel]: '%1（停用）'
}

/** translate gives the form's parts their Chinese. */
export function translate (key, params = []) {
  return params.reduce((s, p, i) => s.replaceAll(`%${i + 1}`, p), said[key] ?? key)
}

/** faultText says what is wrong by the keyword that found it; schema is the field's. */
export function faultText (error, schema, value) {
  switch (error.keyword) {
    case 'required':
    case 'minProperties':
      return '必填'
    case 'false schema':
      return '按其他各项的填写，此项不应填写'
    case 'additionalProperties':
      return '没有这一项'
    case 'discriminator':
      return '请选择'
    case 'minItems':
      return `至少填写 ${error.params.limit} 项`
    case 'maxItems':
      return `最多填写 ${error.params.limit} 项`
    case 'uniqueItems':
      return '各项不得重复'
  }
  if (value === undefined || value === null) return '必填'
  return schema?.['x-message'] ?? '与要求不符'
}
