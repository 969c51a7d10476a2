/**
 * Words of which one excludes the other: boys and girls, 城镇 and 农村, 社会组织 and 企业, projects and teams. Two names that differ by such
 * a word name two things, however much else they share. Shared by rules; not a rule.
 */

/** Each group is of one kind; a name of one word is no name of another word of its group. */
const groups: readonly (readonly string[])[] = [
  ["社会组织", "社企", "企业", "校社", "学校", "医院", "机关"],
  ["城镇", "城市", "农村", "乡村"],
  ["男", "女"],
  ["老年", "青年", "儿童", "少年"],
  ["省级", "市级", "区级", "县级", "街道级", "社区级"],
  ["小学", "初中", "高中"],
  ["线上", "线下"],
  ["boys", "girls"],
  ["men", "women"],
  ["male", "female"],
  ["urban", "rural"],
  ["north", "south", "east", "west"],
  ["northern", "southern", "eastern", "western"],
  ["primary", "secondary"],
  ["indoor", "outdoor"],
];

/** What is counted stands at the end of a Chinese name: 居民自治示范项目数, 居民自治队伍数. */
const counted = /(项目|队伍|人员|站点|平台|活动|阵地|品牌|案例|岗位|机构|课程|小区)(?:总?数量?|个数)?$/u;

/** True where each name has a word of one group and none that the other has, or they count two things. */
export function areContrasted(a: string, b: string): boolean {
  const [own, other] = [counted.exec(a)?.[1], counted.exec(b)?.[1]];
  if (own !== undefined && other !== undefined && own !== other) return true;
  return groups.some((group) => {
    const [left, right] = [wordsIn(a, group), wordsIn(b, group)];
    return left.length > 0 && right.length > 0 && !left.some((word) => right.includes(word));
  });
}

function wordsIn(name: string, group: readonly string[]): readonly string[] {
  const words = new Set(name.toLowerCase().split(/[^a-z]+/));
  const told = group.filter((word) => (/^[a-z]/.test(word) ? words.has(word) : name.includes(word)));
  // 社区级 is not 区级.
  return told.filter((word) => !told.some((longer) => longer.length > word.length && longer.includes(word)));
}
