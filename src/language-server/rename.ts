/** Renaming an id: in its declaration and everywhere the plan, its texts and its data files name it. */
import type { Compilation } from "../compile.ts";
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { EditorEdit } from "../host/editor-service.ts";
import type { Item } from "../plan/plan.ts";
import { sharedIdKinds } from "../plan/plan-index.ts";
import type { SourceFile } from "../text/source.ts";
import { isWorkbookName, mostCells } from "./data-cells.ts";
import { bareSpan, cellsOf, mentionsOf } from "./ids.ts";
import { rangeOf } from "./places.ts";

export type RenameOutcome =
  | {
      readonly ok: true;
      /** Edits by name of the file. */
      readonly edits: ReadonlyMap<string, EditorEdit[]>;
      /** Rows of data files that keep the old id. */
      readonly rowsLeft: number;
    }
  | { readonly ok: false; readonly words: Localized };

const idForm = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,199}$/u;

/** The edits that rename an item; refused where a name cannot be an id, is taken, or a place cannot be rewritten surely. */
export function renameItem(compilation: Compilation, item: Item, newName: string): RenameOutcome {
  const old = item.id.value;
  const refuse = (en: string, zhHans: string): RenameOutcome => ({ ok: false, words: { en, zhHans } });
  if (!idForm.test(newName))
    return refuse(
      `"${newName}" cannot be an id: letters, digits and . _ - only, a letter or digit first`,
      `“${newName}”不能作为编号：只能用文字、数字和 . _ -，且以文字或数字开头`,
    );
  const kinds = sharedIdKinds.includes(item.kind) ? sharedIdKinds : [item.kind];
  if (newName !== old && compilation.index?.findAny(kinds, newName) !== undefined)
    return refuse(`"${newName}" is taken already`, `编号“${newName}”已被使用`);
  if (isWorkbookName(item.id.span.file.name))
    return refuse(
      `"${old}" is declared in a workbook; rename it there`,
      `编号“${old}”在工作簿中定义，请在该文件中修改`,
    );
  const edits = new Map<string, EditorEdit[]>();
  const cells = cellsOf(compilation, item);
  // Of more rows than are listed none is changed: half of a series under another id would be worse.
  const inData = cells.length < mostCells ? cells.filter(({ written }) => written === old) : [];
  const isReached = ({ name }: SourceFile): boolean => cells.length < mostCells && !isWorkbookName(name);
  for (const span of [...mentionsOf(compilation, item), ...inData.map(({ at }) => at)]) {
    const bare = bareSpan(span, old);
    if (bare === null)
      return refuse(
        `"${old}" is written in a way that cannot be renamed surely; rename it by hand`,
        `编号“${old}”有一处写法特殊，无法可靠改名，请手工修改`,
      );
    const list = edits.get(span.file.name) ?? [];
    edits.set(span.file.name, list);
    list.push({ range: rangeOf(bare), newText: newName });
  }
  return { ok: true, edits, rowsLeft: rowsNaming(compilation, item, isReached) };
}

/** Rows of data files that keep the old id: those of workbooks, and all where they are too many. */
function rowsNaming(
  { records, file }: Compilation,
  { kind, id }: Item,
  isReached: (file: SourceFile) => boolean,
): number {
  if (records === null) return 0;
  const outside = [...records.observations, ...records.progress, ...records.spending].filter(
    ({ span }) => span.file !== file && !isReached(span.file),
  );
  return outside.filter((row) => {
    if ("indicator" in row)
      return kind === "entity" ? row.entity === id.value : kind === "indicator" && row.indicator === id.value;
    return row.id.value === id.value && kind !== "indicator" && kind !== "entity";
  }).length;
}
