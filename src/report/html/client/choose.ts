import {all, byId, isDesk, numbersOf, readHash, writeHash} from './dom.ts'

export type Chooser = ReturnType<typeof chooser>

/** Chooses a finding: its card, its marks in the text and its place in the picture stand out and come into view together. */
export function chooser(isShown: (number: number) => boolean) {
  const parts = new Map<number, Element[]>()
  for (const element of all<Element>('[data-f]')) {
    for (const number of numbersOf(element)) {
      const own = parts.get(number)
      if (own) own.push(element)
      else parts.set(number, [element])
    }
  }
  const tip = byId('tip')
  let current: number | undefined
  let near: readonly number[] = []

  const paint = (name: 'on' | 'near', numbers: readonly (number | undefined)[], on: boolean) => {
    for (const number of numbers) {
      for (const it of (number === undefined ? undefined : parts.get(number)) ?? []) it.classList.toggle(name, on)
    }
  }

  /** @param to what the reader asked for, where only one part is seen at a time */
  const select = (number: number | undefined, to: 'card' | 'text' = 'card', end = 0) => {
    paint('on', [current], false)
    current = number !== undefined && parts.has(number) ? number : undefined
    paint('on', [current], true)
    byId<SVGElement>('picture')
      ?.querySelector('.pages')
      ?.classList.toggle('chosen', current !== undefined)
    if (current === undefined) return
    const card = byId(`f${current}`)
    const text = byId(`t${current}-${end}`) ?? byId(`t${current}-0`)
    const drawn = document.querySelector(`.pages [data-f="${current}"] .badge`)
    const {chosen} = readHash()
    const wanted = to === 'card' ? `f${current}` : `t${current}-${end}`
    if (chosen !== wanted) writeHash(wanted, readHash().query)
    if (to === 'text') uncover(text)
    if (isDesk()) for (const it of [card, text, drawn]) bringIntoPane(it)
    else (to === 'card' ? card : text)?.scrollIntoView({block: to === 'card' ? 'start' : 'center'})
    if (to === 'card') card?.focus({preventScroll: true})
  }

  const hover = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-f]') : null
    const numbers = target ? numbersOf(target) : []
    if (numbers.join() !== near.join()) {
      paint('near', near, false)
      near = numbers
      paint('near', near, true)
    }
    showTip(target, event)
  }

  const showTip = (target: Element | null, event: Event) => {
    const [number] = target && !target.closest('li.finding') ? numbersOf(target) : []
    const fact = number === undefined ? null : byId(`h${number}`)
    if (!tip) return
    tip.hidden = !fact
    if (!fact || !target) return
    tip.textContent = fact.textContent
    const box = target.getBoundingClientRect()
    const [x, y] = event instanceof MouseEvent ? [event.clientX + 14, event.clientY + 18] : [box.left, box.bottom + 6]
    tip.style.left = `${Math.max(6, Math.min(x, innerWidth - tip.offsetWidth - 8))}px`
    tip.style.top = `${y + tip.offsetHeight > innerHeight ? Math.max(6, y - tip.offsetHeight - 30) : y}px`
  }

  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const address = link?.getAttribute('href') ?? ''
    const story = /^#s\d+-\d+$/.test(address) ? byId(address.slice(1)) : null
    if (story) {
      event.preventDefault()
      uncover(story)
      if (isDesk()) bringIntoPane(story)
      else story.scrollIntoView()
      writeHash(address.slice(1), readHash().query)
      return
    }
    const [, kind, number, end] = /^#([ft])(\d+)(?:-(\d+))?$/.exec(address) ?? []
    if (number === undefined) {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('li.finding') : null
      if (card && !link && !(event.target as Element).closest('summary') && getSelection()?.isCollapsed !== false) {
        if (isDesk()) select(Number(card.dataset.f))
      }
      return
    }
    event.preventDefault()
    select(Number(number), kind === 't' ? 'text' : 'card', Number(end ?? 0))
  })
  document.addEventListener('mouseover', hover)
  document.addEventListener('focusin', hover)
  addEventListener('hashchange', () => {
    const [, kind, number, end] = /^([ft])(\d+)(?:-(\d+))?$/.exec(readHash().chosen) ?? []
    if (number !== undefined) select(Number(number), kind === 't' ? 'text' : 'card', Number(end ?? 0))
  })

  return {
    select,
    current: () => current,
    /** What is chosen and no longer shown is chosen no more. */
    refresh: () => {
      if (current !== undefined && !isShown(current)) select(undefined)
    }
  }
}

/** Makes way for the text: where its page is folded, or the picture takes its place. */
function uncover(element: Element | null): void {
  element?.closest('details')?.setAttribute('open', '')
  if (document.body.classList.contains('large')) byId('enlarge')?.click()
}

/** Scrolls the part of the report in which an element is, and nothing else. */
function bringIntoPane(element: Element | null): void {
  const pane = element?.closest('.pane')
  if (!element || !pane) return
  const card = element.matches('li')
  const settle = () => {
    const [box, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
    const bar = (pane.querySelector('.bar')?.getBoundingClientRect().height ?? 0) + 8
    if (!card && box.top > frame.top + bar && box.bottom < frame.bottom - 40) return
    const middle = Math.max(bar, (frame.height - box.height) / (card ? 6 : 2.6))
    pane.scrollTo({
      top: pane.scrollTop + box.top - frame.top - (card ? Math.max(bar, Math.min(middle, bar + 40)) : middle),
      behavior: 'instant'
    })
  }
  settle()
  // what was not drawn yet had a height that was guessed
  requestAnimationFrame(() => {
    settle()
    requestAnimationFrame(settle)
  })
}
