/** A workflow command as GitHub's runner takes it apart. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * Takes the lines of a log apart as the runner does: a command is a line that begins with `::`; its name goes to the first blank, its
 * properties to the next `::`, parted by commas; then escapes are undone, `%25` last. Lines that are no commands are left out.
 */
export function readCommands(log: string): Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const text = line.trimStart()
    const end = text.indexOf('::', 2)
    if (!text.startsWith('::') || end < 0) return []
    const head = text.slice(2, end)
    const blank = head.indexOf(' ')
    const name = blank < 0 ? head : head.slice(0, blank)
    const list = blank < 0 ? [] : head.slice(blank + 1).split(',')
    const properties = Object.fromEntries(
      list.map((it) => {
        const [key = '', ...value] = it.split('=')
        return [key.trim(), unescapeProperty(value.join('='))]
      })
    )
    return [{name, properties, message: unescapeData(text.slice(end + 2))}]
  })
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
