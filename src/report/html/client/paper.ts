import {all} from './dom.ts'

/** On paper nothing can be opened: mends and the account are open while it is printed. */
export function paper(): void {
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = all<HTMLDetailsElement>('.mend:not([open]), .score details:not([open])')
    for (const it of opened) it.open = true
  })
  addEventListener('afterprint', () => {
    for (const it of opened) it.open = false
  })
}
