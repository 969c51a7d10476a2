/** Codes for YAML that cannot be read: each names one cause. */
import { defineCode } from "../diagnostics/diagnostic.ts";

export const yamlBrokenText = defineCode({
  code: "yaml/broken-text",
  severity: "error",
  text: {
    en: {
      title: "Damaged characters",
      message: (a: { count: number; encoding: string }) =>
        `${a.count} ${a.count === 1 ? "character is" : "characters are"} damaged (not valid ${a.encoding}), the first one here`,
      why: "Bytes that belong to no character were read as �, so the text is not what was written.",
      fix: "Restore the damaged words from the document and save the file as UTF-8.",
    },
    zhHans: {
      title: "字符损坏",
      message: (a) => `有 ${a.count} 处字符损坏（不是有效的 ${a.encoding}），首处位于此`,
      why: "无法识别的字节已按“�”读取，文字与原文不符。",
      fix: "对照原文改正损坏的文字，将文件另存为 UTF-8 编码。",
    },
  },
});

export const yamlControlCharacter = defineCode({
  code: "yaml/control-character",
  severity: "error",
  text: {
    en: {
      title: "Invisible control character",
      message: (a: { character: string }) => `invisible character ${a.character} in the text`,
      why: "Control characters do not belong in a text; they often come in by copying from another program.",
      fix: "Delete the character; retyping the words around it is the easiest way.",
    },
    zhHans: {
      title: "含不可见的控制字符",
      message: (a) => `文字中有不可见字符 ${a.character}`,
      why: "控制字符不属于文本内容，多因从其他软件复制而带入。",
      fix: "删去该字符；重新键入前后文字最为简便。",
    },
  },
});

export const yamlTab = defineCode({
  code: "yaml/tab",
  severity: "error",
  text: {
    en: {
      title: "Tab in the indentation",
      message: (a: { lines: number }) =>
        a.lines === 1
          ? "tab in the indentation, expected spaces"
          : `tabs in the indentation of ${a.lines} lines, expected spaces`,
      why: "In YAML spaces show what belongs to what; a tab has no fixed width.",
      fix: "Replace each tab with spaces, two per level; most editors can be set to do so.",
    },
    zhHans: {
      title: "缩进使用了制表符",
      message: (a) =>
        a.lines === 1 ? "缩进使用了制表符，应为空格" : `连续 ${a.lines} 行的缩进使用了制表符，应为空格`,
      why: "YAML 以空格缩进表示层级，制表符宽度不固定。",
      fix: "将制表符改为空格，每级两个；多数编辑器可设为自动替换。",
    },
  },
});

export const yamlFullWidth = defineCode({
  code: "yaml/full-width",
  severity: "error",
  text: {
    en: {
      title: "Full-width character in the syntax",
      message: (a: { found: string; expected: string }) =>
        `full-width "${a.found}" found, expected "${a.expected}"`,
      why: "YAML knows only half-width characters; full-width ones are read as ordinary text.",
      fix: "Switch the input method to half-width for keys, ids and punctuation; texts may keep full-width characters.",
    },
    zhHans: {
      title: "语法位置使用了全角符号",
      message: (a) => `此处是全角“${a.found}”，应为半角“${a.expected}”`,
      why: "YAML 只识别半角符号，全角符号会被当作普通文字。",
      fix: "键、编号和语法符号改用半角；正文内容可保留全角。",
    },
  },
});

export const yamlUnquotedRelation = defineCode({
  code: "yaml/unquoted-relation",
  severity: "error",
  text: {
    en: {
      title: "Value beginning with > not in quotes",
      message: (a: { value: string }) => `"${a.value}" begins with ">", which YAML takes for a folded text`,
      why: "A leading `>` announces a text of several lines, so the figure after it is lost.",
      fix: "Write ≥ or put the value in quotes.",
    },
    zhHans: {
      title: "以 > 开头的值未加引号",
      message: (a) => `“${a.value}”以“>”开头，会被 YAML 当作多行文本标记`,
      why: "YAML 中值以 > 开头表示后面是多行文本，其后的数值会丢失。",
      fix: "改写为 ≥，或给整个值加引号。",
    },
  },
});

