import type {Term} from 'copylint'

/** A form that the table does not recommend, and the one that it does. */
export interface Variant extends Term {
  readonly instead: string
}

/** The forms of the table that can be told from other words. */
export function readVariants(table: string): Variant[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [forms = '', longer = ''] = line.split(' ! ')
      const [recommended = '', ...others] = forms.split(' ')
      const lawful = longer === '' ? [] : longer.split(' ')
      return others
        .filter((form) => !form.startsWith('~'))
        .map((form) => {
          const [term = '', instead = recommended] = form.split('>')
          return {term, instead, except: lawful.filter((word) => word.includes(term))}
        })
    })
}
