/** Chinese words that say how often something is, for expressions over texts. Shared by rules; not a rule. */

/** 每月, 每季度, 每两个月, 每2周: no groups in it. */
export const chineseRhythm = "每(?:半年|[两二三四五六2-6]个?(?:天|周|月|季度|年)|[日天周旬月年]|季度?)";
