import type {Texts} from '../rule/rule.ts'

/** An option of the command, as `--help` tells of it. */
export interface OptionText extends Texts {
  readonly flags: string
  /** May be given several times. */
  readonly repeatable?: boolean
}

/** The options by group, in the order of the help. No option takes an optional value. */
export const optionGroups: readonly {readonly title: Texts; readonly options: readonly OptionText[]}[] = [
  {
    title: {zh: '检查', en: 'Checking'},
    options: [
      {
        flags: '--issue',
        zh: '把给出的文件当作同一期的各版，一起检查',
        en: 'the files given are the pages of one issue'
      },
      {flags: '--config <file>', zh: '用这个配置文件', en: 'use this config'},
      {flags: '--no-config', zh: '不用配置文件，按推荐的规则检查', en: 'use no config: the recommended rules'},
      {
        flags: '--rule <name:severity>',
        zh: '这一次把规则设为 error、warning、info 或 off，可多次使用',
        en: 'set a rule to error, warning, info or off this time; as often as wanted',
        repeatable: true
      },
      {
        flags: '--encoding <name>',
        zh: '指明文件编码：utf-8、utf-16le、utf-16be、gb18030（默认自动识别）',
        en: 'the encoding of the files: utf-8, utf-16le, utf-16be, gb18030 (else detected)'
      },
      {
        flags: '--stdin-filename <name>',
        zh: '从标准输入读的稿件（-）叫什么名字',
        en: 'what the page read from standard input (-) is called'
      }
    ]
  },
  {
    title: {zh: '报告', en: 'Report'},
    options: [
      {
        flags: '--format <name>',
        zh: '报告的样式：pretty（终端默认）、text（否则默认）、summary（各规则报了多少）、html（给总编辑看的网页），供程序用的 json、ndjson、sarif、junit、checkstyle、github、gitlab、rdjson，或已安装的 vfile-reporter 包的名字',
        en: 'pretty (default on a terminal), text (default elsewhere), summary (findings by rule), html (a page for the chief editor); for programs json, ndjson, sarif, junit, checkstyle, github, gitlab, rdjson; or a vfile reporter package by name'
      },
      {flags: '--output <file>', zh: '报告写进文件', en: 'write the report to a file'},
      {
        flags: '--report <name=file>',
        zh: '另写一份报告，如 json=report.json，可多次使用',
        en: 'a further report, like json=report.json; as often as wanted',
        repeatable: true
      },
      {
        flags: '--annotate <file>',
        zh: '把查出的问题作为批注加进 Word 稿，另存为这个文件',
        en: 'save the Word file under this name, with a comment for each finding'
      },
      {flags: '--lang <zh|en>', zh: '报告用的语言', en: 'the language of the report'},
      {
        flags: '--sort <place|severity>',
        zh: '排列：place 按位置（默认），severity 重要的在前',
        en: 'place (default), or severity: the gravest first'
      },
      {flags: '--quiet', zh: '只显示错误', en: 'show errors only'},
      {
        flags: '--max-warnings <n>',
        zh: '疑点多于 n 处时，以状态 1 结束',
        en: 'end with status 1 for more than n warnings'
      },
      {
        flags: '--score',
        zh: '算差错率：每万字多少差错，逐项列出',
        en: 'count the error rate, item by item: errors in ten thousand characters'
      },
      {
        flags: '--score-kind <newspaper|periodical>',
        zh: '按报纸（默认，合格线万分之三）还是期刊（万分之二）算差错率',
        en: 'count as for a newspaper (default, at most 3) or a periodical (2)'
      },
      {
        flags: '--max-score <n>',
        zh: '差错率高于万分之 n 时，以状态 1 结束',
        en: 'end with status 1 for an error rate over n in ten thousand'
      },
      {flags: '--color', zh: '用颜色', en: 'use colours'},
      {flags: '--no-color', zh: '不用颜色', en: 'use no colours'}
    ]
  },
  {
    title: {zh: '改稿', en: 'Mending'},
    options: [
      {flags: '--fix', zh: '改正有把握的错误，写回文件', en: 'mend what can be mended unread, in the files'},
      {flags: '--fix-unsafe', zh: '连需要人看过的也改', en: 'mend what needs an editor’s eye, too'},
      {
        flags: '--fix-rule <name>',
        zh: '只改这条规则查出的，可多次使用；单独用时同 --fix',
        en: 'mend what this rule finds, nothing else; as often as wanted; by itself like --fix',
        repeatable: true
      },
      {flags: '--fix-dry-run', zh: '只显示会怎么改，不写文件', en: 'show what would be mended; write nothing'}
    ]
  },
  {
    title: {zh: '接受', en: 'Accepting'},
    options: [
      {
        flags: '--update-baseline',
        zh: '把现在报的都接受下来，记进 .copylint-baseline.json，以后只报新的',
        en: 'accept all that is found now, in .copylint-baseline.json: from then on only what is new is reported'
      },
      {
        flags: '--prune-baseline',
        zh: '从基线里去掉已经不再报的',
        en: 'drop from the baseline what is not found any more'
      },
      {
        flags: '--baseline <file>',
        zh: '用这份基线（默认从稿件所在文件夹往上找）',
        en: 'use this baseline (else the nearest, from the page’s folder upward)'
      },
      {flags: '--no-baseline', zh: '不用基线，全部照报', en: 'use no baseline: report all'}
    ]
  },
  {
    title: {zh: '很多文件', en: 'Many files'},
    options: [
      {
        flags: '--cache',
        zh: '记下查过的结果，内容和配置都没变的文件下次不再查',
        en: 'keep what was found: files are not checked again while they and the config are the same'
      },
      {
        flags: '--cache-location <folder>',
        zh: '结果存在哪个文件夹（默认 .copylint-cache）',
        en: 'the folder for it (default .copylint-cache)'
      },
      {
        flags: '--workers <n>',
        zh: '最多用几个线程检查（文件多或大时才用；默认与处理器一样多，1 为不另开）',
        en: 'check many or large files in n threads (default: as many as processors; 1: no further ones)'
      },
      {
        flags: '--watch',
        zh: '查完后等着，文件一保存就再查；按 Ctrl-C 结束',
        en: 'wait after checking, and check again what is saved; Ctrl-C ends it'
      }
    ]
  },
  {
    title: {zh: '其他', en: 'Other'},
    options: [
      {flags: '--tree', zh: '打印版面的结构，不检查', en: 'print the tree of the page instead'},
      {
        flags: '--timing',
        zh: '打印每一步用的时间（各线程合计）',
        en: 'print the time that each step took (of all threads)'
      },
      {flags: '--debug', zh: '程序或规则出错时显示细节', en: 'show details when copylint or a rule fails'},
      {flags: '-V, --version', zh: '显示版本', en: 'print the version'},
      {flags: '-h, --help', zh: '显示本说明', en: 'print this help'}
    ]
  }
]

