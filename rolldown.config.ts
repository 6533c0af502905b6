import {chmod} from 'node:fs/promises'
import {isBuiltin} from 'node:module'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {defineConfig, type Plugin} from 'rolldown'
import {licenses} from './scripts/licenses.ts'

/** What users import. All else, libraries too, goes into chunks that these share. */
const library = {
  formats: 'src/formats/index.ts',
  index: 'src/index.ts',
  parser: 'src/parse/plugin.ts',
  testing: 'src/testing/index.ts'
}

/**
 * What runs in Node: the command, and the library once more, so that a plugin that imports it gets the command's own modules. In the form
 * whose compiled code can be kept between runs (src/node/compiled): of ECMAScript modules Node 20 keeps none.
 */
const inNode = {
  ...library,
  node: 'src/node/index.ts',
  cli: 'src/cli.ts',
  command: 'src/cli/main.ts',
  worker: 'src/node/worker.ts',
  thread: 'src/node/thread.ts'
}

const lists =
  /rules[\\/](?:banned-term[\\/]list|common-misspelling[\\/](?:idioms|lawful-phrases|misspellings|ordinary-words)|inconsistent-term[\\/]near-words|pleonasm[\\/]list|wrong-measure-word[\\/]measures)\.ts$|src[\\/]analysis[\\/](?:shape|sound)-alikes\.ts$/

const required = '\0required/'

/** All that is beyond ASCII is escaped: half of a run's files are Chinese words, and what is ASCII is read without being decoded. */
const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const it of Object.values(bundle)) if (it.type === 'chunk') it.code = escaped(it.code)
  }
}

/** Beside each entry of the library in Node: what imports it by name. */
const importable: Plugin = {
  name: 'importable',
  generateBundle(_, bundle) {
    for (const it of Object.values(bundle)) {
      if (it.type !== 'chunk' || !it.isEntry || !(it.name in library || it.name === 'node')) continue
      const source = `import entry from './${it.fileName}'\nexport const {${it.exports.join(', ')}} = entry\n`
      this.emitFile({type: 'asset', fileName: `${it.name}.mjs`, source})
    }
  }
}

const executable: Plugin = {
  name: 'executable',
  // npm does this when it links the command, but not when it is built again behind the link
  async writeBundle({dir}, bundle) {
    if ('cli.cjs' in bundle) await chmod(`${dir}/cli.cjs`, 0o755)
  }
}

const shared = defineConfig({
  platform: 'node',
  logLevel: 'warn',
  resolve: {
    alias: {
      // built-in rules import the public entry by its name, as a stranger's rules do
      copylint: 'src/index.ts',
      // vfile asks Node for paths and the working folder; what is shared by all entries must run in a browser
      '#minpath': browserPart('minpath'),
      '#minproc': browserPart('minproc'),
      '#minurl': browserPart('minurl'),
      // the text report says itself whether it wants colours: nobody need ask the terminal
      'vfile-reporter/do-not-use-color': fileURLToPath(
        import.meta.resolve('./node_modules/vfile-reporter/lib/color.js')
      )
    }
  },
  transform: {
    // set by scripts/build.mjs
    define: process.env.COPYLINT_BUILD ? {COPYLINT_BUILD: JSON.stringify(process.env.COPYLINT_BUILD)} : {}
  },
  output: {
    dir: 'dist',
    // each file that is opened costs a millisecond: what every run needs is in three, the first of which runs in a browser, the
    // last holds the word lists of the recommended rules
    codeSplitting: {
      groups: [
        {
          name: 'engine',
          test: /src[\\/](?:index|config[\\/](?:issue|score|unfit)|score[\\/]options|parse[\\/]plugin|formats[\\/](?:format|plain|registry)|report[\\/]describe|fix[\\/]mend)\.ts$|node_modules[\\/]valibot|rolldown[\\/]runtime/,
          priority: 2
        },
        {name: 'command', test: /src[\\/](?:cli[\\/](?:main|lint)|report[\\/](?:json|text))\.ts$/, priority: 1},
        {name: 'lists', test: lists, priority: 3},
        // what loads the others comes before them
        {name: 'load', test: /src[\\/]node[\\/]compiled/, priority: 4}
      ]
    },
    // names stay as they are, so that a stack trace can be read
    minify: {compress: true, mangle: {toplevel: false, keepNames: true}, codegen: {removeWhitespace: true}}
  },
  plugins: [
    licenses(),
    {
      name: 'string-width of vfile-reporter',
      resolveId: (id, importer) =>
        id === 'string-width' && importer?.includes('vfile-reporter') ? resolve('src/report/string-width.ts') : null
    },
    {
      // libraries ask for Node's own modules by `require`, which every run would have to make, and commander for one
      // that only subcommands that are programs of their own need
      name: 'imports instead of require',
      resolveId: (id, _, {kind}) => (kind === 'require-call' && isBuiltin(id) ? `${required}${id}` : null),
      load(id) {
        if (!id.startsWith(required)) return null
        const name = id.slice(required.length)
        if (name === 'node:child_process') return 'export {}'
        // what is imported whole is copied, property by property: of this one it takes a millisecond
        if (name === 'node:process') return "const {process} = globalThis\nexport {process as 'module.exports'}"
        return `export {default as 'module.exports'} from '${name}'`
      }
    },
    {
      // the bundler's helpers are shared by all; the one that asks for Node's modules is not among those that are used
      name: 'helpers without Node',
      generateBundle(_, bundle) {
        for (const it of Object.values(bundle)) {
          if (it.type === 'chunk' && it.name === 'rolldown-runtime')
            it.code = it.code.replace(/import\s*["']node:module["'];?/, '')
        }
      }
    }
  ]
})

export default [
  defineConfig({
    ...shared,
    input: library,
    output: {...shared.output, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'}
  }),
  defineConfig({
    ...shared,
    input: inNode,
    output: {...shared.output, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs'},
    plugins: [shared.plugins, ascii, importable, executable]
  })
]

/** In strings, templates and expressions alike `\\u597d` is `好`; so is, and must not become two of them, `\\好`. */
function escaped(code: string): string {
  const unit = (it: string) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`
  return code.replace(
    /(\\*)([^\0-\x7f])/g,
    (_, slashes: string, it: string) => slashes.slice(slashes.length % 2) + unit(it)
  )
}

function browserPart(name: string): string {
  return fileURLToPath(import.meta.resolve(`./node_modules/vfile/lib/${name}.browser.js`))
}
