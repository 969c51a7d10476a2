/** Chinese names of work with their words turned round: 改造护理型床位 of 护理型床位改造. Shared by rules of texts; not a rule. */

const workAtEnd =
  /^([\u4e00-\u9fff]{3,30})(改造|建设|整治|更新|修复|排查|治理|提升|清理|培训|评估|创建|推广|普查|监测|铺设|维修|养护|加装|扩建|改建|修订|筛查|救助|巡查|安装|配备|采购|完成)$/u;

/** The name as a writer turns it, with its verb first; nothing where it does not end with one. */
export function turnedRound(name: string): readonly string[] {
  const [, object = "", verb = ""] = workAtEnd.exec(name) ?? [];
  return object === "" ? [] : [`${verb}${object}`];
}

const workAtHead =
  /^(改造|建设|整治|更新|修复|治理|提升|编制|修订|加装|推广|创建|组建)([\u4e00-\u9fff]{4,30})$/u;

/** 社区养老服务站建设 of 建设社区养老服务站. */
export function turnedBack(name: string): readonly string[] {
  const [, verb = "", object = ""] = workAtHead.exec(name) ?? [];
  return object === "" ? [] : [`${object}${verb}`];
}
