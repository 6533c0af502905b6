/**
 * Replaces what stands between the comments `<!-- OPENING -->` and `<!-- /NAME -->`, each on a line of its own: those parts of a
 * page are ours. A page without them is left as it is.
 *
 * @param opening may hold a pattern with groups
 * @param text is given the groups
 */
export function between(page: string, opening: string, name: string, text: (...groups: string[]) => string): string {
  const part = new RegExp(`(<!-- ${opening} -->\\n)(?:[\\s\\S]*?\\n)??(<!-- /${name} -->)`, 'g')
  return page.replace(part, (_, first: string, ...rest: unknown[]) => {
    const strings = rest.filter((it) => typeof it === 'string').slice(0, -1)
    return `${first}${text(...strings.slice(0, -1))}\n${strings.at(-1)}`
  })
}

/** A table of GitHub's Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
