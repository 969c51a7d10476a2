/** Renaming an id: in its declaration and everywhere the plan names it, texts of sections included. */
import type { Compilation } from "../compile.ts";
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { EditorEdit } from "../host/editor-service.ts";
import type { Item } from "../plan/plan.ts";
import { sharedIdKinds } from "../plan/plan-index.ts";
import { bareSpan, mentionsOf } from "./ids.ts";
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
  if (item.id.span.file !== compilation.file)
    return refuse(
      `"${old}" is declared in a data file; rename it there`,
      `编号“${old}”在数据文件中定义，请在该文件中修改`,
    );
  const edits = new Map<string, EditorEdit[]>();
  for (const span of mentionsOf(compilation, item)) {
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
  return { ok: true, edits, rowsLeft: rowsNaming(compilation, item) };
}

function rowsNaming({ records, file }: Compilation, { kind, id }: Item): number {
  if (records === null) return 0;
  const outside = [...records.observations, ...records.progress, ...records.spending].filter(
    ({ span }) => span.file !== file,
  );
  return outside.filter((row) => {
    if ("indicator" in row)
      return kind === "entity" ? row.entity === id.value : kind === "indicator" && row.indicator === id.value;
    return row.id.value === id.value && kind !== "indicator" && kind !== "entity";
  }).length;
}
