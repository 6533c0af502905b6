import type {Chooser} from './choose.ts'
import {byId, isDesk} from './dom.ts'
import type {Filter} from './filter.ts'
import {flip} from './theme.ts'

const severities = ['error', 'warning', 'info']

/** The keyboard, and the buttons that do the same. */
export function keys({filter, choose, go}: {filter: Filter; choose: Chooser; go: (step: number) => void}): void {
  const table = byId<HTMLDialogElement>('keys')
  const help = () => (table?.open ? table.close() : table?.showModal())
  const enlarge = byId<HTMLButtonElement>('enlarge')
  byId('help')?.addEventListener('click', help)
  byId('close')?.addEventListener('click', () => table?.close())
  byId('print')?.addEventListener('click', () => print())
  enlarge?.addEventListener('click', () => {
    const large = document.body.classList.toggle('large')
    enlarge.setAttribute('aria-pressed', String(large))
    enlarge.textContent = (large ? enlarge.dataset.on : enlarge.dataset.off) ?? ''
  })

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const field = event.target instanceof Element && event.target.matches('input, select')
    if (event.key === 'Escape' && !table?.open) {
      const account = document.querySelector('.score details[open]')
      if (account && isDesk()) return account.removeAttribute('open')
      if (field) (event.target as HTMLElement).blur()
      choose.select(undefined)
      filter.clear()
      return
    }
    if (field || table?.open) return
    const text = choose.current()
    if (event.key === 'j') go(1)
    else if (event.key === 'k') go(-1)
    else if (event.key === '/') filter.search?.focus()
    else if (event.key === '?') help()
    else if (event.key === 'd') flip()
    else if (event.key === 't' && text !== undefined) choose.select(text, 'text')
    else if (/^[123]$/.test(event.key)) filter.toggle(severities[Number(event.key) - 1] ?? '')
    else return
    event.preventDefault()
  })
}