export const yamlMissingSpace = defineCode({
  code: "yaml/missing-space",
  severity: "error",
  text: {
    en: {
      title: "No space after colon or dash",
      message: (a: { key: string; sign: ":" | "-" }) =>
        a.sign === ":"
          ? `no space after the colon of "${a.key}"`
          : `no space between the dash and "${a.key}"`,
      why: "Without the space YAML reads the colon or dash as part of the word.",
      fix: "Put one space after the colon or the dash.",
    },
    zhHans: {
      title: "冒号或短横后缺空格",
      message: (a) => (a.sign === ":" ? `“${a.key}”的冒号后缺空格` : `“${a.key}”前的短横后缺空格`),
      why: "缺少空格时，YAML 会把符号当作词的一部分。",
      fix: "在冒号或短横后加一个空格。",
    },
  },
});

export const yamlMissingColon = defineCode({
  code: "yaml/missing-colon",
  severity: "error",
  text: {
    en: {
      title: "No colon after the key",
      message: (a: { key: string }) => `"${a.key}" stands where a key is expected, but no colon follows`,
      why: "A line of a map is `key: value`; without the colon the line is read as part of another value.",
      fix: "Put a colon and a space after the key, or indent the line if it belongs to the text above.",
    },
    zhHans: {
      title: "键后缺冒号",
      message: (a) => `“${a.key}”处应为键，但其后没有冒号`,
      why: "每行应为“键: 值”；缺少冒号时，该行会并入其他值。",
      fix: "在键后加冒号和空格；若属于上一行的文字，应缩进。",
    },
  },
});

export const yamlMissingComma = defineCode({
  code: "yaml/missing-comma",
  severity: "error",
  text: {
    en: {
      title: "No comma between entries",
      message: (a: { before: string }) => `no comma before "${a.before}"`,
      why: "Inside `{ }` and `[ ]` entries are separated by commas.",
      fix: "Put a comma and a space between the entries; put a text that holds a colon in quotes.",
    },
    zhHans: {
      title: "条目间缺逗号",
      message: (a) => `“${a.before}”之前缺逗号`,
      why: "`{ }` 和 `[ ]` 内的条目以逗号分隔。",
      fix: "在条目之间加半角逗号和空格；文字含冒号的，须加引号。",
    },
  },
});

export const yamlUnclosed = defineCode({
  code: "yaml/unclosed",
  severity: "error",
  text: {
    en: {
      title: "Quote or bracket not closed",
      message: (a: { opener: string; closer: string }) =>
        `this ${a.opener} is not closed; ${a.closer} is missing`,
      why: "Everything after an open quote or bracket is taken as its content.",
      fix: "Put the closing quote or bracket where the text or the list ends.",
    },
    zhHans: {
      title: "引号或括号未闭合",
      message: (a) => `此处的“${a.opener}”没有闭合，应补“${a.closer}”`,
      why: "引号或括号未闭合时，其后的内容都会被当作它的一部分。",
      fix: "在文字或列表结束处补上闭合符号。",
    },
  },
});

export const yamlStrayBracket = defineCode({
  code: "yaml/stray-bracket",
  severity: "error",
  text: {
    en: {
      title: "Closing bracket without an opening one",
      message: (a: { bracket: string }) => `"${a.bracket}" closes nothing`,
      why: "Each closing bracket needs an opening one of its kind.",
      fix: "Remove the bracket, or put the opening one where the list or map begins.",
    },
    zhHans: {
      title: "多余的闭合括号",
      message: (a) => `“${a.bracket}”没有对应的开括号`,
      why: "每个闭合括号都应有同类的开括号。",
      fix: "删去该括号，或在列表、键值组开始处补上开括号。",
    },
  },
});

