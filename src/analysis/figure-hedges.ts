import {is} from './code-units.ts'
import {unitAt} from './figure-units.ts'
import type {Figure, Hedge} from './figures.ts'
import type {Mutable} from './numbers.ts'

/** Reads the unit of a figure and what hedges it from behind: 30多人, 5吨左右. */
export function readUnit(text: string, figure: Mutable<Figure>): void {
  const next = text.charCodeAt(figure.unitEnd)
  if (next === is.多 || next === is.余 || next === is.餘 || (next === is.来 && figure.value % 10 === 0)) {
    figure.hedge = 'over'
    figure.unitEnd++
  }
  if (figure.kind !== 'percent') {
    const unit = unitAt(text, figure.unitEnd)
    figure.unit = unit
    figure.unitEnd += unit.length
    if (unit === '个百分点' || unit === '百分点' || unit === '個百分點') {
      figure.kind = 'percent'
      figure.unit = '点'
    }
  }
  const behind = text.charCodeAt(figure.unitEnd)
  if (behind === is.多 || behind === is.余) figure.hedge = 'over'
  else if (behind === is.以 || behind === is.左 || behind === is.上) {
    const words = text.slice(figure.unitEnd, figure.unitEnd + 2)
    if (words === '以上') figure.hedge = 'over'
    else if (words === '以下' || words === '以内') figure.hedge = 'under'
    else if (words === '左右' || words === '上下') figure.hedge = 'about'
  }
}

/** 近, 约, 超过 … right before a number. */
export function hedgeBefore(text: string, at: number): Hedge {
  switch (text.charCodeAt(at - 1)) {
    case is.近:
      return 'under'
    case is.约:
    case is.約:
      return 'about'
    case is.超:
    case is.逾:
      return 'over'
    case is.过:
    case is.破:
    case is.少:
    case is.达:
    case is.于:
    case is.足:
    case is.到:
    case is.为:
    case is.概:
      return hedges[text.slice(at - 2, at)] ?? 'exact'
    default:
      return 'exact'
  }
}

const hedges: Readonly<Record<string, Hedge>> = {
  超过: 'over',
  突破: 'over',
  至少: 'over',
  多达: 'over',
  高于: 'over',
  多于: 'over',
  不足: 'under',
  不到: 'under',
  低于: 'under',
  少于: 'under',
  约为: 'about',
  约达: 'about',
  大概: 'about'
}