/** Options that only subcommands have. */
export const ownOptions: readonly OptionText[] = [
  {
    flags: '--reason <text>',
    zh: '为什么不算错（必填），写给同事看',
    en: 'why it is right as it stands (needed): for your colleagues'
  }
]

/** The subcommands, with the arguments and options of each. */
export const commands = {
  rules: {
    usage: 'rules',
    options: ['--format <name>', '--lang <zh|en>', '--color', '--no-color', '--debug', '-h, --help'],
    text: {zh: '列出所有规则（--format json 供程序用）', en: 'list the rules (--format json for programs)'}
  },
  explain: {
    usage: 'explain <rule>',
    options: ['--lang <zh|en>', '--color', '--no-color', '--debug', '-h, --help'],
    text: {zh: '讲一条规则：查什么、为什么、怎么改', en: 'explain a rule: what it finds, why, what to do'}
  },
  accept: {
    usage: 'accept <file:line> <rule>',
    options: [
      '--reason <text>',
      '--baseline <file>',
      '--config <file>',
      '--no-config',
      '--encoding <name>',
      '--lang <zh|en>',
      '--debug',
      '-h, --help'
    ],
    text: {
      zh: '接受一处：它没有错，以后不再报（file:line:column 只指其中一处）',
      en: 'accept one finding: it is right as it stands (file:line:column where several stand in a line)'
    }
  },
  init: {
    usage: 'init',
    options: ['--lang <zh|en>', '--debug', '-h, --help'],
    text: {zh: '在当前文件夹写一份带注释的 .lintrc.json', en: 'write a commented .lintrc.json here'}
  },
  'print-config': {
    usage: 'print-config <file>',
    options: ['--config <file>', '--no-config', '--rule <name:severity>', '--lang <zh|en>', '--debug', '-h, --help'],
    text: {
      zh: '显示对一个文件生效的配置，每行从哪里来',
      en: 'show the config that holds for a file, and where each line comes from'
    }
  }
} as const satisfies Record<string, {usage: string; options: readonly string[]; text: Texts}>

export type CommandName = keyof typeof commands
