// Uses the site of examples/forms as people do, in a real browser:
//   node forms-browser.mjs URL BROWSER DIR [STORY…]
// DIR gets pictures of what was seen. Any message of the console, failed request
// or finding of axe fails the run, and so does a form that does not open, does not
// hold its example, or finds fault with it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [url, executablePath, dir, ...only] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'], env: { ...process.env, LANGUAGE: 'zh_CN' } })
const context = await browser.newContext({ viewport: { width: 1000, height: 1200 }, locale: 'zh-CN' })
const page = await context.newPage()
page.setDefaultTimeout(20_000)
const complaints = []
const complain = text => complaints.push(`${page.url().replace(url, '')}: ${text}`)
page.on('console', m => complain(`console.${m.type()}: ${m.text().slice(0, 300)}`))
page.on('pageerror', e => complain(`uncaught: ${e.stack?.slice(0, 600)}`))
page.on('requestfailed', r => complain(`failed: ${r.method()} ${r.url()} ${r.failure()?.errorText}`))
page.on('response', r => { if (r.status() >= 400) complain(`${r.status()}: ${r.url()}`) })
page.on('request', r => { if (!r.url().startsWith(url) && !r.url().startsWith('data:')) complain(`asks another server: ${r.url()}`) })

/** accessible asks axe about the page as it is. */
async function accessible () {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(values => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags)
  for (const v of violations) complain(`axe: ${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`)
}

const picture = name => page.screenshot({ path: join(dir, `${name}.png`), fullPage: true })
const opened = () => page.getByRole('button', { name: '提交' }).waitFor()
const press = name => page.getByRole('button', { name, exact: true }).click()
const said = text => page.getByRole('status').filter({ hasText: text }).waitFor()
const sees = async text => assert.ok(await page.getByText(text).first().isVisible(), `no ${text} on ${page.url()}`)

/** glyphs wants the font to have Chinese: no two characters look alike, and none like a code point without a glyph. */
async function glyphs () {
  const drawn = await page.evaluate(() => [...'数据资产证书\u{10FFF0}'].map(c => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 48
    const pen = canvas.getContext('2d')
    pen.font = `32px ${getComputedStyle(document.body).fontFamily}`
    pen.fillText(c, 4, 36)
    return canvas.toDataURL()
  }))
  assert.equal(new Set(drawn).size, drawn.length, 'the browser has no Chinese font')
}

/** Somebody picks a record, is told what is wrong, corrects it, submits it, and sees it. */
async function receipt () {
  await page.goto(url)
  await glyphs()
  await accessible()
  await picture('index')
  await page.getByRole('link', { name: '数据资产收入' }).click()
  await opened()
  await accessible()
  await press('提交')
  await said('还没有提交')
  await page.getByRole('heading', { name: /处须改正/ }).waitFor()
  await accessible()
  await picture('receipt-empty')

  const amount = page.getByLabel('含税金额（元）')
  await amount.fill('六十万')
  await amount.blur()
  await page.locator('.field', { has: amount }).locator('.errors').waitFor()
  assert.equal(await amount.getAttribute('aria-invalid'), 'true')
  const told = await amount.getAttribute('aria-describedby')
  assert.ok(await page.locator(`#${told.split(' ').at(-1)}`).isVisible(), 'the error is tied to its input')
  await amount.fill('６００，０００')
  await amount.blur()
  assert.equal(await amount.inputValue(), '600000.00', 'full width and separators are taken as meant')
  assert.equal(await amount.getAttribute('aria-invalid'), null)
  const star = page.locator('.field', { has: page.getByLabel('取得控制日期') }).locator('.star')
  assert.equal(await star.count(), 1, 'required while neither of the two other days is there')
  await page.getByLabel('到账日期').fill('2026-03-27')
  await star.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '收入编号' }).click()
  assert.equal(await page.evaluate(() => document.activeElement.id), 'root_id', 'a fault leads to its place')
  await page.keyboard.type('SR-2026-01')
  await page.getByLabel('涉及资产-1').fill('JT-02')
  await page.getByLabel('收入类别').selectOption('使用收入')
  await page.getByLabel('取得方式').selectOption('一次性收入')
  await page.getByLabel('付款方').fill('运营机构甲')
  await page.getByRole('heading', { name: /处须改正/ }).waitFor({ state: 'detached' })
  await accessible()
  await picture('receipt-right')
  await press('提交')
  await page.waitForURL(/documents/)
  for (const text of ['已提交', 'SR-2026-01', 'JT-02', '使用收入', '运营机构甲', '600,000.00 元', '2026年3月27日']) await sees(text)
  await accessible()
  await picture('receipt-submitted')
}

