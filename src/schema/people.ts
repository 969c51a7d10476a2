/** Schema of actors and entities: who answers, and who carries out and reports. */
import { dataFile } from "./head.ts";
import { both, list, map, open, type Part, value } from "./part.ts";
import { citing, id, name } from "./shared.ts";

export const actors = list(
  map({ id, name, level: value(both("Level", "层级")), ...citing }, ["id"], both("Actor", "责任主体")),
  both("Actors", "责任主体"),
  both("Who answers for something", "对事项负责的单位"),
);

export const entities: Part = {
  title: both("Entities", "实施单位"),
  description: both(
    "Who carries the plan out and reports: a file or a list",
    "承担实施和报送的单位：写文件或列表",
  ),
  type: ["object", "array", "string", "null"],
  properties: dataFile.properties ?? {},
  items: map(
    {
      id,
      name,
      level: value(both("Level", "层级")),
      parent: value(both("Parent", "上级单位"), both("Id of an entity", "实施单位的编号")),
      facts: open(
        "anything",
        both("Facts", "基本情况"),
        both("Figures of the entity: population, area …", "人口、面积等基本数据"),
      ),
    },
    ["id"],
    both("Entity", "实施单位"),
  ),
};
