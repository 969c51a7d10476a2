/** A plan of about 250 lines as an analyst would write it; the number varies ids and figures. */
export function benchPlan(n: number): string {
  const indicators = Array.from({ length: 16 }, (_, i) => indicator(n, i)).join("");
  const objectives = Array.from({ length: 4 }, (_, i) => objective(i)).join("");
  const actions = Array.from({ length: 7 }, (_, i) => action(i)).join("");
  return `format: 1
id: county-${n}
title: 某县公共服务提升方案（第${n}号）
language: zh-Hans
period: 2026-01..2027-12
sections:
  - { id: "1", title: 背景, text: 本县公共服务供给不均。 }
  - { id: "2", title: 目标, text: 到期末主要指标明显改善。 }
  - { id: "3", title: 步骤, text: 分两个阶段推进。 }
sources:
  - { id: survey, title: 居民调查, date: 2025-12, scope: this-plan }
actors:
  - { id: civil-affairs, name: 民政局, level: county }
  - { id: finance, name: 财政局, level: county }
dimensions:
  - { id: service, name: 服务供给, weight: 60%, section: "2" }
  - { id: trust, name: 群众获得感, weight: 40%, section: "2" }
objectives:
${objectives}indicators:
${indicators}phases:
  - { id: pilot, name: 试点阶段, period: M1..M6, section: "3" }
  - { id: roll-out, name: 推广阶段, period: M7..M24, section: "3" }
milestones:
  - { id: rules-issued, name: 印发实施细则, phase: pilot, by: M3, owner: civil-affairs }
actions:
${actions}risks:
  - { id: funds, name: 经费不足, owner: finance, mitigations: [action-0] }
`;
}

function indicator(n: number, i: number): string {
  const baseline = 40 + ((n + i) % 7);
  const value = baseline + 6 + ((n * 3 + i) % 5);
  const dimension = i < 8 ? "service" : "trust";
  const weight = i < 8 ? "7.5%" : "5%";
  return `  - id: indicator-${i}
    name: 第${i}项服务覆盖率（${n}）
    objective: objective-${i % 4}
    dimension: ${dimension}
    role: outcome
    unit: "%"
    direction: increase
    baseline: ${baseline}% @ 2025-12
    targets:
      - { reach: ≥60%, by: 2026-12, section: "2" }
      - { reach: ≥85%, by: 2027-12, section: "2" }
    frequency: quarterly
    owner: civil-affairs
    source: survey
    weight: ${weight}
`.concat(`    observations: [{ at: 2026-03, value: ${baseline + 3}% }, { at: 2026-06, value: ${value}% }]\n`);
}

function objective(i: number): string {
  return `  - { id: objective-${i}, statement: 提升第${i}类服务, dimension: ${i < 2 ? "service" : "trust"}, section: "2" }\n`;
}

function action(i: number): string {
  return `  - { id: action-${i}, name: 开展第${i}项行动, objective: objective-${i % 4}, owner: civil-affairs, period: M${i + 1}..M12 }\n`;
}
