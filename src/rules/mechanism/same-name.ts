/**
 * One mechanism stands once, or its parts are told apart.
 *
 * Looks at: mechanisms of one type and one name that the plan sets up, for the same time.
 * Reports: the later one; related: the earlier. A note that asks; two rhythms of theirs are `mechanism/cadence-conflict`.
 * Source: DESIGN.md section 4 (near-identical names; what only may be a conflict).
 */
import type { Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { placeWithSection } from "../section-words.ts";

type Args = { readonly id: string; readonly other: string; readonly name: string };

export const mechanismSameName = defineRule<Args>({
  code: "mechanism/same-name",
  severity: "info",
  text: {
    en: {
      title: "Two mechanisms of one name",
      message: (a) => `${a.id} and ${a.other} are both called "${a.name}": one mechanism, or two?`,
      why: "What one says of limits, owners and rhythm the other may contradict, and nobody knows which holds.",
      fix: "Write them as one, with a statement for each section, or tell them apart by name.",
    },
    zhHans: {
      title: "两项机制同名",
      message: (a) => `编号“${a.id}”与“${a.other}”的两项机制都名为“${a.name}”，是一项还是两项未写明`,
      why: "两处所写的时限、责任和频次可能不一致，不知以哪一处为准。",
      fix: "合并为一项，各章节的说法分别写明；确为两项的，名称应加以区分。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Mechanism>();
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan" || mechanism.name === null) continue;
      const name = mechanism.name.text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
      const key = [mechanism.type.value, mechanism.during?.value.text ?? "", name].join("\n");
      const other = known.get(key);
      if (other === undefined) known.set(key, mechanism);
      else {
        const args = { id: mechanism.id.value, other: other.id.value, name: mechanism.name.text };
        const note = { en: "the other mechanism", zhHans: "另一机制" };
        report(mechanism.name.span, args, {
          on: mechanism,
          related: [placeWithSection(other.name?.span ?? other.id.span, note, other.section)],
        });
      }
    }
  },
});
