/** What is said of a term, by the class that it is of. */
export const messages = {
  society: {
    zh: {
      what: '“{quote}”在新闻里不宜用',
      why: '它带有歧视或夸大的意味，新华社的禁用词列有这一条（社会生活类）。',
      how: '可用{instead}；引语、作品名里可以照用。'
    },
    en: {
      what: '“{quote}” is not for news copy',
      why: 'It slights or overstates; the agency’s list of banned terms has it (social life).',
      how: 'Write {instead}; a quotation or the title of a work may keep it.'
    }
  },
  law: {
    zh: {
      what: '“{quote}”的叫法不规范',
      why: '机构名里重复了一级，新华社的禁用词列有这一条（法律法规类）。',
      how: '可用{instead}。'
    },
    en: {
      what: '“{quote}” is not the proper style',
      why: 'The name of the office says the place twice; the agency’s list has it (law).',
      how: 'Write {instead}.'
    }
  },
  people: {
    zh: {
      what: '“{quote}”的称呼不妥',
      why: '民族和族群的名称不能简称、不能带侮辱性，新华社的禁用词列有这一条（民族宗教类）。',
      how: '可用{instead}。'
    },
    en: {
      what: '“{quote}” is no proper name of a people',
      why: 'Names of peoples are not cut short and must not insult; the agency’s list has it (peoples and religions).',
      how: 'Write {instead}.'
    }
  },
  territory: {
    zh: {
      what: '“{quote}”的提法不妥',
      why: '涉及港澳台和领土的提法有规定，新华社的禁用词列有这一条。',
      how: '可用{instead}；史实和引文请核对后再定。'
    },
    en: {
      what: '“{quote}” is not the wording that is laid down',
      why: 'The agency’s list lays down how Hong Kong, Macao, Taiwan and territory are written of.',
      how: 'Write {instead}; check matters of history and quotations.'
    }
  },
  world: {
    zh: {
      what: '“{quote}”的提法不妥',
      why: '国际报道的提法有规定，新华社的禁用词列有这一条（国际关系类）。',
      how: '可用{instead}；引文和作品名里可以照用。'
    },
    en: {
      what: '“{quote}” is not the wording that is laid down',
      why: 'The agency’s list lays down how foreign affairs are written of.',
      how: 'Write {instead}; a quotation or the title of a work may keep it.'
    }
  },
  careful: {
    zh: {
      what: '“{quote}”是慎用词',
      why: '新华社的词表要求慎用；它有许多正当的用法，这里只是提醒。',
      how: '如果正是表中所指的用法，可用{instead}。'
    },
    en: {
      what: '“{quote}” is a term to be used with care',
      why: 'The agency’s list asks for care; many of its uses are lawful, and this is a reminder.',
      how: 'Where the list means this use, write {instead}.'
    }
  },
  house: {
    zh: {what: '“{quote}”本报不用', why: '本报的词表里登记了它。{why}', how: '换个说法；确要用的，在 except 里登记。'},
    en: {
      what: '“{quote}” is not printed in this paper',
      why: 'The paper’s own list has it. {why}',
      how: 'Reword it, or list it in `except`.'
    }
  },
  houseInstead: {
    zh: {what: '“{quote}”本报不用', why: '本报的词表里登记了它。{why}', how: '改为{instead}。'},
    en: {
      what: '“{quote}” is not printed in this paper',
      why: 'The paper’s own list has it. {why}',
      how: 'Write {instead}.'
    }
  }
} as const
