/** Levels of administration that plans write as a word for machines, as a document prints them. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { own } from "../../text/own.ts";

const levelNames: Readonly<Record<string, Localized>> = {
  international: { en: "international", zhHans: "国际" },
  national: { en: "national", zhHans: "国家级" },
  central: { en: "central", zhHans: "中央" },
  province: { en: "province", zhHans: "省级" },
  provincial: { en: "province", zhHans: "省级" },
  prefecture: { en: "prefecture", zhHans: "地市级" },
  city: { en: "city", zhHans: "市级" },
  municipal: { en: "city", zhHans: "市级" },
  district: { en: "district", zhHans: "区级" },
  county: { en: "county", zhHans: "县级" },
  "county-city": { en: "county-level city", zhHans: "县级市" },
  street: { en: "sub-district", zhHans: "街道" },
  subdistrict: { en: "sub-district", zhHans: "街道" },
  "sub-district": { en: "sub-district", zhHans: "街道" },
  township: { en: "township", zhHans: "乡镇" },
  town: { en: "town", zhHans: "镇" },
  village: { en: "village", zhHans: "村" },
  community: { en: "community", zhHans: "社区" },
  grid: { en: "grid", zhHans: "网格" },
  neighbourhood: { en: "neighbourhood", zhHans: "小区" },
  building: { en: "building", zhHans: "楼栋" },
  household: { en: "household", zhHans: "住户" },
  region: { en: "region", zhHans: "区域" },
  area: { en: "area", zhHans: "片区" },
  sector: { en: "sector", zhHans: "行业" },
  department: { en: "department", zhHans: "部门" },
  team: { en: "team", zhHans: "队伍" },
  school: { en: "school", zhHans: "学校" },
  hospital: { en: "hospital", zhHans: "医院" },
  partner: { en: "partner", zhHans: "合作单位" },
  contractor: { en: "contractor", zhHans: "承包单位" },
};

/** A level in the language of the report; a word that is not known stands as the plan writes it. */
export function levelName(level: string, speaker: Speaker): string {
  const known = own(levelNames, level.trim().toLowerCase());
  return known === undefined ? level : speaker.say(known);
}
