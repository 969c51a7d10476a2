/**
 * A body meets in one rhythm.
 *
 * Looks at: the rhythm of a body's meetings against the rhythm of the reviews that it holds (`by`, by id or name): meetings
 * (例会, 会议, meeting …), and other reviews held more often than it meets; and of meetings that are called after the only body of its
 * kind (Board meeting, 领导小组会议).
 * Reports: the rhythm of the review; related: that of the body. A warning for meetings, a note that asks for the rest.
 * Source: DESIGN.md section 4 (two rhythms for one review).
 */
import { rhythmsAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { isRarer, perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly bodyName: string;
  readonly rhythm: Rhythm;
  readonly meets: Rhythm;
  readonly meeting: boolean;
  /** The review says by whom it is held; else only its name tells. */
  readonly held: boolean;
};

export const bodyMeetsConflict = defineRule<Args>({
  code: "body/meets-conflict",
  severity: "warning",
  text: {
    en: {
      title: "Two rhythms for one body",
      message: (a) =>
        `${a.id}${a.held ? `, held by ${a.body},` : ""} is ${rhythmWords(a.rhythm).en}, but ${a.body} meets ${rhythmWords(a.meets).en}${a.meeting ? "" : ": is it held without a meeting?"}`,
      why: "Whoever calls the meetings cannot tell how often.",
      fix: "Keep one rhythm, or say who holds the review between the meetings.",
    },
    zhHans: {
      title: "组织机构会议频次不一致",
      message: (a) =>
        `“${a.name}”${a.held ? `由“${a.bodyName}”组织，` : ""}${rhythmInChinese(a.rhythm)}，而“${a.bodyName}”的会议${rhythmInChinese(a.meets)}${a.meeting ? "" : "，是否不经会议开展未写明"}`,
      why: "频次不一致，召集单位无法确定按哪一种执行。",
      fix: "统一频次，或写明会议之外由谁组织。",
    },
  },
  check({ plan, report }) {
    const reviews = ofType(plan, "review").filter(({ cadence }) => cadence.length > 0);
    const bodies = ofType(plan, "body");
    for (const body of bodies) {
      const [meets] = rhythmsAt(body.parameters, "meets");
      if (meets === undefined || perYear(meets.is.value) === null) continue;
      for (const review of reviews.filter((one) => isHeldBy(one, body) || isCalledAfter(one, body, bodies))) {
        const [rhythm] = review.cadence;
        const times = rhythm === undefined ? null : perYear(rhythm.is.value);
        if (rhythm === undefined || times === null) continue;
        const meeting = isMeeting(review);
        if (meeting ? times === perYear(meets.is.value) : !isRarer(meets.is.value, rhythm.is.value)) continue;
        const args = {
          id: review.id.value,
          name: nameOf(review),
          body: body.id.value,
          bodyName: nameOf(body),
          rhythm: rhythm.is.value,
          meets: meets.is.value,
          meeting,
          held: isHeldBy(review, body),
        };
        const related = [{ span: meets.is.span, note: { en: "the body meets", zhHans: "会议频次" } }];
        report(rhythm.is.span, args, { on: review, related, severity: meeting ? "warning" : "info" });
      }
    }
  },
});

function isHeldBy({ parameters }: Mechanism, body: Mechanism): boolean {
  const held = wordsAt(parameters, "by").map(({ value }) => value.trim());
  return held.includes(body.id.value) || (body.name !== null && held.includes(body.name.text.trim()));
}

const kinds =
  /(领导小组|专班|委员会|指挥部|理事会|联席会议)$|\b(board|committee|council|panel|task force|forum|steering group|working group|team)$/iu;

/** Board meeting is the meeting of the Adult Learning Board where there is no other board. */
function isCalledAfter(review: Mechanism, body: Mechanism, bodies: readonly Mechanism[]): boolean {
  const kindIn = ({ name }: Mechanism): string | undefined =>
    kinds.exec(name?.text.trim() ?? "")?.[0].toLowerCase();
  const kind = kindIn(body);
  if (kind === undefined || !isMeeting(review) || bodies.some((one) => one !== body && kindIn(one) === kind))
    return false;
  const name = review.name?.text.trim().toLowerCase() ?? "";
  return (
    name.startsWith(kind) ||
    name === `meeting of the ${kind}` ||
    name.startsWith(body.name?.text.trim().toLowerCase() ?? kind)
  );
}

function isMeeting({ parameters }: Mechanism): boolean {
  return wordsAt(parameters, "kind").some(({ value }) => /会议|例会|meeting/iu.test(value));
}