/** What only the server knows stands beside its field; a draft is saved, left and opened again; the card is printed. */
async function card () {
  await page.goto(`${url}/records/information-card?example`)
  await opened()
  await picture('card-step-1')
  await press('下一步')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'step', 'the step is told to those who do not see it')
  const code = page.getByLabel('登记单位统一社会信用代码')
  await code.fill('91350100M000100Y44') // the check character is wrong: a schema cannot tell
  await code.blur()
  assert.equal(await code.getAttribute('aria-invalid'), null)
  await press('检查')
  await said('服务器查出 1 处')
  await page.locator('.field', { has: code }).locator('.errors').filter({ hasText: '校验' }).waitFor()
  assert.equal(await code.getAttribute('aria-invalid'), 'true')
  await accessible()
  await picture('card-server-finding')
  await press('提交')
  await said('还没有提交')
  await press('保存草稿')
  await said('草稿已保存')

  await page.goto(url)
  await picture('index-draft')
  await page.getByRole('link', { name: '继续填写' }).click()
  await opened()
  await page.getByRole('button', { name: '权利信息' }).click()
  assert.equal(await code.inputValue(), '91350100M000100Y44', 'the draft is as it was left')
  await code.fill('91350100M000100Y43')
  await press('检查')
  await said('服务器没有查出问题')
  for (const step of ['使用信息', '管理信息']) {
    await page.getByRole('button', { name: step }).click()
    await accessible()
    await picture(`card-${step}`)
  }
  await press('提交')
  await page.waitForURL(/documents/)
  await sees('已提交')
  await accessible()
  await picture('card-submitted')
  await page.getByRole('link', { name: '打印数据资产信息卡片' }).click()
  await printed('card', 3)
}

/** The certificate is one sheet. */
async function certificate () {
  await page.goto(`${url}/records/signed-certificate?example`)
  await opened()
  await accessible()
  await press('提交')
  await page.waitForURL(/documents/)
  await page.getByRole('link', { name: '打印' }).click()
  await printed('certificate', 1)
}

/** printed prints the page on A4, and wants at most so many sheets. */
async function printed (name, most) {
  await page.waitForURL(/print$/)
  await accessible()
  await picture(`${name}-print`)
  const pdf = await page.pdf({ path: join(dir, `${name}.pdf`), preferCSSPageSize: true, printBackground: true })
  const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? []
  assert.ok(boxes.length >= 1 && boxes.length <= most, `${name}: ${boxes.length} sheets, want at most ${most}`)
  for (const box of boxes) {
    const [, , width, height] = box.match(/[\d.]+/g).map(Number)
    assert.ok(Math.abs(width - 595.28) < 1.5 && Math.abs(height - 841.89) < 1.5, `${name}: ${box} is not A4`)
  }
}

/** Somebody who uses the keyboard alone makes a choice and adds an element. */
async function keyboard () {
  await page.goto(`${url}/records/registration-command`)
  await opened()
  await page.getByLabel('步骤', { exact: true }).selectOption('申请注销')
  await page.getByLabel('原因').waitFor()
  await page.getByRole('button', { name: '添加材料' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '删除第 1 项' }).waitFor()
  await accessible()
  await picture('command')
}

/** Each form opens empty and holds its example, in which neither the page nor the server finds fault. */
async function everyForm () {
  await page.goto(url)
  const records = await page.locator('.forms a').evaluateAll(links => links.map(a => a.getAttribute('href')))
  assert.ok(records.length >= 25, `only ${records.length} forms`)
  for (const record of records) {
    await page.goto(`${url}${record}`)
    await opened()
    await page.goto(`${url}${record}?example`)
    await opened()
    await accessible()
    await press('检查')
    await page.getByRole('status').filter({ hasText: '服务器' }).waitFor()
    const text = await page.getByRole('status').innerText()
    if (text !== '服务器没有查出问题') complain(`its example: ${text}`)
    if (await page.locator('.faults').count() > 0) complain(`its example: ${(await page.locator('.faults').innerText()).slice(0, 300)}`)
    if (await page.getByText(/Unsupported|undefined|\[object/).count() > 0) complain('a field is not drawn')
  }
  return records.length
}

const stories = { receipt, card, certificate, keyboard, everyForm }
for (const [name, story] of Object.entries(stories)) {
  if (only.length > 0 && !only.includes(name)) continue
  const began = Date.now()
  try {
    const n = await story()
    console.log(`${name}${n === undefined ? '' : ` (${n})`}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } catch (e) {
    complain(`${name}: ${e.stack}`)
    await picture(`${name}-failed`)
  }
}
await browser.close()
for (const c of complaints.slice(0, 40)) console.log(c)
console.log(`${complaints.length} complaints`)
process.exit(complaints.length > 0 ? 1 : 0)
