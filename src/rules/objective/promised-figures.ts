/**
 * Figures that the statement of an objective promises without a word of reaching: 90% of graduates find work, 网上受理率100%, 培育企业20家,
 * train 300 tutors. Not for running text, where such figures describe as well. Shared by a rule; not a rule.
 */
import { late } from "../../text/late.ts";

const shares = [
  late(() => /(?:^|[,;:.]\s|\b(?:and|that|where|so)\s)(\d{1,3}(?:\.\d{1,4})?\s?%)(?= of\b)/giu),
  late(() => /[率度](?:为|在|达|：)?(\d{1,3}(?:\.\d{1,4})?[%％])(?![的\d以])/gu),
];
const measures = "[个家部处名人支套座栋幢户亩件场所台条对]|公里|千米|万平方米|平方米";
const counts = [
  late(
    () =>
      new RegExp(
        `(?:建成|建设|新建|培育|打造|创建|新增|培训|引进|改造|发展|组建|选树|招募|配备|帮扶|整治|开工|加装)[^，。；、\\d%]{0,16}?(\\d{1,9}(?:\\.\\d{1,4})?万?(?:${measures}))`,
        "gu",
      ),
  ),
  late(
    () =>
      /\b(?:build|open|train|recruit|create|plant|install|equip|enrol|repair|renew|hire|launch|house|restore)s? (?:at least |up to |some |about |another )?(\d[\d,]{1,12})(?= [a-z])/giu,
  ),
  late(
    () =>
      /(?:^|[,;:.]\s|\band )(\d[\d,]{1,12})(?= (?:new |more )?[a-z]+(?: [a-z]+)? (?:are|is|will be) (?:built|opened|trained|recruited|created|planted|installed|equipped|enrolled|repaired|renewed|hired|launched|housed|restored)\b)/giu,
  ),
];

/** The expressions to look for in the statement of an objective; each has the figure as its first group. */
export function promisedIn(statement: string): readonly RegExp[] {
  if (!/\d/.test(statement)) return [];
  return [...(/[%％]/u.test(statement) ? shares : []), ...counts].map((make) => make());
}
