/**
 * Who takes part in a mechanism is named by words or by an id; a word that is nearly the id of an actor is that actor,
 * misspelt, and a Latin id in a plan in Chinese is the id of nobody.
 *
 * Looks at: `by`, `lead`, `members`, `office` and `tell` of mechanisms, where a value is written like an id in Latin letters and
 * no actor, entity or mechanism has it. Names in words are nobody's fault.
 * Reports: the value, with the near id.
 * Source: DESIGN.md section 4 (unknown references).
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import { walkParameters } from "../../plan/parameters.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly near: string | null;
};

const keys: ReadonlySet<string> = new Set(["by", "lead", "members", "office", "tell"]);
/** In a plan in Chinese nobody writes the name of a body so. */
const surelyId = /^(?!third-party$|self-)[a-z]+(?:[-_.][a-z\d]+)+$/;
/** Who leads, called by the office: Minister is no slip of `ministry`. */
const office =
  /^(?:Minister|Mayor|President|Director|Chair(?:man|woman|person)?|Secretary|Governor|Commissioner|Manager|Treasurer|Principal|Dean|Chancellor|Registrar|Coordinator|Superintendent|Inspector|Ombudsman|Auditor|Engineer|Headteacher)s?$/;
/** Shorter words are near to too much. */
const idLike = /^[a-z][a-z\d_.-]{3,60}$/i;

export const mechanismActorId = defineRule<Args>({
  code: "mechanism/actor-id",
  severity: "error",
  text: {
    en: {
      title: "Misspelt actor",
      message: (a) =>
        `${a.id}: no actor has the id "${a.text}"${a.near === null ? "" : `; the nearest is "${a.near}"`}`,
      why: "Whoever is named only by a slip is not called, and answers for nothing.",
      fix: "Write the id as the plan has it, or the name of the body in words.",
    },
    zhHans: {
      title: "参与单位编号写错",
      message: (a) =>
        `“${a.name}”写有“${a.text}”，没有以此为编号的责任主体${a.near === null ? "" : `，最接近的是“${a.near}”`}`,
      why: "编号写错，该单位就不在其列，也无从担责。",
      fix: "改为方案中的编号，或直接写单位名称。",
    },
  },
  check({ plan, index, report }) {
    if (plan.actors.length === 0) return;
    const suggest = makeSuggester(() => index.ids("actor"));
    const isChinese = chinese.test(plan.title?.value ?? "");
    const names = new Set(plan.actors.map(({ name }) => name?.text.trim().toLowerCase()));
    for (const mechanism of plan.mechanisms) {
      walkParameters(mechanism.parameters, (path, value) => {
        if (value.kind !== "text" || !keys.has(path.at(-1) ?? "")) return;
        for (const { value: text, span } of value.statements.flatMap(({ is }) => is.value)) {
          const isKnown = index.findAny(["actor", "entity", "mechanism"], text) !== undefined;
          if (!idLike.test(text) || isKnown || names.has(text.toLowerCase()) || office.test(text)) continue;
          const near = suggest(text);
          if (near === null && !(isChinese && surelyId.test(text))) continue;
          const args = { id: mechanism.id.value, name: nameOf(mechanism), text, near };
          report(span, args, { on: mechanism, suggestion: near });
        }
      });
    }
  },
});
