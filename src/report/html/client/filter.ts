import {all, byId, numbersOf, readHash, writeHash} from './dom.ts'

export type Filter = ReturnType<typeof filters>

const rank: Record<string, number> = {error: 0, warning: 1, info: 2}

/** Shows the findings that fit what is asked for, in all parts of the report; the address keeps it. */
export function filters() {
  const list = byId('list')
  const cards = all<HTMLLIElement>('#list > li')
  const marks = all<Element>('.pages .finding, .copy [data-f]').map((element) => ({
    element,
    numbers: numbersOf(element)
  }))
  const toggles = all<HTMLButtonElement>('[data-toggle]')
  const search = byId<HTMLInputElement>('search')
  const selects = ['rule', 'place', 'order'].map((id) => byId<HTMLSelectElement>(id)).filter((it) => it !== null)
  const order = byId<HTMLSelectElement>('order')
  const first = order?.value ?? 'place'
  const words = new Map<Element, string>()
  const listeners: (() => void)[] = []
  let shown = new Set(cards.map((card) => Number(card.dataset.f)))

  const wordsOf = (card: Element) => {
    const known = words.get(card) ?? (card.textContent ?? '').toLowerCase()
    words.set(card, known)
    return known
  }

  const fits = (card: HTMLLIElement) => {
    const {severity = '', rule, page, story} = card.dataset
    const asked = (id: string) => byId<HTMLSelectElement>(id)?.value ?? ''
    if (toggles.some((it) => it.dataset.toggle === severity && it.getAttribute('aria-pressed') === 'false'))
      return false
    if (asked('rule') !== '' && asked('rule') !== rule) return false
    if (asked('place') !== '' && asked('place') !== page && asked('place') !== story) return false
    const text = search?.value.trim().toLowerCase() ?? ''
    return text === '' || wordsOf(card).includes(text)
  }

  const sort = () => {
    if (!list || !order) return
    const number = (card: HTMLLIElement) => Number(card.dataset.f)
    const grade = (card: HTMLLIElement) => (order.value === 'severity' ? (rank[card.dataset.severity ?? ''] ?? 9) : 0)
    const before = cards.map((card) => card)
    cards.sort((a, b) => grade(a) - grade(b) || number(a) - number(b))
    if (before.some((card, index) => card !== cards[index])) list.append(...cards)
  }

  const query = () => {
    const off = toggles.filter((it) => it.getAttribute('aria-pressed') === 'false').map((it) => it.dataset.toggle ?? '')
    const asked = new URLSearchParams()
    if (off.length > 0) asked.set('hide', off.join('.'))
    for (const it of selects) if (it.value !== (it === order ? first : '')) asked.set(it.id, it.value)
    if (search && search.value.trim() !== '') asked.set('q', search.value.trim())
    return asked
  }

  const apply = () => {
    sort()
    shown = new Set()
    for (const card of cards) {
      card.hidden = !fits(card)
      if (!card.hidden) shown.add(Number(card.dataset.f))
    }
    for (const {element, numbers} of marks) element.classList.toggle('off', !numbers.some((it) => shown.has(it)))
    const output = byId('shown')
    if (output) {
      const text = output.dataset.text ?? ''
      output.textContent = text.replace('#', String(shown.size)).replace('%', String(cards.length))
    }
    const clear = byId('clear')
    if (clear) clear.hidden = shown.size === cards.length
    const none = byId('none')
    if (none) none.hidden = shown.size > 0 || cards.length === 0
    for (const it of listeners) it()
  }

  const changed = () => {
    apply()
    writeHash(readHash().chosen, query())
  }

  const toggle = (name: string) => {
    const button = toggles.find((it) => it.dataset.toggle === name)
    button?.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') === 'false'))
    if (button) changed()
  }

  const clear = () => {
    for (const it of toggles) it.setAttribute('aria-pressed', 'true')
    for (const it of selects) if (it !== order) it.value = ''
    if (search) search.value = ''
    changed()
  }

  const read = () => {
    const {query: asked} = readHash()
    const off = (asked.get('hide') ?? '').split('.')
    for (const it of toggles) it.setAttribute('aria-pressed', String(!off.includes(it.dataset.toggle ?? '')))
    for (const it of selects) {
      const value = asked.get(it.id) ?? (it === order ? first : '')
      if ([...it.options].some((option) => option.value === value)) it.value = value
    }
    if (search) search.value = asked.get('q') ?? ''
    apply()
  }

  for (const it of toggles) it.addEventListener('click', () => toggle(it.dataset.toggle ?? ''))
  for (const it of selects) it.addEventListener('change', changed)
  search?.addEventListener('input', changed)
  byId('clear')?.addEventListener('click', clear)
  // links to other parts of the report say nothing of filters
  addEventListener('hashchange', () => {
    if (/^(?:[ft]\d.*)?$/.test(readHash().chosen)) read()
  })
  read()

  return {
    toggle,
    clear,
    query,
    search,
    isShown: (number: number) => shown.has(number),
    onChange: (listener: () => void) => listeners.push(listener),
    /** The finding so many steps on from another, of those that are shown and in their order. */
    next(number: number | undefined, step: number): number | undefined {
      const numbers = cards.filter((card) => !card.hidden).map((card) => Number(card.dataset.f))
      const at = number === undefined ? -1 : numbers.indexOf(number)
      if (at < 0) return step > 0 ? numbers[0] : numbers.at(-1)
      return numbers[Math.min(numbers.length - 1, Math.max(0, at + step))]
    }
  }
}
