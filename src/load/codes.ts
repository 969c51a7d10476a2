/** Every code of reading a file, in the order in which reading can find them. */
import type { CodeDefinition } from "../diagnostics/diagnostic.ts";
import {
  yamlBinary,
  yamlEmpty,
  yamlEncoding,
  yamlNotAMap,
  yamlSeveralDocuments,
  yamlTooDeep,
  yamlTooLarge,
  yamlTooManyNodes,
} from "./codes-file.ts";
import { yamlCutValue, yamlListSeparator, yamlSplitNumber, yamlSplitText } from "./codes-quiet.ts";
import {
  schemaFormatVersion,
  schemaId,
  schemaMissingKey,
  schemaMore,
  schemaTargetKind,
  schemaType,
  schemaUnknownKey,
  schemaValue,
} from "./codes-schema.ts";
import {
  yamlAliasCycle,
  yamlComplexKey,
  yamlDuplicateKey,
  yamlMergeKey,
  yamlTag,
  yamlUnknownAlias,
} from "./codes-structure.ts";
import {
  yamlBrokenText,
  yamlControlCharacter,
  yamlEscape,
  yamlFullWidth,
  yamlIndentation,
  yamlMergeConflict,
  yamlMissingColon,
  yamlMissingComma,
  yamlMissingSpace,
  yamlStrayBracket,
  yamlSyntax,
  yamlTab,
  yamlUnclosed,
  yamlUnquotedRelation,
  yamlUnquotedText,
} from "./codes-syntax.ts";

export * from "./codes-file.ts";
export * from "./codes-quiet.ts";
export * from "./codes-schema.ts";
export * from "./codes-structure.ts";
export * from "./codes-syntax.ts";

/** For the list of all codes, `explain` and the rule tables. */
export const loadCodes: readonly CodeDefinition[] = [
  yamlEncoding,
  yamlBinary,
  yamlTooLarge,
  yamlTooManyNodes,
  yamlTooDeep,
  yamlEmpty,
  yamlNotAMap,
  yamlSeveralDocuments,
  yamlBrokenText,
  yamlControlCharacter,
  yamlTab,
  yamlFullWidth,
  yamlUnquotedRelation,
  yamlMissingSpace,
  yamlMergeConflict,
  yamlMissingColon,
  yamlMissingComma,
  yamlUnclosed,
  yamlStrayBracket,
  yamlUnquotedText,
  yamlIndentation,
  yamlEscape,
  yamlSyntax,
  yamlSplitNumber,
  yamlSplitText,
  yamlCutValue,
  yamlListSeparator,
  yamlDuplicateKey,
  yamlComplexKey,
  yamlTag,
  yamlMergeKey,
  yamlUnknownAlias,
  yamlAliasCycle,
  schemaUnknownKey,
  schemaMissingKey,
  schemaType,
  schemaValue,
  schemaId,
  schemaFormatVersion,
  schemaTargetKind,
  schemaMore,
];
