import {byId} from './dom.ts'

const name = 'copylint-theme'

/** Dark or light as the machine has it, until the reader says otherwise. Where nothing may be kept, it holds for this visit. */
export function theme(): void {
  try {
    const kept = localStorage.getItem(name)
    if (kept === 'dark' || kept === 'light') document.documentElement.dataset.theme = kept
  } catch {}
  byId('theme')?.addEventListener('click', flip)
}

export function flip(): void {
  const root = document.documentElement
  const dark = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  root.dataset.theme = dark === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem(name, root.dataset.theme)
  } catch {}
}
