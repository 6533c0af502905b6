import {chooser} from './choose.ts'
import {filters} from './filter.ts'
import {keys} from './keys.ts'
import {paper} from './paper.ts'
import {theme} from './theme.ts'

// what the report can do beyond links: it reads as well without
document.documentElement.classList.add('js')
const filter = filters()
const choose = chooser(filter.isShown)
const go = (step: number) => choose.select(filter.next(choose.current(), step))
filter.onChange(() => choose.refresh())
theme()
paper()
keys({filter, choose, go})
const start = /^#([ft])(\d+)/.exec(location.hash)
if (start) choose.select(Number(start[2]))