export const yamlUnquotedText = defineCode({
  code: "yaml/unquoted-text",
  severity: "error",
  text: {
    en: {
      title: "Text with YAML syntax not in quotes",
      message: (a: { value: string; sign: string; single: boolean }) =>
        /^[@`%|&*]$/.test(a.sign)
          ? `"${a.value}" begins with ${a.sign}, which YAML reserves`
          : `"${a.value}" contains "${a.sign}", which YAML takes for syntax`,
      why: "A colon with a space, a quote that ends too early or a leading character such as `@` means something to YAML.",
      fix: "Put the whole value in quotes.",
      help: (a) =>
        a.single ? "Put the whole value in single quotes ('…'), and write each ' within it twice." : null,
    },
    zhHans: {
      title: "含语法符号的文字未加引号",
      message: (a) =>
        /^[@`%|&*]$/.test(a.sign)
          ? `“${a.value}”以“${a.sign}”开头，而“${a.sign}”是 YAML 的保留符号`
          : `“${a.value}”中的“${a.sign}”会被 YAML 当作语法符号`,
      why: "带空格的冒号、提前结束的引号、开头的 `@` 等在 YAML 中有专门含义。",
      fix: "给整个值加引号。",
      help: (a) => (a.single ? "给整个值加单引号（'…'），其中原有的单引号（'）写两次。" : null),
    },
  },
});

export const yamlIndentation = defineCode({
  code: "yaml/indentation",
  severity: "error",
  text: {
    en: {
      title: "Indentation fits no level",
      message: (a: { found: number; expected: number | null }) =>
        a.expected === null
          ? `indented by ${a.found}, which fits no line above`
          : `indented by ${a.found}, expected ${a.expected} as in the lines it belongs to`,
      why: "In YAML the indentation shows what belongs to what; lines of one level begin in the same column.",
      fix: "Begin the line in the column of its neighbours.",
    },
    zhHans: {
      title: "缩进与层级不符",
      message: (a) =>
        a.expected === null
          ? `缩进 ${a.found} 格，与上文各层级都不对应`
          : `缩进 ${a.found} 格，与同级各行不一致，应为 ${a.expected} 格`,
      why: "YAML 以缩进表示层级，同级各行须左对齐。",
      fix: "与同级各行左对齐。",
    },
  },
});

export const yamlEscape = defineCode({
  code: "yaml/escape",
  severity: "error",
  text: {
    en: {
      title: "Backslash in double quotes",
      message: (a: { sequence: string }) => `"${a.sequence}" means nothing in double quotes`,
      why: "In double quotes a backslash begins an escape such as `\\n`.",
      fix: "Use single quotes, or write the backslash twice.",
    },
    zhHans: {
      title: "双引号内的反斜杠",
      message: (a) => `双引号内的“${a.sequence}”没有含义`,
      why: "双引号内反斜杠表示转义，例如 `\\n`。",
      fix: "改用单引号，或将反斜杠写两遍。",
    },
  },
});

export const yamlMergeConflict = defineCode({
  code: "yaml/merge-conflict",
  severity: "error",
  text: {
    en: {
      title: "Merge left half done",
      message: (a: { conflicts: number }) =>
        a.conflicts === 1
          ? "this mark of a merge conflict was left in the text; what stands before `=======` is read"
          : `marks of ${a.conflicts} merge conflicts were left in the text; what stands before \`=======\` is read`,
      why: "Two versions stand in the file, and nobody has decided which of them holds.",
      fix: "Keep the version that holds, and take out the other with the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
    },
    zhHans: {
      title: "合并冲突未处理",
      message: (a) =>
        a.conflicts === 1
          ? "文件中留有合并冲突标记，暂按 `=======` 之前的内容读取"
          : `文件中留有 ${a.conflicts} 处合并冲突标记，暂按 \`=======\` 之前的内容读取`,
      why: "文件中并存两个版本，以哪个为准尚未确定。",
      fix: "保留有效的版本，删去另一版本和 `<<<<<<<`、`=======`、`>>>>>>>` 三行标记。",
    },
  },
});

export const yamlSyntax = defineCode({
  code: "yaml/syntax",
  severity: "error",
  text: {
    en: {
      title: "Line cannot be read",
      message: (a: { found: string }) => `"${a.found}" cannot be read here`,
      why: "The line is not valid YAML in this place.",
      fix: "Check quotes, brackets, colons and the indentation of this line and the one above; put texts with special characters in quotes.",
    },
    zhHans: {
      title: "此行无法读取",
      message: (a) => `此处的“${a.found}”无法读取`,
      why: "该行在此处不符合 YAML 语法。",
      fix: "检查本行和上一行的引号、括号、冒号和缩进；含特殊符号的文字加引号。",
    },
  },
});
