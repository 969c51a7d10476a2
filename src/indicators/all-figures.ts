/** All figures of a row under their names. Those of the position are passed on as they are asked for, which computes them. */
import type { RangeFigures } from "./forecast.ts";
import type { MethodFigures } from "./method-figures.ts";
import { type Figure, type FigureName, figureNames, type IndicatorRow } from "./results.ts";
import type { PositionFigures } from "./row-figures.ts";

export class RowFigures implements Readonly<Record<FigureName, Figure>> {
  readonly #position: PositionFigures;
  readonly projected: Figure;
  readonly projectedLow: Figure;
  readonly projectedHigh: Figure;
  readonly ratio: Figure;
  readonly score: Figure;
  readonly weightedScore: Figure;
  readonly scheduleRatio: Figure;

  constructor(position: PositionFigures, method: MethodFigures, range: RangeFigures) {
    this.#position = position;
    this.projected = method.projected;
    this.projectedLow = range.projectedLow;
    this.projectedHigh = range.projectedHigh;
    this.ratio = method.ratio;
    this.score = method.score;
    this.weightedScore = method.weightedScore;
    this.scheduleRatio = method.scheduleRatio;
  }

  get value(): Figure {
    return this.#position.value;
  }

  get baseline(): Figure {
    return this.#position.baseline;
  }

  get target(): Figure {
    return this.#position.target;
  }

  get attained(): Figure {
    return this.#position.attained;
  }

  get ofTarget(): Figure {
    return this.#position.ofTarget;
  }

  get elapsed(): Figure {
    return this.#position.elapsed;
  }

  get expected(): Figure {
    return this.#position.expected;
  }

  get pace(): Figure {
    return this.#position.pace;
  }

  get gap(): Figure {
    return this.#position.gap;
  }

  get gapPoints(): Figure {
    return this.#position.gapPoints;
  }

  get previous(): Figure {
    return this.#position.previous;
  }

  get change(): Figure {
    return this.#position.change;
  }

  get yearOnYear(): Figure {
    return this.#position.yearOnYear;
  }

  get required(): Figure {
    return this.#position.required;
  }
}

/** The figures where the value is missing for a reason of its own. */
export function withReason(figures: IndicatorRow["figures"], reason: string | null): IndicatorRow["figures"] {
  const value: Figure = { ...figures.value, reason };
  const all = figureNames.map((name) => [name, name === "value" ? value : figures[name]] as const);
  return Object.fromEntries(all) as IndicatorRow["figures"]; // every name is there
}
