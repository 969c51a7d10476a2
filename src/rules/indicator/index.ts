/** The rules of family `indicator/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { indicatorBaselineObservation } from "./baseline-observation.ts";
import { indicatorBaselineUndated } from "./baseline-undated.ts";
import { indicatorBorrowedBaseline } from "./borrowed-baseline.ts";
import { indicatorComplement } from "./complement.ts";
import { indicatorDefinitionUnit } from "./definition-unit.ts";
import { indicatorEvidenceConflict } from "./evidence-conflict.ts";
import { indicatorEvidenceDoubt } from "./evidence-doubt.ts";
import { indicatorEvidenceImpossible } from "./evidence-impossible.ts";
import { indicatorEvidenceUnit } from "./evidence-unit.ts";
import { indicatorFormulaCircular } from "./formula-circular.ts";
import { indicatorFormulaDividesByZero } from "./formula-divides-by-zero.ts";
import { indicatorFormulaSyntax } from "./formula-syntax.ts";
import { indicatorFormulaTooLarge } from "./formula-too-large.ts";
import { indicatorFormulaType } from "./formula-type.ts";
import { indicatorFormulaUnits } from "./formula-units.ts";
import { indicatorFormulaUnknownName } from "./formula-unknown-name.ts";
import { indicatorLikeTargets } from "./like-targets.ts";
import { indicatorLowFrequency } from "./low-frequency.ts";
import { indicatorMethodParameter } from "./method-parameter.ts";
import { indicatorMissingBaseline } from "./missing-baseline.ts";
import { indicatorMissingFrequency } from "./missing-frequency.ts";
import { indicatorMissingOwner } from "./missing-owner.ts";
import { indicatorMissingSection } from "./missing-section.ts";
import { indicatorMissingSource } from "./missing-source.ts";
import { indicatorMissingUnit } from "./missing-unit.ts";
import { indicatorNoTarget } from "./no-target.ts";
import { indicatorNone } from "./none.ts";
import { indicatorPartOfLarger } from "./part-of-larger.ts";
import { indicatorPartOtherWhole } from "./part-other-whole.ts";
import { indicatorPartUnit } from "./part-unit.ts";
import { indicatorPartsSum } from "./parts-sum.ts";
import { indicatorSumOfShares } from "./sum-of-shares.ts";
import { indicatorTwoCounts } from "./two-counts.ts";
import { indicatorUnusedPoints } from "./unused-points.ts";

export const indicatorRules: readonly Rule[] = [
  indicatorTwoCounts,
  indicatorComplement,
  indicatorNone,
  indicatorMissingBaseline,
  indicatorBaselineUndated,
  indicatorBorrowedBaseline,
  indicatorBaselineObservation,
  indicatorEvidenceConflict,
  indicatorEvidenceImpossible,
  indicatorEvidenceDoubt,
  indicatorEvidenceUnit,
  indicatorMissingUnit,
  indicatorNoTarget,
  indicatorPartOfLarger,
  indicatorPartOtherWhole,
  indicatorPartUnit,
  indicatorPartsSum,
  indicatorDefinitionUnit,
  indicatorLikeTargets,
  indicatorLowFrequency,
  indicatorMissingOwner,
  indicatorMissingSource,
  indicatorMissingFrequency,
  indicatorMissingSection,
  indicatorMethodParameter,
  indicatorFormulaSyntax,
  indicatorFormulaTooLarge,
  indicatorFormulaUnknownName,
  indicatorFormulaType,
  indicatorFormulaUnits,
  indicatorFormulaDividesByZero,
  indicatorFormulaCircular,
  indicatorSumOfShares,
  indicatorUnusedPoints,
];
