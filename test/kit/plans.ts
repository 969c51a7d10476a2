/** Plans used by several tests. */

/** A minimal well-made plan: no error, no warning on 2026-06-30. */
export const minimalPlan = `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
indicators:
  - id: coverage
    name: Coverage
    role: outcome
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥85%, by: 2027-12 }
    frequency: quarterly
    observations: [{ at: 2026-03, value: 51% }, { at: 2026-06, value: 56% }]
`;

/** The same with a target for the same date that says something else: one error, at line 15, beside line 14. */
export const contradictoryPlan = minimalPlan.replace(
  "      - { reach: ≥85%, by: 2027-12 }\n",
  "      - { reach: ≥85%, by: 2027-12 }\n      - { reach: ≥90%, by: 2027-12 }\n",
);
