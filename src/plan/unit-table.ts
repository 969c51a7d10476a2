/**
 * The units that planwright knows, by dimension. A factor leads to the base unit of the dimension and is always exact:
 * bases are chosen for that (a third of a square metre, because 15 亩 are one hectare).
 *
 * What must never convert has a dimension of its own: 工作日, 学时, 分 (marks), months beside days.
 */

/** Key, factor to the base unit, other spellings (lower case, half width, Simplified; separated by commas). */
export type UnitRow = readonly [key: string, factor: string, spellings: string];

/** Dimension → its units. */
export const unitTable: readonly (readonly [dimension: string, units: readonly UnitRow[]])[] = [
  [
    "percent",
    [
      ["%", "1", "percent,per cent,pct,百分比,百分数,percentage"],
      ["‰", "0.1", "permille,per mille,千分比"],
      ["‱", "0.01", "万分比"],
      ["倍", "100", "fold,-fold,x"],
    ],
  ],
  [
    "points",
    [
      [
        "pp",
        "1",
        "个百分点,百分点,percentage point,percentage points,percent points,ppt,ppts,pct pt,pct pts,p.p.,个点",
      ],
      ["千分点", "0.1", "个千分点"],
      ["基点", "0.01", "个基点,bp,bps,basis point,basis points"],
    ],
  ],
  [
    "time",
    [
      ["s", "1", "秒,秒钟,sec,secs,second,seconds"],
      ["min", "60", "分钟,mins,minute,minutes"],
      ["h", "3600", "小时,个小时,钟头,个钟头,hr,hrs,hour,hours"],
      ["d", "86400", "天,日,自然日,日历日,day,days,calendar day,calendar days"],
      ["周", "604800", "星期,个星期,礼拜,week,weeks,wk,wks"],
    ],
  ],
  [
    "months",
    [
      ["月", "1", "个月,month,months,mo"],
      ["季度", "3", "个季度,季,quarter,quarters"],
      ["半年", "6", "half-year,half-years,half year,half years"],
      ["年", "12", "year,years,yr,yrs,周年"],
    ],
  ],
  [
    "working-days",
    [["工作日", "1", "个工作日,working day,working days,business day,business days,workday,workdays"]],
  ],
  [
    "class-hours",
    [["学时", "1", "个学时,class hour,class hours,credit hour,credit hours,training hour,training hours"]],
  ],
  ["lessons", [["课时", "1", "个课时,lesson,lessons"]]],
  ["marks", [["分", "1", "分值,point,points,mark,marks,pts"]]],
  [
    "money",
    [
      ["元", "1", "人民币,元人民币,人民币元,cny,rmb,yuan,¥,块,块钱"],
      ["角", "0.1", "毛"],
    ],
  ],
  ["money:USD", [["USD", "1", "美元,us$,$,usd,dollar,dollars,us dollar,us dollars"]]],
  ["money:EUR", [["EUR", "1", "欧元,€,eur,euro,euros"]]],
  ["money:HKD", [["HKD", "1", "港元,港币,hk$,hkd"]]],
  ["money:TWD", [["TWD", "1", "新台币,nt$,ntd"]]],
  ["money:GBP", [["GBP", "1", "英镑,£,gbp,pound sterling"]]],
  ["count", [["个", "1", "count,counts,item,items,unit,units,piece,pieces,number,数量,no."]]],
  [
    "count:person",
    [
      [
        "人",
        "1",
        "名,位,人数,person,persons,people,capita,head,heads,人口,口人,常住人口,population,resident,residents,inhabitants",
      ],
    ],
  ],
  ["count:visit", [["人次", "1", "人次数,visit,visits,person-time,person-times,person-visits,attendances"]]],
  ["count:time", [["次", "1", "回,次数,time,times"]]],
  ["count:household", [["户", "1", "户数,户家庭,家庭,household,households,family,families"]]],
  [
    "area",
    [
      ["m²", "3", "m2,㎡,平方米,平米,sqm,sq m,square metre,square metres,square meter,square meters"],
      ["亩", "2000", "mu,市亩"],
      ["公顷", "30000", "ha,hectare,hectares"],
      [
        "km²",
        "3000000",
        "km2,平方公里,平方千米,square kilometre,square kilometres,square kilometer,square kilometers",
      ],
    ],
  ],
  [
    "length",
    [
      ["mm", "0.001", "毫米"],
      ["cm", "0.01", "厘米,公分"],
      ["m", "1", "米,公尺,metre,metres,meter,meters"],
      ["km", "1000", "公里,千米,kilometre,kilometres,kilometer,kilometers"],
    ],
  ],
  [
    "mass",
    [
      ["mg", "0.000001", "毫克"],
      ["g", "0.001", "克,gram,grams"],
      ["斤", "0.5", "市斤"],
      ["kg", "1", "千克,公斤,kilogram,kilograms"],
      ["t", "1000", "吨,公吨,tonne,tonnes,ton,tons"],
      ["kt", "1000000", "kilotonne,kilotonnes,kiloton,kilotons"],
      ["Mt", "1000000000", "megatonne,megatonnes,megaton,megatons"],
    ],
  ],
  [
    "volume",
    [
      ["mL", "0.001", "ml,毫升"],
      ["L", "1", "l,升,litre,litres,liter,liters"],
      ["m³", "1000", "m3,立方米,cubic metre,cubic metres,cubic meter,cubic meters"],
    ],
  ],
  [
    "energy",
    [
      ["kWh", "1", "千瓦时,千瓦小时,kilowatt-hour,kilowatt-hours,度电"],
      ["MWh", "1000", "兆瓦时"],
      ["GWh", "1000000", "吉瓦时"],
      ["TWh", "1000000000", "太瓦时"],
    ],
  ],
  [
    "power",
    [
      ["kW", "1", "千瓦"],
      ["MW", "1000", "兆瓦"],
      ["GW", "1000000", "吉瓦"],
    ],
  ],
  ["standard-coal", [["tce", "1", "吨标准煤,吨标煤,吨标准煤当量"]]],
  ["temperature", [["℃", "1", "°c,摄氏度"]]],
];

/** Measure words: a bare one counts things (`5场`), with a noun behind it it counts those (`20个社区`). */
export const classifiers =
  "个项条件家所处座间场批篇部套台辆张支本份册幢栋门类种只头株棵片块艘架起宗例对组班期轮颗面枚段道届款封则盏顶把";

/** Words before a unit that multiply it, longest first: power of ten. */
export const multipliers: readonly (readonly [word: string, power: number, key: string])[] = [
  ["万亿", 12, "万亿"],
  ["千亿", 11, "千亿"],
  ["百亿", 10, "百亿"],
  ["十亿", 9, "十亿"],
  ["千万", 7, "千万"],
  ["百万", 6, "百万"],
  ["十万", 5, "十万"],
  ["亿", 8, "亿"],
  ["万", 4, "万"],
  ["千", 3, "千"],
  ["百", 2, "百"],
  ["billion", 9, "十亿"],
  ["million", 6, "百万"],
  ["thousand", 3, "千"],
  ["hundred", 2, "百"],
];
